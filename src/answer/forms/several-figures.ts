import type { Figure } from '../../figures/figure.ts';
import { unitClassOf } from '../../figures/units.ts';
import type { Finding } from '../finding.ts';
import { contentRuns } from '../question/content-runs.ts';
import { wordsOf } from '../question/known-words.ts';
import type { Ask, AskedTime } from '../question/query.ts';
import { readTime } from '../question/read-time.ts';
import { noMeanings, rankFigures } from '../ranking/rank.ts';
import { contradicts } from '../ranking/contradictions/contradicts.ts';
import { onlyRate, readAsks } from '../question/read-asks.ts';
import { fitsTime } from '../ranking/fits-time.ts';
import { sameIndicator } from '../ranking/same-indicator.ts';
import type { FormContext } from './context.ts';
import { countedRow } from './counted-row.ts';
import { findOne } from './one-figure.ts';
import { bestOfTopic, topicsOf } from './topics.ts';
import { wholeBefore } from './whole-and-parts.ts';

const unique = (figures: readonly Figure[]): Figure[] => [...new Set(figures)];

/** 「覆盖率和成功率各是多少」: a figure for each of the things named. */
export function findSideBySide(context: FormContext): Finding | null {
  const found = sideBySide(context);
  return (
    found && {
      kind: 'figure',
      figures: [...found, ...changesOfAll(context, context.query.asks, found)],
      related: [],
    }
  );
}

const asksEach = /各[\u4e00-\u9fff]{0,5}(?:多少|几|百分)|分别|、[^,，、]{2,10}(?:是|有)(?:多少|几)/;

/** 「名校长和青年骨干教师呢」 goes on with two things. */
export function findBothNamed(context: FormContext): Finding | null {
  const { query, loaded } = context;
  const [, ...names] = bothNamed.exec(query.raw) ?? [];
  if (names.length < 2) return null;
  const figures = names.map((name) => bestOfTopic(context, contentRuns(name, wordsOf(loaded)), query.time));
  const found = unique(figures.filter((figure) => figure !== null));
  return found.length === names.length ? { kind: 'figure', figures: found, related: [] } : null;
}

const bothNamed = /^(?:那么?)?([^,，]{2,12})[和、跟]([^,，]{2,12})呢[?？。]?$/;

/** A figure for each of the things named in a row before 各 or 分别; null where one has none. */
function sideBySide(context: FormContext, anchor?: Figure): Figure[] | null {
  const { query } = context;
  if (!asksEach.test(query.folded)) return null;
  const counted = countedRow(context);
  if (counted.length > 0) return [...counted];
  const topics = topicsOf(context);
  const figures = topics.map(
    (topic) => (anchor && ofSentence(context, topic, anchor)) ?? bestOfTopic(context, topic, query.time),
  );
  const found = unique(figures.filter((figure) => figure !== null));
  const [rest, ...more] = topics.filter((_, index) => figures[index] === null);
  if (found.length >= 2 && found.length === figures.length) return found;
  const last = rest && more.length === 0 && found.length >= 2 ? besideAll(context, rest, found) : undefined;
  return last ? [...found, last].sort((a, b) => a.quantity.start - b.quantity.start) : null;
}

/** 「服务收入占比、人员支出占比和三级医院住院日分别是多少」: what is named loosely stands in the one sentence of all others. */
function besideAll(
  { loaded, query, meanings }: FormContext,
  topic: readonly string[],
  found: readonly Figure[],
): Figure | undefined {
  const passage = found[0]?.passage;
  if (!found.every((figure) => figure.passage === passage)) return undefined;
  const own = readAsks(`${topic.join('')}多少`)[0] ?? null;
  return rankFigures(loaded, topic, own, meanings).find((candidate) => {
    const { figure, named, near, unitFit } = candidate;
    return (
      figure.passage === passage &&
      unitFit > 0.3 &&
      !contradicts(candidate, topic) &&
      figure.role === 'figure' &&
      !found.includes(figure) &&
      named > 0 &&
      near >= loosely &&
      fitsTime(figure, query.time, loaded.plan)
    );
  })?.figure;
}

const loosely = 0.15;

/** 「涨了还是跌了，幅度多少」 asks once. */
export const isOwnAsk = (ask: Ask, index: number, all: readonly Ask[]): boolean =>
  (ask.number || ask.aspect !== null) &&
  (index === 0 ||
    ask.content.length > 0 ||
    ask.unitClass !== null ||
    (ask.aspect !== null && ask.aspect !== all[0]?.aspect));

