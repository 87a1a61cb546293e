import type { Figure } from '../../figures/figure.ts';
import { headNoun } from '../../figures/indicator.ts';
import { unitClassOf } from '../../figures/units.ts';
import type { LoadedPlan } from '../../library/plan-library.ts';
import { isPair, ngrams } from '../../retrieval/ngrams.ts';
import { gatherEvidence, type GramEvidence } from './figure-postings.ts';
import { weighGrams } from './overlap.ts';
import type { Ask } from '../question/query.ts';

/** A figure with the evidence that the question means it. Everything is 0 to 1 but `similarity`. */
export interface Candidate {
  readonly figure: Figure;
  /** How much of the question's words stand in the indicator, its clause, sentence and headings. */
  readonly coverage: number;
  /** The same for the indicator and its clause alone. */
  readonly near: number;
  /** How much of the indicator the question names. */
  readonly named: number;
  /** How much of the question's words the plan has, but not here. */
  readonly elsewhere: number;
  /** How much of the earlier questions' words, at most 0.2. */
  readonly followed: number;
  /** Cosine of question and clause. */
  readonly similarity: number;
  readonly unitFit: number;
  readonly score: number;
}

/** Similarities by meaning, by figure, passage and section. */
export interface Meanings {
  readonly figures: ReadonlyMap<number, number>;
  readonly passages: ReadonlyMap<number, number>;
  readonly sections: ReadonlyMap<number, number>;
}

export const noMeanings: Meanings = { figures: new Map(), passages: new Map(), sections: new Map() };

/** Looks a question up in the plan's index. */
export async function lookUpMeanings(loaded: LoadedPlan, question: string): Promise<Meanings> {
  const maps = {
    figure: new Map<number, number>(),
    passage: new Map<number, number>(),
    section: new Map<number, number>(),
  };
  for (const { id, similarity } of await loaded.retriever.nearest(question, breadth)) {
    const target = loaded.targets[id];
    if (target) maps[target.kind].set(target.index, similarity);
  }
  return { figures: maps.figure, passages: maps.passage, sections: maps.section };
}

const breadth = 256;
/** Cosines of this model lie between these for unrelated and for equivalent texts (measured on Chinese questions). */
const unrelated = 0.3;
const equivalent = 0.75;

export const meaning = (similarity: number): number =>
  Math.min(1, Math.max(0, (similarity - unrelated) / (equivalent - unrelated)));

/** Ranks a plan's figures for one ask, best first. `background` is the topic of the questions before. */
export function rankFigures(
  loaded: LoadedPlan,
  runs: readonly string[],
  ask: Ask | null,
  meanings: Meanings,
  background: readonly string[] = [],
): Candidate[] {
  const evidence = gatherEvidence(loaded, weighGrams(runs, loaded.terms));
  const earlier = background.length === 0 ? [] : gatherEvidence(loaded, weighGrams(background, loaded.terms));
  return loaded.figures
    .map((figure, index) => {
      const { near, wide, named, elsewhere } = evidence[index] ?? nothing;
      const similarity = meanings.figures.get(figure.id) ?? 0;
      const unitFit = fitUnit(figure, ask);
      // What was asked before only decides between figures that fit the question itself.
      const followed = followWeight * (earlier[index]?.near ?? 0);
      const score =
        (0.5 * wide + 0.15 * near + 0.1 * named + 0.35 * meaning(similarity) + followed) *
        unitFit *
        fitAspect(figure, ask) *
        fitStock(figure, ask);
      return { figure, coverage: wide, near, named, elsewhere, followed, similarity, unitFit, score };
    })
    .sort((a, b) => b.score - a.score);
}

