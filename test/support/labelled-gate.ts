import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { createEngine } from '../../src/answer/create-engine.ts';
import { answerJson } from '../../src/cli/answer-json.ts';
import { openPlanFile } from '../../src/cli/environment.ts';
import { loadConfig } from '../../src/config.ts';
import { createLog } from '../../src/log.ts';
import { readQuestions, type PlanSet } from './plan-sets.ts';
import { faultsOf } from './score-answers.ts';

interface Bounds {
  readonly leastRight: number;
  readonly mostWrongFigures: number;
  readonly mostRefusalsMissed: number;
}

/** What must hold on every set, of whatever field. Set names are not special-cased. */
const settled: Bounds = { leastRight: 0.93, mostWrongFigures: 3, mostRefusalsMissed: 2 };
/** What plans must keep that were mended for by rules of the genre only. */
export const recently: Bounds = { leastRight: 0.76, mostWrongFigures: 9, mostRefusalsMissed: 2 };

/** Declares a test per set: its labelled questions are answered or refused rightly, with the real model and index. */
export function gateLabelledQuestions(
  sets: readonly PlanSet[],
  { leastRight, mostWrongFigures, mostRefusalsMissed }: Bounds = settled,
): void {
  const indexDirectory = mkdtempSync(path.join(tmpdir(), 'labelled-'));
  afterAll(() => {
    rmSync(indexDirectory, { recursive: true, force: true });
  });

  describe.each(sets)('labelled questions of $name', (set) => {
    it('are answered or refused rightly', { timeout: 120_000 }, async () => {
      const environment = { config: loadConfig({ INDEX_DIR: indexDirectory }), log: createLog({ level: 'silent' }) };
      const loaded = await openPlanFile(environment, set.file);
      const engine = createEngine({
        library: { list: () => [loaded], get: () => loaded, current: () => loaded },
        log: environment.log,
      });
      const wrong: string[] = [];
      let wrongFigures = 0;
      let refusalsMissed = 0;
      const questions = readQuestions(set);
      for (const labelled of questions) {
        const answer = answerJson(
          labelled.id,
          await engine.ask(labelled.question, { history: labelled.history ?? [] }),
        );
        const faults = faultsOf(labelled, answer);
        if (faults.length === 0) continue;
        wrong.push(`${labelled.id} ${labelled.question}: ${faults.join('; ')}`);
        if (answer.figures.length > 0) wrongFigures += 1;
        if (labelled.expect.status === 'not_found') refusalsMissed += 1;
      }
      const report = wrong.join('\n');
      expect(1 - wrong.length / questions.length, report).toBeGreaterThanOrEqual(leastRight);
      expect(wrongFigures, report).toBeLessThanOrEqual(mostWrongFigures);
      expect(refusalsMissed, report).toBeLessThanOrEqual(mostRefusalsMissed);
    });
  });
}
