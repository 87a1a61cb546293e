import type { Span } from '../documents/plain-document.ts';
import type { Plan } from '../plan/plan.ts';
import type { Item } from './items.ts';
import { statedWhen, type When } from './period.ts';

/** The 60% of 「由60%提高到62%」: where the indicator stands, not where it is to go. */
export const isStartingLevel = (folded: string, clause: Span, item: Item): boolean =>
  /[由从](?:[^由从,;]{1,9}的)?$/.test(folded.slice(clause.start, item.prefix.start).trimEnd()) &&
  /^[^,;。]{0,8}[到至为]/.test(folded.slice(item.end, clause.end));

/** When the starting level held: in the past, in the year that the clause gives. */
export function startingWhen(folded: string, clause: Span, item: Item, plan: Plan): When {
  const stated = statedWhen(folded.slice(clause.start, item.quantity.start), plan);
  return stated?.period === 'achieved' ? stated : { period: 'achieved', year: null, cumulative: false };
}

/** 「由2024年的」 dates the level that an indicator comes from, not the one that it rises to. */
const startingTime =
  /[由从](?:20\d\d年(?:底|末)?|去年|上年|目前|现在)的?(?=[^由从,;]*(?:[到至]|[高升降少增扩减]为)[^到至为]*$)/;

/** A clause without the time of the level that its indicator comes from. */
export const withoutStartingTime = (clause: string): string => clause.replace(startingTime, '');
