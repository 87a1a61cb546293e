import { figureColumns, type FigureRow } from './figure-table.ts';
import { safeCell } from './safe-cell.ts';

/** Tells Excel that UTF-8 follows; without it Chinese text turns to rubbish there. */
const byteOrderMark = '\uFEFF';

/** All figures as CSV (RFC 4180, UTF-8 with byte order mark), safe to open in a spreadsheet program. */
export function figuresCsv(rows: readonly FigureRow[]): Uint8Array {
  const table = [
    figureColumns.map(({ heading }) => heading),
    ...rows.map((row) => figureColumns.map((column) => column.cell(row))),
  ];
  const lines = table.map((cells) => cells.map((cell) => quote(safeCell(cell))).join(','));
  return new TextEncoder().encode(`${byteOrderMark}${lines.join('\r\n')}\r\n`);
}

const quote = (cell: string): string => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
