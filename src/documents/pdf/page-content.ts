import type { PDFPageProxy } from 'pdfjs-dist';
import type { PageContent, Piece } from './geometry.ts';
import { composed, matrixFrom, type Matrix } from './matrix.ts';
import { readRulings } from './rulings.ts';

const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0];

/** Steeper text is a watermark or a stamp. */
const MAX_SLOPE = 0.05;

/** The text and the ruling lines of a page, in the order they are printed. */
export async function readPage(page: PDFPageProxy): Promise<PageContent> {
  const viewport = page.getViewport({ scale: 1 });
  const toPage = matrixFrom(viewport.transform) ?? IDENTITY;
  // Text as printed: without this ﬁ and full-width forms would be rewritten.
  const content = await page.getTextContent({ disableNormalization: true });
  const pieces: Piece[] = [];
  for (const item of content.items) {
    if (!('str' in item) || item.str.trim() === '') continue;
    const transform = matrixFrom(item.transform);
    // The maps of Chinese fonts give the ellipsis as a mathematical sign of the same looks.
    const piece = transform && placed(item.str.replaceAll('⋯', '…'), item.width, composed(toPage, transform));
    if (piece !== null && !isPrintedTwice(piece, pieces)) pieces.push(piece);
  }
  // A page without text is a picture; its operators need not be read.
  const { rulings, hasPictures } =
    pieces.length === 0 ? { rulings: [], hasPictures: true } : await readRulings(page, toPage);
  page.cleanup();
  return { number: page.pageNumber, width: viewport.width, height: viewport.height, pieces, rulings, hasPictures };
}

function placed(text: string, width: number, [a, b, c, d, x, y]: Matrix): Piece | null {
  if (Math.abs(b) > MAX_SLOPE * Math.abs(a) || a <= 0) return null;
  const size = Math.hypot(c, d);
  // Blanks at the ends take room: the piece is narrowed by their share.
  const blank = size / 2;
  const left = x + (text.length - text.trimStart().length) * blank;
  const right = x + width - (text.length - text.trimEnd().length) * blank;
  return { text: text.trim(), left, right: Math.max(left, right), baseline: y, size };
}

/** Some programs print bold type by printing it twice, a little apart. */
function isPrintedTwice(piece: Piece, pieces: readonly Piece[]): boolean {
  return pieces
    .slice(-4)
    .some(
      (other) =>
        other.text === piece.text &&
        Math.abs(other.left - piece.left) < piece.size * 0.2 &&
        Math.abs(other.baseline - piece.baseline) < piece.size * 0.2,
    );
}
