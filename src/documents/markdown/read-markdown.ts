import type { Nodes, Parents, RootContent, Table } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table';
import { gfmTable } from 'micromark-extension-gfm-table';
import { DocumentError } from '../../errors.ts';
import { MAX_MARKDOWN_NESTING } from '../limits.ts';
import type { Block, ReadWarning, Span, TableCell, TableRow, TextBlock } from '../plain-document.ts';
import { splitHeader } from '../table-header.ts';
import { splitLines, trimSpan } from '../text/lines.ts';
import { startsNumbering } from '../text/numbering-start.ts';
import { clipToLeaves, leavesOf, offsetsOf } from './inline-spans.ts';

export interface MarkdownBlocks {
  readonly blocks: Block[];
  readonly warnings: ReadWarning[];
}

const frontMatter = /^---[ \t]*\r?\n[\s\S]*?\r?\n(?:---|\.\.\.)[ \t]*(?:\r?\n|$)/;
const tooDeep = new RegExp(`^(?:[ \\t]*(?:[>*+-]|\\d{1,9}[.)][ \\t])){${MAX_MARKDOWN_NESTING},}[ \\t]*[^\\s*-]`, 'm');
const sentenceEnd = /[。！？；：!?]["”』」）)]*[*_]*$/;
/** Enough of a line's end to see how it ends. */
const SENTENCE_TAIL = 12;
/** Longer than any heading: a paragraph with a ruler right under it, which Markdown reads as a heading. */
const MAX_SETEXT_HEADING = 50;

/** The blocks of a Markdown text; offsets refer to the raw text with its marks. */
export function readMarkdownBlocks(text: string): MarkdownBlocks {
  if (tooDeep.test(text)) {
    throw new DocumentError('Markdown 文件里的列表或引用嵌套过深，已拒绝读取。请减少层次，或另存为 txt，再导入。');
  }
  // Blanked and not cut off, so that offsets stay: without it `title: …` over `---` would become a heading.
  const body = text.replace(frontMatter, (matter) => matter.replaceAll(/[^\r\n]/g, ' '));
  const tree = fromMarkdown(body, { extensions: [gfmTable()], mdastExtensions: [gfmTableFromMarkdown()] });
  const reader = new BlockReader(text);
  reader.readAll(tree);
  return { blocks: reader.blocks, warnings: reader.warnings };
}

class BlockReader {
  readonly blocks: Block[] = [];
  readonly warnings: ReadWarning[] = [];
  readonly #text: string;

  constructor(text: string) {
    this.#text = text;
  }

  /** `marker` is where the list item that holds these nodes begins: its number belongs to the first block. */
  readAll(parent: Parents, marker: number | null = null): void {
    parent.children.forEach((child, index) => {
      this.#read(child, index === 0 ? marker : null);
    });
  }

  #read(node: RootContent, marker: number | null): void {
    switch (node.type) {
      case 'heading': {
        this.#readHeading(node, node.depth, marker);
        break;
      }
      case 'paragraph': {
        this.#readParagraph(node, marker);
        break;
      }
      case 'list': {
        for (const item of node.children) this.readAll(item, node.ordered === true ? offsetsOf(item).start : null);
        break;
      }
      case 'blockquote': {
        this.readAll(node);
        break;
      }
      case 'table': {
        this.#readTable(node);
        break;
      }
      case 'code': {
        // Four blanks before a line make it code in Markdown, but are just indentation in a plan.
        this.#readCode(offsetsOf(node));
        break;
      }
      case 'html': {
        const span = offsetsOf(node);
        if (/<[a-z]/i.test(node.value)) this.warnings.push({ message: 'HTML 片段未读取', at: span.start });
        break;
      }
      default: {
        break; // rulers, link definitions: nothing to read
      }
    }
  }

  #readHeading(node: Parents, depth: number, marker: number | null): void {
    const span = clipToLeaves(offsetsOf(node), leavesOf(node));
    if (span === null) return;
    const printed = this.#text.slice(span.start, span.end);
    const underlined = this.#text[offsetsOf(node).start] !== '#';
    if (underlined && (printed.length > MAX_SETEXT_HEADING || sentenceEnd.test(printed))) {
      this.#readParagraph(node, marker);
      return;
    }
    this.#add(marker === null ? span : { start: marker, end: span.end }, depth);
  }

  /** A paragraph is one block, except where a source line starts a numbered item or the line before ends a sentence. */
  #readParagraph(node: Parents, marker: number | null): void {
    const leaves = leavesOf(node);
    const breaks = node.children.filter((child) => child.type === 'break').map((child) => offsetsOf(child).start);
    const whole = clipToLeaves(offsetsOf(node), leaves);
    if (whole === null) return;
    let current: Span | null = null;
    let first = true;
    for (const line of splitLines(this.#text, whole.start, whole.end)) {
      const content = clipToLeaves(first ? line : this.#withoutQuoteMarks(line), leaves);
      const span = content === null ? null : trimSpan(this.#text, content);
      if (span === null || span.start === span.end) continue;
      if (current !== null && this.#beginsBlock(current, span, breaks)) {
        this.#add(current);
        current = null;
      }
      const start: number = current?.start ?? (first && marker !== null ? marker : span.start);
      current = { start, end: span.end };
      first = false;
    }
    if (current !== null) this.#add(current);
  }

  #beginsBlock(before: Span, line: Span, breaks: readonly number[]): boolean {
    return (
      startsNumbering(this.#text, this.#behindMarks(line.start)) ||
      sentenceEnd.test(this.#text.slice(Math.max(before.start, before.end - SENTENCE_TAIL), before.end)) ||
      breaks.some((at) => at >= before.end && at < line.start)
    );
  }

  #behindMarks(at: number): number {
    return at + (/^\*{1,3}/.exec(this.#text.slice(at, at + 3))?.[0].length ?? 0);
  }

  #withoutQuoteMarks(line: Span): Span {
    const printed = this.#text.slice(line.start, line.end);
    return { start: line.end - printed.replace(/^[\s>]*/, '').length, end: line.end };
  }

  #readCode(span: Span): void {
    for (const line of splitLines(this.#text, span.start, span.end)) {
      const trimmed = trimSpan(this.#text, line);
      const fence = /^(?:`{3,}|~{3,})/.test(this.#text.slice(trimmed.start, trimmed.end));
      if (!fence && trimmed.end > trimmed.start) this.#add(trimmed);
    }
  }

  #readTable(node: Table): void {
    const columns = node.children.reduce((most, row) => Math.max(most, row.children.length), 0);
    const rows = node.children.map((row): TableRow => {
      const span = trimSpan(this.#text, offsetsOf(row));
      const cells = row.children.map((cell) => this.#readCell(cell));
      // A short row lacks its last cells; they are empty, at its end.
      while (cells.length < columns) cells.push({ start: span.end, end: span.end, text: '' });
      return { ...span, cells };
    });
    // Markdown demands a header row; who has none leaves it empty.
    const nameless = rows[0]?.cells.every((cell) => cell.text === '') ?? true;
    const parts = nameless ? splitHeader(rows.slice(1)) : splitHeader(rows, 1);
    this.blocks.push({ kind: 'table', page: null, ...trimSpan(this.#text, offsetsOf(node)), ...parts });
  }

  #readCell(cell: Nodes): TableCell {
    const { start, end } = offsetsOf(cell);
    const content = clipToLeaves({ start, end }, leavesOf(cell));
    const span = content === null ? { start: end, end } : trimSpan(this.#text, content);
    return { ...span, text: this.#text.slice(span.start, span.end) };
  }

  /** 「**1.防控近视。**完成…」: bold marks between a stop and a letter are text to the parser, and none to a reader. */
  #add(span: Span, outline: number | null = null): void {
    let { start, end } = span;
    while (start < end && this.#text[start] === '*') start += 1;
    while (end > start && this.#text[end - 1] === '*') end -= 1;
    if (start === end) return;
    const block: TextBlock = { kind: 'text', outline, page: null, start, end };
    this.blocks.push(block);
  }
}
