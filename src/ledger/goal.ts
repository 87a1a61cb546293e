import type { PlanFigure } from '../answer/answer.ts';

/** at-least: 80公里, 93%以上; at-most: 降至28, 2小时以内; exactly: 恰好3个. */
export type Direction = 'at-least' | 'at-most' | 'exactly';

/** What a report is compared with, in the figure's own unit. */
export interface Goal {
  readonly direction: Direction;
  readonly value: number;
}

// Negated words come first, since 不低于 contains 低于.
const words: readonly (readonly [Direction, RegExp])[] = [
  ['exactly', /恰好|刚好|正好|等于/],
  ['at-least', /不低于|不少于|不小于|不得低于|不得少于|≥/],
  ['at-most', /不超过|不高于|不大于|不多于|不突破|不得超过|不得高于|≤/],
  [
    'at-most',
    /以下|以内|之内|低于|少于|小于|不足|未满|控制在|至多|最多|最高|(?:[降缩减]|[压][减缩降]?)[低短少减缩]?[至到]|</,
  ],
  ['at-most', /(?<![年月])内$/],
];

/** How many units before the number may hold the words that the qualifier lacks: 「下降到」. */
const reach = 4;

/**
 * The goal of a target; null where the number cannot be compared (几十个, 三分之一的). Without a word for it, a number
 * is a floor: more than 80公里 of pipes meets the plan, and so does a fall of more than 3%. A range is met from its
 * nearer end on.
 */
export function goalOf({ plan, figure }: PlanFigure): Goal | null {
  const { quantity, clause } = figure;
  const before = plan.document.text.slice(Math.max(clause.start, quantity.start - reach), quantity.start);
  const direction = directionOf(quantity.qualifier ?? '') ?? directionOf(before) ?? 'at-least';
  if (quantity.value !== null) return { direction, value: quantity.value };
  if (quantity.range === null) return null;
  return { direction, value: quantity.range[direction === 'at-most' ? 1 : 0] };
}

const directionOf = (text: string): Direction | undefined => words.find(([, pattern]) => pattern.test(text))?.[0];

/** Whether a reported value meets the goal. */
export function meets(goal: Goal, value: number): boolean {
  switch (goal.direction) {
    case 'at-least':
      return value >= goal.value;
    case 'at-most':
      return value <= goal.value;
    case 'exactly':
      return value === goal.value;
  }
}
