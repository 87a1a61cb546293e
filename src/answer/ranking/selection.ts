import type { Figure } from '../../figures/figure.ts';
import { unitClassOf, type UnitClass } from '../../figures/units.ts';
import type { Plan } from '../../plan/plan.ts';
import { isPair, ngrams } from '../../retrieval/ngrams.ts';
import { contradicts } from './contradictions.ts';
import type { AskedTime } from '../question/query.ts';
import { meaning, type Candidate } from './rank.ts';
import { withoutLeadingVerb } from './missing-names.ts';
import { sameIndicator } from './same-indicator.ts';
import { particularMismatch } from './unit-fit.ts';

/** A candidate named by its words; below it only meaning speaks for it. */
const namedEnough = 0.5;
const namedScore = 0.4;
/** A little less will do where the score is high, as with a slip of the keyboard. */
const almostNamed = 0.45;
const surelyScored = 0.55;
/** Meaning alone, with little support of words. Both set on labelled questions and refusals of six plans. */
const paraphraseScore = 0.215;
const paraphraseSimilarity = 0.47;
const paraphraseLead = 0.02;
/** A question whose words the plan uses in another place means that place. */
const namesAnother = 0.4;
/** A unit that fits this badly needs words to speak for it. */
const loosely = 0.55;
/** So near in meaning that another measure word does not speak against it. */
const surelyMeant = 0.6;
/** Nearest in words and meaning alike, if only just: of 75 such paraphrases 5 were right and none wrong. */
const closeSimilarity = 0.56;
const closeLead = 0.006;
const closeMargin = 0.01;
/** A weaker score will do where the best is far ahead in meaning. */
const clearScore = 0.185;
const clearSimilarity = 0.5;
const clearLead = 0.035;
/** Where words do not decide, the best must be (almost) the nearest in meaning too. */
const nearestInMeaning = 0.02;
/** Candidates this near to the best are meant as well as it. */
const asGood = 0.9;

export type Evidence = 'words' | 'meaning' | null;

/** Whether the best candidate is what the question means, by words or by meaning; null where it is not. */
export function evidenceFor(
  candidates: readonly Candidate[],
  content: readonly string[],
  asked: readonly string[] = [],
): Evidence {
  const best = candidates[0];
  // Words that name nothing are no evidence, however near in meaning a figure happens to be.
  if (!best || best.unitFit <= 0.3 || content.length === 0) return null;
  if (contradicts(best, content)) return null;
  if (best.near >= namedEnough && best.score >= namedScore) return 'words';
  if (best.near >= almostNamed && best.score >= surelyScored) return 'words';
  if (namedInSentence(best) || isAskedPart(best, asked)) return 'words';
  if (best.unitFit === particularMismatch && best.near < namedEnough && best.similarity < surelyMeant) return null;
  if (onlyFitting(candidates) || onlyOfItsSentence(candidates, asked)) return 'words';
  const rival = candidates.find((other) => !sameIndicator(other.figure, best.figure));
  const lead = best.score - (rival?.score ?? 0);
  const nearest = Math.max(
    ...candidates.filter(({ figure }) => figure.role === 'figure').map(({ similarity }) => similarity),
  );
  if (best.near < namedEnough && best.similarity < nearest - nearestInMeaning) return null;
  if (best.unitFit <= loosely || isFarFromName(best, content)) return null;
  if (best.near < namedEnough && best.elsewhere > namesAnother) return null;
  const similarityLead = best.similarity - (rival?.similarity ?? 0);
  if (best.score >= clearScore && best.similarity >= clearSimilarity && similarityLead >= clearLead) return 'meaning';
  if (best.score >= paraphraseScore && best.similarity >= paraphraseSimilarity && lead >= paraphraseLead)
    return 'meaning';
  if (
    best.score >= paraphraseScore &&
    best.similarity >= closeSimilarity &&
    lead >= closeLead &&
    best.similarity >= nearest - closeMargin
  )
    return 'meaning';
  return null;
}

/**
 * 「公积金缴存额是多少」, 「建几个机场」: a name alone leaves little to paraphrase, so that something near in meaning is most
 * likely another thing. Of the short questions that meaning answers rightly (31 plans) none is so far from its figure.
 */
function isFarFromName({ coverage, similarity }: Candidate, content: readonly string[]): boolean {
  const [name = '', ...rest] = withoutLeadingVerb(content);
  return rest.length === 0 && name.length <= longestName && coverage < fewWords && similarity < surelyMeantByName;
}

const fewWords = 0.35;
const surelyMeantByName = 0.62;
const longestName = 6;

/** 「引进的文旅项目到位资金」: the whole indicator is named, and the rest stands in its sentence. */
const namedInSentence = ({ named, coverage, score, figure }: Candidate): boolean =>
  named >= 0.99 && figure.indicator.length >= 3 && coverage >= 0.6 && score >= surelyScored;

/** 「新增义务教育学位里面，初中学位多少」: the last part of the question is the indicator, and its sentence has the rest. */
const isAskedPart = ({ figure, coverage }: Candidate, asked: readonly string[]): boolean =>
  figure.indicator.length >= shortestPart && asked.join('') === figure.indicator && coverage >= halfCovered;
const halfCovered = 0.4;

