import type { Line, PlanFigure, PlanPassage } from '../answer/answer.ts';
import { figureLines } from '../answer/compose/figure-lines.ts';
import { figureText as textOf, periodSlots, line, quote } from '../answer/compose/slots.ts';
import type { Passage, Plan, Section } from '../plan/plan.ts';

/** A figure's quantity with its qualifier, as answers show it. */
export const figureText = ({ figure }: PlanFigure): string => textOf(figure);

/** 2025年目标, 上一年完成. */
export const periodText = ({ figure }: PlanFigure): string =>
  periodSlots(figure)
    .map(({ text }) => text)
    .join('');

export const pathText = (section: Section | null): string => section?.path.join(' › ') ?? '';

export const wholePassage = (plan: Plan, passage: Passage): PlanPassage => ({
  plan,
  passage,
  span: { start: passage.start, end: passage.end },
});

/** One figure as an answer by itself: the figure, what it is, where it stands, and the sentence. */
export const figureCard = ({ plan, figure }: PlanFigure): Line[] => figureLines(plan, figure);

export const quoteLine = ({ plan, passage, span }: PlanPassage): Line => line('quote', quote(plan, passage, span));
