import { passageDetails } from '../../figures/details.ts';
import { foldWidth } from '../../text/fold-width.ts';
import type { Passage } from '../../plan/plan.ts';
import type { Finding } from '../finding.ts';
import type { FormContext } from './context.ts';
import { december, dueMonth, isPast, monthOf } from './due-month.ts';

const mostTasks = 12;
const done = '完成|办结|到位|建成|开工|交付|完工|竣工|投用|通车|落实|到期|截止';
const time = '(\\d{1,2}月|[一二三四]季度|上半年|年(?=底|末)|年内)';
/** 「9月底前完成的有哪些」, 「哪些任务要在一季度办结」. */
const asksDue = new RegExp(
  `${time}(?:份|底|末)?(?:之?前)?(?:以前)?[^,，。?？]{0,6}(?:${done})[^,，。?？]{0,8}(?:哪|什么|几[项个件])|${time}(?:份|底|末)?(?:之?前)?(?:要|须)?(?:${done})的(?:任务|工作|事项|项目|实事)(?:清单)?[?？。]?$|(?:哪些|哪几[项个件]|什么)[^,，。?？]{0,10}${time}(?:份|底|末)?(?:之?前)?[^,，。?？]{0,6}(?:${done})`,
);

/** The deadline is quoted as it is set, and not a day that is asked about. */
const setFor = new RegExp(
  `(?:要求|规定|定在|明确|限定)(?:在|为|是)?${time}(?:份|底|末)?(?:之?前)?(?:${done})的|${time}(?:份|底|末)(?:到期|截止)的`,
);

/** 「6月底以前（含6月底）」 */
const remark = /\([^()]*\)/g;

/** 「附件里时限是5月底的任务，各自的目标数是多少」: the rows of just that time. */
const dueJustThen = new RegExp(
  `(?:完成)?(?:时限|期限|截止时间|时间)(?:都?是|为|在|定在|到)${time}(?:份|底|末)?(之?前|以前)?(?:\\([^()]*\\))?的`,
);
export const asksNumbers =
  /(?:任务量|工程量|目标值?|数量)(?:都?是)?多少|(?:各|分别|都)(?:自)?(?:的)?[\u4e00-\u9fff]{0,4}(?:是|有|为)?(?:多少|几)/;

/** The tasks that are due by the time the question names; null where it asks for none, or none is. */
export function tasksDue({ loaded, query }: Asked): Finding | null {
  const [, named = '', before] = dueJustThen.exec(query.folded) ?? [];
  const then = monthOf(named);
  if (then !== null) return dueThen({ loaded, query }, then, before !== undefined);
  const ofYear = tasksOfYear({ loaded, query });
  if (ofYear.length > 0) return asPassages(ofYear);
  const asked = asksDue.exec(query.folded.replace(remark, ''));
  const limit = monthOf(asked?.slice(1).find(Boolean) ?? '');
  // 「要求11月底前完成的有哪几件」: those with just that deadline.
  if (limit !== null && setFor.test(query.folded)) return dueThen({ loaded, query }, limit, false);
  if (limit !== null && asksNumbers.test(query.folded)) return dueThen({ loaded, query }, limit, true);
  if (query.wantsNumber || limit === null) return null;
  const due = loaded.plan.passages.filter((passage) => {
    const month = dueMonth(loaded.plan, passage);
    // Everything is due by the end of the year; asked for, it means what is due just then.
    return month !== null && (limit === december ? month === december : month <= limit);
  });
  return asPassages(due.filter((passage) => !isPast(loaded, passage)));
}

function dueThen({ loaded, query }: Asked, month: number, orBefore: boolean): Finding | null {
  const due = loaded.plan.passages.filter((passage) => {
    const own = dueMonth(loaded.plan, passage);
    return isListed(loaded, passage) && own !== null && (orBefore ? own <= month : own === month);
  });
  return asksNumbers.test(query.folded) ? numbersOf(loaded, due) : asPassages(due);
}

/** What the tasks found are to reach, as a list; null where they name no figures. */
export function numbersOf({ figures: all }: FormContext['loaded'], due: readonly Passage[]): Finding | null {
  const figures = all.filter(({ role, passage }) => role === 'figure' && due.includes(passage));
  return figures.length === 0 ? null : { kind: 'list', scope: null, figures, total: figures.length, sum: false };
}

type Asked = Pick<FormContext, 'loaded' | 'query'>;

/** 「2027年完工的项目有哪些」: the rows whose deadline names that year; empty where the question names a month too. */
function tasksOfYear({ loaded, query }: Asked): Passage[] {
  const year = asksYear.exec(query.folded)?.[1];
  if (year === undefined || query.wantsNumber || !/哪|什么|列/.test(query.folded)) return [];
  return loaded.plan.passages.filter(
    (passage) =>
      passage.table !== null &&
      foldWidth(passageDetails(loaded.plan, passage).deadline?.text ?? '').includes(`${year}年`),
  );
}

const asksYear = /(20\d\d)年(?:底|内)?(?:之?前)?(?:要|能|会|才)*(?:完工|竣工|建成|交付|完成|投用)/;

/** A row, or an item with a note of its own: its deadline is set for it, and no time that a sentence happens to name. */
const isListed = ({ plan }: FormContext['loaded'], passage: Passage): boolean => {
  if (passage.table !== null) return true;
  const { deadline } = passageDetails(plan, passage);
  return deadline !== null && deadline.start >= passage.end;
};

/** The tasks found as an answer, the first ones of many; null where there are none. */
export function asPassages(passages: readonly Passage[]): Finding | null {
  if (passages.length === 0) return null;
  const found = { kind: 'passage', passages: passages.slice(0, mostTasks), sections: [], figures: [] } as const;
  return passages.length > mostTasks ? { ...found, total: passages.length } : found;
}
