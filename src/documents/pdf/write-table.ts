import type { TableBlock, TableCell, TableRow } from '../plain-document.ts';
import { splitHeader } from '../table-header.ts';
import type { TextWriter } from '../text-writer.ts';
import { cellText } from './cell-text.ts';
import type { PageTable } from './page-table.ts';

/** Writes a table row by row, its cells parted by tabs; merged cells are written once. */
export function writeTable(table: PageTable, out: TextWriter): TableBlock {
  const start = out.length;
  const written = new Map<number, TableCell>();
  const rows: TableRow[] = [];
  for (const gridRow of table.rows.filter((row) => row.some((cell) => cell.pieces.length > 0))) {
    if (rows.length > 0) out.write('\n');
    const rowStart = out.length;
    let fresh = 0;
    const cells = gridRow.map(({ owner, pieces }) => {
      const known = written.get(owner);
      if (known !== undefined) return known;
      if (fresh > 0) out.write('\t');
      fresh++;
      const text = cellText(pieces);
      const cell: TableCell = { ...out.write(text), text };
      written.set(owner, cell);
      return cell;
    });
    const own = cells.filter((cell) => cell.start >= rowStart && cell.text !== '');
    rows.push({ start: own[0]?.start ?? rowStart, end: own.at(-1)?.end ?? rowStart, cells });
  }
  const end = rows.reduce((last, row) => Math.max(last, row.end), start);
  return { kind: 'table', page: table.page, start, end, ...splitHeader(rows) };
}
