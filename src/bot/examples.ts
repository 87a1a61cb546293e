import { exampleFigures, questionFor } from '../answer/suggest.ts';
import type { LoadedPlan } from '../library/plan-library.ts';
import { shorten } from './answer-buttons.ts';
import { packData } from './callback-data.ts';
import type { Kit } from './kit.ts';
import type { Keyboard } from './outbox/outgoing.ts';

/** The button action that asks an example question. */
export const EXAMPLE = 'x';

/** Up to three questions that a plan answers, made of its own indicators and spread over it. */
export function exampleQuestions({ figures }: LoadedPlan): string[] {
  const usable = exampleFigures(figures);
  const spread = [usable[0], usable[Math.floor(usable.length / 2)], usable.at(-1)];
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
