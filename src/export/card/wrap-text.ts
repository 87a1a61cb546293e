/** The width of a text in pixels. */
export type Measure = (text: string) => number;

/** May not begin a line (GB/T 15834). */
const notFirst = /^[，。、；：？！…—·）》〉】」』”’％%‰℃,.;:?!)\]}›]/;
/** May not end one. */
const notLast = /[（《〈【「『“‘([{]$/;

/**
 * Breaks a text into lines no wider than `width`: between Chinese characters, but inside no number or Latin word and
 * not so that a line begins with a comma or ends with an opening bracket. A word wider than a line is broken anywhere.
 */
export function wrapText(text: string, width: number, measure: Measure): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const piece of pieces(text)) {
    if (line === '' || measure(line + piece) <= width) {
      line += piece;
    } else {
      lines.push(line.trimEnd());
      line = piece.trimStart();
    }
    while (measure(line) > width) {
      const head = longestPrefix(line, width, measure);
      lines.push(head);
      line = line.slice(head.length);
    }
  }
  return line === '' && lines.length > 0 ? lines : [...lines, line];
}

/** What stays together: a word, a number with its unit, else one character, with the punctuation that clings to it. */
function pieces(text: string): readonly string[] {
  const units = text.match(/[0-9][0-9.,/%‰-]*\p{Script=Han}{0,2}|[A-Za-z0-9][A-Za-z0-9.,/%‰+-]*|[\s\S]/gu) ?? [];
  const joined: string[] = [];
  for (const unit of units) {
    const last = joined.at(-1);
    if (last !== undefined && (notFirst.test(unit) || notLast.test(last))) joined[joined.length - 1] = last + unit;
    else joined.push(unit);
  }
  return joined;
}

function longestPrefix(text: string, width: number, measure: Measure): string {
  let prefix = '';
  for (const char of text) {
    if (prefix !== '' && measure(prefix + char) > width) break;
    prefix += char;
  }
  return prefix;
}
