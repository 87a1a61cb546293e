import { createEngine } from '../../src/answer/create-engine.ts';
import { answerJson } from '../../src/cli/answer-json.ts';
import { openPlanFile, type Environment } from '../../src/cli/environment.ts';
import { readQuestions, type PlanSet } from './plan-sets.ts';
import { faultsOf } from './score-answers.ts';

/** How the labelled questions of one set are answered. */
export interface SetResult {
  readonly questions: number;
  /** What is wrong with those that are not right, one line each. */
  readonly faults: readonly string[];
  /** Of these, the ones that state a figure. */
  readonly wrongFigures: number;
  /** Questions without an answer in the plan that were answered. */
  readonly refusalsMissed: number;
}

/** Asks the real engine every labelled question of a set, with the real model and index. */
export async function answerSet(set: PlanSet, environment: Pick<Environment, 'config' | 'log'>): Promise<SetResult> {
  const loaded = await openPlanFile(environment, set.file);
  const engine = createEngine({
    library: { list: () => [loaded], get: () => loaded, current: () => loaded },
    log: environment.log,
  });
  const faults: string[] = [];
  let [wrongFigures, refusalsMissed] = [0, 0];
  const questions = readQuestions(set);
  for (const labelled of questions) {
    const answer = answerJson(labelled.id, await engine.ask(labelled.question, { history: labelled.history ?? [] }));
    const found = faultsOf(labelled, answer);
    if (found.length === 0) continue;
    faults.push(`${labelled.id} ${labelled.question}: ${found.join('; ')}`);
    if (answer.figures.length > 0) wrongFigures += 1;
    if (labelled.expect.status === 'not_found') refusalsMissed += 1;
  }
  return { questions: questions.length, faults, wrongFigures, refusalsMissed };
}
