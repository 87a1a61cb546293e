import { daysBetween, type CalendarDate } from '../calendar-date.ts';
import { meets, type Goal } from './goal.ts';
import type { Measure } from './measure.ts';

export type Light = 'green' | 'yellow' | 'red' | 'none';

/** Why a light has its colour. */
export type State =
  | 'unreported' // none: nothing is reported
  | 'incomparable' // none: the plan's number cannot be compared with the report
  | 'reached' // green
  | 'within' // green: a cap that holds so far
  | 'on-course' // green: at least nine tenths of what the elapsed time asks for
  | 'behind' // yellow: at least six tenths of it
  | 'far-behind' // red: less than that
  | 'not-reached' // yellow: a level that is still to come
  | 'exceeded' // red: above a cap, or an exact number overshot
  | 'overdue'; // red: past the deadline and not reached, reported or not

export interface Judgement {
  readonly light: Light;
  readonly state: State;
}

export interface Course {
  readonly goal: Goal | null;
  readonly measure: Measure;
  /** The newest report in the goal's unit; null where there is none. */
  readonly value: number | null;
  readonly today: CalendarDate;
  /** The first day that counts, the plan year's 1 January. */
  readonly start: CalendarDate;
  /** The last day that counts; null where the plan names no year. */
  readonly deadline: CalendarDate | null;
}

/** From this part of the expected progress on the light is green. */
export const greenFrom = 0.9;
/** From this part on it is yellow, below it is red. */
export const yellowFrom = 0.6;
/** In the first days nothing is far behind yet: a single day without progress would say so. */
export const graceDays = 31;

/** The stated rule, in the words the help shows. */
export const lightRule =
  '可累计的数量按时间进度看：完成比例达到时间进度的九成为🟢，六成以上为🟡，不足六成为🔴；' +
  '比例、浓度等水平值只看是否达到；未报为⚪；过了完成时限未达到为🔴。';

/** The light of one target on one day. */
export function judge(course: Course): Judgement {
  const { goal, value, today, deadline } = course;
  const isOver = deadline !== null && today > deadline;
  if (value === null) return isOver ? { light: 'red', state: 'overdue' } : { light: 'none', state: 'unreported' };
  if (goal === null) return { light: 'none', state: 'incomparable' };
  if (course.measure === 'cap') return judgeCap(goal, value, isOver);
  if (meets(goal, value)) return { light: 'green', state: 'reached' };
  if (goal.direction === 'exactly' && value > goal.value) return { light: 'red', state: 'exceeded' };
  if (isOver) return { light: 'red', state: 'overdue' };
  if (course.measure === 'level') return { light: 'yellow', state: 'not-reached' };
  return judgeByTime(course, value / goal.value);
}

function judgeCap(goal: Goal, value: number, isOver: boolean): Judgement {
  if (!meets(goal, value)) return { light: 'red', state: 'exceeded' };
  return { light: 'green', state: isOver ? 'reached' : 'within' };
}

function judgeByTime(course: Course, share: number): Judgement {
  const elapsed = elapsedShare(course);
  if (elapsed === null) return { light: 'yellow', state: 'not-reached' };
  if (share >= elapsed * greenFrom) return { light: 'green', state: 'on-course' };
  const isEarly = daysBetween(course.start, course.today) < graceDays;
  if (share >= elapsed * yellowFrom || isEarly) return { light: 'yellow', state: 'behind' };
  return { light: 'red', state: 'far-behind' };
}

/** The part of the time from the start to the deadline that is over, 0 to 1; null without a deadline. */
export function elapsedShare({ start, deadline, today }: Pick<Course, 'start' | 'deadline' | 'today'>): number | null {
  if (deadline === null) return null;
  const total = daysBetween(start, deadline) + 1;
  if (total <= 0) return 1;
  return Math.min(1, Math.max(0, daysBetween(start, today) / total));
}
