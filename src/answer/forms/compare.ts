import type { Figure } from '../../figures/figure.ts';
import { refuse, type Finding } from '../finding.ts';
import { fromTo } from '../question/form/asks-comparison.ts';
import { rankFigures, type Candidate } from '../ranking/rank.ts';
import { sameIndicator } from '../ranking/same-indicator.ts';
import { evidenceFor } from '../ranking/evidence.ts';
import { fitsTime } from '../ranking/fits-time.ts';
import { findAheadOfAll } from './ahead-of-all.ts';
import { askingChange } from './asking-change.ts';
import { comparedParts } from './compared-parts.ts';
import type { FormContext } from './context.ts';
import { findList } from './list.ts';
import { findOne } from './one-figure.ts';
import { findRise } from './rise.ts';
import { findSingle } from './single.ts';
import { bestOfTopic, comparisonWords, isOneWithBoth, topicsOf } from './topics.ts';

const periods = ['achieved', 'target'] as const;

/** One indicator over two periods, or two indicators side by side. */
export function findCompare(context: FormContext): Finding {
  const found = compared(context);
  // 「老旧小区改造去年和今年一共多少」
  return found.kind === 'compare' &&
    found.by === 'period' &&
    context.query.arithmetic === 'sum' &&
    found.figures.every(({ aspect }) => aspect === 'level') &&
    new Set(found.figures.map(({ period, year }) => `${period} ${year}`)).size === found.figures.length
    ? { kind: 'list', scope: null, figures: found.figures, total: found.figures.length, sum: true }
    : found;
}

function compared(context: FormContext): Finding {
  const { query } = context;
  const ahead = findAheadOfAll(context);
  if (ahead) return ahead;
  const parts = query.time.both ? null : comparedParts(context);
  if (parts && (!comparesChanges.test(query.folded) || parts.every(tellsChange)))
    return { kind: 'compare', figures: parts, by: 'indicator' };
  const risen = fromTo.test(query.folded) && !query.time.both ? findRise(context) : null;
  if (risen) return risen;
  const topics = topicsOf(context);
  // 「从多少降下来的」 asks where it began.
  if (fromWhat.test(query.folded))
    return (
      findRise(context) ??
      refuse(
        'no-comparison',
        rankFigures(context.loaded, query.content, null, context.meanings)
          .slice(0, 1)
          .map(({ figure }) => figure),
      )
    );
  const stated = topics.length < 2 || comparesYear.test(query.folded) ? statedChange(context) : null;
  if (stated) return stated;
  const overTime = query.time.both || fromTo.test(query.folded) || (topics.length < 2 && comparesPeriods(query.folded));
  if (topics.length >= 2) {
    const found = overTime ? acrossBoth(context, topics) : betweenTopics(context, topics);
    // 「工业和招商的权重提到多少」 of one thing that is named with both.
    return found.kind === 'refusal' && isOneWithBoth(context) ? findSingle(context) : found;
  }
  if (overTime) {
    const found = overPeriods(context, query.content);
    return found.kind === 'refusal' && moreOrLess.test(query.folded) ? (changeOf(context) ?? found) : found;
  }
  if (query.arithmetic === 'highest' || query.arithmetic === 'lowest') return findList(context);
  const single = findSingle(context);
  if (single.kind !== 'figure') return single;
  const compared = overPeriods(context, query.content);
  // 「比前年少了几成」: the plan states the change itself.
  return compared.kind === 'refusal' && single.figures[0]?.aspect === 'change' ? single : compared;
}

/** 「增长目标比去年实际增速高多少」: how far two rates lie apart, not how far something grows. */
const twoRates = /(?:增长|增速|增幅|目标).*比.*(?:增长|增速|增幅|实际|完成).{0,3}[高低快慢](?:了|出)?(?:多少|几)/;

const comparesYear =
  /(?:去年|上一?年)(?:同期)?相?比(?:增长|增加|提高|下降|涨|降)|[比较](?:去年|上一?年|20\d\d年)(?:同期|度|底)?(?:增长|增加|提高|下降|减少)/;

/** 「2026年目标比2025年增长多少」 of a plan that states the growth itself. */
function statedChange(context: FormContext): Finding | null {
  const { query, loaded } = context;
  if (query.time.both || twoRates.test(query.folded) || query.asks.length !== 1 || query.asks[0]?.aspect !== 'change')
    return null;
  const content = query.content.filter(
    (run) => !comparisonWords.test(run) && !/^(?:同期)?(?:相?比)?(?:增长|增加|下降|涨|降)?了?$/.test(run),
  );
  const found = findOne({ ...context, query: { ...query, content } }, content, query.asks[0]);
  if (found.kind !== 'figure') return null;
  const [figure] = found.figures;
  return figure?.aspect === 'change' && fitsTime(figure, query.time, loaded.plan) ? found : null;
}

