import { itemAt } from '../item-at.ts';
import { displayWidth } from '../text/hard-wrap.ts';
import { clustered, middleOf, type PageContent, type Piece, type Ruling } from './geometry.ts';
import type { PageTable, TableGrid } from './page-table.ts';

/** Lines that should meet miss each other by so much. */
const MEET = 3;
/** A border counts where it runs along most of a cell's side. */
const COVER = 0.6;

interface Grid {
  readonly xs: readonly number[];
  readonly ys: readonly number[];
  readonly rulings: readonly Ruling[];
}

/** A page with the tables that are drawn with lines taken out. */
export interface PageParts {
  readonly number: number;
  readonly height: number;
  readonly tables: readonly PageTable[];
  /** The pieces of text that stand in no table. */
  readonly rest: readonly Piece[];
}

export function takeRuledTables(page: PageContent): PageParts {
  const tables: PageTable[] = [];
  let rest = page.pieces;
  for (const grid of gridsOf(page.rulings)) {
    const inside = rest.filter((piece) => standsIn(piece, grid));
    const table = inside.length === 0 ? null : readGrid(grid, inside, page.number);
    if (table === null) continue;
    tables.push(table);
    rest = rest.filter((piece) => !inside.includes(piece));
  }
  return { number: page.number, height: page.height, tables, rest };
}

/** Lines that touch one another, as long as they cross enough to make cells. */
function gridsOf(rulings: readonly Ruling[]): Grid[] {
  const groups: Ruling[][] = [];
  for (const ruling of merged(rulings)) {
    const touching = groups.filter((group) => group.some((other) => meet(ruling, other)));
    const group = [ruling, ...touching.flat()];
    for (const old of touching) groups.splice(groups.indexOf(old), 1);
    groups.push(group);
  }
  return groups.map(gridOf).filter((grid) => grid.xs.length >= 3 && grid.ys.length >= 2);
}

/** Pieces of one line that follow on each other become one; cells are often drawn border by border. */
function merged(rulings: readonly Ruling[]): Ruling[] {
  const result: Ruling[] = [];
  const sorted = [...rulings].sort(
    (a, b) => a.direction.localeCompare(b.direction) || Math.round(a.at) - Math.round(b.at) || a.from - b.from,
  );
  for (const ruling of sorted) {
    const last = result.at(-1);
    const follows =
      last?.direction === ruling.direction && Math.abs(last.at - ruling.at) < 1.5 && ruling.from <= last.to + MEET;
    if (follows) result.splice(-1, 1, { ...last, to: Math.max(last.to, ruling.to) });
    else result.push(ruling);
  }
  return result;
}

function meet(a: Ruling, b: Ruling): boolean {
  if (a.direction === b.direction) return false;
  return a.at >= b.from - MEET && a.at <= b.to + MEET && b.at >= a.from - MEET && b.at <= a.to + MEET;
}

/** Tables without outer borders at the sides still end where their horizontal lines do. */
function gridOf(rulings: readonly Ruling[]): Grid {
  const horizontal = rulings.filter((ruling) => ruling.direction === 'horizontal');
  const vertical = rulings.filter((ruling) => ruling.direction === 'vertical');
  const ends = (lines: readonly Ruling[]): number[] => lines.flatMap((line) => [line.from, line.to]);
  const outer = (values: readonly number[]): number[] => {
    const sorted = [...values].sort((a, b) => a - b);
    return sorted.length === 0 ? [] : [itemAt(sorted, 0), itemAt(sorted, sorted.length - 1)];
  };
  return {
    xs: clustered([...vertical.map((line) => line.at), ...outer(ends(horizontal))], MEET),
    ys: clustered([...horizontal.map((line) => line.at), ...outer(ends(vertical))], MEET),
    rulings,
  };
}

function standsIn(piece: Piece, { xs, ys }: Grid): boolean {
  const x = (piece.left + piece.right) / 2;
  const y = middleOf(piece);
  return x > itemAt(xs, 0) && x < itemAt(xs, xs.length - 1) && y > itemAt(ys, 0) && y < itemAt(ys, ys.length - 1);
}

