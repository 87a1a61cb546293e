/**
 * A process of its own that looks at the clock once and sends what is due, for tests that kill it. Arguments: the
 * store's folder, the instant it takes for now, and where it kills itself: claimed (before anything is written),
 * handing (message stored, not committed), handed (committed, before the next one), or none.
 */
import { openBench, ManualClock } from './support.ts';

const [folder = '', now = '', point = 'none'] = process.argv.slice(2);

const die = (): void => {
  process.kill(process.pid, 'SIGKILL');
};

const clock = new ManualClock(Number(now));
const bench = openBench(folder, clock, undefined, { leaseMs: 60_000 });
const { delivery } = bench;
const prepare = delivery.prepare.bind(delivery);
delivery.prepare = async (message) => {
  if (point === 'claimed') die();
  const handOver = await prepare(message);
  return () => {
    handOver();
    if (point === 'handing') die();
  };
};
clock.sleep = () => {
  if (point === 'handed') die();
  // Lets the other process have its turn.
  return new Promise((resolve) => setTimeout(resolve, 2));
};
await bench.runner.tick();
bench.close();
