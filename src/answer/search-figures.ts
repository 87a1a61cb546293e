import type { LoadedPlan } from '../library/plan-library.ts';
import type { PlanFigure } from './answer.ts';
import { noMeanings, rankFigures } from './ranking/rank.ts';
import { readQuestion } from './question/read-question.ts';
import { reword } from './question/thesaurus.ts';
import { wordsOf } from './question/known-words.ts';

const worthShowing = 0.25;

/** Figures that what has been typed so far may mean, best first, by words alone: as typed, else in the plan's own terms. */
export function searchFigures(loaded: LoadedPlan, typed: string): PlanFigure[] {
  const found = searchWords(loaded, typed);
  return found.length > 0 ? found : searchWords(loaded, reword(typed, loaded.plan.document.text));
}

function searchWords(loaded: LoadedPlan, typed: string): PlanFigure[] {
  const query = readQuestion(typed, loaded.plan, wordsOf(loaded));
  if (query.content.length === 0) return [];
  return rankFigures(loaded, query.content, query.asks[0] ?? null, noMeanings)
    .filter(
      ({ figure, score, coverage }) => figure.role === 'figure' && score >= worthShowing && coverage >= worthShowing,
    )
    .map(({ figure }) => ({ plan: loaded.plan, figure }));
}
