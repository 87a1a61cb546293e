import type { GridCell, PageTable, TableGrid } from './page-table.ts';
import { cellText } from './cell-text.ts';

/** Columns of one table on two pages differ by rounding, those without lines by their contents. */
const SAME_COLUMN = 12;

/** Whether `next`, the first thing on its page, is the rest of a table that the page before ended with. */
export function continues(table: PageTable, lastPage: number, next: PageTable): boolean {
  return (
    next.page === lastPage + 1 &&
    next.columns.length === table.columns.length &&
    next.columns.every((column, index) => Math.abs(column - (table.columns[index] ?? Infinity)) < SAME_COLUMN)
  );
}

/** One table of both; a header that is printed again on the second page is left out. */
export function joinedTables(table: PageTable, next: PageTable): PageTable {
  const offset = 1 + Math.max(0, ...table.rows.flat().map((cell) => cell.owner));
  let rest = next.rows.map((row) => row.map((cell): GridCell => ({ ...cell, owner: cell.owner + offset })));
  const repeated = repeatedRows(table.rows, rest);
  rest = rest.slice(repeated);
  const lastRow = table.rows.at(-1);
  // A first column that is merged over the page break is empty on the second page.
  for (const row of rest) {
    const above = lastRow?.[0];
    if (above === undefined || row[0]?.pieces.length !== 0) break;
    row[0] = above;
  }
  return { ...table, rows: [...table.rows, ...rest] };
}

function repeatedRows(rows: TableGrid, rest: TableGrid): number {
  const printed = (row: readonly GridCell[] | undefined): string =>
    (row ?? []).map((cell) => cellText(cell.pieces)).join('\t');
  let count = 0;
  while (count < Math.min(3, rows.length, rest.length - 1) && printed(rows[count]) === printed(rest[count])) count++;
  return count;
}
