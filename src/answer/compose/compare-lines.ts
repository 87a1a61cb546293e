import { Decimal } from 'decimal.js';
import type { Figure } from '../../figures/figure.ts';
import type { Plan } from '../../plan/plan.ts';
import type { Derived, Line } from '../answer.ts';
import type { Finding } from '../finding.ts';
import { figure, indicator, line, periodSlots, sectionPath, words } from './slots.ts';

/** The figures side by side, each with its section, then what follows from them. */
export function compareLines(
  plan: Plan,
  { figures }: Extract<Finding, { kind: 'compare' }>,
  derived: Derived | null,
): Line[] {
  const lines = figures.map((of) =>
    line(
      'headline',
      indicator(plan, of),
      words(' '),
      figure(plan, of),
      words('（'),
      ...periodSlots(of),
      words('，'),
      sectionPath(plan, of.section),
      words('）'),
    ),
  );
  return derived === null ? lines : [...lines, line('note', { kind: 'derived', text: derived.text, derived })];
}

/** Computes a sum or difference of figures in one unit; null where units or values forbid it. */
export function derivedOf(plan: Plan, operation: 'sum' | 'difference', figures: readonly Figure[]): Derived | null {
  const [first, second] = figures;
  if (!first || !second || (operation === 'difference' && figures.length !== 2)) return null;
  const { unit } = first.quantity;
  const values = figures.map(({ quantity }) => quantity.value);
  if (
    figures.some(({ quantity, aspect }) => quantity.unit !== unit || aspect !== first.aspect) ||
    values.includes(null)
  )
    return null;
  const numbers = values.map((value) => new Decimal(value ?? 0));
  const value =
    operation === 'sum' ? numbers.reduce((a, b) => a.plus(b)) : (numbers[1] ?? new Decimal(0)).minus(numbers[0] ?? 0);
  const from = figures.map((of) => ({ plan, figure: of }));
  const shown = amount(value.abs(), unit);
  const text = operation === 'sum' ? `以上合计${shown}（推算）` : differenceText(first, second, value, shown);
  return { operation, value: value.toNumber(), unit, text, from };
}

/** Which of several figures in one unit is the highest or lowest. */
export function orderOf(plan: Plan, order: 'highest' | 'lowest', figures: readonly Figure[]): Derived {
  const sign = order === 'highest' ? 1 : -1;
  const best = figures.reduce((a, b) => (sign * ((b.quantity.value ?? 0) - (a.quantity.value ?? 0)) > 0 ? b : a));
  const from = figures.map((of) => ({ plan, figure: of }));
  return {
    operation: 'order',
    value: null,
    unit: null,
    text: `${best.indicator}${order === 'highest' ? '最高' : '最低'}（推算）`,
    from,
  };
}

/** The ranked figures with their sections, then the order that follows from them. */
export const rankingLines = (plan: Plan, figures: readonly Figure[], derived: Derived): Line[] => [
  line('headline', { kind: 'derived', text: derived.text, derived }),
  ...figures.map((of) =>
    line(
      'item',
      indicator(plan, of),
      words(' '),
      figure(plan, of),
      words('（'),
      ...periodSlots(of),
      words('，'),
      sectionPath(plan, of.section),
      words('）'),
    ),
  ),
];

function differenceText(first: Figure, second: Figure, difference: Decimal, shown: string): string {
  const overTime = first.period === 'achieved' && second.period === 'target';
  const [left, right] = overTime ? ['去年完成', '今年目标'] : [first.indicator, second.indicator];
  if (difference.isZero()) return overTime ? '今年目标与去年完成数持平（推算）' : '两者数值相同（推算）';
  const more = difference.isPositive();
  // A bound (以上, 以内) allows no more than the comparison of the numbers themselves.
  const bound = first.quantity.qualifier !== null || second.quantity.qualifier !== null ? '按数值' : '';
  return overTime
    ? `${right}比${left}${bound}${more ? '高' : '低'}${shown}（推算）`
    : `${more ? right : left}${bound}比${more ? left : right}多${shown}（推算）`;
}

/** A derived amount in the scale that people read: 42.1亿元, 0.2个百分点. */
function amount(value: Decimal, unit: string): string {
  if (unit === '%') return `${value.toString()}个百分点`;
  if (value.gte(1e8)) return `${value.div(1e8).toString()}亿${unit}`;
  return value.gte(1e4) ? `${value.div(1e4).toString()}万${unit}` : `${value.toString()}${unit}`;
}
