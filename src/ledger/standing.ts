import type { PlanFigure } from '../answer/answer.ts';
import type { StoredReport } from '../storage/progress-reports.ts';
import { daysBetween, type CalendarDate } from '../calendar-date.ts';
import { deadlineOf, type Deadline } from './deadline.ts';
import { goalOf, type Goal } from './goal.ts';
import { judge, type Judgement } from './light.ts';
import { measureOf, type Measure } from './measure.ts';

/** Where one target stands on one day. */
export interface Standing {
  readonly target: PlanFigure;
  readonly goal: Goal | null;
  readonly measure: Measure;
  readonly deadline: Deadline | null;
  /** The newest report; null where there is none. */
  readonly report: StoredReport | null;
  /** The part done of a quantity that adds up, 0.8125 for 65 of 80; null for others and without a report. */
  readonly share: number | null;
  readonly judgement: Judgement;
  /** Days from today to the deadline, negative when past; null without a deadline. */
  readonly daysLeft: number | null;
}

/** Judges a target on `today` by its reports, oldest first. */
export function standingOf(target: PlanFigure, reports: readonly StoredReport[], today: CalendarDate): Standing {
  const goal = goalOf(target);
  const measure = measureOf(target);
  const deadline = deadlineOf(target);
  const report = reports.at(-1) ?? null;
  const isShare = measure === 'adds-up' && goal !== null && goal.value !== 0 && report !== null;
  return {
    target,
    goal,
    measure,
    deadline,
    report,
    share: isShare ? report.value / goal.value : null,
    judgement: judge({
      goal,
      measure,
      value: report?.value ?? null,
      today,
      start: startOf(target, deadline, today),
      deadline: deadline?.date ?? null,
    }),
    daysLeft: deadline === null ? null : daysBetween(today, deadline.date),
  };
}

/** Progress counts from the plan year's first day; for plans without a year, from the deadline's year. */
function startOf({ plan }: PlanFigure, deadline: Deadline | null, today: CalendarDate): CalendarDate {
  const year = plan.year ?? (deadline?.date ?? today).slice(0, 4);
  return `${year}-01-01`;
}

/** A deadline this near is named as 近期到期, in days. */
export const soonDays = 30;

export type Urgency = 'overdue' | 'soon' | null;

/**
 * Whether a target is to be named as 逾期 or 近期到期: not reached, and its deadline past or near. A year's end that the
 * plan does not state is near for every target at once, so that only a stated deadline counts as near.
 */
export function urgencyOf({ judgement, deadline, daysLeft }: Standing): Urgency {
  if (judgement.state === 'overdue') return 'overdue';
  if (judgement.state === 'reached' || judgement.state === 'within') return null;
  return deadline?.stated === true && daysLeft !== null && daysLeft >= 0 && daysLeft <= soonDays ? 'soon' : null;
}
