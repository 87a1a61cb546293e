import type { Figure } from '../figures/figure.ts';
import type { Plan } from '../plan/plan.ts';
import type { RetrievalEntry } from '../retrieval/retriever.ts';

/** What an entry of the index stands for. */
export interface EntryTarget {
  readonly kind: 'figure' | 'passage' | 'section';
  /** Position in the plan's figures, passages or sections. */
  readonly index: number;
}

export interface PlanEntries {
  readonly entries: readonly RetrievalEntry[];
  readonly targets: readonly EntryTarget[];
}

/** Longer passages would be cut by the model at 512 tokens anyway. */
const longest = 400;

/**
 * What is embedded of a plan: each figure's clause (with its indicator where the clause leaves it out), each passage
 * under its heading, each heading.
 */
export function planEntries(plan: Plan, figures: readonly Figure[]): PlanEntries {
  const entries: RetrievalEntry[] = [];
  const targets: EntryTarget[] = [];
  const add = (kind: EntryTarget['kind'], index: number, text: string): void => {
    entries.push({ id: entries.length, text: text.slice(0, longest) });
    targets.push({ kind, index });
  };
  for (const figure of figures) add('figure', figure.id, figureText(plan, figures, figure));
  for (const passage of plan.passages) add('passage', passage.id, `${passage.section?.title ?? ''}。${passage.text}`);
  for (const section of plan.sections) add('section', section.id, section.title);
  return { entries, targets };
}

function figureText(plan: Plan, figures: readonly Figure[], figure: Figure): string {
  if (figure.passage.kind === 'row') return `${figure.indicator}${figure.quantity.text}${figure.quantity.unit}`;
  const clause = plan.document.text.slice(figure.clause.start, figure.clause.end).trim();
  const shared =
    figures.filter((other) => other.clause.start === figure.clause.start && other.role === 'figure').length > 1;
  if (shared) return `${figure.indicator}${figure.quantity.qualifier?.split('…')[0] ?? ''}${figure.quantity.text}`;
  return clause.includes(figure.indicator.slice(0, 4)) || clause.length > 40
    ? clause
    : `${figure.indicator}，${clause}`;
}
