import type { Passage, Section } from '../../plan/plan.ts';
import { isPair } from '../../text/ngrams.ts';
import { segmentWords } from '../../text/words.ts';
import { coverage, weighGrams } from '../ranking/overlap.ts';
import { profileOf } from '../ranking/profile.ts';
import { meaning } from '../ranking/rank.ts';
import type { FormContext } from './context.ts';

export interface FoundPassage {
  readonly passage: Passage;
  /** How much of the question's words it and its headings hold, 0 to 1. */
  readonly coverage: number;
  /** The same without its headings. */
  readonly own: number;
  readonly score: number;
}

export interface FoundSection {
  readonly section: Section;
  /** How much of the question its title holds. */
  readonly coverage: number;
  /** How much of its title the question holds. */
  readonly named: number;
  readonly score: number;
}

/** The passages that a question is about, best first, by words and meaning. */
export function passagesAbout({ loaded, query, meanings }: FormContext, limit: number): FoundPassage[] {
  const grams = weighGrams(query.content, loaded.terms);
  const profile = profileOf(loaded);
  return loaded.plan.passages
    .map((passage) => {
      const own = profile.passages[passage.id];
      const title = passage.section === null ? undefined : profile.sections[passage.section.id]?.title;
      const covered = own === undefined ? 0 : coverage(grams, title === undefined ? [[own, 1]] : [[own, 1], [title, 0.8]]); // prettier-ignore
      return {
        passage,
        coverage: covered,
        own: own === undefined ? 0 : coverage(grams, [[own, 1]]),
        score: 0.6 * covered + 0.4 * meaning(meanings.passages.get(passage.id) ?? 0),
      };
    })
    .sort((a, b) => b.score - a.score)
    .slice(0, limit);
}

/** The sections whose titles a question names, best first. */
export function sectionsAbout(
  { loaded, query, meanings }: FormContext,
  runs: readonly string[] = query.content,
): FoundSection[] {
  const grams = weighGrams(runs, loaded.terms);
  const asked = new Set(weighGrams([query.folded], loaded.terms).map(({ gram }) => gram));
  return profileOf(loaded)
    .sections.map(({ section, title }) => {
      const pairs = [...title.grams].filter(isPair);
      const share = pairs.length === 0 ? 0 : pairs.filter((pair) => asked.has(pair)).length / pairs.length;
      const named = share < ofTitle && share >= someOfTitle && hasWordsOf(query.folded, section) ? ofTitle : share;
      const covered = coverage(grams, [[title, 1]]);
      const score = 0.6 * covered + 0.3 * named + 0.25 * meaning(meanings.sections.get(section.id) ?? 0);
      return { section, coverage: covered, named, score };
    })
    .sort((a, b) => b.score - a.score || a.section.level - b.section.level);
}

/** A title that has this much of the question, or of which the question says this much, is the one that is meant. */
const ofQuestion = 0.55;
const ofTitle = 0.75;

/** A title with less of its pairs in the question is not worth asking the dictionary for. */
const someOfTitle = 0.25;

/** 「强化要素保障」 names 抓要素强保障: it has all the words of two characters and more. */
function hasWordsOf(folded: string, section: Section): boolean {
  let words = titleWords.get(section);
  if (!words) {
    words = segmentWords(section.title)
      .map(({ text }) => text)
      .filter((text) => /^[\u4e00-\u9fff]{2,}$/.test(text));
    titleWords.set(section, words);
  }
  return words.length >= 2 && words.every((word) => folded.includes(word));
}

/** A title is cut into words once. */
const titleWords = new WeakMap<Section, readonly string[]>();

/** Whether the question names a section by its title. */
export const isTitleNamed = ({ coverage: covered, named }: FoundSection): boolean =>
  covered >= ofQuestion || named >= ofTitle;
