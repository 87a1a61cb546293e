import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';

/** How each set was answered when `npm run baseline` last wrote it down; no set may fall behind that. */
const file = path.resolve(import.meta.dirname, '../plans/baseline.json');

const baselineSchema = z.record(
  z.string(),
  z.object({ right: z.int(), wrongFigures: z.int(), refusalsMissed: z.int() }),
);
/** Counts of questions by the set's name. */
export type Baseline = z.infer<typeof baselineSchema>;

export const readBaseline = (): Baseline => baselineSchema.parse(JSON.parse(readFileSync(file, 'utf8')));

export const writeBaseline = (baseline: Baseline): void => {
  writeFileSync(file, `${JSON.stringify(baseline, null, 2)}\n`);
};
