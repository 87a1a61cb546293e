import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { loadConfig } from '../../src/config.ts';
import { createLog } from '../../src/log.ts';
import { answerSet } from './answer-set.ts';
import { readBaseline } from './baseline.ts';
import type { PlanSet } from './plan-sets.ts';

interface Bounds {
  readonly leastRight: number;
  readonly mostWrongFigures: number;
  readonly mostRefusalsMissed: number;
}

/** What must hold on every set, of whatever field. Set names are not special-cased. */
const settled: Bounds = { leastRight: 0.93, mostWrongFigures: 3, mostRefusalsMissed: 2 };
/** What plans must keep that were mended for by rules of the genre only. */
export const recently: Bounds = { leastRight: 0.76, mostWrongFigures: 9, mostRefusalsMissed: 2 };

/** Another processor rounds the model's vectors otherwise, which turns a question or two of a set. */
const slack = 2;
const baseline = readBaseline();

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
    it('are answered or refused rightly, no worse than before', { timeout: 120_000 }, async () => {
      const { questions, faults, wrongFigures, refusalsMissed } = await answerSet(set, {
        config: loadConfig({ INDEX_DIR: indexDirectory }),
        log: createLog({ level: 'silent' }),
      });
      const right = questions - faults.length;
      const report = faults.join('\n');
      expect(right / questions, report).toBeGreaterThanOrEqual(leastRight);
      expect(wrongFigures, report).toBeLessThanOrEqual(mostWrongFigures);
      expect(refusalsMissed, report).toBeLessThanOrEqual(mostRefusalsMissed);
      const before = baseline[set.name];
      if (before === undefined) throw new Error(`${set.name} has no baseline: npm run baseline`);
      expect(right, report).toBeGreaterThanOrEqual(before.right - slack);
      expect(wrongFigures, report).toBeLessThanOrEqual(before.wrongFigures + slack);
      expect(refusalsMissed, report).toBeLessThanOrEqual(before.refusalsMissed + slack);
    });
  });
}
