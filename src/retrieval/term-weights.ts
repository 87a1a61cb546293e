import { ngrams } from '../text/ngrams.ts';

/** How telling a gram is among a plan's passages. */
export interface TermWeights {
  /** Inverse document frequency scaled to 0 … 1; 1 for a gram that no passage has. */
  weight(gram: string): number;
  has(gram: string): boolean;
}

/** BM25's inverse document frequency over the passages' grams. */
export function buildTermWeights(passages: readonly string[]): TermWeights {
  const frequency = new Map<string, number>();
  for (const passage of passages) {
    for (const gram of new Set(ngrams(passage))) frequency.set(gram, (frequency.get(gram) ?? 0) + 1);
  }
  const total = Math.max(1, passages.length);
  const idf = (count: number): number => Math.log(1 + (total - count + 0.5) / (count + 0.5));
  const highest = idf(0);
  return {
    weight: (gram) => idf(Math.min(total, frequency.get(gram) ?? 0)) / highest,
    has: (gram) => frequency.has(gram),
  };
}
