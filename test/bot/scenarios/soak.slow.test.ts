import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { FakeApi } from '../../fake-api/fake-api.ts';
import { onEnd, pause, shortTimes } from '../support/harness.ts';
import { startProgram } from '../support/program.ts';

const QUESTIONS = 10_000;
const FAILED_POLLS = 1000;
/** So many people that none is held for a flood. */
const PEOPLE = 1000;
const WAVE = 200;
/** Waves until caches are full and the heap has its size: a quarter of the day. */
const WARM_UP = Math.floor(QUESTIONS / WAVE / 4);

interface Usage {
  readonly megabytes: number;
  readonly handles: number;
}

/** Memory and open files of a process, as Linux tells them. */
function usageOf(pid: number): Usage {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  const megabytes = Number(/VmRSS:\s+(\d+)/.exec(status)?.[1]) / 1024;
  return { megabytes, handles: readdirSync(`/proc/${pid}/fd`).length };
}

/** The least of several samples: between two collections memory swings by some 100 MB, and only its floor tells a leak. */
function floorOf(usages: readonly Usage[]): Usage {
  return {
    megabytes: Math.min(...usages.map((usage) => usage.megabytes)),
    handles: Math.min(...usages.map((usage) => usage.handles)),
  };
}

describe.skipIf(process.platform !== 'linux')('scenario 61: a day in fast time', () => {
  it('answers ten thousand questions over a thousand failed polls, and memory and handles stay flat', async () => {
    const api = await FakeApi.start();
    onEnd(() => api.stop());
    const folder = mkdtempSync(path.join(tmpdir(), 'workplan-soak-'));
    onEnd(() => {
      rmSync(folder, { recursive: true, force: true });
    });
    const times = { ...shortTimes, retryMs: 1, longestRetryMs: 5, perSecond: 100_000 };
    const program = startProgram(api, folder, { LOG_LEVEL: 'error' }, times);
    await api.until('a poll', () => api.queue.isPolled, 30_000);
    const questions = [
      '新建污水管网多少公里？',
      '土壤有哪些指标？',
      '封山育林多少亩？',
      '今天天气怎么样',
      '哪些指标是100%？',
    ];
    const people = Array.from({ length: PEOPLE }, (_, index) => api.world.user(1000 + index));
    const usages: Usage[] = [];
    for (let asked = 0; asked < QUESTIONS; asked += WAVE) {
      for (let index = asked; index < asked + WAVE; index += 1) {
        api.say(people[index % PEOPLE]!, questions[index % questions.length]!);
      }
      const failures = Math.ceil((FAILED_POLLS * WAVE) / QUESTIONS);
      api.fault({ method: 'getUpdates', status: 500, times: failures / 2 });
      api.fault({ method: 'getUpdates', drop: 'before', times: failures / 2 });
      await api.until(`${asked + WAVE} answers`, () => api.delivered.length >= asked + WAVE, 60_000);
      usages.push(usageOf(program.child.pid!));
    }
    await pause(1000);
    usages.push(usageOf(program.child.pid!));
    const early = floorOf(usages.slice(WARM_UP, 2 * WARM_UP));
    const late = floorOf(usages.slice(-WARM_UP));
    expect(api.callsOf('getUpdates').length).toBeGreaterThan(FAILED_POLLS);
    expect(late.megabytes - early.megabytes).toBeLessThan(80);
    expect(late.handles - early.handles).toBeLessThan(10);
    expect(api.delivered).toHaveLength(QUESTIONS);
  }, 900_000);
});