/** 「改了几个，多少户受益」: the asks that something is found for; the others are of the same sentence. */
export function findSeveral(context: FormContext, asks: readonly Ask[]): Finding | null {
  // 「甲、乙各多少亩，丙、丁各多少个」: nothing but rows.
  const rows = asks.map((ask) => sideBySide(ofAsk(context, ask)));
  if (!rows.includes(null)) return { kind: 'figure', figures: unique(rows.flatMap((row) => row ?? [])), related: [] };
  const times = timesOf(context, asks);
  const own = asks.map((ask, index) => findOne(atTime(context, times[index]), contentOf(context, ask), ask));
  const [level, rate] = asks;
  // 「旅游收入和增幅」 of a plan that gives the growth alone.
  if (level && rate && asks.length === 2 && own[0]?.kind === 'refusal' && onlyRate.test(rate.content.join('')))
    return findOne(context, level.content, { ...rate, content: level.content });
  const anchorAt = own.findIndex((finding) => firstFigure(finding) !== undefined);
  const anchor = firstFigure(own[anchorAt]);
  if (!anchor) return null;
  const figures = asks.flatMap((ask, index): readonly (Figure | undefined)[] => {
    // 「…，批而未供土地和闲置土地各处置多少」: one ask of several things.
    const row = sideBySide(ofAsk(context, ask), anchor);
    if (row) return row;
    const beside = index > anchorAt && times[index] === null ? besideAnchor(context, ask, anchor) : undefined;
    const first = firstFigure(own[index]);
    return [beside ?? (first && inAskedUnit(context, ask, first)) ?? besideAnchor(context, ask, anchor)];
  });
  if (figures.includes(undefined)) return null;
  const found = besideTheirChange(context, unique(figures.filter((figure) => figure !== undefined)));
  const whole = wholeOf(context, asks, found);
  return { kind: 'figure', figures: [...whole, ...found, ...changesOfAll(context, asks, found)], related: [] };
}

/** One ask of a question by itself. */
const ofAsk = (context: FormContext, ask: Ask): FormContext => ({
  ...context,
  query: { ...context.query, folded: ask.text, content: ask.content, asks: [ask] },
});

/** 「GDP多少、增长多少」: a level that is told twice is cited where its change stands. */
const besideTheirChange = ({ loaded }: FormContext, found: readonly Figure[]): Figure[] =>
  found.map((level) => {
    if (level.aspect === 'change') return level;
    const change = found.find((other) => other.aspect === 'change' && sameIndicator(other, level));
    if (!change || change.passage === level.passage) return level;
    const isSame = ({ passage, quantity, aspect, period, year }: Figure): boolean =>
      passage === change.passage &&
      aspect === 'level' &&
      period === level.period &&
      year === level.year &&
      quantity.value === level.quantity.value &&
      quantity.unit === level.quantity.unit;
    return loaded.figures.find(isSame) ?? level;
  });

/** 「学校一共多少所，幼儿园、高中各多少」 of 「…47所，其中幼儿园19所、高中5所」: the whole before its parts. */
function wholeOf({ loaded }: FormContext, asks: readonly Ask[], found: readonly Figure[]): Figure[] {
  const [first] = found;
  if (!first || found.length < 2 || !/一共|总共|总数|合计/.test(asks[0]?.text ?? '')) return [];
  const { passage, quantity } = first;
  const at = passage.text.lastIndexOf('其中', quantity.start - passage.start);
  const beside = loaded.figures.filter((figure) => figure.passage === passage && figure.role === 'figure');
  const isBetween = ({ quantity: { start } }: Figure): boolean => start > passage.start + at && start < quantity.start;
  // The first one found is the first part, right behind 其中.
  if (at < 0 || beside.some(isBetween) || found.some((part) => part.passage !== passage)) return [];
  const whole = wholeBefore(first, beside);
  return whole ? [whole] : [];
}

/** 「营收、利润分别是多少，各增长多少」: the change of each level that was found, not of the first one only. */
function changesOfAll({ loaded }: FormContext, asks: readonly Ask[], found: readonly Figure[]): Figure[] {
  const asksEachChange = asks.some(({ aspect, text }) => aspect === 'change' && /^又?(?:各|分别)/.test(text));
  const levels = found.filter(({ aspect }) => aspect === 'level');
  if (!asksEachChange || levels.length < 2) return [];
  return loaded.figures.filter(
    (figure) =>
      figure.aspect === 'change' &&
      !found.includes(figure) &&
      levels.some(
        (level) => level.passage === figure.passage && level.period === figure.period && sameIndicator(level, figure),
      ),
  );
}

