import type { Span } from '../../../documents/plain-document.ts';
import type { Figure } from '../../../figures/figure.ts';
import type { Passage } from '../../../plan/plan.ts';
import { rankFigures } from '../../ranking/rank.ts';
import type { FormContext } from '../context.ts';
import { passagesAbout, sectionsAbout } from '../passage-search.ts';
import { namesField } from '../field-figures.ts';
import { inSection, type Scope } from './scope.ts';
import { figuresIn } from './section-figures.ts';

/** 「电梯安全这块」: a sentence that has the words, where no heading has, tells which part is meant. */
const sentenceTells = 0.6;
const sentenceLead = 0.3;
/** A part with more figures than this is about more than one sentence's topic. */
const largePart = 12;
/** A heading this near in words and meaning is the part that 「那一段」 points to. */
const nearTitle = 0.2;

/** 「发消费券那一条」 names figures of one measure rather than its heading. */
export function commonScope(context: FormContext, timely: readonly Figure[]): Scope | null {
  const { loaded, query, meanings } = context;
  if (!/(?:那|这|哪)一?[条项点]/.test(query.folded)) return null;
  const ranked = rankFigures(loaded, query.content, null, meanings).filter(
    ({ figure, near }) => timely.includes(figure) && near >= 0.35,
  );
  const best = ranked[0];
  if (!best || ranked.some(({ figure, score }) => score >= 0.8 * best.score && figure.section !== best.figure.section))
    return null;
  return best.figure.section && inSection(context, best.figure.section, timely);
}

/** 「生态环保那一段」 means a part of the text, named in other words. */
export function pointedScope(context: FormContext, runs: readonly string[], timely: readonly Figure[]): Scope | null {
  const { folded } = context.query;
  if (!/[段节章块]|部分|方面|领域|板块|一[条点]/.test(folded)) return null;
  const near = sectionsAbout(context, runs.length > 0 ? runs : [folded]).find(
    ({ section }) => section.kind !== 'measure' && figuresIn(section, timely).length > 1,
  );
  const told = passagesAbout(context, 1)[0];
  if (told && told.own >= sentenceTells && told.own >= (near?.coverage ?? 0) + sentenceLead) {
    const scope = partAround(context, told.passage, runs, timely);
    if (scope) return scope;
  }
  if (namesField(context.query.content, timely)) return null;
  return near && near.score >= nearTitle ? inSection(context, near.section, timely) : null;
}

/** The innermost part that a sentence stands in; a row, or a sentence of a large part, speaks for itself. */
function partAround(
  context: FormContext,
  passage: Passage,
  runs: readonly string[],
  timely: readonly Figure[],
): Scope | null {
  const own = figuresWithin(passage, timely);
  if (own.length === 0) return null;
  // 「无线电管理保障有力，…」: the sentence says itself what it is about.
  if (own.length > 1 && runs.some((run) => run.length > 2 && passage.text.startsWith(run)))
    return { section: null, figures: own };
  const scope = passage.section && passage.table === null ? inSection(context, passage.section, timely) : null;
  if (scope && scope.figures.length > 1 && scope.figures.length <= largePart) return scope;
  return { section: null, figures: own };
}

const figuresWithin = ({ start, end }: Span, figures: readonly Figure[]): Figure[] =>
  figures.filter(({ passage }) => passage.start >= start && passage.end <= end);
