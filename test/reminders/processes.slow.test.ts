import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { day, ManualClock, monday9, openBench, wish } from './support.ts';

const script = path.join(import.meta.dirname, 'child-runner.ts');
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'reminders-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

/** Runs the child to its end; gives the signal that ended it. */
const run = (now: number, point: string): Promise<NodeJS.Signals | null> =>
  new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['--import', 'tsx', script, folder, String(now), point], {
      stdio: 'inherit',
    });
    child.on('error', reject);
    child.on('exit', (code, signal) => {
      if (signal === null && code !== 0) reject(new Error(`the child ended with ${String(code)}`));
      else resolve(signal);
    });
  });

const inStore = <T>(look: (bench: ReturnType<typeof openBench>) => T): T => {
  const bench = openBench(folder, new ManualClock(monday9 - 2 * day));
  try {
    return look(bench);
  } finally {
    bench.close();
  }
};
const setUp = (chats: number) => {
  inStore(({ reminders }) => {
    for (let chatId = 1; chatId <= chats; chatId += 1) reminders.create(wish({ chatId }));
  });
};
const sentTo = () => inStore((bench) => bench.sent().map(({ chatId }) => chatId)).sort((a, b) => a - b);

describe('scenario 47: kill -9', () => {
  it.each([
    ['claimed', 0],
    ['handing', 0],
    ['handed', 1],
  ])(
    '%s: nothing is lost and nothing is sent twice',
    async (point, sentBefore) => {
      setUp(3);
      expect(await run(monday9, point)).toBe('SIGKILL');
      expect(sentTo()).toHaveLength(sentBefore);
      // Before the lease is over nobody else takes over what was claimed.
      await run(monday9 + 30_000, 'none');
      expect(sentTo()).toHaveLength(sentBefore);
      await run(monday9 + 61_000, 'none');
      expect(sentTo()).toEqual([1, 2, 3]);
    },
    60_000,
  );

  it('again and again: still each once', async () => {
    setUp(4);
    for (let round = 0; round < 4; round += 1) await run(monday9 + round * 61_000, 'handed');
    await run(monday9 + 5 * 61_000, 'none');
    expect(sentTo()).toEqual([1, 2, 3, 4]);
  }, 60_000);
});

describe('scenario 48: two processes on one store', () => {
  it('send each occurrence once', async () => {
    setUp(60);
    await Promise.all([run(monday9, 'none'), run(monday9 + 5, 'none')]);
    expect(sentTo()).toEqual(Array.from({ length: 60 }, (_, index) => index + 1));
  }, 60_000);
});