/** 「比值现在是多少，到2030年要缩小到多少」: what only changes is what was named before. */
const contentOf = ({ query }: FormContext, ask: Ask): readonly string[] =>
  ask.content.length === 0 || (query.content[0] !== ask.content[0] && onlyChanges.test(ask.content.join('')))
    ? query.content
    : ask.content;
const onlyChanges = /^(?:再)?(?:提高|提升|增加|增长|扩大|上升|缩小|降低|下降|减少|压减|压缩|达|涨|降)+[到至]?$/;

/** The time that each ask names for itself, where they name several; null where that of the whole question is meant. */
function timesOf({ loaded }: FormContext, asks: readonly Ask[]): readonly (AskedTime | null)[] {
  const times = asks.map(({ text }) => readTime(text, loaded.plan));
  const several = new Set(times.map(({ year }) => year)).size > 1;
  // 「同比涨了几个点」 says how what was asked before has changed, and no other time.
  const isOwn = ({ period, stated }: AskedTime, ask?: Ask): boolean =>
    period !== null && (stated || ask?.aspect !== 'change');
  return times.map((time, index) => (several && isOwn(time, asks[index]) ? time : null));
}

const atTime = (context: FormContext, time: AskedTime | null | undefined): FormContext =>
  time ? { ...context, query: { ...context.query, time } } : context;

const firstFigure = (finding: Finding | undefined): Figure | undefined =>
  finding?.kind === 'figure' ? finding.figures[0] : undefined;

/** The figure of the anchor's sentence that has a topic's words. */
function ofSentence({ loaded, query }: FormContext, topic: readonly string[], anchor: Figure): Figure | undefined {
  // 「其中义务教育和公办园各多少」: parts of what was asked first.
  const enough = query.folded.startsWith('其中') ? partly : wholly;
  const [best] = rankFigures(loaded, topic, query.asks[0] ?? null, noMeanings).filter(
    ({ figure, unitFit, near, named }) =>
      figure.passage === anchor.passage &&
      unitFit > 0.3 &&
      near >= enough &&
      (enough === wholly || (named > 0 && figure !== anchor)),
  );
  return best?.figure;
}

const wholly = 0.9;
const partly = 0.3;

/** 「发给了多少娃，一共发了多少钱」 of 「38.6万名婴幼儿领到补贴，发放资金13.9亿元」: each in the unit that is asked for, where the sentence has it. */
function inAskedUnit({ loaded, query, meanings }: FormContext, ask: Ask, figure: Figure): Figure {
  const isAsked = ({ quantity }: Figure): boolean => unitClassOf(quantity.unit) === ask.unitClass;
  if (ask.unitClass === null || ask.unitClass === 'count' || isAsked(figure)) return figure;
  const other = rankFigures(loaded, ask.content, ask, meanings).find(
    (candidate) =>
      candidate.figure.passage === figure.passage &&
      candidate.figure.role === 'figure' &&
      isAsked(candidate.figure) &&
      fitsTime(candidate.figure, query.time, loaded.plan),
  );
  return other?.figure ?? figure;
}

/** 「旅游收入和增幅」: where the sentence has no sum of money, the visitors beside it are none. */
const mayBeOf = ({ quantity }: Figure, { unitClass }: Ask): boolean => {
  const own = unitClassOf(quantity.unit);
  return unitClass !== 'money' || own === 'money' || own === 'percent' || own === null;
};

/** The figure of the anchor's sentence that an ask means; its own change where a change is asked for. */
function besideAnchor({ loaded, query, meanings }: FormContext, ask: Ask, anchor: Figure): Figure | undefined {
  const nearby = rankFigures(loaded, ask.content, ask, meanings).filter(
    ({ figure, unitFit }) =>
      figure.passage.id === anchor.passage.id &&
      figure.id !== anchor.id &&
      unitFit > 0.3 &&
      mayBeOf(figure, ask) &&
      figure.period === anchor.period &&
      figure.role === 'figure',
  );
  if (ask.aspect === 'change') {
    const changes = (figures: readonly Figure[]): Figure | undefined =>
      figures.find(
        (figure) =>
          figure.aspect === 'change' && sameIndicator(figure, anchor) && fitsTime(figure, query.time, loaded.plan),
      );
    // The year's growth may stand with the same level in another sentence: 「五年来由118亿元增加到168亿元，年均增长6.4%」.
    // 「增加了多少学位」 is what is new, which the sentence gives as a level.
    const added = nearby.find(({ named }) => named > 0)?.figure;
    return changes(nearby.map(({ figure }) => figure)) ?? added ?? changes(loaded.figures);
  }
  return nearby[0]?.figure;
}
