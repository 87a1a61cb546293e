import type { Passage, Plan, Section } from '../plan/plan.ts';
import type { Figure } from './figure.ts';
import { attachDetails } from './details.ts';
import { readRow } from './table-figures.ts';
import { readSentence, type FigureDraft } from './sentence-figures.ts';
import { sectionWhen } from './section-when.ts';
import { statedWhen, withoutAsides, withoutStartingTimes, withoutWithin } from './time-words.ts';
import { isSum, sumOf, type When } from './when.ts';

/** Reads every figure of a plan, in document order. Pure; positions come from the passages. */
export function extractFigures(plan: Plan): Figure[] {
  const drafts: FigureDraft[] = [];
  // What the paragraph has said of the time so far; a new paragraph begins afresh.
  let running: When | undefined;
  // What it had said before its first item: 「一是今年…。二是…」 dates the one item, not the next.
  let opening: When | undefined;
  // 「到2030年，努力实现以下目标：」 dates the paragraphs that it announces, unless their heading speaks of this year's targets.
  let announced: Announcement | undefined;
  let previousEnd = 0;
  let section: Section | null = null;
  for (const passage of plan.passages) {
    if (passage.kind === 'row') {
      drafts.push(...readRow(plan, passage));
      continue;
    }
    if (plan.document.text.slice(previousEnd, passage.start).includes('\n')) {
      if (announced && !isAnnounced(plan, passage, announced)) announced = undefined;
      opening = running = leadWhen(plan, passage) ?? announced?.when;
    } else if (passage.section !== section && section?.kind === 'measure') running = opening;
    else if (passage.section !== section) opening = running;
    // 「去年产值突破700亿元，职业学校要接得住。一是…」: the items of a task are tasks, whatever led to them.
    if (passage.section !== section && running?.period === 'achieved' && isTask(plan, passage)) running = undefined;
    section = passage.section;
    drafts.push(...readSentence(plan, passage, running));
    const stated = statedForNext(plan, passage) ?? running;
    running = stated && isSum(stated) ? sumOf(running ?? sectionWhen(passage.section, plan)) : stated;
    announced = announcementIn(plan, passage) ?? announced;
    previousEnd = passage.end;
  }
  return attachDetails(
    plan,
    drafts.sort((a, b) => a.quantity.start - b.quantity.start),
  ).map((draft, id) => ({ ...draft, id }));
}

/**
 * What a sentence says of the time of those that follow: not of a part only (「上年新查出的4座」), nor, where it reviews
 * one year, of the years that it mentions behind a semicolon (「…；“十四五”期间累计下降19.6%」).
 */
function statedForNext(plan: Plan, { text, section }: Passage): When | null | undefined {
  const bySection = sectionWhen(section, plan);
  const spoken = bySection?.period === 'achieved' ? withoutWithin(text) : text;
  const said = withoutAsides(withoutStartingTimes(spoken)).replace(ofPart, '').replace(remark, '');
  const stated = statedWhen(said, plan);
  // What a sentence that opens with this year says of the last one is put in.
  const first = statedWhen(said.replace(/[,，;；。].*$/s, ''), plan);
  if (stated?.period === 'achieved' && first?.period === 'target') return first;
  if (stated?.cumulative !== true || bySection?.year == null) return stated;
  return statedWhen(said.replace(/[;；].*$/s, ''), plan);
}

/** 「降至38/10万以下（2025年为41.3/10万）」 */
const remark = /[(（][^()（）]*[)）]/g;
const ofPart = /(?:去年|上年|上一年)[\u4e00-\u9fff]{2,12}的(?=\d)/g;

/** A sentence that ends in a colon and says when what follows is to be. */
interface Announcement {
  readonly when: When;
  readonly section: Section | null;
}

function announcementIn(plan: Plan, { text, section }: Passage): Announcement | undefined {
  const when = /[:：]$/.test(text) ? statedWhen(text, plan) : undefined;
  return when?.year == null ? undefined : { when, section };
}

/** A paragraph below the same heading that opens with no time of its own. */
const isAnnounced = (plan: Plan, { text, section }: Passage, announced: Announcement): boolean =>
  (section === announced.section || (section?.kind === 'measure' && section.parent === announced.section)) &&
  statedWhen(text.replace(/[,，;；。].*$/s, ''), plan) === undefined;

/** 「——五年来，城乡面貌展现新气象。」: the lead of a paragraph may say the time of what follows. */
function leadWhen(plan: Plan, { section }: Passage): When | undefined {
  const stated = section?.kind === 'measure' ? statedWhen(section.title, plan) : null;
  return stated && isSum(stated) ? sumOf(sectionWhen(section, plan)) : (stated ?? undefined);
}

const isTask = (plan: Plan, { section }: Passage): boolean =>
  section?.kind === 'measure' && sectionWhen(section, plan)?.period === 'target';
