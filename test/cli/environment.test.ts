import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { afterEach, describe, expect, it, vi } from 'vitest';
import {
  openEngine,
  openEnvironment,
  openPlans,
  openStore,
  openStoreIfAny,
  type Environment,
} from '../../src/cli/environment.ts';
import { loadConfig } from '../../src/config.ts';
import { PlanBotError } from '../../src/errors.ts';
import { createLog } from '../../src/log.ts';
import { repositoryFile } from '../support/read-plan.ts';
import { useTempFolder } from '../support/temp-folder.ts';

const folder = useTempFolder();

const environment = (DATA_DIR: string): Environment => ({
  config: loadConfig({ DATA_DIR, INDEX_DIR: folder.file('index') }),
  log: createLog({ level: 'silent' }),
});

/** The one line that a person reads. */
function faultOf(work: () => unknown): string {
  try {
    work();
  } catch (error) {
    if (error instanceof PlanBotError) return error.message;
    throw error;
  }
  throw new Error('nothing was thrown');
}

/** Root may write anywhere, so each is impossible for root too. */
const impossible: readonly (readonly [string, () => string])[] = [
  ['a file', () => folder.file('file')],
  ['below a file', () => folder.file('file/data/deep')],
  ['a folder that the system makes', () => '/proc/nope'],
  ['below it', () => '/proc/nope/data'],
];

describe('LOG_LEVEL', () => {
  afterEach(() => {
    vi.unstubAllEnvs();
  });

  it.each([
    ['', 'error'],
    ['info', 'info'],
  ])('%j keeps commands at %s', (given, level) => {
    vi.stubEnv('LOG_LEVEL', given);
    expect(openEnvironment().log).toMatchObject({ level });
  });
});

describe('without the model', () => {
  it('says on standard error that answers are by words alone, and answers', async () => {
    const { config, log } = environment(folder.file('data'));
    const said = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    const opened = await openEngine({ config: { ...config, modelDirectory: folder.path }, log }, undefined);
    opened.warnWithoutModel();
    expect(said.mock.calls.flat().join('')).toMatch(/注意：找不到句向量模型.*请恢复.*只按字面查找/);
    expect((await opened.engine.ask('今年新建污水管网多少公里？')).text).toContain('80公里');
    said.mockClear();
    const whole = await openEngine({ config, log }, undefined);
    whole.warnWithoutModel();
    expect(said).not.toHaveBeenCalled();
    said.mockRestore();
    opened.close();
    whole.close();
  });
});

describe('an unexpected error', () => {
  const env = {
    PATH: process.env.PATH ?? '',
    HTTPS_PROXY: 'user:open-sesame@127.0.0.1:7890',
    BOT_TOKEN: `123456789:${'A'.repeat(35)}`,
  };
  const run = async (work: string) => {
    const program = `import { runCommand } from './src/cli/environment.ts'; await runCommand(async () => { ${work} });`;
    const options = { cwd: repositoryFile('.'), env };
    const args = ['--import', 'tsx', '--input-type=module', '-e', program];
    return new Promise<{ code: number | null; output: string }>((resolve) => {
      const child = execFile(process.execPath, args, options, (_, stdout, stderr) => {
        resolve({ code: child.exitCode, output: stdout + stderr });
      });
    });
  };

  it.each([
    ['of the command', 'throw new TypeError(`no good: ${process.env.HTTPS_PROXY} ${process.env.BOT_TOKEN}`);'],
    ['that nobody waits for', 'void Promise.reject(new Error("x", { cause: { url: process.env.HTTPS_PROXY } })); await new Promise(() => setInterval(() => 0, 1000));'], // prettier-ignore
  ])('is told without the secrets in it: %s', async (_, work) => {
    const { code, output } = await run(work);
    expect(code).toBe(1);
    expect(output).toMatch(/程序出错：[\s\S]*127\.0\.0\.1:7890/);
    expect(output).not.toMatch(/open-sesame|AAAA/);
  });
});

describe('a DATA_DIR that cannot be', () => {
  it.each(impossible)('is named in one line with the cure where something is to be stored: %s', (_, place) => {
    writeFileSync(folder.file('file'), '');
    expect(faultOf(() => openStore(environment(place())))).toMatch(/^不能建立数据目录 .*请检查.*DATA_DIR[^\n]*$/);
  });

  it('is named where a folder takes no files, or the database is none', () => {
    if (existsSync('/proc/self'))
      expect(faultOf(() => openStore(environment('/proc')))).toMatch(/^无法打开数据库.*请.*DATA_DIR[^\n]*$/);
    mkdirSync(folder.file('data/workplan.sqlite'), { recursive: true });
    expect(faultOf(() => openStore(environment(folder.file('data'))))).toMatch(/^无法打开数据库.*请.*DATA_DIR[^\n]*$/);
  });

  it('is named where the plans cannot be stored', async () => {
    mkdirSync(folder.file('data'));
    writeFileSync(folder.file('data/plans'), '');
    const given = environment(folder.file('data'));
    const database = openStore(given);
    await expect(openPlans(given, database)).rejects.toThrow(/^计划不能存到 .*请检查.*DATA_DIR[^\n]*$/);
    database.close();
  });

  it.each(impossible.slice(0, 2))('is named by commands that only read, too: %s', async (_, place) => {
    writeFileSync(folder.file('file'), '');
    await expect(openEngine(environment(place()), undefined)).rejects.toThrow(
      /^读不了数据目录 .*请检查.*DATA_DIR[^\n]*$/,
    );
  });

  it('keeps nobody from reading where it is only not there yet', () => {
    expect(openStoreIfAny(environment(folder.file('none')))).toBeNull();
    expect(existsSync(folder.file('none'))).toBe(false);
  });
});
