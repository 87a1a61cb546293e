import type { LoadedPlan } from '../../library/plan-library.ts';

/** Tells whether a plan has some words: pairs of characters by its index, longer ones by its text. */
export const wordsOf =
  ({ terms, plan }: LoadedPlan): ((words: string) => boolean) =>
  (words) =>
    words.length === 2 ? terms.has(words) : plan.document.text.includes(words);
