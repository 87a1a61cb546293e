import type { Section } from '../../../plan/plan.ts';
import type { FormContext } from '../context.ts';

/** 「建筑业发展的目标」 are those of a field. */
export const asksMainTargets = /(?:主要|总体|预期|(?<=^|[年的,，]|社会|全市|全县|全区)发展)(?:的)?(?:预期)?目标/;

/** 「今年的主要指标有哪些」 of the whole plan: no other word names a field. */
const asksMainIndicators = ({ folded, content }: FormContext['query']): boolean =>
  /(?:主要|核心|总体|预期)(?:预期|任务|工作|发展)*指标/.test(folded) && content.every((run) => generalRun.test(run));

const generalRun = /^(?:主要|核心|总体|预期|表|全面|工作|整体|经济社会发展|.*指标)$/;

/** 「主要预期目标」: the part that a plan of any field heads with these words. */
export function mainTargets({ loaded, query }: FormContext): Section | undefined {
  const { sections } = loaded.plan;
  if (!asksMainTargets.test(query.folded)) {
    if (!asksMainIndicators(query)) return undefined;
    // A heading of just these words comes first.
    if (sections.some(({ title }) => title.includes('主要指标'))) return undefined;
  }
  const headings = sections.filter(
    ({ title, kind, level }) =>
      kind === 'heading' && level <= 2 && title.includes('目标') && /主要|总体|预期|发展|年/.test(title),
  );
  // 「二、主要预期目标」 below 「第二章 总体要求和主要目标」: the one that the question has word for word.
  return headings.find(({ title }) => query.folded.includes(title.replace(/^20\d\d年/, ''))) ?? headings[0];
}
