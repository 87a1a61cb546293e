import { isPair, ngrams } from '../../text/ngrams.ts';
import { segmentWords } from '../../text/words.ts';
import { contentRuns } from './content-runs.ts';

const longest = 4;
const shortest = 3;
/** Characters that may stand between two of the short form's in the full name. */
const gap = '[\\u4e00-\\u9fff]{0,5}?';

/**
 * Writes out short forms that officials make by taking a character of each word: 特控线 for 特殊类型招生控制线, 市运会 for
 * 市第十届运动会. Only a stretch that the plan has no part of, and that fits one name of it, is one.
 */
export function writeOutShortForms(question: string, text: string, known: (pair: string) => boolean): string {
  const folded = writeOutAbbreviations(question, text);
  // Only in what names something: 今年目标 is no short form of 今年的主要目标.
  for (const run of contentRuns(folded, known).filter((words) => /^[\u4e00-\u9fff]{3,}$/.test(words))) {
    for (let length = Math.min(longest, run.length); length >= shortest; length -= 1) {
      for (let at = 0; at + length <= run.length; at += 1) {
        const short = run.slice(at, at + length);
        // The plan's pairs are asked first, so that few questions wait for the dictionary.
        if (ngrams(short).filter(isPair).some(known) || !wordStarts(run).includes(at) || beginsWithWord(short))
          continue;
        const name = fullName(short, text);
        if (name !== null) return folded.replace(short, name);
      }
    }
  }
  return folded;
}

const endOfName = 6;

/** AED for 自动体外除颤器（AED）, where the plan has the letters in brackets only: the end of the name tells enough. */
function writeOutAbbreviations(folded: string, text: string): string {
  return folded.replace(/(?<![A-Za-z])[A-Z]{2,6}(?![A-Za-z\d])/g, (letters) => {
    const explained = [...text.matchAll(new RegExp(`([\\u4e00-\\u9fff]{3,})[（(]${letters}[）)]`, 'g'))];
    const [first] = explained;
    return first !== undefined && explained.length === text.split(letters).length - 1
      ? (first[1] ?? letters).slice(-endOfName)
      : letters;
  });
}

/** Where the words of a text begin: 国经开区 of 全国经开区 begins inside one. */
function wordStarts(text: string): number[] {
  const starts: number[] = [];
  let at = 0;
  for (const { text: word } of segmentWords(text)) {
    starts.push(at);
    at += word.length;
  }
  return starts;
}

/** 全国经开 is no short form: it begins with a word of its own. */
function beginsWithWord(short: string): boolean {
  const [first, ...rest] = segmentWords(short);
  return rest.length > 0 && (first?.text.length ?? 0) > 1;
}

/** The one name in the text that a short form stands for; null where there is none, or more than one. */
function fullName(short: string, text: string): string | null {
  const pattern = new RegExp([...short].join(gap), 'g');
  const names = new Set<string>();
  for (const { 0: name } of text.matchAll(pattern)) {
    if (name.length > short.length && takesWords(short, name)) names.add(name);
    if (names.size > 1) return null;
  }
  return [...names][0] ?? null;
}

/** Each character begins a word of the name; the last one may end its last word (房 of 住房). */
function takesWords(short: string, name: string): boolean {
  const words = segmentWords(name);
  if (words.length < 2 || words.some(({ kind }) => kind === 'speech')) return false;
  const begins = new Set(wordStarts(name));
  let found = -1;
  for (const [index, char] of [...short].entries()) {
    const last = index === short.length - 1;
    found = last ? name.length - 1 : findIn(name, char, found + 1, begins);
    if (found < 0 || (last && name[found] !== char)) return false;
  }
  return true;
}

function findIn(name: string, char: string, from: number, begins: ReadonlySet<number>): number {
  for (let at = from; at < name.length; at += 1) if (name[at] === char && begins.has(at)) return at;
  return -1;
}
