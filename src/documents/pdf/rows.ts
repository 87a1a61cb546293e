import { itemAt } from '../item-at.ts';
import type { Piece, Row, Segment } from './geometry.ts';
import { spacing } from './join-text.ts';

/** Wider gaps part columns or cells; a blank in a Chinese line is half as wide. */
const SEGMENT_GAP = 1;

/** Orders pieces into rows from top to bottom, each parted at wide gaps. */
export function rowsOf(pieces: readonly Piece[], page: number): Row[] {
  const rows: Piece[][] = [];
  for (const piece of [...pieces].sort((a, b) => a.baseline - b.baseline)) {
    const row = rows.at(-1);
    // Raised and lowered characters (m², CO₂) stand less than half a line away.
    const fits =
      row !== undefined && piece.baseline - itemAt(row, 0).baseline < 0.5 * Math.min(itemAt(row, 0).size, piece.size);
    if (fits) row.push(piece);
    else rows.push([piece]);
  }
  return rows.map((row) => {
    const sorted = [...row].sort((a, b) => a.left - b.left);
    const main = sorted.reduce((tallest, piece) => (piece.size > tallest.size ? piece : tallest));
    return { baseline: main.baseline, size: main.size, segments: segmentsOf(sorted, page) };
  });
}

function segmentsOf(pieces: readonly Piece[], page: number): Segment[] {
  const segments: Segment[] = [];
  for (const piece of pieces) {
    const last = segments.at(-1);
    const size = last === undefined ? piece.size : Math.max(last.size, piece.size);
    const gap = last === undefined ? Infinity : (piece.left - last.right) / size;
    if (last !== undefined && gap < SEGMENT_GAP) segments.splice(-1, 1, joined(last, piece, gap));
    else segments.push({ ...piece, page });
  }
  return segments;
}

/** The text of a line that is read as one, whatever its gaps. */
export function wholeLine(segments: readonly Segment[]): Segment {
  return segments.slice(1).reduce(
    (line, segment) => {
      const gap = (segment.left - line.right) / Math.max(line.size, segment.size);
      return joined(line, segment, gap);
    },
    itemAt(segments, 0),
  );
}

function joined(line: Segment, piece: Piece, gap: number): Segment {
  return {
    page: line.page,
    text: `${line.text}${spacing(line.text, piece.text, gap)}${piece.text}`,
    left: Math.min(line.left, piece.left),
    right: Math.max(line.right, piece.right),
    baseline: line.size >= piece.size ? line.baseline : piece.baseline,
    size: Math.max(line.size, piece.size),
  };
}
