import { openEnvironment } from '../../src/cli/environment.ts';
import { answerSet } from '../support/answer-set.ts';
import { readBaseline, writeBaseline, type Baseline } from '../support/baseline.ts';
import { planSets } from '../support/plan-sets.ts';

/**
 * `npm run baseline`: answers every labelled question (some two minutes), writes down how each set does, for the gate that
 * no set may fall behind, and prints what moved, so that it is looked at before it is committed.
 */
const before = readBaseline();
const environment = openEnvironment();
const baseline: Baseline = {};
for (const set of planSets) {
  const { questions, faults, wrongFigures, refusalsMissed } = await answerSet(set, environment);
  const counts = { right: questions - faults.length, wrongFigures, refusalsMissed };
  baseline[set.name] = counts;
  const old = before[set.name];
  const moved = JSON.stringify(old) !== JSON.stringify(counts);
  if (moved) console.log(`${set.name}: ${JSON.stringify(old ?? null)} → ${JSON.stringify(counts)} of ${questions}`);
}
writeBaseline(baseline);
