import { itemAt } from '../item-at.ts';
import type { Row, Segment } from './geometry.ts';
import type { GridCell, PageTable } from './page-table.ts';

/** Fewer rows line up by chance: a signature and a date, two short headings. */
const MIN_ROWS = 3;
/** Rows of a table stand closer than this, in units of the type's size. */
const MAX_ROW_GAP = 3.2;
/** The white strip between two columns, likewise. */
const MIN_STRIP = 0.8;

interface Interval {
  readonly from: number;
  readonly to: number;
}

/** A table without lines that begins at row `from`: its grid and how many rows it takes; null where there is none. */
export function readAlignedTable(
  rows: readonly Row[],
  from: number,
): { readonly table: PageTable; readonly length: number } | null {
  let columns: Interval[] = [];
  let end = from;
  while (end < rows.length) {
    const row = itemAt(rows, end);
    const above = rows[end - 1];
    if (end > from && above !== undefined && row.baseline - above.baseline > MAX_ROW_GAP * row.size) break;
    const next = widened(columns, row);
    if (end === from ? row.segments.length < 2 : !goesOn(columns, next, row)) break;
    columns = next;
    end++;
  }
  // A last line in the first column is the paragraph after the table.
  while (end > from && itemAt(rows, end - 1).segments.length < 2) end--;
  const taken = rows.slice(from, end);
  if (taken.filter((row) => row.segments.length >= 2).length < MIN_ROWS || columns.length < 2) return null;
  return { table: gridOf(taken, columns), length: end - from };
}

/** The strips between columns have to stay white in every row. */
function goesOn(columns: readonly Interval[], next: readonly Interval[], row: Row): boolean {
  if (next.length < Math.max(2, columns.length - 1)) return false;
  if (row.segments.length >= 2) return true;
  // A single segment is the second line of a cell, unless it stands in the first column, where rows begin.
  const first = itemAt(columns, 0);
  return itemAt(row.segments, 0).left > first.to;
}

/** The columns after adding a row: places that are printed in any row, apart by a strip that is white in all. */
function widened(columns: readonly Interval[], row: Row): Interval[] {
  const strip = MIN_STRIP * row.size;
  const all = [...columns, ...row.segments.map((segment) => ({ from: segment.left, to: segment.right }))];
  const result: Interval[] = [];
  for (const interval of all.sort((a, b) => a.from - b.from)) {
    const last = result.at(-1);
    if (last !== undefined && interval.from < last.to + strip) {
      result.splice(-1, 1, { from: last.from, to: Math.max(last.to, interval.to) });
    } else result.push(interval);
  }
  return result;
}

function gridOf(rows: readonly Row[], columns: readonly Interval[]): PageTable {
  const lines: Segment[][][] = [];
  for (const row of rows) {
    const cells = columns.map((column) =>
      row.segments.filter((segment) => segment.left >= column.from - 1 && segment.right <= column.to + 1),
    );
    const last = lines.at(-1);
    // A row whose first cell is empty is the second line of the row above.
    if (last !== undefined && cells[0]?.length === 0) last.forEach((cell, index) => cell.push(...(cells[index] ?? [])));
    else lines.push(cells);
  }
  const first = itemAt(rows, 0);
  const grid = lines.map((cells, y) => cells.map((pieces, x): GridCell => ({ owner: y * columns.length + x, pieces })));
  return {
    page: itemAt(first.segments, 0).page,
    top: first.baseline - first.size,
    left: itemAt(columns, 0).from,
    columns: [...columns.map((column) => column.from), itemAt(columns, columns.length - 1).to],
    rows: grid,
  };
}
