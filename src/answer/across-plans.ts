import type { LoadedPlan } from '../library/plan-library.ts';
import type { PlanFigure } from './answer.ts';
import { seriesOf } from './choose-plans.ts';
import { findSingle } from './forms/single.ts';
import type { Meanings } from './ranking/rank.ts';
import type { Query } from './question/query.ts';

const overYears = /历年|这?[两几]年(?:的)?(?:目标|数|对比|比较|来)|逐年|各年|跨年/;

/** Whether a question sets the same indicator of several years side by side, and plans of those years are here. */
export function asksAcrossPlans(
  query: Query,
  plans: readonly LoadedPlan[],
  current: LoadedPlan,
): readonly LoadedPlan[] {
  const series = plans.filter(({ plan }) => seriesOf(plan) === seriesOf(current.plan) && plan.year !== null);
  if (series.length < 2) return [];
  const years = new Set([...query.folded.matchAll(/(20\d\d)年?/g)].map((match) => Number(match[1])));
  const named = series.filter(({ plan }) => plan.year !== null && years.has(plan.year));
  if (named.length >= 2) return byYear(named);
  // A year that no plan is for is refused, not left out.
  if (years.size > named.length) return [];
  return overYears.test(query.folded) ||
    (query.time.both && query.folded.includes('目标') && !/完成|实际/.test(query.folded))
    ? byYear(series)
    : [];
}

/** One plan's own target for the question's topic, whatever year the question names. */
export function targetIn(loaded: LoadedPlan, query: Query, meanings: Meanings): PlanFigure | null {
  const time = {
    ...query.time,
    period: 'target',
    year: loaded.plan.year,
    stated: true,
    both: false,
    years: [],
  } as const;
  const found = findSingle({ loaded, meanings, query: { ...query, form: 'single', time } });
  const figure = found.kind === 'figure' ? found.figures[0] : undefined;
  return figure === undefined ? null : { plan: loaded.plan, figure };
}

const byYear = (plans: readonly LoadedPlan[]): LoadedPlan[] =>
  plans.toSorted((a, b) => (a.plan.year ?? 0) - (b.plan.year ?? 0));
