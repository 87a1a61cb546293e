import type { Span } from '../plain-document.ts';
import { startsNumbering } from './numbering-start.ts';

/** Fewer lines say nothing about a common width. */
const MIN_LINES = 4;
const MIN_BROKEN = 3;
/** Terminals and mail programs wrap at 70 to 80 columns, office exports at 28 to 45 Chinese characters. */
const MAX_WRAP_COLUMNS = 100;
const MIN_WRAP_COLUMNS = 24;
/** A line breaks up to two Chinese characters early, so that no punctuation begins the next one. */
const SLACK_COLUMNS = 5;
/** A line also breaks before a number or a word that does not fit, but then it stops in mid-sentence. */
const UNFINISHED_SLACK_COLUMNS = 12;

const sentenceEnd = /[。！？!?；;：:…”」』）)]$/;
const firmEnd = /[。！？!?；;：:]$/;

/** Columns that a text takes on a screen: Chinese characters and full-width signs two, others one. */
export function displayWidth(text: string): number {
  let width = 0;
  for (const character of text) width += isWide(character.codePointAt(0) ?? 0) ? 2 : 1;
  return width;
}

const isWide = (point: number): boolean =>
  (point >= 0x1100 && point <= 0x115f) ||
  (point >= 0x2e80 && point <= 0xa4cf) ||
  (point >= 0xac00 && point <= 0xd7a3) ||
  (point >= 0xf900 && point <= 0xfaff) ||
  (point >= 0xfe30 && point <= 0xfe6f) ||
  (point >= 0xff00 && point <= 0xff60) ||
  (point >= 0x2010 && point <= 0x2027) ||
  (point >= 0x20000 && point <= 0x3fffd);

/**
 * The width at which an editor broke the lines, or null where each line is a paragraph of its own. In a wrapped text no
 * line is longer, and most lines that are as long stop in the middle of a sentence and go on in the next.
 */
export function wrapWidth(text: string, lines: readonly Span[]): number | null {
  const printed = lines.map((line) => text.slice(line.start, line.end).trimEnd());
  const filled = printed.filter((line) => line !== '').length;
  const width = printed.reduce((widest, line) => Math.max(widest, displayWidth(line)), 0);
  if (filled < MIN_LINES || width > MAX_WRAP_COLUMNS || width < MIN_WRAP_COLUMNS) return null;
  let full = 0;
  let broken = 0;
  for (const [index, line] of printed.entries()) {
    if (displayWidth(line) < width - SLACK_COLUMNS) continue;
    full++;
    const next = printed[index + 1] ?? '';
    if (!sentenceEnd.test(line) && next !== '' && !startsNumbering(next.trimStart())) broken++;
  }
  return broken >= MIN_BROKEN && broken > full * 0.6 && broken > filled * 0.35 ? width : null;
}

/** Whether the paragraph of `line` goes on in `next`, in a text wrapped at `width`. */
export function continuesOn(text: string, line: Span, next: Span, width: number, indented: boolean): boolean {
  const printed = text.slice(line.start, line.end).trimEnd();
  const slack = sentenceEnd.test(printed) ? SLACK_COLUMNS : UNFINISHED_SLACK_COLUMNS;
  if (displayWidth(printed) < width - slack) return false;
  const following = text.slice(next.start, next.end);
  if (/^[\s\u3000]/.test(following) || startsNumbering(following)) return false;
  // Where paragraphs are indented, the missing indent says it goes on; elsewhere a full stop is taken at its word.
  return indented || !firmEnd.test(printed);
}
