import type { Ask } from '../question/query.ts';
import type { Candidate } from './rank.ts';
import { sameIndicator } from './same-indicator.ts';

/**
 * How near a figure is in meaning where words do not decide: its clause, its whole sentence (what a paraphrase tells of
 * often stands in another clause), and the words that the question shares with them.
 */
const nearness = ({ coverage, similarity, sentence, unitFit }: Candidate): number =>
  0.3 * coverage + similarity + 0.35 * sentence - 0.2 * (1 - unitFit);

/** The candidates in the order of their meaning, the likeliest first. */
export const byMeaning = (candidates: readonly Candidate[]): Candidate[] =>
  candidates.toSorted((a, b) => nearness(b) - nearness(a));

/** What tells how surely the first of some candidates is meant; see `weights`. */
export function meaningFeatures(
  candidates: readonly Candidate[],
  content: readonly string[],
  ask: Pick<Ask, 'unitClass'> | null,
): Record<keyof typeof weights, number> | null {
  const best = candidates[0];
  if (!best) return null;
  const rival = candidates.find((other) => !sameIndicator(other.figure, best.figure));
  return {
    coverage: best.coverage,
    elsewhere: best.elsewhere,
    unitFit: best.unitFit,
    similarity: best.similarity,
    sentence: best.sentence,
    lead: best.similarity - (rival?.similarity ?? unrelated),
    sentenceLead: best.sentence - (rival?.sentence ?? unrelated),
    unitAsked: ask?.unitClass == null ? 0 : 1,
    words: Math.min(content.length, manyWords) / manyWords,
  };
}

const unrelated = 0.3;
const manyWords = 6;

/**
 * Weights of a logistic regression over the labelled questions that words do not decide, paraphrases and questions
 * without an answer alike (`npx tsx test/bench/fit-meaning.ts` fits them again, leaving out a ninth of the plans at a
 * time, and prints how it does on those).
 */
const weights = {
  coverage: -1.55,
  elsewhere: -4.14,
  unitFit: 3.99,
  similarity: 15.17,
  sentence: -1.04,
  lead: 14.28,
  sentenceLead: 10.79,
  unitAsked: 0.06,
  words: 1.61,
};
const bias = -12.84;

/** How likely the first of some candidates, in the order of `byMeaning`, is what the question means; 0 to 1. */
export function likelihood(
  candidates: readonly Candidate[],
  content: readonly string[],
  ask: Pick<Ask, 'unitClass'> | null,
): number {
  const features = meaningFeatures(candidates, content, ask);
  if (features === null) return 0;
  const sum = Object.entries(weights).reduce(
    (total, [name, weight]) => total + weight * features[name as keyof typeof weights],
    bias,
  );
  return 1 / (1 + Math.exp(-sum));
}
