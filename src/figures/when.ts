import { lastYearOf } from '../plan/five-year-plan.ts';
import type { Plan } from '../plan/plan.ts';
import type { Period } from './figure.ts';

/** When a statement holds, as far as the text says. */
export interface When {
  readonly period: Period;
  readonly year: number | null;
  readonly cumulative: boolean;
}

export const past = (year: number | null, cumulative = false): When => ({ period: 'achieved', year, cumulative });

/** 「五年累计」 says that it is a sum, and not of which years. */
export const isSum = ({ period, cumulative }: When): boolean => period === null && cumulative;
/** The sum over the years that is spoken of; of those behind where nothing says. */
export const sumOf = (spoken: When | null | undefined): When => ({ ...(spoken ?? past(null)), cumulative: true });

/** “十五五” of a plan for 2026 lies ahead, “十四五” behind it; in 2025 “十四五” results are still results. */
export function isPlanAhead(words: string, plan: Plan): boolean {
  const ordinal = /十([二三四五六])五/.exec(words)?.[1];
  if (ordinal === undefined || plan.year === null || /以来|累计/.test(words)) return false;
  return lastYearOf(ordinal) - 4 >= plan.year - 1;
}