/** Puts those first that have the words that count most: 国家级 after 「省级临床重点专科」. */
export function emphasize(
  loaded: LoadedPlan,
  candidates: readonly Candidate[],
  words: readonly string[],
): readonly Candidate[] {
  if (words.length === 0) return candidates;
  const evidence = gatherEvidence(loaded, weighGrams(words, loaded.terms));
  // A clause may hold two siblings: what stands in the indicator itself counts on top.
  const gain = new Map(
    loaded.figures.map((figure, index) => {
      const { near, named } = evidence[index] ?? nothing;
      return [figure, emphasisNear * near + (named > 0 ? emphasisNamed : 0)];
    }),
  );
  return candidates
    .map((candidate) => ({ ...candidate, score: candidate.score * (1 + (gain.get(candidate.figure) ?? 0)) }))
    .sort((a, b) => b.score - a.score);
}

const emphasisNear = 0.2;
const emphasisNamed = 0.4;
const followWeight = 0.2;
const nothing: GramEvidence = { near: 0, wide: 0, named: 0, elsewhere: 0 };

/** The fit of 个 or 处 where 家, 所 or 张 is asked for. */
export const particularMismatch = 0.84;
/** Measure words that go with one kind of thing: 几家 hardly asks for 泊位. */
const particularUnits: ReadonlySet<string> = new Set([
  '家',
  '所',
  '座',
  '名',
  '辆',
  '台',
  '套',
  '场',
  '趟',
  '列',
  '次',
  '只',
  '起',
  '艘',
  '架',
  '张',
  '间',
  '株',
  '头',
  '批',
  '期',
]);

/** Counting words stand in for each other (几个 for 5座), kinds of units do not (公里 for 个). */
function fitUnit(figure: Figure, ask: Ask | null): number {
  const fit = fitNamedUnit(figure, ask);
  return ask?.implied === true ? Math.max(fit, likelyOnly) : fit;
}

/** A unit that is only likely puts others a little behind. */
const likelyOnly = 0.85;

function fitNamedUnit(figure: Figure, ask: Ask | null): number {
  const { unit } = figure.quantity;
  if (ask === null || (ask.unit === null && ask.unitClass === null)) return 1;
  if (ask.unit !== null && ask.unit === unit) return 1;
  const own = unitClassOf(unit);
  if (ask.unitClass === own) return own !== 'count' ? 0.97 : fitMeasureWord(unit, ask.unit);
  if (
    ask.unitClass === 'count' &&
    (own === 'people' || own === 'household' || own === 'time') &&
    ask.unit !== null &&
    ask.unit !== '个'
  )
    return 0.5;
  if (ask.unitClass === 'count' && ask.unit === '个' && (own === 'people' || own === 'household')) return 0.85;
  if ((ask.unitClass === 'people' && own === 'household') || (ask.unitClass === 'household' && own === 'people'))
    return 0.55;
  if (ask.unitClass === 'area' && own === 'volume' && ask.unit === null) return 0.97;
  // 三分之二的县 answers 多少县, if little else does.
  if (own === null || own === 'ratio') return ask.unitClass === 'count' ? 0.55 : 0.8;
  return 0.3;
}

/** Measure words that may stand for each other; those of other rows count other things: 床位 go by 张, not by 家. */
const alike: readonly (readonly string[])[] = [
  ['家', '所', '座', '间'],
  ['场', '次', '趟', '轮', '期', '批'],
  ['辆', '台', '套', '艘', '架'],
  ['趟', '列', '班'],
  ['张'],
  ['起'],
  ['株', '头', '只'],
];
const isParticular = (unit: string): boolean => alike.some((row) => row.includes(unit));
const areAlike = (a: string, b: string): boolean => alike.some((row) => row.includes(a) && row.includes(b));

function fitMeasureWord(unit: string, asked: string | null): number {
  if (asked === null || !particularUnits.has(asked)) return 0.95;
  // 台件 are counted by 台 too.
  if (unit.startsWith(asked)) return 0.97;
  return isParticular(unit) && isParticular(asked) && !areAlike(unit, asked) ? otherThings : particularMismatch;
}