/** Which slot of the ascending borders a value falls into. */
function slotOf(borders: readonly number[], value: number): number {
  const above = borders.findIndex((border) => border > value);
  return Math.min(borders.length - 2, Math.max(0, (above === -1 ? borders.length : above) - 1));
}

function readGrid(grid: Grid, pieces: readonly Piece[], page: number): PageTable | null {
  const owners = ownersOf(grid);
  const contents = new Map<number, Piece[]>();
  for (const piece of pieces.flatMap((whole) => parted(whole, grid, owners))) {
    const owner = ownerAt(owners, grid, piece);
    contents.set(owner, [...(contents.get(owner) ?? []), piece]);
  }
  // One cell with all the text is a frame round the page, no table.
  if (contents.size < 2) return null;
  const rows: TableGrid = owners.map((row) => row.map((owner) => ({ owner, pieces: contents.get(owner) ?? [] })));
  return { page, top: itemAt(grid.ys, 0), left: itemAt(grid.xs, 0), columns: grid.xs, rows };
}

/** For each place of the grid the number of the cell it belongs to; places without a border between them share one. */
function ownersOf({ xs, ys, rulings }: Grid): number[][] {
  const columns = xs.length - 1;
  const owners = ys.slice(1).map((_, row) => xs.slice(1).map((__, column) => row * columns + column));
  const replace = (from: number, to: number): void => {
    for (const row of owners) {
      for (const [index, owner] of row.entries()) if (owner === from) row[index] = to;
    }
  };
  owners.forEach((row, y) => {
    row.forEach((_, x) => {
      const [left, right, top, bottom] = [itemAt(xs, x), itemAt(xs, x + 1), itemAt(ys, y), itemAt(ys, y + 1)];
      if (x + 1 < columns && !covered(rulings, 'vertical', right, top, bottom)) {
        replace(itemAt(row, x + 1), itemAt(row, x));
      }
      const below = owners[y + 1];
      if (below !== undefined && !covered(rulings, 'horizontal', bottom, left, right)) {
        replace(itemAt(below, x), itemAt(row, x));
      }
    });
  });
  return owners;
}

function covered(
  rulings: readonly Ruling[],
  direction: Ruling['direction'],
  at: number,
  from: number,
  to: number,
): boolean {
  const length = rulings
    .filter((ruling) => ruling.direction === direction && Math.abs(ruling.at - at) <= MEET)
    .reduce((sum, ruling) => sum + Math.max(0, Math.min(ruling.to, to) - Math.max(ruling.from, from)), 0);
  return length >= COVER * (to - from);
}

function ownerAt(owners: readonly (readonly number[])[], { xs, ys }: Grid, piece: Piece): number {
  const row = itemAt(owners, slotOf(ys, middleOf(piece)));
  return itemAt(row, slotOf(xs, (piece.left + piece.right) / 2));
}

/** A piece that runs across a border holds the text of several cells; it is parted where the border stands. */
function parted(piece: Piece, grid: Grid, owners: readonly (readonly number[])[]): Piece[] {
  const first = ownerAt(owners, grid, { ...piece, right: piece.left });
  const last = ownerAt(owners, grid, { ...piece, left: piece.right });
  const inside = grid.xs.some((x) => x > piece.left + piece.size / 2 && x < piece.right - piece.size / 2);
  if (first === last || !inside) return [piece];
  const unit = (piece.right - piece.left) / Math.max(1, displayWidth(piece.text));
  const parts: Piece[] = [];
  let left = piece.left;
  for (const character of piece.text) {
    const right = left + displayWidth(character) * unit;
    const next = { ...piece, text: character, left, right };
    const before = parts.at(-1);
    if (before !== undefined && ownerAt(owners, grid, next) === ownerAt(owners, grid, before)) {
      parts.splice(-1, 1, { ...before, text: before.text + character, right });
    } else parts.push(next);
    left = right;
  }
  return parts.filter((part) => part.text.trim() !== '');
}
