import type { Block, ReadWarning, Span } from '../plain-document.ts';
import type { ReadContent } from '../read-content.ts';
import type { Numbering } from './numbering.ts';
import { isMarkDeleted, readParagraph } from './paragraph-text.ts';
import { numberingOf, outlineOf, type Styles } from './styles.ts';
import { isSingleColumn, readTable } from './table.ts';
import { TextWriter } from '../text-writer.ts';
import { childOf, valueOf, type XmlElement } from './xml-tree.ts';

const tocStyle = /^(?:toc|目录)\s*\d/i;

/** Walks the document's body and writes its text and blocks. */
export class BodyReader {
  readonly #styles: Styles;
  readonly #numbering: Numbering;
  readonly #out = new TextWriter();
  readonly #blocks: Block[] = [];
  readonly #warnings: ReadWarning[] = [];
  #pictures = 0;
  /** Text of a paragraph whose end was deleted; it belongs to the next one. */
  #carried = '';

  constructor(styles: Styles, numbering: Numbering) {
    this.#styles = styles;
    this.#numbering = numbering;
  }

  finish(): ReadContent {
    if (this.#pictures > 0) {
      this.#warnings.push({ message: `文中有 ${this.#pictures} 张图片，图片里的文字没有读取`, at: null });
    }
    return { text: this.#out.text, blocks: this.#blocks, warnings: this.#warnings };
  }

  /** Paragraphs and tables as blocks of the document. */
  readBlocks(parent: XmlElement): void {
    this.#each(parent, (element) => {
      if (element.name === 'w:p') this.#readTopParagraph(element);
      else this.#readTopTable(element);
    });
  }

  /** Paragraphs and tables as running text, for the inside of a table's cell. */
  readInline(parent: XmlElement): Span {
    const start = this.#out.length;
    let end = start;
    this.#each(parent, (element) => {
      if (end > start) this.#out.write('\n');
      const span = element.name === 'w:p' ? this.#writeParagraph(element, true) : this.#writeNested(element);
      if (span === null || span.end === span.start) this.#out.rewind(end);
      else end = span.end;
    });
    return { start, end };
  }

  /** Calls back for each paragraph and table, through the envelopes that Word puts round them. */
  #each(parent: XmlElement, visit: (element: XmlElement) => void): void {
    for (const child of parent.children) {
      switch (child.name) {
        case 'w:p':
        case 'w:tbl':
          visit(child);
          break;
        case 'w:sdt':
          if (isContents(child)) this.#warn('目录没有读取');
          else this.#each(childOf(child, 'w:sdtContent') ?? child, visit);
          break;
        case 'mc:AlternateContent':
          this.#each(childOf(child, 'mc:Choice') ?? childOf(child, 'mc:Fallback') ?? child, visit);
          break;
        case 'w:altChunk':
          this.#warn('嵌入的另一份文件没有读取');
          break;
        case 'w:del':
        case 'w:moveFrom':
        case 'w:sectPr':
        case 'w:tcPr':
          break;
        default:
          this.#each(child, visit);
      }
    }
  }

  #readTopParagraph(element: XmlElement): void {
    const style = this.#styles.paragraph(valueOf(childOf(element, 'w:pPr'), 'w:pStyle'));
    if (tocStyle.test(style.name)) {
      this.#warn('目录没有读取');
      return;
    }
    const boxes: XmlElement[] = [];
    const span = this.#writeParagraph(element, false, boxes);
    if (span !== null && span.end > span.start) {
      const outline = outlineOf(childOf(element, 'w:pPr')) ?? style.outline;
      const level = outline === null || outline > 9 ? null : outline;
      this.#blocks.push({ kind: 'text', outline: level, page: null, ...span });
      this.#out.write('\n');
    }
    for (const box of boxes) this.readBlocks(box);
  }

  /**
   * Writes a paragraph and says where its trimmed text stands; null where it goes on in the next one. An empty numbered
   * paragraph prints its number, which matters in a table's column of serial numbers only.
   */
  #writeParagraph(element: XmlElement, inCell: boolean, boxes: XmlElement[] = []): Span | null {
    const properties = childOf(element, 'w:pPr');
    const content = readParagraph(element);
    boxes.push(...content.boxes);
    this.#pictures += content.pictures;
    const text = this.#carried + content.text;
    if (isMarkDeleted(element)) {
      this.#carried = text;
      return null;
    }
    this.#carried = '';
    const style = this.#styles.paragraph(valueOf(properties, 'w:pStyle'));
    const number = this.#numbering.next(numberingOf(properties), style);
    const body = text.trim();
    if (content.notes > 0) this.#warn('脚注和尾注没有读取');
    const span = this.#out.write(body === '' ? (inCell ? number.trimEnd() : '') : number + body);
    if (inCell) for (const box of content.boxes) this.#writeBoxInCell(box);
    return { start: span.start, end: this.#out.length };
  }

  #writeBoxInCell(box: XmlElement): void {
    const before = this.#out.length;
    this.#out.write('\n');
    const span = this.readInline(box);
    if (span.end === span.start) this.#out.rewind(before);
  }

  #readTopTable(element: XmlElement): void {
    if (isSingleColumn(element)) {
      this.readBlocks(element);
      return;
    }
    const table = readTable(element, this.#out, (cell) => this.readInline(cell));
    if (table.end > table.start) this.#blocks.push(table);
    this.#out.write('\n');
  }

  /** A table inside a cell becomes lines of that cell. */
  #writeNested(element: XmlElement): Span {
    const start = this.#out.length;
    for (const row of element.children.filter((child) => child.name === 'w:tr')) {
      if (this.#out.length > start) this.#out.write('\n');
      let first = true;
      for (const cell of row.children.filter((child) => child.name === 'w:tc')) {
        if (!first) this.#out.write('\t');
        this.readInline(cell);
        first = false;
      }
    }
    return { start, end: this.#out.length };
  }

  /** Once for each kind: a document with a hundred notes needs one line about them. */
  #warn(message: string): void {
    if (!this.#warnings.some((warning) => warning.message === message)) {
      this.#warnings.push({ message, at: this.#out.length });
    }
  }
}

/** The table of contents repeats the headings with page numbers. */
const isContents = (element: XmlElement): boolean =>
  valueOf(childOf(childOf(element, 'w:sdtPr'), 'w:docPartObj'), 'w:docPartGallery') === 'Table of Contents';
