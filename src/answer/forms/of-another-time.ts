import type { Figure } from '../../figures/figure.ts';
import { isPair, ngrams } from '../../text/ngrams.ts';
import { fitsTime } from '../ranking/fits-time.ts';
import type { Candidate } from '../ranking/rank.ts';
import type { FormContext } from './context.ts';

/** Where the best candidate is of another time: those of the time asked for that are named as well as it is, if in other words. */
export function namedInTime({ query, loaded }: FormContext, usable: readonly Candidate[]): readonly Candidate[] {
  const [best] = usable;
  if (!best) return [];
  return usable.filter(
    (candidate) =>
      fitsTime(candidate.figure, query.time, loaded.plan) &&
      ((candidate.score >= 0.9 * best.score &&
        candidate.near >= Math.max(0.6, best.near - 0.1) &&
        candidate.named >= 0.6) ||
        isAsWellNamed(candidate, best) ||
        (candidate.near >= 0.6 && saysInMoreWords(candidate.figure, best.figure)) ||
        saysInFewerWords(candidate.figure, best.figure)),
  );
}

/**
 * 「在去年体育彩票销售4980万元的基础上，今年销售额力争达到5300万元」, 「推进海上风电建设，年内新增并网120万千瓦」: the figure of the time
 * asked for goes on in the best one's sentence, or is named in full in a sentence that has the rest of the question.
 */
export function besideInTime({ query, loaded }: FormContext, usable: readonly Candidate[]): Candidate | undefined {
  const [best] = usable;
  if (!best || !query.time.stated || query.time.cumulative) return undefined;
  const shares = ({ indicator }: Figure): boolean =>
    ngrams(indicator).some((gram) => isPair(gram) && best.figure.indicator.includes(gram));
  return usable.find(
    ({ figure, named, coverage, score }) =>
      fitsTime(figure, query.time, loaded.plan) &&
      figure.role === 'figure' &&
      figure.aspect === best.figure.aspect &&
      figure.quantity.unit === best.figure.quantity.unit &&
      (figure.passage === best.figure.passage
        ? shares(figure) && figure.quantity.start > best.figure.quantity.start
        : named >= wholly && coverage >= mostlyCovered && score >= nearlyAsGood * best.score),
  );
}

const wholly = 0.99;
const mostlyCovered = 0.6;
const nearlyAsGood = 0.85;

/** As well named as the best, which is of another time: 「办招聘会」 of this year, 「各类招聘会」 of the last. */
const isAsWellNamed = (candidate: Candidate, best: Candidate): boolean =>
  candidate.score >= nearlyBest * best.score &&
  candidate.near >= best.near &&
  candidate.figure.indicator.slice(-2) === best.figure.indicator.slice(-2) &&
  digitsOf(candidate.figure) === digitsOf(best.figure);
/** The 3 of 3A级旅游景区. */
const digitsOf = ({ indicator }: Figure): string => indicator.replace(/\D/g, '');
const nearlyBest = 0.95;

/** 每千人口医疗卫生机构床位数 for 每千人口床位数: it begins and ends alike, and has all its characters in order. */
function saysInMoreWords({ indicator: long }: Figure, { indicator: short }: Figure): boolean {
  if (long.length <= short.length || long.slice(0, 2) !== short.slice(0, 2) || long.slice(-2) !== short.slice(-2))
    return false;
  let at = 0;
  for (const char of long) if (char === short[at]) at += 1;
  return at === short.length;
}

/**
 * 「续建普通高中6所，新增学位3600个」 for 新增普通高中学位: the same name but for one stretch, which its sentence or a heading
 * above it says.
 */
function saysInFewerWords({ indicator: short, passage, section, quantity }: Figure, best: Figure): boolean {
  const long = best.indicator;
  if (short.length >= long.length || short.length < shortestName || quantity.unit !== best.quantity.unit) return false;
  let [start, end] = [0, 0];
  while (start < short.length && short[start] === long[start]) start += 1;
  while (end < short.length - start && short.at(-1 - end) === long.at(-1 - end)) end += 1;
  const left = long.slice(start, long.length - end);
  return (
    start >= 2 &&
    start + end === short.length &&
    left.length >= 2 &&
    !countsOthers(passage.text, left) &&
    (passage.text.includes(left) || section?.path.some((title) => title.includes(left)) === true)
  );
}

/** 「新建普通高中2所、小学5所，新增学位3600个」: of all of them. */
const countsOthers = (sentence: string, left: string): boolean =>
  new RegExp(`${left}[\\d.]+[\\u4e00-\\u9fff]{1,2}、`).test(sentence);

const shortestName = 4;
