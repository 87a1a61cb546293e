import type { Figure } from '../../figures/figure.ts';
import { startsFrom } from '../../figures/starting-level.ts';
import type { Finding } from '../finding.ts';
import { fromTo } from '../question/form/asks-comparison.ts';
import { rankFigures, type Candidate } from '../ranking/rank.ts';
import { sameIndicator } from '../ranking/same-indicator.ts';
import type { FormContext } from './context.ts';
import { comparisonWords } from './topics.ts';

/** Both ends of a rise that one sentence tells, with its rate where that is asked for too. */
export function findRise({ loaded, query, meanings }: FormContext): Finding | null {
  const named = query.content.filter((run) => !comparisonWords.test(run) && !rateWords.test(run));
  const [ask] = query.asks;
  const ends = startAndEnd(rankFigures(loaded, named, ask ? { ...ask, aspect: 'level' } : null, meanings));
  if (!ends) return null;
  const [, end] = ends;
  const rate = rateWords.test(query.folded.replace(fromTo, ''))
    ? loaded.figures.find(
        (figure) =>
          figure.passage === end.passage &&
          figure.aspect === 'change' &&
          figure.quantity.start > end.quantity.start &&
          sameIndicator(figure, end),
      )
    : undefined;
  return rate
    ? { kind: 'figure', figures: [...ends, rate], related: [] }
    : { kind: 'compare', figures: ends, by: 'period' };
}

/** 「…，年均涨幅呢」 */
const rateWords = /年均|增幅|涨幅|降幅|增速|增长率|(?:增长|提高|下降|涨|降)了?(?:多少|百分之几|几个)/;

/** 「从多少家增加到多少家」 of a sentence that gives both: 由41家增加到68家. */
function startAndEnd(ranked: readonly Candidate[]): readonly [Figure, Figure] | null {
  const [best] = ranked;
  if (!best || best.near < surelyNamed) return null;
  for (const { figure, score } of ranked) {
    if (score < nearlyAsGood * best.score) return null;
    const { passage, quantity } = figure;
    if (!startsFrom(figure)) continue;
    const end = ranked.find(
      (other) =>
        other.figure.passage === passage &&
        other.figure.quantity.start > quantity.start &&
        other.figure.quantity.unit === quantity.unit &&
        other.figure.indicator === figure.indicator,
    );
    if (end) return [figure, end.figure];
  }
  return null;
}

const surelyNamed = 0.4;
const nearlyAsGood = 0.75;
