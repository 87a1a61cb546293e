import type { Figure } from '../../../figures/figure.ts';
import { readChineseNumber } from '../../../text/chinese-number.ts';
import type { Passage, Plan, Section } from '../../../plan/plan.ts';
import type { FormContext } from '../context.ts';
import { figuresIn } from './section-figures.ts';

/** The part of the plan that a list is asked of: below a heading, or behind a lead. */
export interface Scope {
  readonly section: Section | null;
  readonly figures: readonly Figure[];
}

/** The figures below a heading, without those of the turn to the problems that a review's last part ends with. */
export function inSection(context: FormContext, section: Section, timely: readonly Figure[]): Scope {
  const { loaded } = context;
  const children = countedChildren(context, section);
  const figures = (children ?? [section]).flatMap((part) => figuresIn(part, timely));
  const innermost = section.level > 1 && !loaded.plan.sections.some(({ parent }) => parent === section);
  const turn = innermost ? turnToProblems(loaded.plan, section) : undefined;
  const before = turn === undefined ? figures : figures.filter(({ passage }) => passage.start < turn.start);
  return { section, figures: before.length > 0 ? before : figures };
}

/** 「十件民生实事」 are the ten items below their heading, without its opening words; null where it has not just as many. */
function countedChildren({ loaded, query }: FormContext, section: Section): readonly Section[] | null {
  const count = readChineseNumber(/(?<!第)([两二三四五六七八九十]{1,2})[件项个条大]/.exec(query.folded)?.[1] ?? '');
  const children = loaded.plan.sections.filter(({ parent }) => parent === section);
  return count !== null && count > 1 && children.length === count ? children : null;
}

/** 「同时也要看到，…」 opens a paragraph of its own, which no heading sets apart. */
const opensProblems =
  /^(?:各位代表[!！])?(?:同时|但是?|与此同时|在看到成绩的同时|在肯定成绩的同时)?[，,]?.{0,6}(?:清醒|看到|认识到|正视|存在).{0,40}/;

function turnToProblems(plan: Plan, section: Section): Passage | undefined {
  const within = plan.passages.filter(({ start }) => start >= section.start && start < section.bodyEnd);
  return within.find(
    (passage, index) =>
      index > 0 &&
      opensProblems.test(passage.text) &&
      plan.document.blocks.some(({ kind, start }) => kind === 'text' && start >= section.end && startsAt(plan, start, passage)),
  ); // prettier-ignore
}

/** Whether only white space lies between the beginning of a block and the passage. */
const startsAt = (plan: Plan, start: number, passage: Passage): boolean =>
  start <= passage.start && plan.document.text.slice(start, passage.start).trim() === '';
