import { isTarget, similarity } from '../ledger/match-target.ts';
import type { PlanFigures } from '../ledger/plan-figures.ts';
import type { Section } from '../plan/plan.ts';

/** What a reminder's topic means in one plan: figure ids, and the sections it names. */
export interface Topic {
  readonly figureIds: ReadonlySet<number>;
  /** The sections named; empty where it names indicators or the whole plan. */
  readonly sections: readonly Section[];
  /** Words of the topic that nothing in the plan answers to. */
  readonly unknown: readonly string[];
}

const whole = /^(?:全部|所有|全文|整个计划|全部指标|所有指标|全部目标|所有目标)$/;
/** Words of a heading that say nothing of its subject. */
const common = /^(?:实施|推进|加强|行动|工作|方面|目标|指标|任务|章节|部分|节)+$/;
/** Below this an indicator has too little in common with the words. */
const threshold = 0.6;

/**
 * Finds 「水环境、土壤」 in a plan: each word is a part of a heading, else of an indicator; 全部 is every target. Nothing
 * is stored of what it finds, since the plan in force may be another one at the next sending.
 */
export function resolveTopic({ plan, figures }: PlanFigures, topic: string): Topic {
  const targets = figures.filter((figure) => isTarget({ plan, figure }));
  const ids = new Set<number>();
  const sections: Section[] = [];
  const unknown: string[] = [];
  // A whole heading, as chosen by a button, may hold the very signs that separate words.
  const isHeading = plan.sections.some(({ title }) => fold(title) === fold(topic) && title !== '');
  for (const word of isHeading ? [topic] : topicWords(topic)) {
    if (whole.test(word)) {
      for (const { id } of targets) ids.add(id);
      continue;
    }
    const named = sectionsNamed(plan.sections, word);
    const inside = targets.filter(({ section }) => named.some((each) => isWithin(section, each)));
    const found =
      inside.length > 0 ? inside : targets.filter(({ indicator }) => similarity(word, indicator) >= threshold);
    if (found.length === 0) unknown.push(word);
    else if (inside.length > 0) sections.push(...named);
    for (const { id } of found) ids.add(id);
  }
  return { figureIds: ids, sections: [...new Set(sections)], unknown };
}

/** The words that a topic is made of. */
export const topicWords = (topic: string): readonly string[] =>
  // 「二、(二)」 is one section's number, not two words.
  topic.split(/(?:[\s,，;；]|、(?![(（]))+/).filter((word) => word !== '');

/** The outermost sections whose heading has the word, or whose marker path it is: 「二(二)」. */
function sectionsNamed(sections: readonly Section[], word: string): readonly Section[] {
  const wanted = fold(word);
  if (wanted === '' || common.test(wanted)) return [];
  const named = sections.filter(
    (section) => fold(section.title).includes(wanted) || fold(markerPath(section)) === wanted,
  );
  return named.filter((section) => !named.some((other) => other !== section && isWithin(section, other)));
}

const markerPath = (section: Section): string =>
  section.parent === null ? section.marker : markerPath(section.parent) + section.marker;

const fold = (text: string): string => text.normalize('NFKC').replace(/[\s\p{P}]/gu, '');

/** Whether a section is `outer` or lies within it. */
function isWithin(section: Section | null, outer: Section): boolean {
  for (let each = section; each !== null; each = each.parent) if (each.id === outer.id) return true;
  return false;
}

/** The nearest heading above a figure; the measures (一是) inside a paragraph are no headings of their own. */
export function headingOf(section: Section | null): Section | null {
  let each = section;
  while (each?.kind === 'measure') each = each.parent;
  return each;
}
