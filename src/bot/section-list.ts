import type { Line, PlanFigure, Slot } from '../answer/answer.ts';
import { count, figure, indicator, line, periodSlots, sectionPath, words } from '../answer/compose/slots.ts';
import type { Figure } from '../figures/figure.ts';
import type { LoadedPlan } from '../library/plan-library.ts';
import { planName } from '../plan/plan-name.ts';
import type { Plan, Section } from '../plan/plan.ts';

const isWithin = (section: Section | null, ancestor: Section): boolean =>
  section !== null && (section.id === ancestor.id || isWithin(section.parent, ancestor));

/** A section's figures and those of the sections inside it; null for the whole plan. Limits are no figures to list. */
export const figuresWithin = (loaded: LoadedPlan, section: Section | null): readonly Figure[] =>
  loaded.figures.filter(
    (figure) => figure.role === 'figure' && (section === null || isWithin(figure.section, section)),
  );

export const sectionById = (loaded: LoadedPlan, id: number): Section | undefined =>
  loaded.plan.sections.find((section) => section.id === id);

/** Headings that a person would name, with something to list under them. */
export const listedSections = (loaded: LoadedPlan): readonly Section[] =>
  loaded.plan.sections.filter(({ kind, level }) => kind !== 'measure' && level <= 2);

/** The section whose heading holds all the words of a text; the shortest heading where several do. */
export function findSection(loaded: LoadedPlan, text: string): Section | undefined {
  const words = text.split(/\s+/).filter((word) => word !== '');
  return loaded.plan.sections
    .filter(({ title, marker }) => words.every((word) => `${marker}${title}`.includes(word)))
    .toSorted((a, b) => a.title.length - b.title.length)[0];
}

export const headingOf = ({ marker, title }: Section): string => `${marker}${title}`;

const heading = (plan: Plan, text: string): Slot => ({ kind: 'section', text, plan });

/** A list of figures under their headings, as an answer's lines. */
export function sectionLines(loaded: LoadedPlan, section: Section | null): Line[] {
  const { plan } = loaded;
  const figures = figuresWithin(loaded, section);
  const title = section === null ? planName(plan) : headingOf(section);
  const lines = [line('group', heading(plan, title), words(' · '), count(figures.length), words('项'))];
  let former: Section | null = section;
  for (const found of figures) {
    for (const entered of headingsBetween(former, found.section)) {
      lines.push(line('group', heading(plan, headingOf(entered))));
    }
    former = found.section;
    lines.push(itemLine({ plan, figure: found }));
  }
  if (section !== null) lines.push(line('source', sectionPath(plan, section)));
  return lines;
}

/** The headings passed on the way from one section to the next, outermost first. */
function headingsBetween(from: Section | null, to: Section | null): Section[] {
  const entered: Section[] = [];
  for (let section = to; section !== null; section = section.parent) {
    if (from !== null && isWithin(from, section)) break;
    entered.unshift(section);
  }
  return entered;
}

/** A figure as a line of a list; results are marked, since lists are mostly of targets. */
export function itemLine({ plan, figure: of }: PlanFigure): Line {
  const period = of.period === 'target' ? [] : [words('（'), ...periodSlots(of), words('）')];
  return line('item', figure(plan, of), words(' '), indicator(plan, of), ...period);
}
