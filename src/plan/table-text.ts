import type { TableBlock, TableCell, TableRow } from '../documents/plain-document.ts';
import { isPlace } from '../text/place-names.ts';

/** A column's heading: its header cells from the top, a merged one named once: 「2025年 目标」. */
export function columnHeading(block: TableBlock, column: number): string {
  const parts: string[] = [];
  for (const row of block.header) {
    const text = row.cells[column]?.text ?? '';
    if (text !== '' && parts.at(-1) !== text) parts.push(text);
  }
  return parts.join(' ');
}

/** A row for reading and for search: 「任务：智慧公路改造；目标值：75公里」; empty cells are left out. */
export function rowText(block: TableBlock, row: TableRow): string {
  return row.cells
    .map((cell, column) => ({ cell, heading: columnHeading(block, column), column }))
    .filter(({ cell, column }) => cell.text !== '' && !isRepeated(row, column))
    .map(({ cell, heading }) => (heading === '' ? cell.text : `${heading}：${cell.text}`))
    .join('；');
}

/** The row over several columns that the row stands below, such as 稳增长行动 between the tasks of a list; null where there is none. */
export function groupOf(block: TableBlock, row: TableRow): string | null {
  const above = block.rows.slice(0, block.rows.indexOf(row)).findLast(isGroup);
  return above?.cells.find(({ text }) => text !== '')?.text ?? null;
}

/**
 * 澜江区 of 「1 | 澜江区 | 16 | 48」, 临江区 of 「中心城区 | 临江区 | 4」: the place whose row it is; null where the first words name
 * none. A column beside it, below the same heading or of places too, tells more exactly.
 */
export function placeOfRow(block: TableBlock, { cells }: TableRow): string | null {
  const first = cells.findIndex(({ text }) => /\p{L}/u.test(text));
  const label = cells[first]?.text;
  if (label === undefined) return null;
  const isBeside = ({ text }: TableCell, column: number): boolean =>
    columnHeading(block, column) === columnHeading(block, first) || (isPlace(label) && isPlace(text));
  const behind = cells.findIndex((cell, column) => column > first && !isBeside(cell, column));
  const place = cells[(behind < 0 ? cells.length : behind) - 1]?.text ?? '';
  return isPlace(place) ? place : null;
}

/** One cell alone names what the rows below have in common. */
function isGroup({ cells }: TableRow): boolean {
  const filled = new Set(cells.filter(({ text }) => text !== '').map(({ start }) => start));
  return (
    cells.length > 2 &&
    filled.size === 1 &&
    /^[^\d:：。；;]{2,24}$/.test(cells.find(({ text }) => text !== '')?.text ?? '')
  );
}

/** A cell merged over several columns stands once. */
const isRepeated = (row: TableRow, column: number): boolean => {
  const [cell, left] = [row.cells[column], row.cells[column - 1]];
  return cell !== undefined && cell.text !== '' && left?.start === cell.start && left.end === cell.end;
};
