/** Points on a page as it is looked at: x to the right, y down, 72 to the inch. */

/** A piece of text that the file prints in one go. */
export interface Piece {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  /** The line that the characters stand on. */
  readonly baseline: number;
  /** Height of the type. */
  readonly size: number;
}

/** A straight line that is drawn, as tables have them: at y from x to x, or at x from y to y. */
export interface Ruling {
  readonly direction: 'horizontal' | 'vertical';
  readonly at: number;
  readonly from: number;
  readonly to: number;
}

export interface PageContent {
  /** 1-based. */
  readonly number: number;
  readonly width: number;
  readonly height: number;
  readonly pieces: readonly Piece[];
  readonly rulings: readonly Ruling[];
  readonly hasPictures: boolean;
}

/** A part of a printed line: pieces that stand close together. */
export interface Segment extends Piece {
  readonly page: number;
}

/** All that stands on one height of the page, from left to right. */
export interface Row {
  readonly baseline: number;
  readonly size: number;
  readonly segments: readonly Segment[];
}

/** The middle of the characters, to tell which cell a piece stands in. */
export const middleOf = (piece: Piece): number => piece.baseline - piece.size * 0.35;

/** From numbers that are nearly the same one each, ascending. */
export function clustered(values: readonly number[], tolerance: number): number[] {
  const clusters: number[][] = [];
  for (const value of [...values].sort((a, b) => a - b)) {
    const last = clusters.at(-1);
    if (last !== undefined && value - (last.at(-1) ?? value) <= tolerance) last.push(value);
    else clusters.push([value]);
  }
  return clusters.map((cluster) => cluster.reduce((sum, value) => sum + value, 0) / cluster.length);
}

/** The value in the middle; `fallback` where there is none. */
export function median(values: readonly number[], fallback: number): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? fallback;
}
