import type { LoadedPlan } from '../../library/plan-library.ts';
import { isPair } from '../../text/ngrams.ts';
import { bySound, type WeightedGram } from './overlap.ts';
import { profileOf, type GramSet } from './profile.ts';

/** How near to a figure a word of the question stands: in its indicator, its clause, its sentence, its headings. */
const nearFactors = { indicator: 1, clause: 0.9 } as const;
const wideFactors = { ...nearFactors, sentence: 0.5, headings: 0.6 } as const;

/** One gram's place around one figure. */
interface Posting {
  readonly figure: number;
  /** Weight of its nearest place among indicator and clause; 0 where it stands in neither. */
  readonly near: number;
  /** The same among all places. */
  readonly wide: number;
  readonly inIndicator: boolean;
  /** In the indicator, the clause or a heading. */
  readonly placed: boolean;
}

/** Which figures a gram, or a pair of sounds, stands at. */
export interface FigurePostings {
  readonly grams: ReadonlyMap<string, readonly Posting[]>;
  readonly sounds: ReadonlyMap<string, readonly Posting[]>;
  /** Pairs of characters of each figure's indicator. */
  readonly indicatorPairs: readonly number[];
}

/** What the question's grams find at one figure, each as a share of their weight, 0 to 1. */
export interface GramEvidence {
  near: number;
  wide: number;
  /** Pairs of the indicator that the question has, as a share of them all. */
  named: number;
  /** Weight of the question's pairs that the plan has, but not at this figure. */
  elsewhere: number;
}

const built = new WeakMap<LoadedPlan, FigurePostings>();

export function postingsOf(loaded: LoadedPlan): FigurePostings {
  let postings = built.get(loaded);
  if (!postings) {
    postings = buildPostings(loaded);
    built.set(loaded, postings);
  }
  return postings;
}

function buildPostings(loaded: LoadedPlan): FigurePostings {
  const grams = new Map<string, Posting[]>();
  const sounds = new Map<string, Posting[]>();
  const indicatorPairs: number[] = [];
  for (const [figure, profile] of profileOf(loaded).figures.entries()) {
    const places = {
      indicator: profile.indicator,
      clause: profile.clause,
      sentence: profile.sentence,
      headings: profile.headings,
    };
    addPostings(grams, figure, places, (set) => set.grams);
    addPostings(sounds, figure, places, (set) => set.sounds);
    indicatorPairs.push([...profile.indicator.grams].filter(isPair).length);
  }
  return { grams, sounds, indicatorPairs };
}

function addPostings(
  to: Map<string, Posting[]>,
  figure: number,
  places: Record<keyof typeof wideFactors, GramSet>,
  of: (set: GramSet) => ReadonlySet<string>,
): void {
  const keys = new Set(Object.values(places).flatMap((set) => [...of(set)]));
  for (const key of keys) {
    const has = (place: keyof typeof places): boolean => of(places[place]).has(key);
    const best = (factors: Partial<Record<keyof typeof places, number>>): number =>
      Math.max(
        0,
        ...Object.entries(factors).map(([place, factor]) => (has(place as keyof typeof places) ? factor : 0)),
      );
    const posting = {
      figure,
      near: best(nearFactors),
      wide: best(wideFactors),
      inIndicator: has('indicator'),
      placed: has('indicator') || has('clause') || has('headings'),
    };
    const known = to.get(key);
    if (known) known.push(posting);
    else to.set(key, [posting]);
  }
}

/** Adds up what the grams find at each figure of the plan, in the order of its figures. */
export function gatherEvidence(loaded: LoadedPlan, weighted: readonly WeightedGram[]): GramEvidence[] {
  const { grams, sounds, indicatorPairs } = postingsOf(loaded);
  const evidence = indicatorPairs.map((): GramEvidence => ({ near: 0, wide: 0, named: 0, elsewhere: 0 }));
  const total = weighted.reduce((sum, { weight }) => sum + weight, 0);
  if (total === 0) return evidence;
  let known = 0;
  for (const gram of weighted) {
    const pair = isPair(gram.gram);
    const isKnown = pair && loaded.terms.has(gram.gram);
    if (isKnown) known += gram.weight;
    for (const [figure, found] of strongest(
      grams.get(gram.gram) ?? [],
      gram.sounds.flatMap((sound) => sounds.get(sound) ?? []),
    )) {
      const at = evidence[figure];
      if (!at) continue;
      at.near += (gram.weight * found.near) / total;
      at.wide += (gram.weight * found.wide) / total;
      if (pair && found.exact && found.inIndicator) at.named += 1 / Math.max(1, indicatorPairs[figure] ?? 1);
      // Counted down from what is known in all: what is left stands elsewhere.
      if (isKnown && found.placed) at.elsewhere -= gram.weight / total;
    }
  }
  for (const at of evidence) at.elsewhere = Math.max(0, at.elsewhere + known / total);
  return evidence;
}

type Found = Omit<Posting, 'figure'> & { readonly exact: boolean };

/** A figure's best posting for a gram; a homophone is weaker evidence than the characters themselves. */
function strongest(exact: readonly Posting[], alike: readonly Posting[]): Map<number, Found> {
  const found = new Map<number, Found>();
  for (const posting of exact) found.set(posting.figure, { ...posting, exact: true });
  for (const posting of alike) {
    const known = found.get(posting.figure);
    const near = Math.max(known?.near ?? 0, bySound * posting.near);
    const wide = Math.max(known?.wide ?? 0, bySound * posting.wide);
    found.set(posting.figure, {
      near,
      wide,
      inIndicator: known?.inIndicator ?? posting.inIndicator,
      placed: (known?.placed ?? false) || posting.placed,
      exact: known?.exact ?? false,
    });
  }
  return found;
}
