import type { PDFPageProxy } from 'pdfjs-dist';
import type { Ruling } from './geometry.ts';
import { applied, composed, matrixFrom, type Matrix } from './matrix.ts';

/** Maps and charts have more; their lines are no tables, and following them takes long. */
const MAX_OPERATORS = 200_000;
/** A filled bar this thin is a line; Word draws borders this way. */
const MAX_LINE_WIDTH = 3;
/** A grid drawn in one go has a few hundred; more is a drawing. */
const MAX_CORNERS = 2_000;
/** Shorter strokes are parts of drawings. */
const MIN_LENGTH = 4;

export interface Drawing {
  readonly rulings: Ruling[];
  readonly hasPictures: boolean;
}

/** The horizontal and vertical lines that the page draws, and whether it shows pictures. */
export async function readRulings(page: PDFPageProxy, toPage: Matrix): Promise<Drawing> {
  const { OPS } = await import('pdfjs-dist/legacy/build/pdf.mjs');
  const { fnArray, argsArray } = await page.getOperatorList();
  const strokes = new Set([OPS.stroke, OPS.closeStroke, OPS.fillStroke, OPS.eoFillStroke, OPS.closeFillStroke]);
  const fills = new Set([OPS.fill, OPS.eoFill]);
  const pictures = new Set([OPS.paintImageXObject, OPS.paintInlineImageXObject, OPS.paintImageMaskXObject]);
  const rulings: Ruling[] = [];
  const saved: Matrix[] = [];
  let matrix = toPage;
  let hasPictures = false;
  if (fnArray.length > MAX_OPERATORS) return { rulings, hasPictures };
  fnArray.forEach((operator, index) => {
    const values = argsArray[index] as readonly unknown[] | null;
    if (operator === OPS.save) saved.push(matrix);
    else if (operator === OPS.restore || operator === OPS.paintFormXObjectEnd) matrix = saved.pop() ?? matrix;
    else if (operator === OPS.transform) matrix = times(matrix, values);
    else if (operator === OPS.paintFormXObjectBegin) {
      saved.push(matrix);
      matrix = times(matrix, values?.[0]);
    } else if (pictures.has(operator)) hasPictures = true;
    else if (operator === OPS.constructPath) {
      const [painted, path] = values as readonly [number, readonly unknown[]];
      const stroked = strokes.has(painted);
      if (stroked || fills.has(painted)) rulings.push(...linesOf(path[0], matrix, stroked));
    }
  });
  return { rulings, hasPictures };
}

const times = (matrix: Matrix, values: unknown): Matrix => {
  const inner = matrixFrom(values);
  return inner === null ? matrix : composed(matrix, inner);
};

type Point = readonly [x: number, y: number];

/** How the library codes the steps of a path, and how many numbers follow each. */
const MOVE = 0;
const LINE = 1;
const CLOSE = 4;
const stepLengths: Readonly<Record<number, number>> = { 0: 2, 1: 2, 2: 6, 3: 4, 4: 0 };

/** The straight lines of a path: each side of what is stroked, but only the length of a thin bar that is filled. */
function linesOf(path: unknown, matrix: Matrix, stroked: boolean): Ruling[] {
  if (!(path instanceof Float32Array)) return [];
  const rulings: Ruling[] = [];
  for (const points of outlinesOf(path, matrix)) {
    if (stroked) {
      points.forEach((point, index) => {
        const next = points[index + 1];
        if (next !== undefined) addLine(rulings, point, next);
      });
      continue;
    }
    const xs = points.map(([x]) => x);
    const ys = points.map(([, y]) => y);
    const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
    const [x, y] = [(left + right) / 2, (top + bottom) / 2];
    if (bottom - top <= MAX_LINE_WIDTH && right - left > bottom - top) addLine(rulings, [left, y], [right, y]);
    else if (right - left <= MAX_LINE_WIDTH) addLine(rulings, [x, top], [x, bottom]);
  }
  return rulings;
}

/** The corners of each part of a path; parts with curves are left out. */
function outlinesOf(path: Float32Array, matrix: Matrix): Point[][] {
  const outlines: Point[][] = [];
  let current: Point[] = [];
  let index = 0;
  while (index < path.length) {
    const step = path[index] ?? -1;
    const length = stepLengths[step];
    if (length === undefined) break;
    const point = applied(matrix, path[index + 1] ?? 0, path[index + 2] ?? 0);
    if (step === MOVE) {
      current = [point];
      outlines.push(current);
    } else if (step === LINE) current.push(point);
    else if (step === CLOSE && current[0] !== undefined) current.push(current[0]);
    else current = [];
    index += 1 + length;
  }
  return outlines.filter((points) => points.length > 1 && points.length <= MAX_CORNERS);
}

function addLine(rulings: Ruling[], [x1, y1]: Point, [x2, y2]: Point): void {
  const [across, down] = [Math.abs(x1 - x2), Math.abs(y1 - y2)];
  if (down < 1 && across >= MIN_LENGTH) {
    rulings.push({ direction: 'horizontal', at: (y1 + y2) / 2, from: Math.min(x1, x2), to: Math.max(x1, x2) });
  } else if (across < 1 && down >= MIN_LENGTH) {
    rulings.push({ direction: 'vertical', at: (x1 + x2) / 2, from: Math.min(y1, y2), to: Math.max(y1, y2) });
  }
}
