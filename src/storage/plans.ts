import type { Database } from './database.ts';
import type { Row } from './row.ts';

/** What is known of a stored plan besides its file. */
export interface StoredPlan {
  readonly id: string;
  readonly title: string | null;
  readonly year: number | null;
  readonly fileName: string;
  /** Milliseconds since 1970. */
  readonly addedAt: number;
  readonly isCurrent: boolean;
}

/** The plans' metadata; the files themselves lie under DATA_DIR. */
export class PlanStore {
  readonly #db: Database;

  constructor(db: Database) {
    this.#db = db;
  }

  /** Newest year first, those without a year last. */
  list(): StoredPlan[] {
    return this.#db.all('SELECT * FROM plans ORDER BY year IS NULL, year DESC, added_at DESC, id').map(toPlan);
  }

  get(id: string): StoredPlan | undefined {
    const row = this.#db.get('SELECT * FROM plans WHERE id = ?', id);
    return row === undefined ? undefined : toPlan(row);
  }

  /**
   * Adds a plan, or updates the one of the same id, and takes out those that it replaces: all or nothing. A current one
   * takes that mark from the others.
   */
  save(plan: StoredPlan, replaced: readonly string[] = []): void {
    this.#db.transaction(() => {
      for (const id of replaced) this.#delete(id);
      if (plan.isCurrent) this.#db.run('UPDATE plans SET is_current = 0');
      this.#db.run(
        `INSERT INTO plans (id, title, year, file_name, added_at, is_current) VALUES (?, ?, ?, ?, ?, ?)
         ON CONFLICT (id) DO UPDATE SET title = excluded.title, year = excluded.year, file_name = excluded.file_name,
           added_at = excluded.added_at, is_current = excluded.is_current`,
        plan.id,
        plan.title,
        plan.year,
        plan.fileName,
        plan.addedAt,
        Number(plan.isCurrent),
      );
    });
  }

  /** False where there is no such plan; nothing changes then. */
  setCurrent(id: string): boolean {
    return this.#db.transaction(() => {
      if (this.get(id) === undefined) return false;
      this.#db.run('UPDATE plans SET is_current = 0');
      this.#db.run('UPDATE plans SET is_current = 1 WHERE id = ?', id);
      return true;
    });
  }

  /** Takes a plan out and makes `nextCurrent` the current one, where it is given: all or nothing. */
  remove(id: string, nextCurrent?: string): boolean {
    return this.#db.transaction(() => {
      const isRemoved = this.#delete(id);
      if (nextCurrent !== undefined) this.setCurrent(nextCurrent);
      return isRemoved;
    });
  }

  #delete(id: string): boolean {
    return this.#db.run('DELETE FROM plans WHERE id = ?', id).changes > 0;
  }
}

const toPlan = (row: Row): StoredPlan => ({
  id: row.text('id'),
  title: row.textOrNull('title'),
  year: row.integerOrNull('year'),
  fileName: row.text('file_name'),
  addedAt: row.integer('added_at'),
  isCurrent: row.flag('is_current'),
});
