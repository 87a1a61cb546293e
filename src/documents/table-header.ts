import { itemAt } from './item-at.ts';
import type { TableBlock, TableCell, TableRow } from './plain-document.ts';

/** Deeper headers do not occur in plans; without a bound a table of words only would be all header. */
const MAX_HEADER_ROWS = 4;

/** Digits that name a column rather than measure something: years, months, quarters, ages, PM2.5. */
const namingDigits =
  /(?:19|20)\d{2}\s*(?:[-—–~至]\s*(?:19|20)?\d{2,4}\s*)?(?:年度?|$|(?=\D))|\d{1,2}(?:[-—–~至]\d{1,2})?(?:月份?|季度)|第\d+(?:季度|批|期)?|\d+(?:[-—–~至]\d+)?岁|[A-Za-z]+\d+(?:\.\d+)?/g;
const figureAhead = /^(?:约|近|超过?|达到?|≥|≤|>|<|＞|＜|不[低少高超]于|不超过|增长|下降|提高|降低|[+-])*\s*\d/;
const chineseFigureAhead = /^[一二两三四五六七八九十百千万亿]{1,8}[个项所家座处次人户亩名条辆台套元吨]/;

/** Whether a cell reads as a value (75公里, 92%, 1) and not as the name of a column (2025年目标, 完成率（%）). */
export function holdsFigure(text: string): boolean {
  const folded = text.normalize('NFKC').trim();
  if (/^(?:19|20)\d{2}$/.test(folded)) return false;
  const rest = folded.replaceAll(namingDigits, '').trim();
  return figureAhead.test(rest) || chineseFigureAhead.test(rest);
}

/**
 * Parts the rows of a table into header and body. `marked` is the number of rows that the file itself marks as header
 * (Word's w:tblHeader, Markdown's first row), 0 where it marks none.
 */
export function splitHeader(rows: readonly TableRow[], marked = 0): Pick<TableBlock, 'header' | 'rows'> {
  // Authors often mark the first of two header rows only.
  const count = Math.max(marked < rows.length ? marked : 0, guessHeaderRows(rows));
  return { header: rows.slice(0, count), rows: rows.slice(count) };
}

function guessHeaderRows(rows: readonly TableRow[]): number {
  let count = 0;
  while (count < Math.min(MAX_HEADER_ROWS, rows.length - 1)) {
    const row = itemAt(rows, count);
    const above = rows[count - 1];
    if (row.cells.some((cell) => holdsFigure(cell.text))) break;
    // A second row belongs to the header only where the first spans columns over it or reaches down into it.
    if (above !== undefined && !spansColumns(above) && !reachesDown(above, row)) break;
    count++;
  }
  return count;
}

const sameCell = (a: TableCell, b: TableCell | undefined): boolean =>
  a.start === b?.start && a.end === b.end && a.text !== '';

const spansColumns = (row: TableRow): boolean =>
  row.cells.some((cell, index) => index > 0 && sameCell(cell, row.cells[index - 1]));

const reachesDown = (above: TableRow, row: TableRow): boolean =>
  row.cells.some((cell, index) => sameCell(cell, above.cells[index]));
