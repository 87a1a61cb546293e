import { itemAt } from '../item-at.ts';
import type { Span, TableCell, TableRow } from '../plain-document.ts';
import { trimSpan } from './lines.ts';

/** Two lines with tabs are a table already; columns of blanks also occur in signatures, so they need three. */
const MIN_TAB_ROWS = 2;
const MIN_BLANK_ROWS = 3;
const MIN_BLANK_COLUMNS = 3;

const tab = /\t/g;
const blanks = /(?: {2,}|\u3000{2,}|[ \u3000]{3,})/g;

/** How many of the lines from `from` on form a table, and its rows; null where no table begins. */
export function readTextTable(text: string, lines: readonly Span[], from: number): TableRow[] | null {
  return (
    run(text, lines, from, tab, 2, MIN_TAB_ROWS) ?? run(text, lines, from, blanks, MIN_BLANK_COLUMNS, MIN_BLANK_ROWS)
  );
}

function run(
  text: string,
  lines: readonly Span[],
  from: number,
  separator: RegExp,
  minColumns: number,
  minRows: number,
): TableRow[] | null {
  const rows: TableRow[] = [];
  for (let index = from; index < lines.length; index++) {
    const row = splitCells(text, itemAt(lines, index), separator);
    if (row.cells.length < minColumns || row.cells.length !== (rows[0]?.cells.length ?? row.cells.length)) break;
    rows.push(row);
  }
  return rows.length >= minRows ? rows : null;
}

/** Empty cells between two tabs count: they hold the columns in line. */
function splitCells(text: string, line: Span, separator: RegExp): TableRow {
  // Tabs before the first cell are indentation, blanks around a line belong to no cell.
  const trimmed = trimSpan(text, line);
  const body = separator === tab ? { start: trimmed.start, end: trimEndKeepingTabs(text, line, trimmed.end) } : trimmed;
  const cells: TableCell[] = [];
  let start = body.start;
  for (const match of text.slice(body.start, body.end).matchAll(separator)) {
    cells.push(cell(text, start, body.start + match.index));
    start = body.start + match.index + match[0].length;
  }
  if (body.end > body.start) cells.push(cell(text, start, body.end));
  return { start: cells[0]?.start ?? body.start, end: cells.at(-1)?.end ?? body.start, cells };
}

/** A last empty cell shows only in its tab. */
function trimEndKeepingTabs(text: string, line: Span, trimmedEnd: number): number {
  const tail = text.slice(trimmedEnd, line.end);
  const lastTab = tail.lastIndexOf('\t');
  return lastTab === -1 ? trimmedEnd : trimmedEnd + lastTab + 1;
}

function cell(text: string, start: number, end: number): TableCell {
  const span = trimSpan(text, { start, end });
  return { ...span, text: text.slice(span.start, span.end) };
}
