import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { StorageError } from '../../src/errors.ts';
import { AuditStore } from '../../src/storage/audit.ts';
import { openDatabase } from '../../src/storage/database.ts';
import { migrations, type Migration } from '../../src/storage/migrations/index.ts';

let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'workplan-db-'));
  file = path.join(folder, 'bot.db');
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

const faultOf = (work: () => unknown): StorageError => {
  try {
    work();
  } catch (error) {
    if (error instanceof StorageError) return error;
    throw error;
  }
  throw new Error('nothing was thrown');
};

describe('openDatabase', () => {
  it('creates missing folders and opens with a write-ahead log, foreign keys and a waiting time', () => {
    const database = openDatabase(path.join(folder, 'a', 'b.db'), { busyTimeoutMs: 1234 });
    expect(database.get('PRAGMA journal_mode')?.text('journal_mode')).toBe('wal');
    expect(database.get('PRAGMA foreign_keys')?.integer('foreign_keys')).toBe(1);
    expect(database.get('PRAGMA busy_timeout')?.integer('timeout')).toBe(1234);
    database.close();
  });

  it('keeps what was written, and migrates nothing at the second opening', () => {
    const first = openDatabase(file);
    first.run('INSERT INTO facts (name, value) VALUES (?, ?)', 'a', '值');
    first.close();
    const second = openDatabase(file);
    expect(second.get('SELECT value FROM facts WHERE name = ?', 'a')?.text('value')).toBe('值');
    second.close();
    expect(existsSync(`${file}.v1.bak`)).toBe(false);
  });

  it('binds reminders of an older store to the plan that they spoke of', () => {
    const older = openDatabase(file, { migrations: migrations.filter(({ version }) => version < 6) });
    older.exec(`
      INSERT INTO plans (id, year, file_name, added_at, is_current) VALUES ('a', 2025, 'a', 1, 1), ('b', 2024, 'b', 1, 0);
      INSERT INTO chats (chat_id, type, title, plan_id, seen_at) VALUES (1, '', '', 'b', 1), (2, '', '', 'gone', 1);
    `);
    for (const chat of [1, 2, 3])
      older.run(
        `INSERT INTO reminders (chat_id, schedule, time_zone, topic, picture, silent, user_id, created_at, planned_at,
           next_due_at) VALUES (?, '{}', 'UTC', '水', 0, 0, 1, 1, 1, 1)`,
        chat,
      );
    older.close();
    const database = openDatabase(file);
    const bound = database.all('SELECT plan_id FROM reminders ORDER BY chat_id').map((row) => row.text('plan_id'));
    expect(bound).toEqual(['b', 'a', 'a']);
    database.close();
  });

  it('numbers its migrations without gaps or repeats', () => {
    expect(migrations.map(({ version }) => version).toSorted((a, b) => a - b)).toEqual(
      migrations.map((_, index) => index + 1),
    );
  });
});

// Scenario 55: an old schema is migrated with a backup first; a newer one is refused.
describe('scenario 55: schema versions', () => {
  const one: Migration = { version: 1, sql: "CREATE TABLE t (a TEXT); INSERT INTO t VALUES ('old')" };
  const two: Migration = { version: 2, sql: 'ALTER TABLE t ADD COLUMN b TEXT' };
  const broken: Migration = { version: 2, sql: 'ALTER TABLE t ADD COLUMN b TEXT; SELECT nonsense' };

  it('migrates an old file and leaves a readable backup of it', () => {
    openDatabase(file, { migrations: [one] }).close();
    const database = openDatabase(file, { migrations: [one, two] });
    expect(database.get('SELECT a, b FROM t')?.textOrNull('b')).toBeNull();
    database.close();
    const backup = openDatabase(`${file}.v1.bak`, { migrations: [one] });
    expect(backup.get('SELECT a FROM t')?.text('a')).toBe('old');
    backup.close();
  });

  it('keeps the records of questions of a file from before what was offered below an answer was dropped', () => {
    const old = openDatabase(file, { migrations: migrations.filter(({ version }) => version < 7) });
    old.exec(`INSERT INTO audit (at, surface, question, status, kind, figures, suggestions, ms)
      VALUES (1, 'private', '多少公里', 'answered', 'figure', '[]', '["问"]', 1.5)`);
    old.close();
    const database = openDatabase(file);
    expect(new AuditStore(database).get(1)).toMatchObject({ question: '多少公里', figures: [], ms: 1.5 });
    database.close();
  });

  it('undoes a step that fails, so that the former program still opens the file', () => {
    openDatabase(file, { migrations: [one] }).close();
    expect(() => openDatabase(file, { migrations: [one, broken] })).toThrow(StorageError);
    const database = openDatabase(file, { migrations: [one] });
    expect(database.all('PRAGMA table_info(t)')).toHaveLength(1);
    database.close();
  });

  it('refuses a newer schema and says so', () => {
    openDatabase(file, { migrations: [one, two] }).close();
    expect(faultOf(() => openDatabase(file, { migrations: [one] })).message).toMatch(/更新的版本.*2.*1[\s\S]*升级/);
  });
});