const fromWhat =
  /[从由](?:多少|几)[\u4e00-\u9fff]{0,4}(?:[升降涨减]|提高|增加|下降|减少)(?:[上下]?来|起来)的?(?:[,，?？。]|$)/;

/** 「事故是多了还是少了」 of a plan that gives the change alone. */
const moreOrLess = /[多高涨增升]了?还是[少低跌降]了?/;

function changeOf(context: FormContext): Finding | null {
  const { query, loaded } = context;
  const content = query.content.filter((run) => !comparisonWords.test(run));
  const found = findOne(askingChange(context), content, askingChange(context).query.asks[0] ?? null);
  const [figure] = found.kind === 'figure' ? found.figures : [];
  return figure?.aspect === 'change' && fitsTime(figure, query.time, loaded.plan) ? found : null;
}

const comparesPeriods = (folded: string): boolean =>
  /前后两年|两年[差比对变]|去年|上年|今年|往年|同比|变化|提高了?没|提高了多少|(?:目标|计划)(?:和|跟|与|比).{0,4}(?:实际|完成)|实际.{0,8}(?:目标|计划)|完成.{0,4}目标|高了|低了|涨/.test(
    folded,
  );

function overPeriods(context: FormContext, content: readonly string[]): Finding {
  const { loaded, query, meanings } = context;
  // 「一般公共预算收入，目标比去年实际低了多少个百分点」: the first clause names the topic, the last one asks.
  const ask = query.asks.find(({ number }) => number) ?? query.asks[0] ?? null;
  const named = content.filter((run) => !comparisonWords.test(run));
  const ranked = rankFigures(loaded, named, ask, meanings);
  // A sum over years is no side of a comparison of two.
  const usable = ranked.filter(
    ({ unitFit, figure }) => unitFit > 0.3 && figure.role === 'figure' && !figure.cumulative,
  );
  const alike = withoutTotals(usable, query.folded);
  const best = alike[0];
  if (!best || evidenceFor(alike, named) === null)
    return refuse(
      'unknown',
      ranked.slice(0, 3).map(({ figure }) => figure),
    );
  const group = alike.filter(
    ({ figure, score }) =>
      score >= 0.6 * best.score && (sameIndicator(figure, best.figure) || score >= 0.85 * best.score),
  );
  // 「比去年多多少亿元」 is the difference of two levels.
  const inUnit = ask?.unitClass != null && ask.unitClass !== 'percent';
  const aspect = inUnit ? 'level' : (ask?.aspect ?? preferredAspect(ofOwnName(group, best)));
  const chosen =
    query.time.years.length >= 2
      ? query.time.years.map((year) => pickYear(group, year, aspect, loaded.plan.year))
      : periods.map((period) => pickPeriod(group, period, aspect, loaded.plan.year));
  const figures = [...new Set(inOneUnit(chosen, group))].filter((figure) => figure !== null);
  const [one, other] = figures;
  if (!one || !other || (figures.length === 2 && !sameIndicator(one, other) && nameTwoThings(one, other)))
    return refuse(
      'no-comparison',
      group.map(({ figure }) => figure),
    );
  return { kind: 'compare', figures, by: 'period' };
}

/** 交通固定资产投资 and 绕城高速南环线投资 have no more in common than what is measured. */
function nameTwoThings({ indicator: a }: Figure, { indicator: b }: Figure): boolean {
  let end = 0;
  while (end < Math.min(a.length, b.length) && a.at(-1 - end) === b.at(-1 - end)) end += 1;
  const [left, right] = [a.slice(0, a.length - end), b.slice(0, b.length - end)];
  return left.length >= ownName && right.length >= ownName && ![...left].some((char) => right.includes(char));
}
const ownName = 3;

/** 「新认定52家，累计264家」: what is new is compared with what is new, unless the total is asked for. */
function withoutTotals(usable: readonly Candidate[], folded: string): readonly Candidate[] {
  if (/累计|总/.test(folded)) return usable;
  const rest = usable.filter(({ figure }) => !figure.indicator.endsWith('累计'));
  return (rest[0]?.score ?? 0) >= 0.8 * (usable[0]?.score ?? 0) ? rest : usable;
}

/** 「2150套，完成年度任务的107.5%」 against 1800套: of a side's figures the one in the other side's unit. */
function inOneUnit(chosen: readonly (Figure | null)[], group: readonly Candidate[]): readonly (Figure | null)[] {
  const units = chosen.map((figure) => figure?.quantity.unit);
  if (new Set(units).size < 2) return chosen;
  for (const unit of units) {
    const alike = chosen.map(
      (figure) =>
        group.find(
          (other) =>
            figure !== null &&
            other.figure.quantity.unit === unit &&
            other.figure.period === figure.period &&
            other.figure.year === figure.year &&
            other.figure.aspect === figure.aspect,
        )?.figure ?? null,
    );
    if (alike.every((figure) => figure !== null)) return alike;
  }
  return chosen;
}

