import type { Passage, Plan, Section } from '../plan/plan.ts';
import type { Figure } from './figure.ts';
import { attachDetails } from './details.ts';
import { readRow } from './table-figures.ts';
import { readSentence, type FigureDraft } from './sentence-figures.ts';
import { isSum, sectionWhen, statedWhen, sumOf, withoutStartingTimes, type When } from './period.ts';

/** Reads every figure of a plan, in document order. Pure; positions come from the passages. */
export function extractFigures(plan: Plan): Figure[] {
  const drafts: FigureDraft[] = [];
  // What the paragraph has said of the time so far; a new paragraph begins afresh.
  let running: When | undefined;
  let previousEnd = 0;
  let section: Section | null = null;
  for (const passage of plan.passages) {
    if (passage.kind === 'row') {
      drafts.push(...readRow(plan, passage));
      continue;
    }
    if (plan.document.text.slice(previousEnd, passage.start).includes('\n')) running = leadWhen(plan, passage);
    // 「去年产值突破700亿元，职业学校要接得住。一是…」: the items of a task are tasks, whatever led to them.
    else if (passage.section !== section && running?.period === 'achieved' && isTask(plan, passage))
      running = undefined;
    section = passage.section;
    drafts.push(...readSentence(plan, passage, running));
    const stated = statedWhen(withoutStartingTimes(passage.text), plan) ?? running;
    running = stated && isSum(stated) ? sumOf(running ?? sectionWhen(passage.section, plan)) : stated;
    previousEnd = passage.end;
  }
  return attachDetails(
    plan,
    drafts.sort((a, b) => a.quantity.start - b.quantity.start),
  ).map((draft, id) => ({ ...draft, id }));
}

/** 「——五年来，城乡面貌展现新气象。」: the lead of a paragraph may say the time of what follows. */
function leadWhen(plan: Plan, { section }: Passage): When | undefined {
  const stated = section?.kind === 'measure' ? statedWhen(section.title, plan) : null;
  return stated && isSum(stated) ? sumOf(sectionWhen(section, plan)) : (stated ?? undefined);
}

const isTask = (plan: Plan, { section }: Passage): boolean =>
  section?.kind === 'measure' && sectionWhen(section, plan)?.period === 'target';