/** The fit of 家 where 张 is asked for. */
const otherThings = 0.5;

function fitAspect(figure: Figure, ask: Ask | null): number {
  if (ask?.aspect === 'change') return figure.aspect === 'change' ? 1.1 : 0.85;
  return figure.aspect === 'change' ? 0.93 : 1;
}

/** What is newly added is another figure than what there is. */
const fitStock = (figure: Figure, ask: Ask | null): number =>
  ask?.stock === true && flow.test(figure.indicator) ? 0.5 : 1;

const flow = /^.{0,4}(?:新[增建招认培引]|净增|招聘|招录|引进|培训|评选|发放|淘汰)/;

/** Two figures of one indicator: the same words but for verbs and decoration, and the same kind of unit. */
export function sameIndicator(a: Figure, b: Figure): boolean {
  if (!comparableUnits(a, b)) return false;
  const [first, second] = [canonical(a.indicator), canonical(b.indicator)];
  if (first === second) return true;
  const [short, long] = first.length <= second.length ? [first, second] : [second, first];
  // A级景区 are all of them, 3A级景区 some.
  if (long.endsWith(short) && /\d$/.test(long.slice(0, long.length - short.length)) && /^[A-Za-z]/.test(short))
    return false;
  if (short.length >= 3 && long.endsWith(short) && short.length >= 0.4 * long.length) return true;
  // Chinese names a thing at the end: 规模以上工业企业亏损面 is another indicator than 规模以上工业企业.
  if (long.startsWith(short)) return statistic.test(long.slice(short.length));
  return dice(first, second) >= 0.75 && !isCounterpart(first, second);
}

/** One way of writing what the statistics write in two: 占新建建筑的比例 is a 占比, 细颗粒物 are PM2.5. */
const canonical = (indicator: string): string =>
  headNoun(indicator)
    .replace(/20\d\d年度?/, '')
    .replace(/占[^占]{2,14}?(?:的?(?:比例|比重))?$/, '占比')
    .replace('细颗粒物', 'PM2.5')
    .replace('可吸入颗粒物', 'PM10');

/** What a statistic says of the thing without being another: 新增就业人数 for 新增就业. */
const statistic = /^(?:人?数|数?量|总[量数]|规模|面积|水平|目标|任务|[增降涨]幅|增速|增长率|的?(?:比例|比重|占比))$/;

/** 1126家 and 18.3% are levels of two indicators; a change may have any unit. */
function comparableUnits(a: Figure, b: Figure): boolean {
  if (a.aspect !== b.aspect) return true;
  const [first, second] = [unitClassOf(a.quantity.unit), unitClassOf(b.quantity.unit)];
  return first === second || first === null || second === null || !distinct.has(first) || !distinct.has(second);
}

/** Classes that never measure the same thing; people, households and counts may. */
const distinct: ReadonlySet<string> = new Set([
  'percent',
  'money',
  'length',
  'area',
  'volume',
  'weight',
  'energy',
  'count',
]);

/** 城镇居民收入 and 农村居民收入: one stretch is exchanged for quite other characters, so they name two things. */
function isCounterpart(a: string, b: string): boolean {
  const shorter = Math.min(a.length, b.length);
  let [start, end] = [0, 0];
  while (start < shorter && a[start] === b[start]) start += 1;
  while (end < shorter - start && a.at(-1 - end) === b.at(-1 - end)) end += 1;
  const [left, right] = [a.slice(start, a.length - end), b.slice(start, b.length - end)];
  return left !== '' && right !== '' && [...left].every((char) => !right.includes(char));
}

/** Overlap of character pairs, 0 to 1. */
function dice(a: string, b: string): number {
  const [left, right] = [ngrams(a).filter(isPair), new Set(ngrams(b).filter(isPair))];
  const shared = left.filter((pair) => right.has(pair)).length;
  return left.length + right.size === 0 ? 0 : (2 * shared) / (left.length + right.size);
}
