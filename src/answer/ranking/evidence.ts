import { isRelational } from '../../figures/indicator.ts';
import { unitClassOf, type UnitClass } from '../../figures/units.ts';
import { possiblePlaces } from '../../text/place-names.ts';
import type { Ask } from '../question/query.ts';
import { contradicts, surelyContradicts } from './contradictions/contradicts.ts';
import { namesCounterpart } from './counterpart.ts';
import { byMeaning, likelihood } from './likely-meant.ts';
import { lacksPartOfName, namesKindred, ownWords, withoutLeadingVerb } from './missing-names.ts';
import type { Candidate } from './rank.ts';
import { sameIndicator } from './same-indicator.ts';
import { particularMismatch } from './unit-fit.ts';

/** A candidate named by its words; below it only meaning speaks for it. */
export const namedEnough = 0.5;
const namedScore = 0.4;
/** A little less will do where the score is high, as with a slip of the keyboard. */
const almostNamed = 0.45;
const surelyScored = 0.55;
/** A question whose words the plan uses in another place means that place. */
const namesAnother = 0.4;
/** A unit that fits this badly needs words to speak for it. */
const loosely = 0.55;
/** So near in meaning that another measure word does not speak against it. */
const surelyMeant = 0.6;
/** A paraphrase is answered where the figure is rather the right one than not. */
const likely = 0.5;
export type Evidence = 'words' | 'meaning' | null;

/** What is asked, as far as the evidence depends on it. */
export type Asked = Pick<Ask, 'content' | 'unitClass'>;

/** Whether the best candidate is what the question means, by words or by meaning; null where it is not. */
export function evidenceFor(
  candidates: readonly Candidate[],
  content: readonly string[],
  ask: Asked | null = null,
): Evidence {
  const best = candidates[0];
  if (!isPossible(best, content)) return isMeantAllTheSame(candidates, content, ask) ? 'meaning' : null;
  if (wordsSpeakFor(candidates, ask)) return 'words';
  if (!mayBeMeant(best, content)) return null;
  const bound = isFirstBoth(candidates) ? likelyFirst : likely;
  return likelihood(candidates, content, ask) >= bound ? 'meaning' : null;
}

/**
 * 「烧柴油的老旧货车要淘汰多少台」 of 柴油货车, 「在本县治的得守住几成」 of 县域内住院率: talk has words that the name lacks, or that elsewhere
 * name its counterpart; where the meaning is as good as certain they do not count. Of the labelled questions with such a
 * figure (41) these bounds leave 2 that have another one or none.
 */
function isMeantAllTheSame(candidates: readonly Candidate[], content: readonly string[], ask: Asked | null): boolean {
  const [best] = candidates;
  if (!best || best.unitFit <= loosely || content.length === 0 || surelyContradicts(best, content)) return false;
  if (namesAbsentPlace(best, content)) return false;
  const sure = namesCounterpart(best, content)
    ? best.coverage < talkShares && !lacksPartOfName(best, content)
    : best.similarity >= asGoodAsSaid && !namesKindred(best, content);
  return sure && likelihood(candidates, content, ask) >= nearlyCertain;
}

/** 「临江区去年的GDP」 of a plan that tells of no such district is no GDP of the whole city. */
function namesAbsentPlace({ figure }: Candidate, content: readonly string[]): boolean {
  const around = ownWords(figure) + figure.passage.text;
  return content.flatMap(possiblePlaces).some((place) => !around.includes(place.slice(0, -1)));
}

const talkShares = 0.35;
const asGoodAsSaid = 0.66;
const nearlyCertain = 0.93;

/** First by words too, if by few of them, and far ahead in meaning: a little less likelihood will do. */
const isFirstBoth = ([best, ...others]: readonly Candidate[]): boolean =>
  best !== undefined &&
  others.every(
    ({ figure, score, similarity }) =>
      sameIndicator(figure, best.figure) || (score <= best.score && similarity <= best.similarity - clearLead),
  );
const clearLead = 0.06;
const likelyFirst = 0.4;

/** Whether only meaning can tell if the best candidate is meant, and nothing speaks against it. */
export function leftToMeaning(
  candidates: readonly Candidate[],
  content: readonly string[],
  ask: Asked | null,
): boolean {
  const best = candidates[0];
  return isPossible(best, content) && !wordsSpeakFor(candidates, ask) && mayBeMeant(best, content);
}

/** Another measure word than the one asked for, and neither words nor meaning make up for it. */
const countsOtherThings = ({ unitFit, near, similarity }: Candidate): boolean =>
  unitFit === particularMismatch && near < namedEnough && similarity < surelyMeant;

/** No word in common and hardly a meaning: a lead over figures that are still farther off tells nothing. */
const noWords = 0.03;
const hardlyNear = 0.48;

/** Whether nothing but a lack of words speaks against a candidate. */
function mayBeMeant(best: Candidate, content: readonly string[]): boolean {
  if (best.coverage < noWords && best.similarity < hardlyNear) return false;
  if (countsOtherThings(best)) return false;
  if (best.unitFit <= loosely || isFarFromName(best, content)) return false;
  return best.near >= namedEnough || best.elsewhere <= namesAnother;
}

/**
 * The candidates in the order that decides: that of their words where those speak for the first one, else that of
 * their meaning among those that `fits`.
 */
export function inDecidingOrder(
  candidates: readonly Candidate[],
  content: readonly string[],
  ask: Asked | null,
  fits: (candidate: Candidate) => boolean,
): readonly Candidate[] {
  const [best] = candidates;
  if (!isPossible(best, content) || best.near >= namedEnough || wordsSpeakFor(candidates, ask)) return candidates;
  const fitting = byMeaning(candidates.filter(fits));
  // What the question names is there, if of another time: nothing else is meant.
  return !fits(best) && best.score >= farAhead * (fitting[0]?.score ?? 0) ? candidates : fitting;
}

const farAhead = 1.15;

/** Words that name nothing are no evidence, however near in meaning a figure happens to be. */
const isPossible = (best: Candidate | undefined, content: readonly string[]): best is Candidate =>
  best !== undefined && best.unitFit > 0.3 && content.length > 0 && !isContradicted(best, content);

/** The order and the evidence both ask; the dictionary is asked once. */
function isContradicted(candidate: Candidate, content: readonly string[]): boolean {
  const known = contradicted.get(candidate);
  if (known?.content === content) return known.found;
  const found = contradicts(candidate, content);
  contradicted.set(candidate, { content, found });
  return found;
}

const contradicted = new WeakMap<Candidate, { readonly content: readonly string[]; readonly found: boolean }>();

function wordsSpeakFor(candidates: readonly Candidate[], ask: Asked | null): boolean {
  const [best] = candidates;
  if (!best) return false;
  if (best.near >= namedEnough && best.score >= namedScore) return true;
  if (best.near >= almostNamed && best.score >= surelyScored) return true;
  const asked = ask?.content ?? [];
  if (namedInSentence(best) || isAskedPart(best, asked)) return true;
  if (countsOtherThings(best)) return false;
  return onlyFitting(candidates) || onlyOfItsSentence(candidates, asked);
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
  // 「专项债券」 of 「用好专项债券等政策，争取上级补助资金31亿元」: a figure with a name of its own is not what stands beside it.
  if (best.near < noWords && !isRelational(best.figure.indicator)) return false;
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
  if (candidates.some(({ similarity }) => similarity > best.similarity + clearLead)) return false;
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
