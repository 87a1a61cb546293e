import type { Figure } from '../../figures/figure.ts';
import type { Plan } from '../../plan/plan.ts';
import { passageDetails } from '../../figures/details.ts';
import type { Line } from '../answer.ts';
import type { AskedDetail } from '../finding.ts';
import { labelOf } from './detail-label.ts';
import { figure, indicator, line, periodSlots, quote, sectionPath, words } from './slots.ts';

/** A sentence longer than this is quoted from the semicolon part that holds the figure. */
const longestQuote = 160;
const mostRelated = 3;

/** The figure, what it measures and when, its section, its sentence. */
export function figureLines(plan: Plan, of: Figure): Line[] {
  return [
    line('headline', figure(plan, of)),
    line('detail', indicator(plan, of), words(' · '), ...periodSlots(of), ...detailSlots(plan, of)),
    line('source', sectionPath(plan, of.section)),
    line('quote', quote(plan, of.passage, quoteSpan(plan, of))),
  ];
}

/** Owner and deadline of a table's row, as its cells print them, named by their columns. */
function detailSlots(plan: Plan, { owner, deadline, passage }: Figure): Line['slots'] {
  if (passage.table === null) return [];
  const cells = [
    { label: '责任单位', cell: owner },
    { label: '完成时限', cell: deadline },
  ];
  return cells.flatMap(({ label, cell }) =>
    cell === null
      ? []
      : [words(` · ${labelOf(passage, cell) ?? label}：`), quote(plan, { ...passage, kind: 'sentence' }, cell)],
  );
}

/** 「责任单位：…」 below a figure of a text, or that the text does not say; a row's own line has what its cells print. */
export function detailLinesOf(plan: Plan, of: Figure, wanted: AskedDetail): Line[] {
  const told = passageDetails(plan, of.passage);
  const asked = [
    { label: '责任单位', detail: of.owner ?? told.owner, isAsked: wanted !== 'deadline' },
    { label: '完成时限', detail: of.deadline ?? told.deadline, isAsked: wanted !== 'owner' },
  ].filter(({ isAsked }) => isAsked);
  const missing = asked.filter(({ detail }) => detail === null).map(({ label }) => label);
  return [
    ...asked.flatMap(({ label, detail }) =>
      detail === null || of.passage.table !== null
        ? []
        : [line('note', words(`${label}：`), quote(plan, { ...of.passage, kind: 'sentence' }, detail))],
    ),
    ...(missing.length > 0 ? [line('note', words(`文件没有写明这项工作的${missing.join('和')}。`))] : []),
  ];
}

/** The whole sentence, or of a long one the part between semicolons around the figure. */
export function quoteSpan(plan: Plan, { passage, quantity }: Figure): { start: number; end: number } {
  if (passage.kind === 'row' || passage.end - passage.start <= longestQuote) return passage;
  const text = plan.document.text;
  let [start, end] = [quantity.start, quantity.end];
  while (start > passage.start && !/[；;]/.test(text[start - 1] ?? '')) start -= 1;
  while (end < passage.end && !/[；;]/.test(text[end - 1] ?? '')) end += 1;
  return { start, end };
}

/** 「另见」: figures of the same indicator that were not asked for. */
export function relatedLines(plan: Plan, related: readonly Figure[]): Line[] {
  return related.slice(0, mostRelated).map((of) => line('note', words('另见：'), ...figureSummary(plan, of)));
}

/** A figure in one line: indicator, figure, period and section. */
export function figureSummary(plan: Plan, of: Figure): Line['slots'] {
  return [
    indicator(plan, of),
    words(' '),
    figure(plan, of),
    words('（'),
    ...periodSlots(of),
    words('，'),
    shortSection(plan, of),
    words('）'),
  ];
}

function shortSection(plan: Plan, of: Figure): ReturnType<typeof sectionPath> {
  const path = of.section?.path ?? [];
  return path.length === 0 ? sectionPath(plan, null) : { kind: 'section', text: path.at(-1) ?? '', plan };
}
