import type { Span } from '../../documents/plain-document.ts';
import { passageDetails } from '../../figures/details.ts';
import type { Passage, Plan, Section } from '../../plan/plan.ts';
import { columnHeading } from '../../plan/table-text.ts';
import type { Line } from '../answer.ts';
import type { Finding } from '../finding.ts';
import { line, quote, sectionPath, words } from './slots.ts';

type Of<Kind extends Finding['kind']> = Extract<Finding, { kind: Kind }>;

/** The sentences themselves, then where they stand; headings where they are the answer. */
export function passageLines(plan: Plan, { passages, sections }: Of<'passage'>): Line[] {
  const only = sections.length === 1 ? sections[0] : undefined;
  const lines: Line[] = only ? [line('headline', { kind: 'section', text: only.path.at(-1) ?? '', plan })] : [];
  let last: Section | null | undefined;
  for (const passage of passages) {
    if (passage.section !== last && last !== undefined && !only) lines.push(line('source', sectionPath(plan, last)));
    last = passage.section;
    lines.push(line('quote', quote(plan, passage)));
  }
  if (sections.length > 1)
    lines.push(...sections.map((section) => line('item', { kind: 'section', text: section.path.at(-1) ?? '', plan })));
  const source = only ?? (last === undefined ? (sections[0]?.parent ?? null) : last);
  return [...lines, line('source', sectionPath(plan, source))];
}

/** 责任单位 and 完成时限 first, then the row or sentence that says so. */
export function detailLines(plan: Plan, { passages, wanted }: Of<'detail'>): Line[] {
  return passages.flatMap((passage) => {
    const { owner, deadline } = passageDetails(plan, passage);
    const said = [
      wanted !== 'deadline' && owner !== null ? ([labelOf(passage, owner) ?? '责任单位', owner] as const) : null,
      wanted !== 'owner' && deadline !== null ? ([labelOf(passage, deadline) ?? '完成时限', deadline] as const) : null,
    ];
    return [
      ...said
        .filter((entry) => entry !== null)
        .map(([label, detail]) =>
          line('headline', words(`${label}：`), quote(plan, { ...passage, kind: 'sentence' }, detail)),
        ),
      line('source', sectionPath(plan, passage.section)),
      line('quote', quote(plan, passage)),
    ];
  });
}

/** The heading of a detail's column, 责任领导 or 完工时间; null in a sentence, and where it has a number. */
function labelOf({ table }: Passage, { start }: Span): string | null {
  const column = table?.row.cells.findIndex((cell) => cell.start === start) ?? -1;
  const heading = table === null || column < 0 ? '' : columnHeading(table.block, column).replace(/\s+/g, '');
  return /^[\u4e00-\u9fff]{2,10}$/.test(heading) ? heading : null;
}