/** The aspect that both periods have; the level where both do. */
function preferredAspect(group: readonly Candidate[]): Figure['aspect'] {
  const has = (aspect: Figure['aspect']): boolean =>
    periods.every((period) => group.some(({ figure }) => figure.period === period && figure.aspect === aspect));
  return has('level') || !has('change') ? 'level' : 'change';
}

/** The figure of one of the years that the question names; the plan's own and the one before may go unnamed in the text. */
function pickYear(
  group: readonly Candidate[],
  year: number,
  aspect: Figure['aspect'],
  planYear: number | null,
): Figure | null {
  const inYear = group.filter(({ figure }) => figure.year === year && !figure.cumulative);
  // Of a year that is over the result counts, not what had been planned.
  const period = planYear !== null && year < planYear ? 'achieved' : 'target';
  const fitting = inYear.filter(({ figure }) => figure.period === period);
  const ofYear = ofOwnName(fitting.length > 0 ? fitting : inYear, group[0]);
  const named = (ofYear.find(({ figure }) => figure.aspect === aspect) ?? ofYear[0])?.figure;
  if (named !== undefined) return named;
  if (year === planYear) return pickPeriod(group, 'target', aspect, planYear);
  return planYear !== null && year === planYear - 1 ? pickPeriod(group, 'achieved', aspect, planYear) : null;
}

function pickPeriod(
  group: readonly Candidate[],
  period: 'achieved' | 'target',
  aspect: Figure['aspect'],
  planYear: number | null,
): Figure | null {
  const year = planYear === null ? null : period === 'target' ? planYear : planYear - 1;
  const inPeriod = group.filter(
    ({ figure }) =>
      figure.period === period && !figure.cumulative && (figure.year === null || year === null || figure.year === year),
  );
  const pool = ofOwnName(inPeriod, group[0]);
  return (pool.find(({ figure }) => figure.aspect === aspect) ?? pool[0])?.figure ?? null;
}

/** What is of the best one's own name comes first, whatever its aspect: 增加值增速 6.8% is a level of the table. */
function ofOwnName(candidates: readonly Candidate[], best: Candidate | undefined): readonly Candidate[] {
  if (!best) return candidates;
  const own = candidates.filter(({ figure }) => sameIndicator(figure, best.figure));
  // 基层诊疗量占比 before 基层中医诊疗量占比, which is named alike.
  const exact = own.filter(({ figure }) => figure.indicator === best.figure.indicator);
  return [exact, own].find((named) => named.length > 0) ?? candidates;
}

function betweenTopics(context: FormContext, topics: readonly (readonly string[])[]): Finding {
  const figures: Figure[] = [];
  // 「2028年的甲和2031年的乙」: each has a year of its own.
  const { time } = context.query;
  const asked = time.years.length > 1 ? { ...time, year: null, period: null, stated: false } : time;
  const about = comparesChanges.test(context.query.folded) ? askingChange(context) : context;
  for (const topic of topics) {
    const figure = bestOfTopic(about, topic, asked);
    if (!figure)
      return refuse(
        'no-comparison',
        rankFigures(context.loaded, topic, null, context.meanings)
          .slice(0, 3)
          .map((candidate) => candidate.figure),
      );
    if (!figures.includes(figure)) figures.push(figure);
  }
  return figures.length < 2 ? refuse('no-comparison', figures) : { kind: 'compare', figures, by: 'indicator' };
}

/** 「哪个增得快」 compares rates, whatever is measured: 收入 is no sum of money there. */
const comparesChanges =
  /(?:哪一?[个项样种边头]|谁)[^,，]{0,4}(?:增长|增速|增幅|降幅|增|涨|升|降|提高)得?(?:更|最|要)?[快慢高低多少大小]/;

const tellsChange = ({ aspect, indicator }: Figure): boolean =>
  aspect === 'change' || /[增涨降]幅|增速|增长率/.test(indicator);

function acrossBoth(context: FormContext, topics: readonly (readonly string[])[]): Finding {
  const figures = topics.flatMap((topic) =>
    periods.map((period) =>
      bestOfTopic(context, topic, { ...context.query.time, both: false, period, stated: true, year: null }),
    ),
  );
  const found = [...new Set(figures.filter((figure) => figure !== null))];
  if (found.length >= 2) return { kind: 'compare', figures: found, by: 'period' };
  // 「2025年实际招聘教师数和2026年计划招聘数」: one thing, named twice.
  return found.length === 1 ? overPeriods(context, context.query.content) : refuse('no-comparison', found);
}
