import { startsNumbering } from '../text/numbering-start.ts';
import type { Piece } from './geometry.ts';
import { glue } from './join-text.ts';
import { rowsOf, wholeLine } from './rows.ts';

/** The text of a cell, its broken lines joined; numbered items keep lines of their own. */
export function cellText(pieces: readonly Piece[]): string {
  return rowsOf(pieces, 0)
    .map((row) => wholeLine(row.segments).text)
    .reduce((text, line) => {
      if (text === '') return line;
      return `${text}${startsNumbering(line) ? '\n' : glue(text, line)}${line}`;
    }, '');
}