/** The one figure of the unit asked for in the sentence that the question names: 「步行街有多长」. */
function onlyFitting([best, rival]: readonly Candidate[]): boolean {
  if (best === undefined || best.coverage < 0.45 || best.similarity < 0.4) return false;
  if (rival === undefined || rival.score <= 0.5 * best.score) return true;
  // Percentages stand everywhere; a sum of money, a length or a time hardly stands there by chance.
  const unit = unitClassOf(best.figure.quantity.unit);
  return unit !== null && rare.has(unit) && rival.coverage <= 0.5 * best.coverage;
}

/**
 * 「检查结果互认，给老百姓省下多少钱」: the sentence is named, it has one figure of the kind asked for, and the words asked
 * with share a character with it (省 of 节省费用).
 */
function onlyOfItsSentence(candidates: readonly Candidate[], asked: readonly string[]): boolean {
  const [best] = candidates;
  if (best === undefined || best.coverage < sentenceNamed || best.similarity < surelyAlike) return false;
  const { figure, coverage } = best;
  const unit = unitClassOf(figure.quantity.unit);
  if (unit === null || !rare.has(unit) || ![...asked.join('')].some((char) => figure.indicator.includes(char)))
    return false;
  return candidates.every(
    (other) =>
      other === best ||
      (other.figure.passage !== figure.passage && other.coverage <= farLess * coverage) ||
      unitClassOf(other.figure.quantity.unit) !== unit,
  );
}

const sentenceNamed = 0.28;
const surelyAlike = 0.5;
const farLess = 0.6;
const rare: ReadonlySet<UnitClass> = new Set(['money', 'length', 'area', 'volume', 'weight', 'energy', 'time']);

/** The candidates with the one nearest in meaning first, where words decide nothing and it is far ahead. */
export function preferMeaning(candidates: readonly Candidate[]): readonly Candidate[] {
  const best = candidates[0];
  // An indicator that the question names in full (初中) is meant, whatever lies nearer.
  if (!best || best.near >= namedEnough || best.named >= 0.99) return candidates;
  const [leader, second] = candidates
    .toSorted((a, b) => b.similarity - a.similarity)
    .filter((other, index, all) => index === 0 || !sameIndicator(other.figure, all[0]?.figure ?? other.figure));
  if (
    !leader ||
    leader === best ||
    leader.score < 0.75 * best.score ||
    leader.similarity - (second?.similarity ?? 0) < 0.05
  )
    return candidates;
  return [leader, ...candidates.filter((other) => other !== leader)];
}

/**
 * 「企业设备更新贷款贴息，单户贴息额多少」: where the question names two indicators of one sentence in full, the first
 * says of what and the later one is asked for.
 */
export function preferNamedPart(candidates: readonly Candidate[], folded: string): readonly Candidate[] {
  const best = candidates[0];
  if (!best || best.named < wholly) return candidates;
  const part = candidates.find(
    (other) =>
      (other.named >= wholly || folded.includes(other.figure.indicator)) &&
      other.figure.passage === best.figure.passage &&
      other.figure.quantity.start > best.figure.quantity.start &&
      other.figure.aspect === best.figure.aspect &&
      other.figure.indicator.length >= shortestPart &&
      other.unitFit >= best.unitFit - 0.15 &&
      !ngrams(other.figure.indicator).some((gram) => isPair(gram) && best.figure.indicator.includes(gram)),
  );
  return part ? [part, ...candidates.filter((other) => other !== part)] : candidates;
}

const wholly = 0.99;
const shortestPart = 3;

/** The candidates of the best one's indicator, whatever their period. */
export function meantWith(candidates: readonly Candidate[]): Candidate[] {
  const best = candidates[0];
  if (!best) return [];
  return candidates.filter(
    (other) =>
      other === best ||
      (other.unitFit > 0.3 && sameIndicator(other.figure, best.figure) && other.score >= 0.6 * best.score),
  );
}

/** The candidates as good as the best, of whatever indicator. */
export const asGoodAs = (candidates: readonly Candidate[]): Candidate[] =>
  candidates.filter(
    (other) => other.score >= asGood * (candidates[0]?.score ?? 0) && other.near >= 0.9 * (candidates[0]?.near ?? 0),
  );

/** Whether a figure's period and year answer a question about this time. */
export function fitsTime(figure: Figure, time: AskedTime, plan: Plan): boolean {
  // 「“十四五”规划完成了几项指标」: the five years are part of the name.
  const ofNamedYears = time.cumulative && /十[一二三四五六七八]五/.test(figure.indicator);
  if (ofNamedYears) return time.period === null || figure.period === time.period;
  if (time.cumulative !== figure.cumulative && (time.cumulative || (time.period === 'achieved' && time.stated)))
    return figure.cumulative === time.cumulative;
  if (time.year !== null && figure.year !== null) return figure.year === time.year;
  if (time.year !== null && plan.year !== null && time.year !== plan.year && time.year !== plan.year - 1) return false;
  if (time.period === null) return true;
  if (time.period === 'target') return figure.period !== 'achieved';
  // An open figure may be a result, but nothing says of which year.
  return figure.period === 'achieved' || (figure.period === null && !time.stated);
}

export const strength = ({ similarity, near }: Candidate): number => Math.max(near, meaning(similarity));
