import { refuse, type Finding } from '../finding.ts';
import type { FormContext } from './context.ts';
import { december, dueMonth, isPast } from './due-month.ts';
import { asksNumbers, asPassages, numbersOf } from './tasks.ts';

const done = '(?:完成|办结|落实|干完|做完|干|做|抓|推进|开工|投用)';
const things = '(?:任务|工作|事项|实事|项目|目标)';
const asked = new RegExp(
  `[上下]半年(?:就|都)?(?:要|需要?|应该?|得|必须|计划|应当)*${done}?的?(?:主要|重点)?${things}|[上下]半年[^,，。?？]{0,4}${done}(?:了|的|哪|什么|几)|[上下]半年[^,，。?？]{0,4}(?:哪些|什么|几[项件])(?:主要|重点)?${things}|${things}[^,，。?？]{0,6}[上下]半年[^,，。?？]{0,4}${done}`,
);
const middle = 6;

/** 「下半年要完成哪些任务」: what is due in that half of the year, or 「目标值分别是多少」 of it; a refusal where the plan sets no such times, null where none are asked for. */
export function tasksOfHalf({ loaded, query }: FormContext): Finding | null {
  if (!asked.test(query.folded) || query.time.period === 'achieved') return null;
  const numbers = asksNumbers.test(query.folded);
  if (query.wantsNumber && !numbers) return null;
  const first = query.folded.includes('上半年');
  const due = loaded.plan.passages.filter((passage) => {
    const month = dueMonth(loaded.plan, passage);
    return (
      month !== null && !isPast(loaded, passage) && (first ? month <= middle : month > middle && month <= december)
    );
  });
  return (numbers ? numbersOf(loaded, due) : asPassages(due)) ?? refuse('unknown');
}
