import { spawn, type ChildProcess } from 'node:child_process';
import path from 'node:path';
import type { ProgramTimes } from '../../../src/cli/run-bot.ts';
import type { FakeApi } from '../../fake-api/fake-api.ts';
import { onEnd, shortTimes } from './harness.ts';

const root = path.resolve(import.meta.dirname, '../../..');

export interface Program {
  readonly child: ChildProcess;
  /** Standard output and error together. */
  output(): string;
  /** The exit code, or the signal that ended it. */
  readonly ended: Promise<number | NodeJS.Signals>;
}

/**
 * The real program as a child process, with nothing of this process's environment but what it needs to run. It is
 * `npm start` itself where `times` is null; otherwise the bot with these waits.
 */
export function startProgram(
  api: FakeApi,
  folder: string,
  more: Readonly<Record<string, string>> = {},
  times: ProgramTimes | null = shortTimes,
): Program {
  const entry = times === null ? ['src/main.ts'] : ['test/bot/support/hasty-main.ts', JSON.stringify(times)];
  const child = spawn(process.execPath, ['--import', 'tsx', ...entry], {
    cwd: root,
    env: {
      PATH: process.env.PATH ?? '',
      DATA_DIR: path.join(folder, 'data'),
      INDEX_DIR: path.join(folder, 'index'),
      LOG_LEVEL: 'debug',
      BOT_TOKEN: api.token,
      TELEGRAM_API_ROOT: api.root,
      ...more,
    },
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  let text = '';
  const collect = (chunk: Buffer): void => {
    text += chunk.toString();
  };
  child.stdout.on('data', collect);
  child.stderr.on('data', collect);
  const ended = new Promise<number | NodeJS.Signals>((resolve) => {
    child.on('exit', (code, signal) => {
      resolve(code ?? signal ?? 0);
    });
  });
  onEnd(async () => {
    if (child.exitCode === null && child.signalCode === null) child.kill('SIGKILL');
    await ended;
  });
  return { child, output: () => text, ended };
}
