import type { Figure } from '../../../figures/figure.ts';
import type { Section } from '../../../plan/plan.ts';

/** The figures below a heading. */
export const figuresIn = (scope: Section, figures: readonly Figure[]): Figure[] =>
  figures.filter((figure) => {
    for (let section = figure.section; section !== null; section = section.parent) if (section === scope) return true;
    return false;
  });
