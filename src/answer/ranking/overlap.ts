import { actionVerbs } from '../../figures/action-verbs.ts';
import { isPair, ngrams } from '../../text/ngrams.ts';
import { soundPairs } from '../../text/sounds.ts';
import { attributeOf, isKindWord } from '../question/attribute-nouns.ts';
import type { TermWeights } from '../../retrieval/term-weights.ts';
import type { GramSet } from './profile.ts';

/** A gram of the question with how telling it is, and how it sounds. */
export interface WeightedGram {
  readonly gram: string;
  readonly weight: number;
  readonly sounds: readonly string[];
}

const single = 0.35;
/** Words for a share or an amount say what kind of figure is wanted, not which. */
const kindWeight = 0.3;
/** What is done to a thing says less than the thing: 新建 alone does not make 水电站 a 水厂. */
const verbWeight = 0.35;
/** A homophone is weaker evidence than the character itself. */
export const bySound = 0.8;

/** The question's content as weighted grams; a run of one character counts as much as a pair. */
export function weighGrams(runs: readonly string[], terms: TermWeights): WeightedGram[] {
  const seen = new Set<string>();
  const grams: WeightedGram[] = [];
  for (const run of runs) {
    const all = ngrams(run);
    const alone = all.length === 1;
    const attribute = attributeOf(run)?.noun ?? '';
    for (const gram of all) {
      if (seen.has(gram)) continue;
      seen.add(gram);
      const kind = isPair(gram) || alone || /[a-z\d]/.test(gram) ? 1 : single;
      grams.push({
        gram,
        weight:
          (isKindWord(run) || (isPair(gram) && gram !== run && attribute.includes(gram))
            ? kindWeight
            : actionVerbs.has(gram)
              ? verbWeight
              : 1) *
          kind *
          (0.15 + 0.85 * terms.weight(gram)),
        sounds: isPair(gram) ? soundPairs(gram) : [],
      });
    }
  }
  return grams;
}

/** How much one gram is found in a text, 0 to 1. */
export function gramIn({ gram, sounds }: WeightedGram, set: GramSet): number {
  if (set.grams.has(gram)) return 1;
  return sounds.some((sound) => set.sounds.has(sound)) ? bySound : 0;
}

/** The share of the grams' weight that the texts hold; each text counts with its own factor. 0 to 1. */
export function coverage(grams: readonly WeightedGram[], texts: readonly (readonly [GramSet, number])[]): number {
  let found = 0;
  let total = 0;
  for (const gram of grams) {
    total += gram.weight;
    found += gram.weight * Math.max(...texts.map(([set, factor]) => factor * gramIn(gram, set)));
  }
  return total === 0 ? 0 : found / total;
}
