import type { Figure } from '../../figures/figure.ts';
import { foldWidth } from '../../text/fold-width.ts';
import type { Condition } from '../question/query.ts';

const tolerance = 1e-9;

/** Whether a figure's value lies within a bound; units of one dimension are compared by size. */
export function fulfils({ quantity }: Figure, { operator, value, unit }: Condition): boolean {
  const factor = factorBetween(quantity.unit, unit);
  if (factor === null) return false;
  const [first, last] = quantity.range ?? [quantity.value, quantity.value];
  if (first === null || last === null) return false;
  const [low, high] = [first * factor, last * factor];
  const equal = Math.abs(low - value) <= Math.abs(value) * tolerance;
  switch (operator) {
    case '=':
      return equal && low === high;
    case '>=':
      return low >= value || equal;
    case '>':
      return low > value && !equal;
    case '<=':
      return high <= value || equal;
    case '<':
      return high < value && !equal;
  }
}

/** Units of one dimension, each as so many of the first. */
const dimensions: readonly Readonly<Record<string, number>>[] = [
  { 米: 1, 公里: 1000, 千米: 1000 },
  { 平方米: 1, 亩: 10000 / 15, 公顷: 10000, 平方公里: 1000000, 平方千米: 1000000 },
  { 公斤: 1, 千克: 1, 吨: 1000 },
  { 千瓦: 1, 兆瓦: 1000, 吉瓦: 1000000 },
  { 名: 1, 人: 1, 位: 1 },
];

/** What a number in one unit is multiplied by to be one in the other; null where they measure different things. */
function factorBetween(from: string, to: string): number | null {
  if (from === to) return 1;
  const dimension = dimensions.find((units) => units[from] !== undefined && units[to] !== undefined);
  const [own, other] = [dimension?.[from], dimension?.[to]];
  return own === undefined || other === undefined ? null : own / other;
}

/** 公里 fits 80公里; 万亩 only what is printed in 万亩, by the number or by its row or column. */
export function hasUnit({ quantity }: Figure, unit: string): boolean {
  const printed = foldWidth(quantity.text + (quantity.unitElsewhere ?? '')).replace(/[\r\n]+/g, '');
  return /^[百千万亿]/.test(unit) ? printed.endsWith(unit) : quantity.unit === unit;
}

const falls = /下降|降低|减少|压减|压降|缩短|缩减|回落|跌|降/;

/** 「哪些比率」 means levels, 「哪些增速」 changes, and 「增幅」 no decrease. */
export function isWantedKind(figure: Figure, folded: string): boolean {
  const falling = falls.test(figure.quantity.qualifier ?? '');
  if (/降幅|下降|降低|减少|压减|跌/.test(folded)) return figure.aspect === 'change' && falling;
  if (/增速|增幅|增长|上涨|涨/.test(folded)) return figure.aspect === 'change' && !falling;
  return /(?<!百分)比率|比例|率(?:要求|目标|指标|的|不|超|达)/.test(folded) ? figure.aspect === 'level' : true;
}
