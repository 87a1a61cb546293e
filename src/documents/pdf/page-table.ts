import type { Piece } from './geometry.ts';

/** A place of the grid; places of one merged cell have the same owner. */
export interface GridCell {
  readonly owner: number;
  readonly pieces: readonly Piece[];
}

export type TableGrid = readonly (readonly GridCell[])[];

/** A table, or the part of it that stands on one page. */
export interface PageTable {
  readonly page: number;
  readonly top: number;
  readonly left: number;
  /** The borders of the columns from left to right. */
  readonly columns: readonly number[];
  readonly rows: TableGrid;
}
