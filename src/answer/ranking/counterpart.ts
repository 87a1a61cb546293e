import { clauseText } from '../../figures/figure.ts';
import { actionVerbs } from '../../figures/action-verbs.ts';
import { headNoun } from '../../figures/indicator.ts';
import { soundPairs } from '../../text/sounds.ts';
import { segmentWords } from '../../text/words.ts';
import { isSoft, missingFrom, ownWords } from './missing-names.ts';
import { townNamedFirst } from '../../text/place-names.ts';
import type { Candidate } from './rank.ts';

/**
 * 「小学教师研究生学历占比」 is no 初中教师研究生学历占比: before the words that both share stand two names, and the one of the
 * question is nowhere at the figure.
 */
export function namesCounterpart({ figure, near }: Candidate, content: readonly string[]): boolean {
  if (lacksRegion(figure, content)) return true;
  if (near >= 0.95) return false;
  const { indicator } = figure;
  const lacks = missingFrom(figure, `${ownWords(figure)}\n${clauseText(figure)}`);
  return content.some((run) => {
    const [atRun, atIndicator, length] = longestCommon(run, indicator);
    if (length < sharedFrame) return false;
    // 初中|生均公用经费 and 普通高中|生均公用经费 share the 中 as well.
    const shift = atRun >= 2 ? 0 : wordEnd(run, atRun) - atRun;
    const [asked, own] = [run.slice(0, atRun + shift), headNoun(indicator.slice(0, atIndicator + shift))];
    return (
      asked.length >= 2 &&
      asked.length <= longestName &&
      own.length >= 2 &&
      /^[\u4e00-\u9fff]+$/.test(asked + own) &&
      !actionVerbs.has(asked) &&
      !actionVerbs.has(own) &&
      segmentWords(asked).every(({ kind, text }) => (kind === 'name' || kind === 'other') && text.length >= 2) &&
      lacks(asked.slice(0, 2)) &&
      (shift > 0 || lacks(asked))
    );
  });
}

/** 「西部几个县」 are not the whole city, nor the eastern ones. */
function lacksRegion(figure: Candidate['figure'], content: readonly string[]): boolean {
  const around = `${ownWords(figure)}\n${figure.passage.text}`;
  const named = content.flatMap((run) => [
    ...(run.match(/[东西南北]部(?!署|门|委|队)/g) ?? []),
    ...[townNamedFirst(run)].filter((town) => town !== null),
  ]);
  // A slip of the keyboard sounds alike: 柳琳镇 for 柳林镇.
  const sounds = new Set(soundPairs(around));
  const isThere = (region: string): boolean =>
    around.includes(region) || soundPairs(region).every((pair) => sounds.has(pair));
  return named.some((region) => !isThere(region));
}

/** Where the word of a text ends that a place lies in; the place itself at a border. */
function wordEnd(text: string, at: number): number {
  let end = 0;
  for (const { text: word } of segmentWords(text)) {
    if (end >= at) break;
    end += word.length;
  }
  return end;
}

const sharedFrame = 4;
const longestName = 6;

/** Where the longest stretch that two texts share begins in each, and its length. */
function longestCommon(a: string, b: string): [number, number, number] {
  let best: [number, number, number] = [0, 0, 0];
  for (let start = 0; start < a.length; start += 1) {
    for (let end = start + best[2] + 1; end <= a.length; end += 1) {
      const at = b.indexOf(a.slice(start, end));
      if (at < 0) break;
      best = [start, at, end - start];
    }
  }
  return best;
}

/**
 * 「零碳工厂」 is no 绿色工厂: both end in the same thing, and the word in front, which the plan has in other places, is
 * nowhere at the figure. Asked only where the words do not name the figure anyway.
 */
export function namesOtherKind(
  { figure }: Candidate,
  content: readonly string[],
  known: (words: string) => boolean,
): boolean {
  const around = `${ownWords(figure)}\n${clauseText(figure)}`;
  return content.some((run) => {
    const head = sharedEnd(run, figure.indicator);
    const kind = run.slice(0, run.length - head);
    return (
      head >= 2 &&
      /^[\u4e00-\u9fff]{2}$/.test(kind) &&
      !isSoft(kind) &&
      known(kind) &&
      ![...kind].some((char) => around.includes(char))
    );
  });
}

function sharedEnd(a: string, b: string): number {
  let length = 0;
  while (length < Math.min(a.length, b.length) && a.at(-1 - length) === b.at(-1 - length)) length += 1;
  return length;
}
