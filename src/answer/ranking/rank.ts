import type { Figure } from '../../figures/figure.ts';
import type { LoadedPlan } from '../../library/plan-library.ts';
import { fitAccount } from './fits-account.ts';
import { gatherEvidence, type GramEvidence } from './figure-postings.ts';
import { weighGrams } from './overlap.ts';
import { fitPartOfYear, partOfYear } from './fits-part-of-year.ts';
import { fitPlace } from './fits-place.ts';
import { profileOf } from './profile.ts';
import {
  askedNoun,
  asksDone,
  asksLeft,
  fitAskedNoun,
  fitAspect,
  fitBound,
  fitCounted,
  fitLeft,
  fitStock,
  fitTotal,
  fitUnit,
} from './unit-fit.ts';
import type { Ask } from '../question/query.ts';

/** A figure with the evidence that the question means it. Everything is 0 to 1 but `similarity`. */
export interface Candidate {
  readonly figure: Figure;
  /** How much of the question's words stand in the indicator, its clause, sentence and headings. */
  readonly coverage: number;
  /** The same for the indicator and its clause alone. */
  readonly near: number;
  /** How much of the indicator the question names. */
  readonly named: number;
  /** How much of the question's words the plan has, but not here. */
  readonly elsewhere: number;
  /** How much of the earlier questions' words, at most 0.2. */
  readonly followed: number;
  /** Cosine of question and clause. */
  readonly similarity: number;
  /** Cosine of question and the whole sentence, with its heading. */
  readonly sentence: number;
  readonly unitFit: number;
  readonly score: number;
}

/** Similarities by meaning, by figure, passage and section. */
export interface Meanings {
  readonly figures: ReadonlyMap<number, number>;
  readonly passages: ReadonlyMap<number, number>;
  readonly sections: ReadonlyMap<number, number>;
}

export const noMeanings: Meanings = { figures: new Map(), passages: new Map(), sections: new Map() };

/** Looks a question up in the plan's index. */
export async function lookUpMeanings(loaded: LoadedPlan, question: string): Promise<Meanings> {
  const maps = {
    figure: new Map<number, number>(),
    passage: new Map<number, number>(),
    section: new Map<number, number>(),
  };
  for (const { id, similarity } of await loaded.retriever.nearest(question, breadth)) {
    const target = loaded.targets[id];
    if (target) maps[target.kind].set(target.index, similarity);
  }
  return { figures: maps.figure, passages: maps.passage, sections: maps.section };
}

const breadth = 256;
/** Cosines of this model lie between these for unrelated and for equivalent texts (measured on Chinese questions). */
const unrelated = 0.3;
const equivalent = 0.75;

export const meaning = (similarity: number): number =>
  Math.min(1, Math.max(0, (similarity - unrelated) / (equivalent - unrelated)));

/** Ranks a plan's figures for one ask, best first. `background` is the topic of the questions before. */
export function rankFigures(
  loaded: LoadedPlan,
  runs: readonly string[],
  ask: Ask | null,
  meanings: Meanings,
  background: readonly string[] = [],
): Candidate[] {
  const evidence = gatherEvidence(loaded, weighGrams(runs, loaded.terms));
  const earlier = background.length === 0 ? [] : gatherEvidence(loaded, weighGrams(background, loaded.terms));
  const said = ask?.text ?? runs.join('');
  const [noun, wasDone, isLeft] = [askedNoun(ask), ask !== null && asksDone(said), asksLeft(said)];
  const asksPart = partOfYear(said);
  const profiles = profileOf(loaded).figures;
  return loaded.figures
    .map((figure, index) => {
      const { near, wide, named, elsewhere } = evidence[index] ?? nothing;
      const place = profiles[index]?.place;
      const similarity = meanings.figures.get(figure.id) ?? 0;
      const sentence = meanings.passages.get(figure.passage.id) ?? 0;
      const unitFit = fitUnit(figure, ask);
      // What was asked before only decides between figures that fit the question itself.
      const followed = followWeight * (earlier[index]?.near ?? 0);
      const score =
        (0.5 * wide + 0.15 * near + 0.1 * named + 0.35 * meaning(similarity) + followed) *
        unitFit *
        fitAspect(figure, ask) *
        fitStock(figure, ask) *
        fitBound(figure, ask) *
        fitTotal(figure, ask) *
        fitAccount(figure, runs) *
        (place === undefined ? 1 : fitPlace(place, said)) *
        fitPartOfYear(profiles[index]?.partOfYear ?? null, asksPart) *
        fitAskedNoun(figure, noun, noun !== null && ask?.unit === noun) *
        fitLeft(figure, wasDone, isLeft) *
        fitCounted(figure, loaded.figures[index + 1], said) *
        (figure.role === 'limit' ? ofLimit : 1);
      return { figure, coverage: wide, near, named, elsewhere, followed, similarity, sentence, unitFit, score };
    })
    .sort((a, b) => b.score - a.score);
}

/** Puts those first that have the words that count most: 国家级 after 「省级临床重点专科」. */
export function emphasize(
  loaded: LoadedPlan,
  candidates: readonly Candidate[],
  words: readonly string[],
): readonly Candidate[] {
  if (words.length === 0) return candidates;
  const evidence = gatherEvidence(loaded, weighGrams(words, loaded.terms));
  // A clause may hold two siblings: what stands in the indicator itself counts on top.
  const gain = new Map(
    loaded.figures.map((figure, index) => {
      const { near, named } = evidence[index] ?? nothing;
      return [
        figure,
        emphasisNear * near +
          (named > 0 ? emphasisNamed + emphasisWhole * named : 0) +
          (isWhole(figure, named) && figure.passage === candidates[0]?.figure.passage ? emphasisJustSo : 0),
      ];
    }),
  );
  return candidates
    .map((candidate) => ({ ...candidate, score: candidate.score * (1 + (gain.get(candidate.figure) ?? 0)) }))
    .sort((a, b) => b.score - a.score);
}

/** The 10亿元 of 「10亿元以上项目8个」 is seldom what is asked for. */
const ofLimit = 0.85;
const emphasisNear = 0.2;
const emphasisNamed = 0.4;
/** 「村卫生室呢」 is 村卫生室1500个, however well 改造乡镇卫生院180家 goes on with what was asked before. */
const emphasisJustSo = 0.15;
const isWhole = ({ indicator }: Figure, named: number): boolean => named >= 0.99 && indicator.length >= 3;
/** More, the more of its name is said: 床位 is 床位 before it is 每千人口床位数. */
const emphasisWhole = 0.1;
const followWeight = 0.2;
const nothing: GramEvidence = { near: 0, wide: 0, named: 0, elsewhere: 0 };
