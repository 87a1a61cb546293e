import { existsSync, rmSync } from 'node:fs';
import path from 'node:path';
import Driver from 'libsql';
import { StorageError } from '../errors.ts';
import { makeFolder } from '../make-folder.ts';
import { migrations as allMigrations, type Migration } from './migrations/index.ts';
import { Row, type SqlValue } from './row.ts';
import { toStorageFault } from './storage-fault.ts';

export interface OpenOptions {
  /** How long a write waits for another process. Default 5000. */
  readonly busyTimeoutMs?: number;
  /** For tests of the migrations themselves. Default: all of this program. */
  readonly migrations?: readonly Migration[];
}

export interface RunResult {
  readonly changes: number;
  readonly lastInsertRowid: number;
}

type Statement = ReturnType<Driver.Database['prepare']>;

/**
 * The SQLite store. Only arrays of plain values reach the driver, and nothing once it is closed, since it ends the
 * whole process when it is handed a boolean or a lone byte array, and on some calls after closing.
 */
export class Database {
  readonly file: string;
  readonly #driver: Driver.Database;
  readonly #statements = new Map<string, Statement>();
  #isOpen = true;

  constructor(driver: Driver.Database, file: string) {
    this.#driver = driver;
    this.file = file;
  }

  run(sql: string, ...values: readonly SqlValue[]): RunResult {
    return this.#guard(() => {
      const { changes, lastInsertRowid } = this.#prepare(sql).run([...values]);
      return { changes, lastInsertRowid: Number(lastInsertRowid) };
    });
  }

  get(sql: string, ...values: readonly SqlValue[]): Row | undefined {
    return this.#guard(() => {
      const row = this.#prepare(sql).get([...values]);
      return row === undefined ? undefined : new Row(row as Record<string, unknown>);
    });
  }

  all(sql: string, ...values: readonly SqlValue[]): Row[] {
    return this.#guard(() => this.#prepare(sql).all([...values])).map((row) => new Row(row as Record<string, unknown>));
  }

  /** Several statements without values. */
  exec(sql: string): void {
    this.#guard(() => this.#driver.exec(sql));
  }

  /** All or nothing, holding the write lock from the start. Inside another transaction it joins that one. */
  transaction<T>(work: () => T): T {
    if (this.#inTransaction()) return work();
    this.exec('BEGIN IMMEDIATE');
    try {
      const result = work();
      this.exec('COMMIT');
      return result;
    } catch (error) {
      // A full disk has undone it already; a second ROLLBACK would hide that error behind its own.
      if (this.#inTransaction()) this.exec('ROLLBACK');
      throw error;
    }
  }

  /** What comes later throws `StorageError`; closing again does nothing. */
  close(): void {
    if (!this.#isOpen) return;
    this.#isOpen = false;
    this.#statements.clear();
    this.#driver.close();
  }

  #inTransaction(): boolean {
    return this.#isOpen && this.#driver.inTransaction;
  }

  #prepare(sql: string): Statement {
    let statement = this.#statements.get(sql);
    if (statement === undefined) {
      statement = this.#driver.prepare(sql);
      this.#statements.set(sql, statement);
    }
    return statement;
  }

  #guard<T>(work: () => T): T {
    if (!this.#isOpen) throw new StorageError('数据库已关闭，程序正在停止。');
    try {
      return work();
    } catch (error) {
      throw toStorageFault(error, this.file);
    }
  }
}

/**
 * Opens the store, checks it and brings it to this program's schema. Throws `StorageError` that names the cure:
 * locked, full, read-only, damaged, or written by a newer version.
 */
export function openDatabase(file: string, options: OpenOptions = {}): Database {
  const { busyTimeoutMs = 5000, migrations = allMigrations } = options;
  let driver: Driver.Database | undefined;
  try {
    if (file !== ':memory:') makeFolder(path.dirname(file));
    driver = new Driver(file, { timeout: busyTimeoutMs });
    const database = new Database(driver, file);
    database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA foreign_keys = ON');
    checkIntegrity(database);
    migrate(database, migrations);
    return database;
  } catch (error) {
    driver?.close();
    const fault = toStorageFault(error, file);
    if (fault instanceof StorageError) throw fault;
    throw new StorageError(`无法打开数据库：${file}。请确认文件夹存在且可写，或把 DATA_DIR 指到可写的位置。`, {
      cause: error,
    });
  }
}

function checkIntegrity(database: Database): void {
  const result = database.get('PRAGMA quick_check(1)')?.text('quick_check');
  if (result !== 'ok') {
    const cause = Object.assign(new Error(result ?? 'quick_check'), { code: 'SQLITE_CORRUPT' });
    throw toStorageFault(cause, database.file);
  }
}

const schemaVersion = (database: Database): number => database.get('PRAGMA user_version')?.integer('user_version') ?? 0;

function migrate(database: Database, migrations: readonly Migration[]): void {
  const newest = migrations.reduce((highest, { version }) => Math.max(highest, version), 0);
  const found = schemaVersion(database);
  if (found > newest) {
    throw new StorageError(
      `数据库由更新的版本写成（结构版本${found}，本程序只认识到${newest}）：${database.file}。请升级程序，或改用另一个 DATA_DIR。`,
    );
  }
  if (found === newest) return;
  if (found > 0 && database.file !== ':memory:') backUp(database, found);
  for (const migration of migrations.toSorted((a, b) => a.version - b.version)) {
    database.transaction(() => {
      // Read again under the write lock: a second process may have been here in between.
      if (schemaVersion(database) >= migration.version) return;
      database.exec(migration.sql);
      database.exec(`PRAGMA user_version = ${migration.version}`);
    });
  }
}

/** A whole copy beside the file, named after the schema it holds; one of the same schema is replaced. */
function backUp(database: Database, version: number): void {
  const copy = `${database.file}.v${version}.bak`;
  if (existsSync(copy)) rmSync(copy);
  database.exec(`VACUUM INTO '${copy.replaceAll("'", "''")}'`);
}
