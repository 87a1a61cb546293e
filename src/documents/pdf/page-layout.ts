import { readAlignedTable } from './aligned-table.ts';
import { bandsOf, guttersOf, type Band } from './columns.ts';
import type { Row, Segment } from './geometry.ts';
import type { PageTable } from './page-table.ts';
import { rowsOf, wholeLine } from './rows.ts';
import type { PageParts } from './ruled-table.ts';

/** A printed line of running text. */
export interface TextLine extends Segment {
  readonly kind: 'line';
  /** 0 over the whole width, else 1 or 2. */
  readonly column: 0 | 1 | 2;
}

export interface TableElement {
  readonly kind: 'table';
  readonly table: PageTable;
}

/** The lines and tables of all pages in reading order. */
export function layoutPages(pages: readonly PageParts[]): (TextLine | TableElement)[] {
  const rows = pages.map((page) => rowsOf(page.rest, page.number));
  const gutters = guttersOf(rows);
  return pages.flatMap((page, index) => layoutPage(page.tables, rows[index] ?? [], gutters[index] ?? null));
}

function layoutPage(
  tables: readonly PageTable[],
  rows: readonly Row[],
  gutter: number | null,
): (TextLine | TableElement)[] {
  const waiting = [...tables].sort((a, b) => a.top - b.top);
  const elements: (TextLine | TableElement)[] = [];
  const place = (isDue: (table: PageTable) => boolean): void => {
    for (const table of waiting.filter(isDue)) {
      waiting.splice(waiting.indexOf(table), 1);
      elements.push({ kind: 'table', table });
    }
  };
  for (const band of bandsOf(rows, gutter)) {
    let index = 0;
    while (index < band.rows.length) {
      const row = band.rows[index];
      if (row === undefined) break;
      place((table) => table.top < row.baseline && standsBeside(table, band));
      const aligned = readAlignedTable(band.rows, index);
      if (aligned === null) elements.push({ kind: 'line', column: band.column, ...wholeLine(row.segments) });
      else elements.push({ kind: 'table', table: aligned.table });
      index += aligned?.length ?? 1;
    }
  }
  place(() => true);
  return elements;
}

/** In two columns a table belongs to the one it stands in. */
function standsBeside(table: PageTable, band: Band): boolean {
  if (band.column === 0) return true;
  const segments = band.rows.flatMap((row) => row.segments);
  const middle = ((table.columns[0] ?? 0) + (table.columns.at(-1) ?? 0)) / 2;
  return segments.some((segment) => segment.left <= middle && segment.right >= middle);
}
