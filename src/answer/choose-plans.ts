import type { LoadedPlan } from '../library/plan-library.ts';
import { planName } from '../plan/plan-name.ts';
import type { Plan } from '../plan/plan.ts';

/** Words that say what kind of text a plan is, or whose; what is left of a title names its field or place. */
const general =
  /关于|印发|的通知|20\d\d年度?|年度|工作(?:要点|计划|报告|安排|方案|总结|任务)?|要点|计划|报告|讲话|方案|安排|意见|会议|大会|推进会|暨|人民政府|政府|全[市县区省]|[XＸ×某]+|省|市|县|区|局|委员会|委|厅|办公室|办|在|上的?|[《》“”"()（）]/g;

/** The parts of a title that a question may name the plan by: 交通运输, 岚溪. */
export const titleCores = (plan: Plan): string[] => {
  const inTitle = planName(plan)
    .replace(/\.(?:txt|md|docx|pdf)$/i, '')
    .replace(general, ' ')
    .split(/\s+/)
    .filter((part) => part.length >= 2);
  return [...new Set([...inTitle, ...(plan.place === null ? [] : [plan.place.short])])];
};

/** Plans of one series differ in their year only. */
export const seriesOf = (plan: Plan): string => planName(plan).replace(/20\d\d年?度?/g, '');

export interface PlanOrder {
  /** Asked first; where the question names plans, only these. */
  readonly first: readonly LoadedPlan[];
  /** Asked where the first have no answer. */
  readonly further: readonly LoadedPlan[];
}

/**
 * Which plans a question goes to: those it names by title, department or year, else the current one, then the others.
 * `strength` tells how much of the question a plan's best figure has, 0 to 1.
 */
export function choosePlans(
  question: string,
  plans: readonly LoadedPlan[],
  current: LoadedPlan,
  strength: (loaded: LoadedPlan) => number = () => 0,
): PlanOrder {
  const named = plans.filter(({ plan }) => names(question, plan, plans));
  const years = new Set([...question.matchAll(/(20\d\d)年/g)].map((match) => Number(match[1])));
  const ofYear = (
    named.length > 0 ? named : plans.filter(({ plan }) => seriesOf(plan) === seriesOf(current.plan))
  ).filter(({ plan }) => plan.year !== null && years.has(plan.year));
  if (ofYear.length > 0 && !ofYear.includes(current))
    return { first: ofYear, further: named.length > 0 ? [] : without(plans, ofYear) };
  if (named.length > 0)
    return { first: named.includes(current) ? [current, ...without(named, [current])] : named, further: [] };
  const better = plans.length > 1 ? betterThan(current, plans, strength) : undefined;
  const first = better === undefined ? [current] : [better];
  return { first, further: without(plans, first) };
}

const sure = 0.9;
const clearlyMore = 0.3;

/** A plan that has the question's indicator nearly word for word, where the current one has hardly a part of it. */
function betterThan(
  current: LoadedPlan,
  plans: readonly LoadedPlan[],
  strength: (loaded: LoadedPlan) => number,
): LoadedPlan | undefined {
  const own = strength(current);
  if (own > sure - clearlyMore) return undefined;
  return plans.find((loaded) => loaded !== current && strength(loaded) >= Math.max(sure, own + clearlyMore));
}

/** The plans whose best figure has more of the question first; as they come where they have as much. */
export function strongestFirst(
  plans: readonly LoadedPlan[],
  strength: (loaded: LoadedPlan) => number,
): readonly LoadedPlan[] {
  if (plans.length < 2) return plans;
  return plans
    .map((loaded) => ({ loaded, strength: strength(loaded) }))
    .toSorted((a, b) => b.strength - a.strength)
    .map(({ loaded }) => loaded);
}

/** A title's own words stand in the question, and in no other plan's title. */
function names(question: string, plan: Plan, plans: readonly LoadedPlan[]): boolean {
  return titleCores(plan).some(
    (core) =>
      (question.includes(core) ||
        question.includes(`${core.slice(0, 2)}局`) ||
        question.includes(`${core.slice(0, 2)}委`)) &&
      plans.every(({ plan: other }) => seriesOf(other) === seriesOf(plan) || !isOwn(core, other)),
  );
}

const isOwn = (core: string, plan: Plan): boolean => planName(plan).includes(core) || plan.place?.short === core;

const without = (plans: readonly LoadedPlan[], left: readonly LoadedPlan[]): LoadedPlan[] =>
  plans.filter((plan) => !left.includes(plan));