// Scenario 54: each fault of the disk gets a clear line that names the cure.
describe('scenario 54: faults', () => {
  it('names a file that is no database', () => {
    writeFileSync(file, 'no database, only text. '.repeat(200));
    expect(faultOf(() => openDatabase(file)).message).toMatch(/损坏[\s\S]*备份/);
  });

  it('notices damage in the middle at opening, not later', () => {
    const database = openDatabase(file);
    for (let index = 0; index < 500; index += 1) {
      database.run('INSERT INTO facts (name, value) VALUES (?, ?)', `n${index}`, 'x'.repeat(200));
    }
    database.exec('PRAGMA wal_checkpoint(TRUNCATE)');
    database.close();
    const bytes = readFileSync(file);
    writeFileSync(file, bytes.fill(7, Math.floor(bytes.length / 2), Math.floor(bytes.length / 2) + 20_000));
    expect(faultOf(() => openDatabase(file)).message).toMatch(/损坏/);
  });

  it('names a path that cannot be opened', () => {
    expect(faultOf(() => openDatabase(folder)).message).toMatch(/无法打开[\s\S]*DATA_DIR/);
  });

  it('names a lock held by another process', () => {
    const first = openDatabase(file);
    const second = openDatabase(file, { busyTimeoutMs: 50 });
    first.exec('BEGIN IMMEDIATE');
    expect(faultOf(() => second.run("INSERT INTO facts VALUES ('a', 'b')")).message).toMatch(/占用/);
    first.exec('ROLLBACK');
    second.close();
    first.close();
  });

  it('names a full disk, loses nothing that was written before, and goes on reading', () => {
    const database = openDatabase(file);
    database.run("INSERT INTO facts VALUES ('kept', 'yes')");
    const pages = database.get('PRAGMA page_count')?.integer('page_count') ?? 0;
    database.exec(`PRAGMA max_page_count = ${pages + 2}`);
    const fill = (): void => {
      for (let index = 0; index < 100; index += 1) {
        database.run('INSERT INTO facts VALUES (?, ?)', `f${index}`, 'x'.repeat(4000));
      }
    };
    expect(faultOf(fill).message).toMatch(/磁盘已满/);
    expect(database.get("SELECT value FROM facts WHERE name = 'kept'")?.text('value')).toBe('yes');
    database.close();
  });

  it('names a database that may only be read', () => {
    const database = openDatabase(file);
    database.exec('PRAGMA query_only = ON');
    expect(faultOf(() => database.run("INSERT INTO facts VALUES ('a', 'b')")).message).toMatch(/只读/);
    database.close();
  });
});

describe('Database', () => {
  it('undoes a transaction that throws, and joins an outer one', () => {
    const database = openDatabase(':memory:');
    const insert = (name: string): void => {
      database.run('INSERT INTO facts VALUES (?, ?)', name, '');
    };
    expect(() =>
      database.transaction(() => {
        insert('a');
        database.transaction(() => {
          insert('b');
        });
        throw new Error('stop');
      }),
    ).toThrow('stop');
    expect(database.all('SELECT * FROM facts')).toEqual([]);
    database.close();
  });

  it('refuses every call after it is closed, without ending the process', () => {
    const database = openDatabase(':memory:');
    database.close();
    database.close();
    for (const work of [
      () => database.get('SELECT 1'),
      () => database.run('SELECT 1'),
      () => database.all('SELECT 1'),
      () => {
        database.exec('SELECT 1');
      },
      () => database.transaction(() => 1),
    ]) {
      expect(faultOf(work).message).toContain('已关闭');
    }
  });

  it('reads rows by type and refuses a wrong one', () => {
    const database = openDatabase(':memory:');
    const row = database.get("SELECT 1 AS n, 'a' AS t, NULL AS empty, x'0102' AS bytes")!;
    expect([row.integer('n'), row.flag('n'), row.text('t'), row.textOrNull('empty')]).toEqual([1, true, 'a', null]);
    expect([...row.bytes('bytes')]).toEqual([1, 2]);
    expect([...database.all("SELECT x'0102' AS bytes")[0]!.bytes('bytes')]).toEqual([1, 2]);
    expect(() => row.text('n')).toThrow(TypeError);
    expect(() => row.textOrNull('absent')).toThrow(TypeError);
    database.close();
  });
});
