import { exampleFigures, questionFor } from '../answer/suggest.ts';
import type { LoadedPlan } from '../library/plan-library.ts';
import { shorten } from './answer-buttons.ts';
import { packData } from './callback-data.ts';
import type { Kit } from './kit.ts';
import type { Keyboard } from './outbox/outgoing.ts';

/** The button action that asks an example question. */
export const EXAMPLE = 'x';

/** Up to three questions that a plan answers, made of its own indicators: targets spread over it, and a result. */
export function exampleQuestions({ figures }: Pick<LoadedPlan, 'figures'>): string[] {
  const usable = exampleFigures(figures);
  const result = figures.find(
    ({ period, indicator, role }) =>
      period === 'achieved' && role === 'figure' && indicator.length >= 4 && indicator.length <= 14,
  );
  const spread = [usable[0], usable[Math.floor(usable.length / 2)], result ?? usable.at(-1)];
  return [...new Set(spread.filter((figure) => figure !== undefined).map(questionFor))];
}

/** Example questions to tap, from the plan in force. */
export function exampleKeyboard(kit: Kit): Keyboard {
  const current = kit.library.current();
  if (current === undefined) return [];
  return exampleQuestions(current).map((question, index) => [
    { text: shorten(question), data: packData(EXAMPLE, current.plan.id, index) },
  ]);
}
