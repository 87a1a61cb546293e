import { refuse, type Finding } from '../finding.ts';
import { fromTo, fromWhat } from '../question/form/asks-comparison.ts';
import { findAheadOfAll } from './ahead-of-all.ts';
import { acrossBoth, betweenTopics, comparesChanges, tellsChange } from './between-topics.ts';
import { comparedParts } from './compared-parts.ts';
import type { FormContext } from './context.ts';
import { nearestFigures } from './nearest.ts';
import { findList } from './list.ts';
import { overPeriods } from './over-periods.ts';
import { findRise } from './rise.ts';
import { findSingle } from './single.ts';
import { changeOf, comparesYear, moreOrLess, statedChange } from './stated-change.ts';
import { isOneWithBoth, topicsOf } from './topics.ts';

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
  if (fromWhat.test(query.folded))
    return findRise(context) ?? refuse('no-comparison', nearestFigures(context, { most: 1 }));
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

const comparesPeriods = (folded: string): boolean =>
  /前后两年|两年[差比对变]|去年|上年|今年|往年|同比|变化|提高了?没|提高了多少|(?:目标|计划)(?:和|跟|与|比).{0,4}(?:实际|完成)|实际.{0,8}(?:目标|计划)|完成.{0,4}目标|高了|低了|涨/.test(
    folded,
  );
