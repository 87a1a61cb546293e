import type { PDFDocumentProxy } from 'pdfjs-dist';
import { DocumentError } from '../../errors.ts';
import { MAX_PDF_ITEMS, MAX_WARNINGS } from '../limits.ts';
import type { Block, ReadWarning } from '../plain-document.ts';
import type { ReadContent } from '../read-content.ts';
import { TextWriter } from '../text-writer.ts';
import { withoutFurniture } from './furniture.ts';
import type { PageContent } from './geometry.ts';
import { continues, joinedTables } from './join-tables.ts';
import { glue } from './join-text.ts';
import { marginsOf } from './margins.ts';
import { damagedPdf, withPdf } from './open-pdf.ts';
import { readPage } from './page-content.ts';
import { layoutPages, type TableElement, type TextLine } from './page-layout.ts';
import type { PageTable } from './page-table.ts';
import { goesOn, habitsOf } from './paragraphs.ts';
import { takeRuledTables } from './ruled-table.ts';
import { writeTable } from './write-table.ts';

/** Fewer characters on all pages together are a stamp or a page number over a scan. */
const MIN_CHARACTERS = 20;
/** Share of characters without meaning from which a font's encoding counts as unknown. */
const MAX_UNKNOWN = 0.2;

const contentsLine = /(?:[.．·•…‥]\s?){4,}\s*[-—(（]?\s*\d{1,4}\s*[-—)）]?$/;
const continuation = /^[（(]?续表?\s*\d*[)）]?$|^续表/;

/** Reads a PDF with text: paragraphs over line and page breaks, two columns, tables; without headers and footers. */
export async function readPdf(bytes: Uint8Array, name: string): Promise<ReadContent> {
  const pages = await withPdf(bytes, name, (pdf) => readPages(pdf, name));
  refuseUnreadable(pages, name);
  const elements = layoutPages(withoutFurniture(pages.map(takeRuledTables)));
  const warnings = pictureWarnings(pages);
  const kept = elements.filter((element) => element.kind === 'table' || !contentsLine.test(element.text));
  if (kept.length < elements.length) warnings.push({ message: '目录没有读取', at: null });
  return { ...writeElements(kept), warnings };
}

async function readPages(pdf: PDFDocumentProxy, name: string): Promise<PageContent[]> {
  const pages: PageContent[] = [];
  let items = 0;
  for (let number = 1; number <= pdf.numPages; number++) {
    const page = await pdf
      .getPage(number)
      .then(readPage)
      .catch((error: unknown) => {
        throw damagedPdf(name, error);
      });
    items += page.pieces.length;
    if (items > MAX_PDF_ITEMS) throw new DocumentError(`“${name}”的文字太多，不像一份计划。请拆分后再导入。`);
    pages.push(page);
  }
  return pages;
}

function refuseUnreadable(pages: readonly PageContent[], name: string): void {
  const text = pages.flatMap((page) => page.pieces.map((piece) => piece.text)).join('');
  if (text.length < MIN_CHARACTERS && pages.some((page) => page.hasPictures)) {
    throw new DocumentError(
      `“${name}”是扫描件，里面没有可复制的文字。请提供可复制文字的版本（从 Word 导出的 PDF，或 docx、txt）。`,
    );
  }
  if (text === '') throw new DocumentError(`“${name}”里没有可读的文字。请检查文件后再试。`);
  const unknown = text.match(/[\p{Co}\p{Cc}\uFFFD]/gu)?.length ?? 0;
  if (unknown > text.length * MAX_UNKNOWN) {
    throw new DocumentError(`“${name}”的字体没有文字编码，复制出来是乱码。请从 Word 重新导出 PDF，或提供 docx、txt。`);
  }
}

function pictureWarnings(pages: readonly PageContent[]): ReadWarning[] {
  return pages
    .filter((page) => page.pieces.length === 0)
    .slice(0, MAX_WARNINGS)
    .map((page) => ({ message: `第 ${page.number} 页没有文字（空白或扫描图片），没有读取`, at: null }));
}

type Paragraph = TextLine[];

/** Joins lines to paragraphs and parts of tables to tables, and writes both. */
function writeElements(elements: readonly (TextLine | TableElement)[]): Pick<ReadContent, 'text' | 'blocks'> {
  const out = new TextWriter();
  const blocks: Block[] = [];
  for (const part of grouped(elements)) {
    if ('rows' in part) {
      const table = writeTable(part, out);
      if (table.end > table.start) blocks.push(table);
    } else {
      const span = out.write(part.reduce((text, line) => `${text}${glue(text, line.text)}${line.text}`, ''));
      blocks.push({ kind: 'text', outline: null, page: part[0]?.page ?? null, ...span });
    }
    out.write('\n');
  }
  return { text: out.text, blocks };
}

function grouped(elements: readonly (TextLine | TableElement)[]): (Paragraph | PageTable)[] {
  const lines = elements.filter((element) => element.kind === 'line');
  const margins = marginsOf(lines);
  const habits = habitsOf(lines, margins);
  const parts: (Paragraph | PageTable)[] = [];
  let tablePage = 0;
  for (const [index, element] of elements.entries()) {
    const last = parts.at(-1);
    if (element.kind === 'table') {
      const isRest = last !== undefined && 'rows' in last && continues(last, tablePage, element.table);
      if (isRest) parts.splice(-1, 1, joinedTables(last, element.table));
      else parts.push(element.table);
      tablePage = element.table.page;
      continue;
    }
    // 「续表1」 stands between the parts of one table, which are joined.
    const next = elements[index + 1];
    if (last !== undefined && 'rows' in last && next?.kind === 'table' && continuation.test(element.text)) continue;
    if (last !== undefined && !('rows' in last) && goesOn(last, element, margins, habits)) last.push(element);
    else parts.push([element]);
  }
  return parts;
}
