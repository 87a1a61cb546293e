import type { Row, Segment } from './geometry.ts';

/** Fewer lines beside each other are a table or a signature. */
const MIN_LINES = 5;
/** Lines of text fill their column; cells of a table do not. */
const MIN_FILL = 0.6;
/** The gutter stands near the middle of the text. */
const GUTTER_FROM = 0.35;
const GUTTER_TO = 0.65;

/** Rows in reading order: the page from top to bottom, and where it has two columns the left one first. */
export interface Band {
  readonly rows: readonly Row[];
  /** 0 for text over the whole width, else 1 or 2. */
  readonly column: 0 | 1 | 2;
}

/** Parts the rows of a page into bands at its gutter; one band where the page has no columns. */
export function bandsOf(rows: readonly Row[], gutter: number | null): Band[] {
  if (gutter === null) return [{ rows, column: 0 }];
  const bands: Band[] = [];
  let beside: Row[] = [];
  const flush = (): void => {
    const half = (column: 1 | 2): Band => ({
      column,
      rows: beside
        .map((row) => ({
          ...row,
          segments: row.segments.filter((segment) => middle(segment) < gutter === (column === 1)),
        }))
        .filter((row) => row.segments.length > 0),
    });
    bands.push(...[half(1), half(2)].filter((band) => band.rows.length > 0));
    beside = [];
  };
  for (const row of rows) {
    if (!row.segments.some((segment) => crosses(segment, gutter))) {
      beside.push(row);
      continue;
    }
    flush();
    const last = bands.at(-1);
    if (last?.column === 0) bands.splice(-1, 1, { column: 0, rows: [...last.rows, row] });
    else bands.push({ column: 0, rows: [row] });
  }
  flush();
  return bands;
}

const middle = (segment: Segment): number => (segment.left + segment.right) / 2;
const crosses = (segment: Segment, x: number): boolean => segment.left < x && segment.right > x;

/** Where each page's columns are parted; a short last page takes part in the columns of the others. */
export function guttersOf(pages: readonly (readonly Row[])[]): (number | null)[] {
  const own = pages.map((rows) => gutterOf(rows.flatMap((row) => row.segments)));
  const usual = own.find((gutter) => gutter !== null);
  if (usual === undefined) return own;
  return own.map((gutter, index) => {
    const crossed = pages[index]?.some((row) => row.segments.some((segment) => crosses(segment, usual))) ?? true;
    return gutter ?? (crossed ? null : usual);
  });
}

/** The white strip between two columns of text, null where there is none. */
function gutterOf(segments: readonly Segment[]): number | null {
  const left = Math.min(...segments.map((segment) => segment.left));
  const right = Math.max(...segments.map((segment) => segment.right));
  // Columns begin where many segments begin; the strip is just left of it.
  const starts = segments
    .filter(
      (segment) =>
        segment.left > left + (right - left) * GUTTER_FROM && segment.left < left + (right - left) * GUTTER_TO,
    )
    .map((segment) => segment.left - segment.size * 0.4);
  let best: { readonly x: number; readonly crossing: number } | null = null;
  for (const x of new Set(starts.map((start) => Math.round(start)))) {
    const crossing = segments.filter((segment) => crosses(segment, x)).length;
    if (isGutter(segments, x, left, right) && (best === null || crossing < best.crossing)) best = { x, crossing };
  }
  return best?.x ?? null;
}

function isGutter(segments: readonly Segment[], x: number, left: number, right: number): boolean {
  const before = segments.filter((segment) => segment.right <= x);
  const after = segments.filter((segment) => segment.left >= x);
  const crossing = segments.length - before.length - after.length;
  if (Math.min(before.length, after.length) < MIN_LINES || crossing > segments.length * 0.3) return false;
  return fill(before, x - left) >= MIN_FILL && fill(after, right - x) >= MIN_FILL;
}

const fill = (segments: readonly Segment[], width: number): number =>
  segments.reduce((sum, segment) => sum + (segment.right - segment.left), 0) / segments.length / width;
