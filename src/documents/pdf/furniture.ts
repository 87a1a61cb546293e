import type { Piece, Row } from './geometry.ts';
import { rowsOf, wholeLine } from './rows.ts';
import type { PageParts } from './ruled-table.ts';

/** Headers and footers stand in the outer eighth of the page; Chinese official documents keep 37 mm free at the top. */
const EDGE_SHARE = 0.125;
/** A header and a ruled line of text below it, seldom more. */
const EDGE_ROWS = 3;
/** Headers of left and right pages take turns, first pages have none. */
const MIN_SHARE_OF_PAGES = 0.3;

const pageNumber =
  /^(?:[-—–―·•\s]*(?:\d{1,4}|[ivxlc]{1,6}|[IVXLC]{1,6})[-—–―·•\s]*|第?\s*[\d一二三四五六七八九十百]{1,4}\s*页?\s*[/,，、]?\s*共\s*[\d一二三四五六七八九十百]{1,4}\s*页|第\s*[\d一二三四五六七八九十百]{1,4}\s*页|\d{1,4}\s*[/／]\s*\d{1,4}|page\s*\d{1,4}(?:\s*(?:of|\/)\s*\d{1,4})?)$/i;

/**
 * The pages without their page numbers, and without the lines that repeat at their upper and lower edges. Tables are
 * left alone: a header row that is printed again on each page looks just like a page's header.
 */
export function withoutFurniture(pages: readonly PageParts[]): PageParts[] {
  const edges = pages.map((page) => edgeRows(page));
  const places = new Map<string, number>();
  for (const rows of edges) {
    for (const key of new Set(rows.map(placeOf))) places.set(key, (places.get(key) ?? 0) + 1);
  }
  const least = Math.max(2, pages.length * MIN_SHARE_OF_PAGES);
  return pages.map((page, index) => {
    const dropped = (edges[index] ?? []).filter(
      (row) => pageNumber.test(textOf(row)) || (!sentence.test(textOf(row)) && repeats(row, places) >= least),
    );
    if (dropped.length === 0) return page;
    return { ...page, rest: page.rest.filter((piece) => !dropped.some((row) => stands(piece, row))) };
  });
}

/** Commas and full stops stand in running text, which may repeat by chance. */
const sentence = /[，。；]/;

const textOf = (row: Row): string => wholeLine(row.segments).text.trim();

/** The same words at the same height, whatever the numbers in them. */
const placeOf = (row: Row): string => `${Math.round(row.baseline / 4)} ${textOf(row).replaceAll(/\d+/g, '#')}`;

/** A height that falls on the edge of two classes is looked up in both. */
function repeats(row: Row, places: ReadonlyMap<string, number>): number {
  const words = textOf(row).replaceAll(/\d+/g, '#');
  const height = Math.round(row.baseline / 4);
  return [height - 1, height, height + 1].reduce((sum, at) => sum + (places.get(`${at} ${words}`) ?? 0), 0);
}

const stands = (piece: Piece, row: Row): boolean => Math.abs(piece.baseline - row.baseline) < 0.5 * row.size;

function edgeRows(page: PageParts): Row[] {
  const rows = rowsOf(page.rest, page.number);
  const top = rows.slice(0, EDGE_ROWS).filter((row) => row.baseline < page.height * EDGE_SHARE);
  const bottom = rows.slice(-EDGE_ROWS).filter((row) => row.baseline > page.height * (1 - EDGE_SHARE));
  return [...top, ...bottom.filter((row) => !top.includes(row))];
}
