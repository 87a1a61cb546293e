import type { LoadedPlan } from '../../library/plan-library.ts';
import { isOwnerNote, passageDetails } from '../../figures/details.ts';
import type { Passage, Plan } from '../../plan/plan.ts';
import { readChineseNumber } from '../../text/chinese-number.ts';
import { foldWidth } from '../../text/fold-width.ts';

export const december = 12;

/** The last month of a time named: 9月底前 → 9, 一季度 → 3, 年底 → 12; null where it names none. */
export function monthOf(words: string): number | null {
  const [, month, quarter] = /(\d{1,2})月|([一二三四])季度/.exec(words) ?? [];
  if (month !== undefined) return Number(month) <= december ? Number(month) : null;
  if (quarter !== undefined) return 3 * (readChineseNumber(quarter) ?? 0);
  if (words.includes('上半年')) return 6;
  return /年底|年内|^年|全年/.test(words) ? december : null;
}

/** The month of the plan's year by which a passage's task is due, as its row, its note or its own words say; null where none is set. */
export function dueMonth(plan: Plan, passage: Passage): number | null {
  // A note of its own is no task.
  if (isOwnerNote(passage)) return null;
  const { deadline } = passageDetails(plan, passage);
  if (deadline === null || isLater(deadline.text, plan.year)) return null;
  // In a sentence a time is a deadline only where it says so: the day of a meeting or a quarter's rate is none.
  const behind = plan.document.text.slice(deadline.end);
  const stated = passage.table !== null || /前|底|末|内/.test(deadline.text) || doneThen.test(behind);
  return stated ? monthOf(foldWidth(deadline.text)) : null;
}

/** What a review tells of is over, whatever month it names. */
export const isPast = ({ figures }: LoadedPlan, passage: Passage): boolean =>
  figures.some((figure) => figure.passage === passage && figure.period === 'achieved');

const doneThen = /^(?:要|须|务必|全面|全部)?(?:完成|建成|办结|开工|投用|交付|启动|出台)(?!率)/;

/** A deadline of a year behind the plan's: 2027年6月 in a plan of 2026. */
const isLater = (deadline: string, planYear: number | null): boolean =>
  planYear !== null && Number(/20\d\d/.exec(foldWidth(deadline))?.[0] ?? 0) > planYear;
