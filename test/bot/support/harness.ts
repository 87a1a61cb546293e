import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { onTestFinished } from 'vitest';
import { createBot, type BotDependencies, type BotProgram } from '../../../src/bot/bot.ts';
import type { BotSettings, BotTimes } from '../../../src/bot/settings.ts';
import { createLog } from '../../../src/log.ts';
import { openDatabase, type Database } from '../../../src/storage/database.ts';
import { FakeApi, type FakeApiOptions } from '../../fake-api/fake-api.ts';
import { FakeEngine, FakeLibrary, loadSeed } from './fake-engine.ts';

/** Waits shortened so that a whole failure and recovery fits into a second or two. */
export const shortTimes: BotTimes = {
  pollSeconds: 0.3,
  graceSeconds: 0.5,
  retryMs: 40,
  longestRetryMs: 200,
  aliveMs: 600,
  requestSeconds: 4,
  stopMs: 2000,
};

export interface TestBot {
  readonly program: BotProgram;
  readonly engine: FakeEngine;
  readonly library: FakeLibrary;
  readonly database: Database;
  /** Rejects as the program does. */
  readonly running: Promise<void>;
  stop(): Promise<void>;
}

export interface Harness {
  readonly api: FakeApi;
  /** Every line logged by every bot of this harness. */
  readonly lines: string[];
  readonly folder: string;
  readonly start: (settings?: Partial<BotSettings>, more?: Partial<BotDependencies>) => Promise<TestBot>;
}

/** Runs when the test that calls it is over, the last given first. */
export const onEnd = (cleanup: () => Promise<void> | void): void => {
  onTestFinished(cleanup);
};

/** A Bot API server, and bots that use it over real HTTP with one database file. */
export async function harness(options: FakeApiOptions = {}): Promise<Harness> {
  const api = await FakeApi.start(options);
  const folder = mkdtempSync(path.join(tmpdir(), 'workplan-bot-'));
  const lines: string[] = [];
  onEnd(async () => {
    await api.stop();
    rmSync(folder, { recursive: true, force: true });
    // Scenario 60, for every test that has a bot.
    if (lines.some((line) => line.includes(api.token))) throw new Error('the token stands in a log line');
  });
  const start: Harness['start'] = async (settings = {}, more = {}) => {
    const library = new FakeLibrary([await loadSeed()]);
    const engine = new FakeEngine(library);
    const database = openDatabase(path.join(folder, 'bot.db'));
    const log = createLog({ level: 'debug', secrets: [api.token], destination: { write: (line) => lines.push(line) } });
    const program = createBot({
      settings: {
        token: api.token,
        apiRoot: api.root,
        proxy: null,
        noProxy: '',
        adminIds: [],
        allowedUsers: [],
        allowedChats: [],
        timeZone: 'Asia/Shanghai',
        logRetentionDays: 90,
        webhook: null,
        ...settings,
        times: { ...shortTimes, ...settings.times },
      },
      engine,
      library,
      database,
      log,
      ...more,
    });
    const running = program.run();
    // A rejection is looked at by the test that wants it.
    running.catch(() => undefined);
    let isStopped = false;
    const stop = async (): Promise<void> => {
      if (isStopped) return;
      isStopped = true;
      await program.stop();
      await running.catch(() => undefined);
      database.close();
    };
    onEnd(stop);
    return { program, engine, library, database, running, stop };
  };
  return { api, lines, folder, start };
}

export const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
