import { displayWidth } from '../text/hard-wrap.ts';
import { startsNumbering } from '../text/numbering-start.ts';
import { itemAt } from '../item-at.ts';
import { median } from './geometry.ts';
import type { Margins } from './margins.ts';
import type { TextLine } from './page-layout.ts';

const firmEnd = /[。！？!?；;：:]["”』」）)]*$/;
const closing = /^[，。、；：！？）】》”’%％]/;

/** Beyond this the lines have a gap between them, in units of the usual distance. */
const MAX_LEADING = 1.5;
/** Room for spread characters and for punctuation that hangs over the margin. */
const SLACK = 0.6;
/** An indented first line; in Chinese it is two characters, in narrow columns sometimes one. */
const MIN_INDENT = 0.9;

/** What is typical of the whole document. */
export interface TextHabits {
  readonly leading: number;
  readonly size: number;
  /** Whether paragraphs begin with an indented line. */
  readonly indented: boolean;
}

export function habitsOf(lines: readonly TextLine[], margins: (line: TextLine) => Margins): TextHabits {
  const size = median(
    lines.map((line) => line.size),
    12,
  );
  const gaps = lines.slice(1).map((line, index) => line.baseline - itemAt(lines, index).baseline);
  const indented = lines.filter((line) => isIndented(line, margins(line)) && line.right - line.left > size * 12);
  return {
    size,
    leading: median(
      gaps.filter((gap) => gap > 0 && gap < size * 4),
      size * 1.5,
    ),
    indented: indented.length > lines.length * 0.05,
  };
}

const isIndented = (line: TextLine, { left }: Margins): boolean => line.left - left > MIN_INDENT * line.size;

/** Decides whether a paragraph that has reached `last` goes on in the line `next`. */
export function goesOn(
  paragraph: readonly TextLine[],
  next: TextLine,
  margins: (line: TextLine) => Margins,
  habits: TextHabits,
): boolean {
  const first = itemAt(paragraph, 0);
  const last = itemAt(paragraph, paragraph.length - 1);
  if (Math.abs(last.size - next.size) > 0.1 * last.size || startsNumbering(next.text)) return false;
  const sameColumn = last.page === next.page && last.column === next.column;
  if (sameColumn && next.baseline - last.baseline > MAX_LEADING * Math.max(habits.leading, last.size * 1.2))
    return false;
  if (isTitlePair(last, next, margins, habits)) return sameColumn;
  const { right } = margins(last);
  // Where the next line's first word would still have fitted, the break was wanted.
  if (right - last.right >= firstWordWidth(next) + SLACK * last.size) return false;
  if (isIndented(next, margins(next)) && !hangs(first, last, next)) {
    return paragraph.length === 1 && isIndented(first, margins(first)) && !firmEnd.test(last.text);
  }
  return habits.indented || !firmEnd.test(last.text);
}

/** Under a numbered first line the others may stand further in. */
const hangs = (first: TextLine, last: TextLine, next: TextLine): boolean =>
  startsNumbering(first.text) &&
  next.left > first.left &&
  (last === first || last.column !== next.column || last.page !== next.page || Math.abs(next.left - last.left) < 2);

/** A title over two lines: larger than the text, both in the middle. */
function isTitlePair(
  last: TextLine,
  next: TextLine,
  margins: (line: TextLine) => Margins,
  habits: TextHabits,
): boolean {
  const { left, right } = margins(last);
  const center = (line: TextLine): number => (line.left + line.right) / 2;
  const centered = (line: TextLine): boolean => Math.abs(center(line) - (left + right) / 2) < line.size * 1.5;
  return last.size > habits.size * 1.15 && centered(last) && centered(next) && last.right < right - last.size;
}

/** A Chinese character with the punctuation that may not be parted from it, or a number with its letters. */
function firstWordWidth(line: TextLine): number {
  const word = /^[\dA-Za-z.,%％+-]+/.exec(line.text)?.[0];
  if (word !== undefined) return (displayWidth(word) * line.size) / 2;
  return line.size * (closing.test(line.text.slice(1)) ? 2 : 1);
}
