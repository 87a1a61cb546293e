import type { Figure, Period } from '../../figures/figure.ts';
import type { Plan, Section } from '../../plan/plan.ts';
import type { Derived, Line } from '../answer.ts';
import type { Finding } from '../finding.ts';
import { figureLines } from './figure-lines.ts';
import { count, figure, indicator, line, periodSlots, quote, sectionPath, words, year } from './slots.ts';

type Of<Kind extends Finding['kind']> = Extract<Finding, { kind: Kind }>;

/** A section's or topic's figures, grouped by the heading they stand under. */
export function listLines(plan: Plan, { scope, figures }: Of<'list'>, derived: Derived | null): Line[] {
  const title =
    scope === null ? [words('相关指标')] : [{ kind: 'section' as const, text: scope.path.at(-1) ?? '', plan }];
  const lines = [
    line('headline', ...title, ...sharedTime(figures), words(' · '), count(figures.length), words('项')),
    ...grouped(plan, figures, scope),
  ];
  if (derived) lines.push(line('note', { kind: 'derived', text: derived.text, derived }));
  if (scope) lines.push(line('source', sectionPath(plan, scope)));
  // 「5家 望江区」 needs the sentence that says of what.
  const [first] = figures;
  if (first && scope === null && first.passage.kind !== 'row' && figures.every((of) => of.passage === first.passage))
    lines.push(line('quote', quote(plan, first.passage)));
  return lines;
}

/** More figures than this stand below their sections instead of naming them each. */
const mostSeparate = 5;

/** Figures that fulfil a condition: targets and results under headings of their own, each with its section. */
export function filterLines(plan: Plan, figures: readonly Figure[]): Line[] {
  const lines = [line('headline', words('共'), count(figures.length), words('项'))];
  for (const period of ['target', 'achieved', null] as const) {
    const own = figures.filter((of) => of.period === period);
    if (own.length === 0) continue;
    lines.push(
      periodHeading(own, period),
      ...(own.length > mostSeparate ? bySection(plan, own) : own.map((of) => itemWithSection(plan, of))),
    );
  }
  return lines;
}

/** 「30个是什么」 may have two answers; both are given in full. */
export function reverseLines(plan: Plan, figures: readonly Figure[]): Line[] {
  if (figures.length > 3) return filterLines(plan, figures);
  return figures.flatMap((of) => {
    const [, , ...rest] = figureLines(plan, of);
    return [
      line('headline', indicator(plan, of), words(' '), figure(plan, of)),
      line('detail', ...periodSlots(of)),
      ...rest,
    ];
  });
}

export function ambiguousLines(plan: Plan, { figures }: Of<'ambiguous'>): Line[] {
  return [
    line('headline', words('有'), count(figures.length), words('项数量符合，您问哪一个？')),
    ...figures.map((of) => itemWithSection(plan, of)),
  ];
}

function periodHeading(figures: readonly Figure[], period: Period): Line {
  const years = new Set(figures.map((of) => of.year));
  const [only] = years;
  if (period === null) return line('group', words('文件未写明是目标还是已完成'));
  const label = period === 'target' ? '目标' : '完成';
  return years.size === 1 && only != null
    ? line('group', year(only), words(label))
    : line('group', words(period === 'target' ? label : `上一年${label}`));
}

const itemWithSection = (plan: Plan, of: Figure): Line =>
  line(
    'item',
    figure(plan, of),
    words(' '),
    indicator(plan, of),
    words('（'),
    sectionPath(plan, of.section),
    words('）'),
  );

/** Figures below a line with their section's path, where it changes. */
function bySection(plan: Plan, figures: readonly Figure[]): Line[] {
  return figures.flatMap((of, index) => {
    const item = line('item', figure(plan, of), words(' '), indicator(plan, of));
    const goesOn = index > 0 && of.section === figures.at(index - 1)?.section;
    return goesOn ? [item] : [line('group', sectionPath(plan, of.section)), item];
  });
}

function grouped(plan: Plan, figures: readonly Figure[], scope: Section | null): Line[] {
  const lines: Line[] = [];
  const common = commonTime(figures);
  let last: Section | null | undefined;
  for (const of of figures) {
    if (of.section !== last && of.section !== scope) {
      lines.push(
        line(
          'group',
          scope === null
            ? sectionPath(plan, of.section)
            : { kind: 'section', text: of.section?.path.at(-1) ?? '', plan },
        ),
      );
    }
    last = of.section;
    lines.push(
      line(
        'item',
        figure(plan, of),
        words(' '),
        indicator(plan, of),
        ...(common && timeOf(common) === timeOf(of) ? [] : [words('（'), ...periodSlots(of), words('）')]),
      ),
    );
  }
  return lines;
}

/** 「· 2025年目标」 behind the title, where it holds for all, or for nearly all of many. */
function sharedTime(figures: readonly Figure[]): Line['slots'] {
  const common = commonTime(figures);
  if (common?.period == null) return [];
  const all = figures.every((of) => timeOf(of) === timeOf(common));
  return [words(' · '), ...periodSlots(common), ...(all ? [] : [words('（另有注明的除外）')])];
}

/** A figure of the time that (nearly) all have; undefined where each has to tell its own. */
function commonTime(figures: readonly Figure[]): Figure | undefined {
  const shares = figures.map((of) => figures.filter((other) => timeOf(other) === timeOf(of)).length / figures.length);
  return figures.find((_, index) => {
    const share = shares[index] ?? 0;
    return share === 1 || (figures.length > many && share >= nearlyAll);
  });
}

const many = 6;
const nearlyAll = 0.75;
const timeOf = ({ period, year: of, cumulative }: Figure): string => `${period ?? ''}${of ?? ''}${String(cumulative)}`;
