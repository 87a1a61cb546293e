import type { Figure } from '../../figures/figure.ts';
import { rankFigures } from '../ranking/rank.ts';
import type { FormContext } from './context.ts';

const shown = 3;

/** The figures that a refusal shows for want of the one asked for, nearest first: those of `runs`, else of the question. */
export const nearestFigures = (
  { loaded, query, meanings }: FormContext,
  { runs = query.content, most = shown }: { readonly runs?: readonly string[]; readonly most?: number } = {},
): Figure[] =>
  rankFigures(loaded, runs, null, meanings)
    .slice(0, most)
    .map(({ figure }) => figure);
