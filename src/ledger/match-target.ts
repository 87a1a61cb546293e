import type { PlanFigure } from '../answer/answer.ts';

/** Which of a plan's targets a report is about. */
export type TargetMatch =
  | { readonly kind: 'one'; readonly target: PlanFigure }
  /** Several fit about as well: ask back. */
  | { readonly kind: 'ambiguous'; readonly candidates: readonly PlanFigure[] }
  /** The indicator is there, but in other units. */
  | { readonly kind: 'other-unit'; readonly candidates: readonly PlanFigure[] }
  /** No target of that name; `nearest` may be empty. */
  | { readonly kind: 'none'; readonly nearest: readonly PlanFigure[] };

/** Below this a candidate has too little in common with what was typed. */
const threshold = 0.5;
/** Candidates this near to the best one are as good as it. */
const margin = 0.1;
const shownAtMost = 5;

/**
 * Only what the plan asks for can be reported on: no results of the past year, no limits inside an indicator, and
 * nothing that the text leaves open, since calling that a target would be a claim of ours.
 */
export const isTarget = ({ figure }: PlanFigure): boolean => figure.role === 'figure' && figure.period === 'target';

/** Finds the target for an indicator in somebody's words and a unit without 万 or 亿; empty where none was written. */
export function matchTarget(indicator: string, unit: string, figures: readonly PlanFigure[]): TargetMatch {
  const scored = figures
    .filter(isTarget)
    .map((target) => ({ target, score: similarity(indicator, target.figure.indicator) }))
    .sort((a, b) => b.score - a.score);
  const fitting = scored.filter(({ score }) => score >= threshold);
  const isSameUnit = ({ target }: (typeof scored)[number]): boolean => target.figure.quantity.unit === unit;
  const otherUnit = fitting.filter((each) => !isSameUnit(each));
  // That no unit was written speaks for a target without one only where it has more of the name than any other.
  const floor = unit === '' ? (otherUnit[0]?.score ?? 0) : 0;
  const sameUnit = fitting.filter((each) => isSameUnit(each) && each.score > floor);
  const best = sameUnit[0]?.score ?? 0;
  const candidates = sameUnit.filter(({ score }) => score >= best - margin).map(({ target }) => target);
  const [first, ...others] = candidates;
  // A word-for-word match wins over those that merely contain it.
  if (first !== undefined && (others.length === 0 || (best === 1 && sameUnit[1]?.score !== 1))) {
    return { kind: 'one', target: first };
  }
  if (candidates.length > 1) return { kind: 'ambiguous', candidates: candidates.slice(0, shownAtMost) };
  if (otherUnit.length > 0) {
    return { kind: 'other-unit', candidates: otherUnit.slice(0, shownAtMost).map(({ target }) => target) };
  }
  const nearest = scored.filter(({ score }) => score > 0).slice(0, 3);
  return { kind: 'none', nearest: nearest.map(({ target }) => target) };
}

/**
 * How alike two indicator names are, 0 to 1: 1 the same but for spaces and punctuation; high where one contains the
 * other; else the share of character pairs they have in common (Dice).
 */
export function similarity(a: string, b: string): number {
  const left = fold(a);
  const right = fold(b);
  if (left === '' || right === '') return 0;
  if (left === right) return 1;
  if (right.includes(left) || left.includes(right)) {
    const [short, long] = left.length < right.length ? [left, right] : [right, left];
    // One character says little, wherever it stands.
    return short.length === 1 ? 0.3 : 0.8 + 0.1 * (short.length / long.length);
  }
  const pairs = pairsOf(left);
  const otherPairs = pairsOf(right);
  if (pairs.size === 0 || otherPairs.size === 0) return 0;
  const shared = [...pairs].filter((pair) => otherPairs.has(pair)).length;
  return (2 * shared) / (pairs.size + otherPairs.size);
}

const fold = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s\p{P}\p{S}]/gu, '');

const pairsOf = (text: string): Set<string> => {
  const chars = Array.from(text);
  return new Set(chars.slice(1).map((char, index) => `${chars[index]}${char}`));
};
