import { planName } from '../../plan/plan-name.ts';
import type { Derived, Line, PlanFigure } from '../answer.ts';
import { figure, indicator, line, periodSlots, sectionPath, words } from './slots.ts';

/** The figures side by side, each with its section, then what follows from them. */
export function compareLines(figures: readonly PlanFigure[], derived: Derived | null): Line[] {
  const lines = figures.map((of) => line('headline', ...sideBySide(figures, of)));
  return derived === null ? lines : [...lines, line('note', { kind: 'derived', text: derived.text, derived })];
}

/** The order first, then the ranked figures with their sections. */
export function rankingLines(figures: readonly PlanFigure[], derived: Derived | null): Line[] {
  const items = figures.map((of) => line('item', ...sideBySide(figures, of)));
  return derived === null ? items : [line('headline', { kind: 'derived', text: derived.text, derived }), ...items];
}

/** Indicator, figure, time and section; the plan too where they stand in several. */
function sideBySide(all: readonly PlanFigure[], { plan, figure: of }: PlanFigure): Line['slots'] {
  const several = new Set(all.map((other) => other.plan.id)).size > 1;
  const name = several ? [{ kind: 'section' as const, text: planName(plan), plan }, words('，')] : [];
  return [
    indicator(plan, of),
    words(' '),
    figure(plan, of),
    words('（'),
    ...periodSlots(of),
    words('，'),
    ...name,
    sectionPath(plan, of.section),
    words('）'),
  ];
}
