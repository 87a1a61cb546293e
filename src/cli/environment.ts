import { existsSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { inspect } from 'node:util';
import dotenv from 'dotenv';
import pc from 'picocolors';
import { createEngine } from '../answer/create-engine.ts';
import type { Engine } from '../answer/engine.ts';
import { loadConfig, type Config } from '../config.ts';
import { readDocumentInWorker } from '../documents/read-document-in-worker.ts';
import { ConfigError, DocumentError, ModelError, PlanBotError } from '../errors.ts';
import { loadPlan } from '../library/load-plan.ts';
import { openLibrary } from '../library/open-library.ts';
import type { LoadedPlan, PlanLibrary } from '../library/plan-library.ts';
import { createLog, createRedactor, type Log } from '../log.ts';
import { makeFolder } from '../make-folder.ts';
import { openEmbedder, type Embedder, type EmbedderOptions } from '../retrieval/embedder.ts';
import { openDatabase, type Database } from '../storage/database.ts';
import { PlanStore } from '../storage/plans.ts';
import { secretsOf } from './secrets.ts';

/** What every command starts from. */
export interface Environment {
  readonly config: Config;
  readonly log: Log;
}

export interface EnvironmentOptions {
  /** Commands stay quiet but for faults unless LOG_LEVEL says otherwise; the bot reports its work. */
  readonly quiet?: boolean;
}

/** Reads .env and the environment. Throws `ConfigError`. */
export function openEnvironment({ quiet = true }: EnvironmentOptions = {}): Environment {
  const file = path.resolve(import.meta.dirname, '../../.env');
  if (existsSync(file)) {
    const { error } = dotenv.config({ path: file, quiet: true });
    if (error) throw new ConfigError(`读不了设置文件 ${file}：${error.message}。请检查权限和编码（应为 UTF-8）。`);
  }
  const config = loadConfig(process.env);
  const isUnset = (process.env.LOG_LEVEL ?? '') === '';
  const level = quiet && isUnset ? 'error' : config.logLevel;
  return { config, log: createLog({ level, secrets: secretsOf(process.env) }) };
}

/** The model, opened when the first question needs it. */
export function lazyEmbedder(
  { modelDirectory }: Pick<Config, 'modelDirectory'>,
  options: EmbedderOptions = {},
): () => Embedder {
  let embedder: Embedder | undefined;
  return () => (embedder ??= openEmbedder(modelDirectory, options));
}

/** Why the model cannot be used and what that means, in Chinese with the cure; null where it can. Checks its files. */
export function modelFault(embedder: () => Embedder): string | null {
  try {
    embedder();
    return null;
  } catch (error) {
    if (!(error instanceof ModelError)) throw error;
    return `${error.message}在此之前只按字面查找，换了说法的问题多半答不出。`;
  }
}

/** The store under DATA_DIR; created where it is missing. */
export function openStore({ config }: Environment): Database {
  try {
    makeFolder(config.dataDirectory);
  } catch (cause) {
    throw new PlanBotError('storage', `不能建立数据目录 ${config.dataDirectory}。请检查路径和权限，或改 DATA_DIR。`, {
      cause,
    });
  }
  return openDatabase(config.databaseFile);
}

/** The store where there is one; commands that only read leave the disk as it is. Throws where DATA_DIR can be none. */
export function openStoreIfAny({ config }: Environment): Database | null {
  try {
    statSync(config.databaseFile);
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw new PlanBotError(
      'storage',
      `读不了数据目录 ${config.dataDirectory}：它不是文件夹，或没有权限。请检查路径和权限，或改 DATA_DIR。`,
      { cause },
    );
  }
  return openDatabase(config.databaseFile);
}

/** The library over a store, or over the seeds alone where `database` is null. */
export const openPlans = (
  { config, log }: Environment,
  database: Database | null,
  embedder: () => Embedder = lazyEmbedder(config),
): Promise<PlanLibrary> =>
  openLibrary({
    store: database === null ? null : new PlanStore(database),
    plansDirectory: config.plansDirectory,
    indexDirectory: config.indexDirectory,
    seedsDirectory: config.seedsDirectory,
    embedder,
    log,
  });

/** A library of one file that touches no stored plan. */
export async function openPlanFile(
  { config, log }: Environment,
  file: string,
  embedder: () => Embedder = lazyEmbedder(config),
): Promise<LoadedPlan> {
  const document = await readDocumentInWorker(readPlanFile(file), path.basename(file));
  const loaded = loadPlan(document, {
    indexDirectory: config.indexDirectory,
    embedder,
    log,
  });
  if (loaded.plan.passages.length === 0)
    throw new DocumentError(`“${path.basename(file)}”里没有可读的正文。请检查文件内容。`);
  return loaded;
}

export function readPlanFile(file: string): Uint8Array {
  try {
    return readFileSync(file);
  } catch (cause) {
    const code = (cause as NodeJS.ErrnoException).code;
    const why =
      code === 'ENOENT'
        ? '没有这个文件'
        : code === 'EISDIR'
          ? '这是目录，不是文件'
          : code === 'EACCES'
            ? '没有读取权限'
            : '读不了这个文件';
    throw new DocumentError(`${why}：${file}。请检查路径。`, { cause });
  }
}

export interface OpenEngine {
  readonly engine: Engine;
  readonly plans: Pick<PlanLibrary, 'list' | 'get' | 'current'>;
  /** Says on standard error where answers will be by words alone. */
  readonly warnWithoutModel: () => void;
  readonly close: () => void;
}

/** The engine that a one-off command asks: of one file, of the stored plans, or of the seeds where nothing was stored. */
export async function openEngine(environment: Environment, planFile: string | undefined): Promise<OpenEngine> {
  const embedder = lazyEmbedder(environment.config);
  const warn = (): void => {
    warnWithoutModel(embedder);
  };
  if (planFile !== undefined) {
    const loaded = await openPlanFile(environment, planFile, embedder);
    const plans = {
      list: () => [loaded],
      get: (id: string) => (id === loaded.plan.id ? loaded : undefined),
      current: () => loaded,
    };
    const engine = createEngine({ library: plans, log: environment.log });
    return { engine, plans, warnWithoutModel: warn, close: () => undefined };
  }
  const database = openStoreIfAny(environment);
  const library = await openPlans(environment, database, embedder);
  const engine = createEngine({ library, log: environment.log });
  return { engine, plans: library, warnWithoutModel: warn, close: () => database?.close() };
}

/** Says on standard error where plans will be searched by words alone. */
export function warnWithoutModel(embedder: () => Embedder): void {
  const fault = modelFault(embedder);
  if (fault !== null) console.error(pc.yellow(`注意：${fault}`));
}

/**
 * Runs a command: expected failures are one clear text on standard error and exit code 1; others are told whole, without
 * secrets.
 */
export async function runCommand(command: () => Promise<void>): Promise<void> {
  // A reader that has seen enough (… | head) is no fault of the command's.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
    process.exit();
  });
  // Node itself would print what nobody waits for as it is, addresses with passwords too.
  process.on('uncaughtException', (error) => {
    sayFault(error);
    process.exit(1);
  });
  try {
    await command();
  } catch (error) {
    process.exitCode = 1;
    sayFault(error);
  }
}

function sayFault(error: unknown): void {
  if (error instanceof PlanBotError) console.error(pc.red(error.message));
  else console.error(pc.red('程序出错：'), createRedactor(secretsOf(process.env))(inspect(error)));
}
