import type { Figure } from '../../figures/figure.ts';
import type { LoadedPlan } from '../../library/plan-library.ts';
import { groupOf } from '../../plan/table-text.ts';
import type { Section } from '../../plan/plan.ts';
import { foldWidth } from '../../text/fold-width.ts';
import { ngrams } from '../../text/ngrams.ts';
import { soundPairs } from '../../text/sounds.ts';
import { partOfYearOf } from './fits-part-of-year.ts';
import { placeOf, type FigurePlace } from './fits-place.ts';

/** A text's grams, by character and by sound. */
export interface GramSet {
  readonly grams: ReadonlySet<string>;
  readonly sounds: ReadonlySet<string>;
}

/** The texts around a figure that a question may name it by, nearest first. */
export interface FigureProfile {
  readonly figure: Figure;
  readonly indicator: GramSet;
  readonly clause: GramSet;
  readonly sentence: GramSet;
  readonly headings: GramSet;
  readonly place: FigurePlace;
  /** null: of the whole year. */
  readonly partOfYear: string | null;
}

export interface PlanProfile {
  readonly figures: readonly FigureProfile[];
  readonly sections: readonly { readonly section: Section; readonly title: GramSet }[];
  readonly passages: readonly GramSet[];
}

const profiles = new WeakMap<LoadedPlan, PlanProfile>();

/** The grams of everything in a plan that can be asked for; made once a plan. */
export function profileOf(loaded: LoadedPlan): PlanProfile {
  let profile = profiles.get(loaded);
  if (!profile) {
    profile = buildProfile(loaded);
    profiles.set(loaded, profile);
  }
  return profile;
}

export const gramSet = (text: string): GramSet => {
  const folded = foldWidth(text);
  return { grams: new Set(ngrams(folded)), sounds: new Set(soundPairs(folded)) };
};

function buildProfile({ plan, figures }: LoadedPlan): PlanProfile {
  const text = plan.document.text;
  const passages = plan.passages.map((passage) => gramSet(passage.text));
  const headings = new Map<Section | null, GramSet>([[null, gramSet('')]]);
  for (const section of plan.sections) headings.set(section, gramSet(section.path.join(' ')));
  const empty = gramSet('');
  // A line between the rows of a table heads those below it.
  const headingsOf = ({ section, passage: { table } }: Figure): GramSet | undefined => {
    const group = table === null ? null : groupOf(table.block, table.row);
    return group === null ? headings.get(section) : gramSet(`${section?.path.join(' ') ?? ''} ${group}`);
  };
  return {
    figures: figures.map((figure) => ({
      figure,
      indicator: gramSet(figure.indicator),
      clause: gramSet(text.slice(figure.clause.start, figure.clause.end)),
      sentence: passages[figure.passage.id] ?? empty,
      headings: headingsOf(figure) ?? empty,
      place: placeOf(figure, plan),
      partOfYear: partOfYearOf(figure),
    })),
    sections: plan.sections.map((section) => ({ section, title: gramSet(section.title) })),
    passages,
  };
}
