import type { Ask } from '../question/query.ts';
import { contradicts } from '../ranking/contradictions/contradicts.ts';
import { partOfYear, tellsPart } from '../ranking/fits-part-of-year.ts';
import { fitsTime } from '../ranking/fits-time.ts';
import { ofNamedKind } from '../ranking/missing-names.ts';
import type { Candidate } from '../ranking/rank.ts';
import type { FormContext } from './context.ts';
import { passagesAbout } from './passage-search.ts';

/**
 * 「推进女生免费接种HPV疫苗，目标人群接种率达到90%」: the words of the question stand in a sentence, and one figure there is
 * of the kind asked for and shares a word of what is asked.
 */
export function inNamedSentence(
  context: FormContext,
  content: readonly string[],
  ask: Ask | null,
  ranked: readonly Candidate[],
): Candidate | null {
  const { query, loaded } = context;
  const [found] = passagesAbout({ ...context, query: { ...query, content } }, 1);
  if (ask === null || !found || found.own < sentenceNamed || found.passage.table !== null) return null;
  const part = partOfYear(query.folded);
  const ofKind = ofNamedKind(ranked, content, loaded.figures).filter(
    ({ figure, unitFit, named }) =>
      figure.passage === found.passage &&
      figure.role === 'figure' &&
      unitFit >= surelyFits &&
      named > 0 &&
      tellsPart(figure, part) &&
      fitsTime(figure, query.time, loaded.plan),
  );
  // The only one of its kind there needs no more of its name: 「完成年度投资1.35亿元」 for 「完成多少投资」.
  const isAlone = ask.unitClass === 'money' && ofKind.length === 1;
  const fitting = isAlone ? ofKind : ofKind.filter(({ named }) => named >= partlyNamed);
  const [best, second] = fitting.toSorted((a, b) => b.near - a.near);
  if (!best || contradicts(best, content) || (second && second.near > aheadOfNext * best.near)) return null;
  return hasOwnClause(best, content) ? null : best;
}

/** 「推进市传染病医院新院区前期工作」 behind 「市第一人民医院北院区规划床位800张；」: what is named has a clause of its own, without a number. */
function hasOwnClause({ figure: { passage, clause } }: Candidate, content: readonly string[]): boolean {
  const [name = ''] = content.toSorted((a, b) => b.length - a.length);
  for (let length = name.length; length >= tellingName; length -= 1) {
    const at = passage.text.indexOf(name.slice(0, length));
    if (at >= 0) return passage.start + at >= clause.end;
  }
  return false;
}

const tellingName = 5;

const sentenceNamed = 0.5;
const surelyFits = 0.95;
const partlyNamed = 0.3;
const aheadOfNext = 0.8;
