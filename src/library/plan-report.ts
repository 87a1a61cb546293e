import { planName } from '../plan/plan-name.ts';
import type { Plan } from '../plan/plan.ts';
import type { CommitResult, LoadedPlan, PlanDraft } from './plan-library.ts';

type Counted = Pick<LoadedPlan, 'plan' | 'figures'>;

/** How many figures a plan has, limits inside an indicator not counted. */
export const figureCount = ({ figures }: Pick<LoadedPlan, 'figures'>): number =>
  figures.filter(({ role }) => role === 'figure').length;

/** 「岚溪县2026年工作要点（2026年）」; 「（年份不明）」 where the text gives none. */
export const datedName = (plan: Plan): string =>
  `${planName(plan)}（${plan.year === null ? '年份不明' : `${plan.year}年`}）`;

/** 「…（2026年）：41个章节，57个数字」 */
export const planSummary = (counted: Counted): string =>
  `${datedName(counted.plan)}：${counted.plan.sections.length}个章节，${figureCount(counted)}个数字`;

/**
 * What an administrator should look at before a draft takes the place of `replaced`, or joins the others: in Chinese,
 * one sentence an entry, the gravest first; empty where there is nothing.
 */
export function draftNotes(draft: PlanDraft, replaced: LoadedPlan | null = draft.replaces): readonly string[] {
  const { plan, warnings } = draft;
  const notes: string[] = [];
  if (figureCount(draft) === 0) notes.push('没有读到任何数字，请确认这是计划文件。');
  if (plan.year === null) notes.push('没有读到计划的年份；按年份的问题答不出，排序时排在最后。');
  if (replaced !== null && replaced.plan.id !== plan.id) {
    if (planName(replaced.plan) !== planName(plan))
      notes.push(`标题与原来的不同，原来是“${planName(replaced.plan)}”。`);
    if (replaced.plan.year !== plan.year) notes.push(`年份与原来的不同，原来是“${datedName(replaced.plan)}”。`);
    const [former, now] = [figureCount(replaced), figureCount(draft)];
    if (now > 0 && now * 2 < former) notes.push(`数字比原来的少了一半以上（原来${former}个，现在${now}个）。`);
  }
  return [...notes, ...new Set(warnings)];
}

/** What a commit came to: 「已导入 …：41个章节，57个数字」 with what it replaced, or that the file was there already. */
export function outcomeText({ loaded, outcome, replaced }: CommitResult, done: '已导入' | '已启用' = '已导入'): string {
  switch (outcome) {
    case 'added':
      return `${done} ${planSummary(loaded)}`;
    case 'replaced':
      return `${done} ${planSummary(loaded)}，替换了 ${replaced.map(({ plan }) => datedName(plan)).join('、')}`;
    case 'same':
      return `没有变化：这份文件已经导入过，就是 ${datedName(loaded.plan)}`;
  }
}

/** Which plan is current now, and whether it was another before. */
export function currentPlanText(before: LoadedPlan | undefined, after: LoadedPlan | undefined): string {
  if (after === undefined) return '现在没有当前计划。';
  const now = `当前计划：${datedName(after.plan)}`;
  if (before === undefined || before.plan.id === after.plan.id) return `${now}。`;
  return `${now}，原来是 ${datedName(before.plan)}。没有另选计划的聊天都改用它。`;
}
