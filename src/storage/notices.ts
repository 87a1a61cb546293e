import type { Database } from './database.ts';

/** Things that are said once and then not again for a while; and small facts of the program itself. */
export class NoticeStore {
  readonly #db: Database;

  constructor(db: Database) {
    this.#db = db;
  }

  /** True at the first call for `key`, and again once `windowMs` have passed since a call that returned true. */
  due(key: string, windowMs: number, now: number): boolean {
    return (
      this.#db.run(
        `INSERT INTO notices (key, at) VALUES (?, ?)
         ON CONFLICT (key) DO UPDATE SET at = excluded.at WHERE at <= excluded.at - ?`,
        key,
        now,
        windowMs,
      ).changes > 0
    );
  }

  /** What has changed may be said again at once. */
  forget(key: string): void {
    this.#db.run('DELETE FROM notices WHERE key = ?', key);
  }

  prune(before: number): void {
    this.#db.run('DELETE FROM notices WHERE at < ?', before);
  }
}

export class FactStore {
  readonly #db: Database;

  constructor(db: Database) {
    this.#db = db;
  }

  get(name: string): string | undefined {
    return this.#db.get('SELECT value FROM facts WHERE name = ?', name)?.text('value');
  }

  set(name: string, value: string): void {
    this.#db.run('INSERT OR REPLACE INTO facts (name, value) VALUES (?, ?)', name, value);
  }
}
