import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { createEngine } from '../../src/answer/create-engine.ts';
import { lazyEmbedder, openEnvironment, openPlanFile } from '../../src/cli/environment.ts';
import { planSets, readQuestions } from '../support/plan-sets.ts';

/** `npm run bench`: the seed's questions in a warm process, inline search, and a cold `npm run ask`. Prints; judges nothing. */
const rounds = 10;
const coldRuns = 5;
const root = path.resolve(import.meta.dirname, '../..');

const quantile = (sorted: readonly number[], share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;

function report(name: string, times: readonly number[]): void {
  const sorted = times.toSorted((a, b) => a - b);
  const [median, p99] = [quantile(sorted, 0.5), quantile(sorted, 0.99)].map((ms) => ms.toFixed(1));
  console.log(`${name}：中位数 ${median} ms，P99 ${p99} ms（${times.length} 次）`);
}

const seed = planSets.find(({ name }) => name === 'seed');
if (!seed) throw new Error('no seed set');
// The embedder remembers questions; ten rounds of the same ones would measure that memory.
const environment = openEnvironment();
const loaded = await openPlanFile(environment, seed.file, lazyEmbedder(environment.config, { rememberedQuestions: 0 }));
const library = { list: () => [loaded], get: () => loaded, current: () => loaded };
const engine = createEngine({ library, log: environment.log });
const questions = readQuestions(seed);

for (const { question, history } of questions) await engine.ask(question, { history: history ?? [] });
const warm: number[] = [];
for (let round = 0; round < rounds; round += 1) {
  for (const { question, history } of questions) {
    const startedAt = performance.now();
    await engine.ask(question, { history: history ?? [] });
    warm.push(performance.now() - startedAt);
  }
}
report('热进程内回答一个问题', warm);

const searches: number[] = [];
for (let round = 0; round < rounds; round += 1) {
  for (const { question } of questions) {
    const startedAt = performance.now();
    engine.search(question.slice(0, 6), 50);
    searches.push(performance.now() - startedAt);
  }
}
report('内联模式检索', searches);

const { version } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as { version: string };
const cold: number[] = [];
for (let run = 0; run < coldRuns; run += 1) {
  const startedAt = performance.now();
  spawnSync('npm', ['run', '--silent', 'ask', '--', '今年新建污水管网多少公里？'], { cwd: root, stdio: 'ignore' });
  cold.push(performance.now() - startedAt);
}
report(`冷启动 npm run ask（${version}）`, cold);
