import { unitClassOf, type UnitClass } from '../../figures/units.ts';
import { contradicts } from './contradictions.ts';
import { withoutLeadingVerb } from './missing-names.ts';
import type { Candidate } from './rank.ts';
import { sameIndicator } from './same-indicator.ts';
import { particularMismatch } from './unit-fit.ts';

/** A candidate named by its words; below it only meaning speaks for it. */
export const namedEnough = 0.5;
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
  figure.indicator.length >= shortestAsked && asked.join('') === figure.indicator && coverage >= halfCovered;
const shortestAsked = 3;
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
