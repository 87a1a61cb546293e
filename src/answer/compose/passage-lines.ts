import type { Span } from '../../documents/plain-document.ts';
import { passageDetails, supportersOf } from '../../figures/details.ts';
import type { Passage, Plan, Section } from '../../plan/plan.ts';
import type { Line } from '../answer.ts';
import type { Finding } from '../finding.ts';
import { labelOf } from './detail-label.ts';
import { count, line, quote, sectionPath, words } from './slots.ts';

type Of<Kind extends Finding['kind']> = Extract<Finding, { kind: Kind }>;

/** The sentences themselves, then where they stand; headings where they are the answer. */
export function passageLines(plan: Plan, { passages, sections, total }: Of<'passage'>): Line[] {
  const only = sections.length === 1 ? sections[0] : undefined;
  // Headings alone: their part's own comes first.
  const headed = only ?? (passages.length === 0 ? sections[0]?.parent : undefined);
  const lines: Line[] = headed ? [line('headline', { kind: 'section', text: headed.path.at(-1) ?? '', plan })] : [];
  if (total !== undefined)
    lines.push(line('headline', words('共'), count(total), words('项，先列'), count(passages.length), words('项')));
  for (const group of bySource(passages)) {
    for (const passage of group) {
      const head = only && headOf(plan, passage, only);
      if (head) lines.push(line('item', { kind: 'section', text: head.path.at(-1) ?? '', plan }));
      lines.push(line('quote', quote(plan, passage)));
    }
    if (!only && sections.length <= 1) lines.push(line('source', sectionPath(plan, sourceOf(group))));
  }
  if (!only && sections.length <= 1) return lines;
  if (sections.length > 1)
    lines.push(...sections.map((section) => line('item', { kind: 'section', text: section.path.at(-1) ?? '', plan })));
  const source = only ?? passages.at(-1)?.section ?? sections[0]?.parent ?? null;
  return [...lines, line('source', sectionPath(plan, source))];
}

/** A sentence that answers in words what is asked beside a number. */
export const besideLines = (plan: Plan, passage: Passage): Line[] => [
  line('quote', quote(plan, passage)),
  line('source', sectionPath(plan, passage.section)),
];

/** The heading of its own that a passage of a part stands first below: 「一是龙头企业少。」 */
function headOf({ passages }: Plan, passage: Passage, part: Section): Section | undefined {
  const { section } = passage;
  if (section === null || section === part || section.end > passage.start) return undefined;
  return passages[passage.id - 1]?.section === section ? undefined : section;
}

/** 「一是…」, 「二是…」 of one part share their source. */
const partOf = ({ section }: Passage): Section | null => (section?.kind === 'measure' ? section.parent : section);

/** Passages one after the other of one part. */
function bySource(passages: readonly Passage[]): (readonly Passage[])[] {
  const groups: Passage[][] = [];
  for (const passage of passages) {
    const group = groups.at(-1);
    if (group?.[0] && partOf(group[0]) === partOf(passage)) group.push(passage);
    else groups.push([passage]);
  }
  return groups;
}

/** The section of all of a group, else their part. */
function sourceOf(group: readonly Passage[]): Section | null {
  const [first] = group;
  if (!first) return null;
  return group.every(({ section }) => section === first.section) ? first.section : partOf(first);
}

/** 责任单位 and 完成时限 first, then the row or sentence that says so. */
export function detailLines(plan: Plan, { passages, wanted }: Of<'detail'>): Line[] {
  return passages.flatMap((passage) => {
    const { owner, deadline } = passageDetails(plan, passage);
    const supporters = wanted === 'support' ? supportersOf(plan, passage) : null;
    const said = [
      supporters === null ? null : (['配合单位', supporters] as const),
      (wanted === 'owner' || wanted === 'both') && owner !== null
        ? ([labelOf(passage, owner) ?? '责任单位', owner] as const)
        : null,
      (wanted === 'deadline' || wanted === 'both') && deadline !== null
        ? ([labelOf(passage, deadline) ?? '完成时限', deadline] as const)
        : null,
    ];
    const details = said.filter((entry) => entry !== null);
    const note = noteWith(
      plan,
      passage,
      details.map(([, detail]) => detail),
    );
    return [
      ...details.map(([label, detail]) =>
        line('headline', words(`${label}：`), quote(plan, { ...passage, kind: 'sentence' }, detail)),
      ),
      line('source', sectionPath(plan, passage.section)),
      line('quote', quote(plan, passage)),
      ...(note ? [line('quote', quote(plan, note))] : []),
    ];
  });
}

/** The note behind a task that says what the task's own sentence does not. */
const noteWith = (plan: Plan, passage: Passage, details: readonly Span[]): Passage | undefined =>
  plan.passages.find(
    (other) => other !== passage && details.some(({ start, end }) => start >= other.start && end <= other.end),
  );
