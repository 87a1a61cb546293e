import { readFileSync } from 'node:fs';
import path from 'node:path';

/** One expression a line, with the terms of work plans that it stands for, the likeliest first. */
const file = path.join(import.meta.dirname, 'thesaurus.tsv');

interface Thesaurus {
  /** Terms by everyday expression. */
  readonly terms: ReadonlyMap<string, readonly string[]>;
  /** Length of the longest expression, in characters. */
  readonly longest: number;
}

const shortest = 2;
let opened: Thesaurus | undefined;

function open(): Thesaurus {
  const entries = readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line): [string, string[]] => {
      const [everyday = '', terms = ''] = line.split('\t');
      return [everyday, terms.split(' ')];
    });
  return { terms: new Map(entries), longest: Math.max(...entries.map(([everyday]) => everyday.length)) };
}

/**
 * A question with its everyday expressions put into the terms that the plan's text has: 「厂子赔钱」 becomes 「企业亏损」. The
 * longest expression at a place counts; one whose terms the text has none of stays as it is.
 */
export function reword(folded: string, text: string): string {
  opened ??= open();
  let [reworded, at] = ['', 0];
  while (at < folded.length) {
    const [said, term] = expressionAt(opened, folded, at, text) ?? [folded.charAt(at), folded.charAt(at)];
    reworded += term;
    at += said.length;
  }
  return reworded;
}

function expressionAt(
  { terms, longest }: Thesaurus,
  folded: string,
  at: number,
  text: string,
): [string, string] | null {
  for (let length = Math.min(longest, folded.length - at); length >= shortest; length -= 1) {
    const everyday = folded.slice(at, at + length);
    const officials = terms.get(everyday);
    // Most stretches are no expression; the text is searched for the few that are.
    if (officials === undefined || crossesWords(folded, at, at + length, text)) continue;
    const term = officials.find((official) => text.includes(official));
    if (term !== undefined && !standsWithin(term, everyday, folded, at)) return [everyday, term];
  }
  return null;
}

/** 「乡村医生」 has 村医 in it, and is the term already. */
function standsWithin(term: string, everyday: string, folded: string, at: number): boolean {
  const offset = term.indexOf(everyday);
  return offset >= 0 && folded.startsWith(term, at - offset);
}

/** 初中|专任 has 中专 in it: at both ends the plan's own words go on. */
const crossesWords = (folded: string, start: number, end: number, text: string): boolean =>
  start > 0 && end < folded.length && [start, end].every((edge) => text.includes(folded.slice(edge - 1, edge + 1)));
