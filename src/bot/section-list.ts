import type { Line, PlanFigure } from '../answer/answer.ts';
import type { Figure } from '../figures/figure.ts';
import type { LoadedPlan } from '../library/plan-library.ts';
import { planName, type Section } from '../plan/plan.ts';
import { figureText, pathText, periodText } from './figure-text.ts';

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

/** A list of figures under their headings, as an answer's lines. */
export function sectionLines(loaded: LoadedPlan, section: Section | null): Line[] {
  const { plan } = loaded;
  const figures = figuresWithin(loaded, section);
  const lines: Line[] = [
    {
      role: 'group',
      slots: [
        { kind: 'section', text: section === null ? planName(plan) : `${section.marker}${section.title}`, plan },
        { kind: 'words', text: ' · ' },
        { kind: 'count', text: `${figures.length}项`, count: figures.length },
      ],
    },
  ];
  let heading: Section | null = section;
  for (const figure of figures) {
    for (const entered of headingsBetween(heading, figure.section)) {
      lines.push({ role: 'group', slots: [{ kind: 'section', text: `${entered.marker}${entered.title}`, plan }] });
    }
    heading = figure.section;
    lines.push(itemLine({ plan, figure }));
  }
  if (section !== null) {
    lines.push({
      role: 'source',
      slots: [
        { kind: 'words', text: '出处：' },
        { kind: 'section', text: pathText(section), plan },
      ],
    });
  }
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

export function itemLine(shown: PlanFigure): Line {
  const period = shown.figure.period === 'achieved' ? periodText(shown) : '';
  return {
    role: 'item',
    slots: [
      { kind: 'figure', text: figureText(shown), figure: shown },
      { kind: 'words', text: ' ' },
      { kind: 'indicator', text: shown.figure.indicator, figure: shown },
      ...(period === ''
        ? []
        : [
            { kind: 'words', text: '（' } as const,
            { kind: 'date', text: period } as const,
            { kind: 'words', text: '）' } as const,
          ]),
    ],
  };
}
