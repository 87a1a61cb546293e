import { refuse, type Finding } from '../finding.ts';
import { fitsTime } from '../ranking/fits-time.ts';
import type { FormContext } from './context.ts';
import { december, dueMonth } from './due-month.ts';
import { asPassages } from './tasks.ts';

const done = '(?:完成|办结|落实|干完|做完|干|做|抓|推进|开工|投用)';
const things = '(?:任务|工作|事项|实事|项目|目标)';
const asked = new RegExp(
  `([上下])半年(?:要|需要?|应该?|得|必须|计划|应当)*${done}?的?(?:主要|重点)?${things}|([上下])半年[^,，。?？]{0,4}${done}(?:了|的|哪|什么|几)|([上下])半年[^,，。?？]{0,4}(?:哪些|什么|几[项件])(?:主要|重点)?${things}|${things}[^,，。?？]{0,6}([上下])半年[^,，。?？]{0,4}${done}`,
);
const middle = 6;

/** 「下半年要完成哪些任务」: what is due in that half of the year; a refusal where the plan sets no such times, null where none are asked for. */
export function tasksOfHalf({ loaded, query }: FormContext): Finding | null {
  const match = asked.exec(query.folded);
  if (!match || query.wantsNumber || query.time.period === 'achieved') return null;
  const first = match.slice(1).includes('上');
  const due = loaded.plan.passages.filter((passage) => {
    const month = dueMonth(loaded.plan, passage);
    // What the review tells of is over.
    const isTask = loaded.figures.every(
      (figure) => figure.passage !== passage || fitsTime(figure, target(query), loaded.plan),
    );
    return month !== null && isTask && (first ? month <= middle : month > middle && month <= december);
  });
  return asPassages(due) ?? refuse('unknown');
}

const target = ({ time }: FormContext['query']): FormContext['query']['time'] => ({ ...time, period: 'target' });
