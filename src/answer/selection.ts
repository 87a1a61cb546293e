import type { Figure } from '../figures/figure.ts';
import { unitClassOf } from '../figures/units.ts';
import type { Plan } from '../plan/plan.ts';
import type { AskedTime } from './query.ts';
import { isPair, ngrams } from '../retrieval/ngrams.ts';
import { soundPairs } from '../retrieval/sounds.ts';
import { meaning, particularMismatch, sameIndicator, type Candidate } from './rank.ts';

/** A candidate named by its words; below it only meaning speaks for it. */
const namedEnough = 0.5;
const namedScore = 0.4;
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
export function evidenceFor(candidates: readonly Candidate[], content: readonly string[]): Evidence {
  const best = candidates[0];
  if (!best || best.unitFit <= 0.3) return null;
  if (lacksHead(best, content) || namesSibling(best, content) || lacksModifier(best, content)) return null;
  if (best.near >= namedEnough && best.score >= namedScore) return 'words';
  if (best.unitFit === particularMismatch && best.near < namedEnough && best.similarity < surelyMeant) return null;
  if (onlyFitting(candidates)) return 'words';
  const rival = candidates.find((other) => !sameIndicator(other.figure, best.figure));
  const lead = best.score - (rival?.score ?? 0);
  const nearest = Math.max(...candidates.map(({ similarity }) => similarity));
  if (best.near < namedEnough && best.similarity < nearest - nearestInMeaning) return null;
  if (best.unitFit <= loosely) return null;
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

/** The one figure of the unit asked for in the sentence that the question names: 「步行街有多长」. */
function onlyFitting([best, rival]: readonly Candidate[]): boolean {
  return (
    best !== undefined &&
    best.coverage >= 0.45 &&
    best.similarity >= 0.4 &&
    (rival === undefined || rival.score <= 0.35 * best.score)
  );
}

/** The candidates with the one nearest in meaning first, where words decide nothing and it is far ahead. */
export function preferMeaning(candidates: readonly Candidate[]): readonly Candidate[] {
  const best = candidates[0];
  if (!best || best.near >= namedEnough) return candidates;
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

/** A question that names a rate or an index by its formal name means that one, not whatever is near. */
const formalHead = /(.{2,10}(?:率|指数|系数|浓度|增加值|总产值|生产总值))$/;

function lacksHead({ figure, near }: Candidate, content: readonly string[]): boolean {
  const head = content.map((run) => formalHead.exec(run)?.[1]).find((found) => found !== undefined);
  if (head === undefined) return false;
  const isRate = head.endsWith('率');
  const unit = unitClassOf(figure.quantity.unit);
  if (isRate && unit !== null && unit !== 'percent' && unit !== 'ratio') return true;
  return near < 0.45;
}

const statisticalHead =
  /(?:总产量|产量|单产|使用量|用量|排放量|吞吐量|销售额|交易额|面积|产值|增加值|收入|支出|人数|户数|总数|价格|标准|浓度|里程|覆盖率|[^ ]率|数量)$/;

/** 「水稻总产量」 is no 粮食总产量: a statistic's own words must stand somewhere around the figure. */
function lacksModifier({ figure, near }: Candidate, content: readonly string[]): boolean {
  if (near >= 0.75) return false;
  for (const run of content) {
    const head = statisticalHead.exec(run);
    const modifier = head === null ? '' : run.slice(0, head.index);
    if (head === null || modifier.length < 2 || !figure.indicator.includes(head[0].slice(-2))) continue;
    // 「化肥使用量」 names its own thing; a bare 「总产量」 takes it from the sentence before.
    const isBare = figure.indicator.replace(statisticalHead, '').length < 2;
    const around = figure.indicator + (figure.section?.path.join('') ?? '') + (isBare ? figure.passage.text : '');
    const sounds = new Set(soundPairs(around));
    const pairs = ngrams(modifier).filter(isPair);
    if (
      pairs.length > 0 &&
      pairs.every((pair) => !around.includes(pair) && !soundPairs(pair).some((sound) => sounds.has(sound)))
    )
      return true;
  }
  return false;
}

/**
 * 「单位工业增加值二氧化碳排放」 is no 单位工业增加值能耗: it begins like the indicator and ends, where Chinese names their
 * thing, in words that neither it nor its clause has.
 */
function namesSibling({ figure, near }: Candidate, content: readonly string[]): boolean {
  if (near >= 0.75) return false;
  const run = content.find(
    (words) => words.length >= siblingLength && figure.indicator.includes(words.slice(0, siblingHead)),
  );
  if (run === undefined) return false;
  const tail = run.slice(-siblingTail);
  // A slip of the keyboard shares its characters: 吐吞量.
  if ([...tail].some((char) => figure.indicator.includes(char)) || !/^[\u4e00-\u9fff]+$/.test(run)) return false;
  return ngrams(tail)
    .filter(isPair)
    .every((pair) => !figure.passage.text.includes(pair));
}

const siblingLength = 7;
const siblingHead = 4;
const siblingTail = 4;

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
