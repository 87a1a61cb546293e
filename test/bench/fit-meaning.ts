import { readAsAsked } from '../../src/answer/forms/read-ask.ts';
import { wordsOf } from '../../src/answer/question/known-words.ts';
import { readQuestion } from '../../src/answer/question/read-question.ts';
import { leftToMeaning } from '../../src/answer/ranking/evidence.ts';
import { meaningFeatures } from '../../src/answer/ranking/likely-meant.ts';
import { lookUpMeanings } from '../../src/answer/ranking/rank.ts';
import { openEnvironment, openPlanFile } from '../../src/cli/environment.ts';
import { planSets, readQuestions, type LabelledQuestion, type PlanSet } from '../support/plan-sets.ts';

/**
 * `npx tsx test/bench/fit-meaning.ts`: fits the weights of `src/answer/ranking/likely-meant.ts` to the labelled
 * questions that words leave open, and prints how such weights do on plans that they were not fitted to.
 */
interface Sample {
  readonly set: string;
  readonly features: readonly number[];
  /** The best candidate is the figure that answers. */
  readonly right: boolean;
}

/** Questions that are left alone while anything is set: a third of the given sets. */
const heldOut = (set: PlanSet, { id }: LabelledQuestion): boolean =>
  ['seed', 'transport', 'county-report'].includes(set.name) && Number(/\d+$/.exec(id)?.[0]) % 3 === 0;

const squeeze = (text: string): string => text.normalize('NFKC').replace(/\s+/g, '');

let names: readonly string[] = [];

async function samplesOf(set: PlanSet): Promise<Sample[]> {
  const loaded = await openPlanFile(environment, set.file);
  const samples: Sample[] = [];
  for (const labelled of readQuestions(set)) {
    const [gold, ...others] = labelled.expect.figures ?? [];
    const answered = labelled.expect.status === 'answered';
    if (
      heldOut(set, labelled) ||
      labelled.history !== undefined ||
      (answered && (gold === undefined || others.length > 0))
    )
      continue;
    const query = readQuestion(labelled.question, loaded.plan, wordsOf(loaded));
    if (query.form !== 'single') continue;
    const meanings = await lookUpMeanings(loaded, query.folded);
    const ask = query.asks[0] ?? null;
    const { fitting: candidates } = readAsAsked({ loaded, query, meanings }, query.content, ask);
    const features = meaningFeatures(candidates, query.content, ask);
    if (features === null || !leftToMeaning(candidates, query.content, ask)) continue;
    names = Object.keys(features);
    const printed = squeeze(candidates[0]?.figure.quantity.text ?? '');
    samples.push({
      set: set.name,
      features: Object.values(features),
      right: answered && printed === squeeze(gold ?? ''),
    });
  }
  return samples;
}

const sigmoid = (x: number): number => 1 / (1 + Math.exp(-x));
const dot = (a: readonly number[], b: readonly number[]): number => a.reduce((sum, x, at) => sum + x * (b[at] ?? 0), 0);

interface Model {
  readonly weights: readonly number[];
  readonly bias: number;
}

/** Logistic regression with a quadratic penalty on the weights of the standardized features; gradient descent. */
function fit(samples: readonly Sample[], penalty = 3, rounds = 4000, step = 0.5): Model {
  const width = samples[0]?.features.length ?? 0;
  const columns = Array.from({ length: width }, (_, at) => samples.map(({ features }) => features[at] ?? 0));
  const means = columns.map((column) => column.reduce((sum, x) => sum + x, 0) / samples.length);
  const spreads = columns.map((column, at) => {
    const variance = column.reduce((sum, x) => sum + (x - (means[at] ?? 0)) ** 2, 0) / samples.length;
    return variance === 0 ? 1 : Math.sqrt(variance);
  });
  const rows = samples.map(({ features }) => features.map((x, at) => (x - (means[at] ?? 0)) / (spreads[at] ?? 1)));
  let [weights, bias] = [Array<number>(width).fill(0), 0];
  for (let round = 0; round < rounds; round += 1) {
    const errors = rows.map((row, at) => sigmoid(dot(weights, row) + bias) - (samples[at]?.right === true ? 1 : 0));
    weights = weights.map(
      (weight, at) =>
        weight -
        (step * (errors.reduce((sum, error, row) => sum + error * (rows[row]?.[at] ?? 0), 0) + penalty * weight)) /
          samples.length,
    );
    bias -= (step * errors.reduce((sum, error) => sum + error, 0)) / samples.length;
  }
  const scaled = weights.map((weight, at) => weight / (spreads[at] ?? 1));
  return { weights: scaled, bias: bias - dot(scaled, means) };
}

const predict = ({ weights, bias }: Model, { features }: Sample): number => sigmoid(dot(weights, features) + bias);

const environment = openEnvironment();
const samples: Sample[] = [];
for (const set of planSets) samples.push(...(await samplesOf(set)));

const folds = 9;
const setNames = planSets.map(({ name }) => name);
const foldOf = ({ set }: Sample): number => setNames.indexOf(set) % folds;
for (const bound of [0.4, 0.5, 0.6]) {
  let [right, wrong, refused] = [0, 0, 0];
  for (let fold = 0; fold < folds; fold += 1) {
    const model = fit(samples.filter((sample) => foldOf(sample) !== fold));
    for (const sample of samples.filter((other) => foldOf(other) === fold)) {
      if (predict(model, sample) < bound) refused += 1;
      else if (sample.right) right += 1;
      else wrong += 1;
    }
  }
  console.log(`answered from ${bound}: ${right} right, ${wrong} wrong, ${refused} refused of ${samples.length}`);
}
const { weights, bias } = fit(samples);
for (const [at, name] of names.entries()) console.log(`${name}: ${(weights[at] ?? 0).toFixed(2)},`);
console.log(`bias: ${bias.toFixed(2)}`);
