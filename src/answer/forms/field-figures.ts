import type { Figure } from '../../figures/figure.ts';
import { fieldTerms } from '../question/vocabulary.ts';

const longestField = 4;

/** Figures of the fields that words name: PM2.5 for 大气. */
export function fieldFigures(content: readonly string[], timely: readonly Figure[]): Figure[] {
  const terms = fieldTerms
    .filter(([field]) => content.some((run) => run.length <= longestField && field.test(run)))
    .flatMap(([, names]) => names);
  return timely.filter(({ indicator }) => terms.some((term) => indicator.includes(term)));
}

/** Whether a field is named that the plan has figures of: 「空气质量方面」. */
export const namesField = (content: readonly string[], timely: readonly Figure[]): boolean =>
  fieldFigures(content, timely).length > 0;
