import type { LoadedPlan } from '../../library/plan-library.ts';
import type { Query } from '../question/query.ts';
import { noMeanings, rankFigures } from './rank.ts';
import { sameIndicator } from './same-indicator.ts';

const nearlyAll = 0.9;
const farBehind = 0.75;

/**
 * Whether the words alone settle a question, so that it need not wait for the embedding (and a cold start not for the
 * model): a given number, or an indicator named in nearly all its words with no other one near.
 */
export function certainByWords(loaded: LoadedPlan, query: Query): boolean {
  if (query.form === 'reverse') return true;
  if (query.form !== 'single' || query.arithmetic !== null || query.background.length > 0 || query.asks.length > 1)
    return false;
  const [best, ...others] = rankFigures(loaded, query.content, query.asks[0] ?? null, noMeanings);
  if (!best || best.near < nearlyAll || best.unitFit < nearlyAll) return false;
  const rival = others.find(({ figure }) => !sameIndicator(figure, best.figure));
  return rival === undefined || rival.score <= farBehind * best.score;
}
