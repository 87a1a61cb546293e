import type { Figure } from '../../figures/figure.ts';
import { isPair, ngrams } from '../../text/ngrams.ts';
import type { Candidate } from '../ranking/rank.ts';

/** Whether a figure goes on with what was asked before: by its own words, or in the sentence that has it. */
export const goesOnWith = (candidate: Candidate, earlier: readonly string[]): boolean =>
  candidate.followed >= surelyFollowed || saysEarlier(candidate, earlier);

/** 「改造老旧小区130个，惠及居民2.9万户」: its sentence has what was asked before. */
const saysEarlier = ({ figure: { passage } }: Candidate, earlier: readonly string[]): boolean =>
  earlier.some((run) => {
    const pairs = ngrams(run).filter(isPair);
    return pairs.length > 1 && pairs.filter((pair) => passage.text.includes(pair)).length >= mostPairs * pairs.length;
  });

const mostPairs = 0.6;
const surelyFollowed = 0.1;

/** How much of a figure's name was said in the questions before, 0 to 1. */
export const saidBefore = ({ indicator }: Figure, earlier: readonly string[]): number => {
  const said = earlier.join('');
  return (
    ngrams(indicator).filter((gram) => isPair(gram) && said.includes(gram)).length / Math.max(1, indicator.length - 1)
  );
};
