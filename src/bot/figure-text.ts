import type { Line, PlanFigure, PlanPassage, Slot } from '../answer/answer.ts';
import { planName, type Passage, type Plan, type Section } from '../plan/plan.ts';

const words = (text: string): Slot => ({ kind: 'words', text });

/** A figure's quantity with its qualifier as printed: 「93%以上」「达75%」「缩短至2小时」. */
export function figureText({ plan, figure }: PlanFigure): string {
  const { text, qualifier, start, end } = figure.quantity;
  if (qualifier === null || text.includes(qualifier)) return text;
  const [before = '', after = ''] = qualifier.includes('…')
    ? qualifier.split('…')
    : sidesOf(plan, qualifier, start, end);
  return `${before}${text}${after}`;
}

/** A qualifier of one part stands right behind the number, or else before it. */
function sidesOf(plan: Plan, qualifier: string, start: number, end: number): readonly [string, string] {
  const follows = plan.document.text
    .slice(end, end + qualifier.length + 1)
    .trimStart()
    .startsWith(qualifier);
  const precedes = plan.document.text.slice(0, start).trimEnd().endsWith(qualifier);
  return follows && !precedes ? ['', qualifier] : [qualifier, ''];
}

/** 目标, 成绩 or nothing, with the year where it is known. */
export function periodSlots({ plan, figure }: PlanFigure): Slot[] {
  const year = figure.year ?? (figure.period === 'achieved' ? null : plan.year);
  const name = figure.period === 'target' ? '目标' : figure.period === 'achieved' ? '成绩' : '';
  if (year === null) return name === '' ? [] : [words(name)];
  return [{ kind: 'date', text: `${year}年` }, ...(name === '' ? [] : [words(name)])];
}

export const periodText = (shown: PlanFigure): string =>
  periodSlots(shown)
    .map(({ text }) => text)
    .join('');

export const pathText = (section: Section | null): string => section?.path.join(' › ') ?? '';

export const wholePassage = (plan: Plan, passage: Passage): PlanPassage => ({
  plan,
  passage,
  span: { start: passage.start, end: passage.end },
});

/** One figure as an answer by itself: the figure, what it is, where it stands, and the sentence. */
export function figureCard(shown: PlanFigure): Line[] {
  const { plan, figure } = shown;
  const period = periodSlots(shown);
  const path = pathText(figure.section);
  return [
    { role: 'headline', slots: [{ kind: 'figure', text: figureText(shown), figure: shown }] },
    {
      role: 'detail',
      slots: [
        { kind: 'indicator', text: figure.indicator, figure: shown },
        ...(period.length === 0 ? [] : [words(' · '), ...period]),
      ],
    },
    { role: 'source', slots: [words('出处：'), { kind: 'section', text: path === '' ? planName(plan) : path, plan }] },
    quoteLine(wholePassage(plan, figure.passage)),
  ];
}

export const quoteLine = (shown: PlanPassage): Line => ({
  role: 'quote',
  slots: [words('原文：'), { kind: 'quote', text: shown.passage.text, passage: shown }],
});
