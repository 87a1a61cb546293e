import { Decimal } from 'decimal.js';
import type { Figure } from '../../figures/figure.ts';
import { unitClassOf } from '../../figures/units.ts';
import type { Derived, PlanFigure } from '../answer.ts';
import { sameIndicator } from '../ranking/same-indicator.ts';

/** What may be computed from figures. Values are compared and added in decimal arithmetic, in the figures' common unit. */
export type Operation = Derived['operation'];

/** Computes what a comparison or sum states; null where units, aspects or missing values forbid it. */
export function derive(operation: Operation, from: readonly PlanFigure[]): Derived | null {
  const [first, second] = from.map(({ figure }) => figure);
  if (!first || !second || ((operation === 'difference' || operation === 'share') && from.length !== 2)) return null;
  const { unit } = first.quantity;
  const values = from.map(({ figure }) => figure.quantity.value);
  if (from.some(({ figure }) => figure.quantity.unit !== unit || figure.aspect !== first.aspect)) return null;
  if (values.some((value) => value === null)) return null;
  const numbers = values.map((value) => new Decimal(value ?? 0));
  switch (operation) {
    case 'sum': {
      const sum = numbers.reduce((a, b) => a.plus(b));
      return {
        operation,
        value: sum.toNumber(),
        unit,
        text: `以上合计${amount(
          sum,
          unit,
          from.map(({ figure }) => figure),
        )}（推算）`,
        from,
      };
    }
    case 'difference': {
      const difference = (numbers[1] ?? new Decimal(0)).minus(numbers[0] ?? 0);
      return { operation, value: difference.toNumber(), unit, text: differenceText(first, second, difference), from };
    }
    case 'share': {
      const [part = new Decimal(0), whole = new Decimal(0)] = numbers;
      if (whole.isZero()) return null;
      const percent = part.div(whole).times(100).toDecimalPlaces(1);
      const about = percent.times(whole).div(100).equals(part) ? '' : '约';
      return {
        operation,
        value: percent.toNumber(),
        unit: '%',
        text: `${first.indicator}${about}占${second.indicator}的${percent.toString()}%（推算）`,
        from,
      };
    }
    case 'highest':
    case 'lowest': {
      const extreme = operation === 'highest' ? Decimal.max(...numbers) : Decimal.min(...numbers);
      const names = from.filter((_, index) => numbers[index]?.equals(extreme)).map(({ figure }) => figure.indicator);
      return {
        operation,
        value: null,
        unit: null,
        text: `${names.join('、')}${operation === 'highest' ? '最高' : '最低'}（推算）`,
        from,
      };
    }
  }
}

function differenceText(first: Figure, second: Figure, difference: Decimal): string {
  // 「由41家增加到68家」: nothing tells when the first level held.
  const risen = first.cumulative !== second.cumulative && first.passage === second.passage;
  if (risen && sameIndicator(first, second))
    return `${difference.isPositive() ? '增加' : '减少'}${amount(difference.abs(), second.quantity.unit, [first, second])}（推算）`;
  const overTime = sameIndicator(first, second) && timeOf(first) !== timeOf(second);
  // Of two years the later one is told by the earlier, of two things the one named first by the other.
  const [left, right, lead] = overTime
    ? [timeOf(first), timeOf(second), difference]
    : [second.indicator, first.indicator, difference.negated()];
  // 「93%以上」 against 「93%」: the words allow no more than a comparison of the numbers.
  const bound = [first, second].some(({ quantity }) =>
    /以上|以下|以内|左右|不低于|不超过|突破|控制/.test(quantity.qualifier ?? ''),
  )
    ? '按数值'
    : '';
  if (difference.isZero()) return `${right}与${left}${bound}持平（推算）`;
  const shown = amount(difference.abs(), second.quantity.unit, [first, second]);
  const counted = unitClassOf(second.quantity.unit) !== 'percent' && second.aspect === 'level';
  const [more, less] = counted ? ['多', '少'] : ['高', '低'];
  return `${right}比${left}${bound}${lead.isPositive() ? more : less}${shown}（推算）`;
}

/** 「2025年目标」, 「上一年完成」. */
function timeOf({ period, year }: Figure): string {
  const label = period === 'target' ? '目标' : period === 'achieved' ? '完成数' : '数';
  return year === null ? (period === 'achieved' ? `上一年${label}` : label) : `${year}年${label}`;
}

/** A computed amount in the scale that its figures are printed in, else that people read: 42.1亿元; between percentages 个百分点. */
function amount(value: Decimal, unit: string, from: readonly Figure[]): string {
  if (unit === '%') return `${value.toString()}个百分点`;
  // Bare table cells keep the unit of their column.
  const elsewhere = from[0]?.quantity.unitElsewhere ?? null;
  if (elsewhere !== null && !/^[百千万亿]/.test(elsewhere)) return `${value.toString()}${elsewhere}`;
  const [printed, ...others] = new Set(from.map((figure) => scaleOf(figure.quantity)));
  const reads = others.length === 0 && printed && value.gte(printed.factor / 100) && value.lt(printed.below);
  const { name, factor } = (reads ? printed : undefined) ?? scales.find((scale) => value.gte(scale.factor)) ?? ones;
  return `${value.div(factor).toString()}${name}${unit}`;
}

/** A multiplier as it is printed, and the amount from which the next one reads better. */
interface Scale {
  readonly name: string;
  readonly factor: number;
  readonly below: number;
}

const ones: Scale = { name: '', factor: 1, below: 1e5 };
const scales: readonly Scale[] = [
  { name: '亿', factor: 1e8, below: Infinity },
  { name: '万', factor: 1e4, below: 1e8 },
];
const scaleOf = ({ text, unitElsewhere }: Figure['quantity']): Scale =>
  scales.find(({ name }) => `${text}${unitElsewhere ?? ''}`.includes(name)) ?? ones;
