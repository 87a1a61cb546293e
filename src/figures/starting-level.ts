import type { Plan } from '../plan/plan.ts';
import type { Figure } from './figure.ts';
import { statedWhen } from './time-words.ts';
import type { When } from './when.ts';

/** The 60% of 「由60%提高到62%」, told by the words on both sides: where the indicator stands, not where it is to go. */
export const isStartingLevel = (before: string, after: string): boolean =>
  /[由从](?:[^由从,;]{1,9}的)?$/.test(before.trimEnd()) && /^[^,;。]{0,8}[到至为]/.test(after);

/** The same of a figure in its sentence. */
export function startsFrom({ quantity: { start, end }, passage }: Pick<Figure, 'quantity' | 'passage'>): boolean {
  const { text, start: from } = passage;
  return isStartingLevel(text.slice(0, start - from), text.slice(end - from));
}

/**
 * When a starting level held, `reached` being when the other end was or is to be, `before` what its clause says in front
 * of it and `sentenceBefore` the clauses in front of that: in the year that it gives, else before the year of the result;
 * where several years brought it, no one knows which.
 */
export function startingWhen(before: string, reached: When, plan: Plan, sentenceBefore: string): When {
  const stated = statedWhen(/[由从][^由从]*$/.exec(before)?.[0] ?? '', plan);
  if (stated?.period === 'achieved' && stated.year !== null) return stated;
  // 「由2020年的77.8岁提高到79.5岁；护士数由3.37人增加到4.21人」: the same year for all of the sentence.
  const base = /^.*[由从](20\d\d)年/s.exec(sentenceBefore)?.[1];
  if (base !== undefined && reached.period === 'achieved')
    return { period: 'achieved', year: Number(base), cumulative: false };
  if (reached.period !== 'achieved') return { period: 'achieved', year: null, cumulative: false };
  if (reached.cumulative) return { period: 'achieved', year: null, cumulative: true };
  const year = reached.year ?? (plan.year === null ? null : plan.year - 1);
  return { period: 'achieved', year: year === null ? null : year - 1, cumulative: false };
}

const sum = /累计|新增|净增|总共|共计|合计|年均|[三四五]年共/;
const risen = /(?:[增提升扩降减缩回压][^,;]{0,2}|[高升降少增扩减跃])[到至为]$|[到至]$/;
const level = /^(?:%|‰|.*\/.*|个百分点)$/;

/**
 * 「五年来，PM2.5浓度由46微克/立方米降到34微克/立方米」: what an indicator has come to after several years is its level
 * of the last of them; sums (累计新增…) are of all.
 */
export function levelReached(when: When, clause: string, qualifier: string, unit: string, plan: Plan): When {
  if (!when.cumulative || when.period === null || plan.year === null || sum.test(clause)) return when;
  const reached = risen.test(qualifier) && !/^达到?$/.test(qualifier);
  if (!reached && !(level.test(unit) && /达到?$|稳定在$|保持在?$/.test(qualifier))) return when;
  if (when.period === 'target') return { ...when, cumulative: false };
  return { period: 'achieved', year: plan.year - 1, cumulative: false };
}

/** 「由2024年的」 dates the level that an indicator comes from, not the one that it rises to. */
const startingTime =
  /[由从](?:20\d\d年(?:底|末)?|去年|上年|目前|现在)的?(?=[^由从,;]*(?:[到至]|[高升降少增扩减]为)[^到至为]*$)/;

/** A clause without the time of the level that its indicator comes from. */
export const withoutStartingTime = (clause: string): string => clause.replace(startingTime, '');
