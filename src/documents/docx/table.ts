import type { Span, TableBlock, TableCell } from '../plain-document.ts';
import { splitHeader } from '../table-header.ts';
import type { TextWriter } from '../text-writer.ts';
import { childOf, isOn, numberOf, valueOf, type XmlElement } from './xml-tree.ts';

/** Word itself allows 63 columns; a hostile gridSpan must not make millions of cells. */
const MAX_COLUMNS = 200;

interface GridRow {
  readonly cells: TableCell[];
  readonly span: Span;
  readonly isHeader: boolean;
}

/** A table of one column lays out text (a frame round a notice); it lists nothing. */
export function isSingleColumn(table: XmlElement): boolean {
  return rowsOf(table).every((row) => {
    const properties = childOf(row, 'w:trPr');
    const sides = (numberOf(properties, 'w:gridBefore') ?? 0) + (numberOf(properties, 'w:gridAfter') ?? 0);
    return cellsOf(row).length <= 1 && sides === 0;
  });
}

/** Writes a table row by row, its cells parted by tabs; `writeCell` writes the content of a cell. */
export function readTable(table: XmlElement, out: TextWriter, writeCell: (cell: XmlElement) => Span): TableBlock {
  const rows: GridRow[] = [];
  const start = out.length;
  for (const row of rowsOf(table)) {
    if (rows.length > 0) out.write('\n');
    rows.push(readRow(row, rows.at(-1), out, writeCell));
  }
  const columns = rows.reduce((most, row) => Math.max(most, row.cells.length), 0);
  const filled = rows.filter((row) => row.cells.some((cell) => cell.text !== ''));
  const complete = filled.map((row) => ({ ...row.span, cells: padded(row, columns) }));
  const marked = filled.findIndex((row) => !row.isHeader);
  const end = complete.reduce((last, row) => Math.max(last, row.end), start);
  return { kind: 'table', page: null, start, end, ...splitHeader(complete, Math.max(0, marked)) };
}

/** Rows may stand in content controls; deleted ones are left out. */
function rowsOf(element: XmlElement): XmlElement[] {
  return element.children.flatMap((child) => {
    if (child.name === 'w:tr') return isOn(childOf(child, 'w:trPr'), 'w:del') ? [] : [child];
    return ['w:sdt', 'w:sdtContent', 'w:ins', 'w:customXml'].includes(child.name) ? rowsOf(child) : [];
  });
}

function cellsOf(row: XmlElement): XmlElement[] {
  return row.children.flatMap((child) => {
    if (child.name === 'w:tc') return [child];
    return ['w:sdt', 'w:sdtContent', 'w:customXml'].includes(child.name) ? cellsOf(child) : [];
  });
}

function readRow(
  row: XmlElement,
  above: GridRow | undefined,
  out: TextWriter,
  writeCell: (cell: XmlElement) => Span,
): GridRow {
  const properties = childOf(row, 'w:trPr');
  const start = out.length;
  const cells: TableCell[] = [];
  addEmpty(cells, numberOf(properties, 'w:gridBefore') ?? 0, start);
  let written = 0;
  for (const element of cellsOf(row)) {
    const cellProperties = childOf(element, 'w:tcPr');
    // Old files merge cells of a row this way; the continued cell repeats the one before it.
    const goesOnFromLeft = valueOf(cellProperties, 'w:hMerge') === 'continue';
    const merge = childOf(cellProperties, 'w:vMerge');
    const goesOnFromAbove = merge !== undefined && merge.attributes['w:val'] !== 'restart';
    const merged = goesOnFromLeft ? cells.at(-1) : goesOnFromAbove ? above?.cells[cells.length] : undefined;
    if (written > 0) out.write('\t');
    written++;
    const cell = merged ?? cellAt(out, writeCell(element));
    const width = Math.max(1, numberOf(cellProperties, 'w:gridSpan') ?? 1);
    for (let column = 0; column < width && cells.length < MAX_COLUMNS; column++) cells.push(cell);
  }
  addEmpty(cells, numberOf(properties, 'w:gridAfter') ?? 0, out.length);
  return { cells, span: ownSpan(cells, start, out.length), isHeader: isOn(properties, 'w:tblHeader') };
}

function cellAt(out: TextWriter, span: Span): TableCell {
  return { ...span, text: out.slice(span.start, span.end) };
}

function addEmpty(cells: TableCell[], count: number, at: number): void {
  for (let column = 0; column < count && cells.length < MAX_COLUMNS; column++) {
    cells.push({ start: at, end: at, text: '' });
  }
}

/** From the first to the last cell that stands in the row itself, not in one above it. */
function ownSpan(cells: readonly TableCell[], start: number, end: number): Span {
  const own = cells.filter((cell) => cell.start >= start && cell.text !== '');
  return { start: own[0]?.start ?? end, end: own.at(-1)?.end ?? end };
}

function padded(row: GridRow, columns: number): TableCell[] {
  const cells = [...row.cells];
  while (cells.length < columns) cells.push({ start: row.span.end, end: row.span.end, text: '' });
  return cells;
}
