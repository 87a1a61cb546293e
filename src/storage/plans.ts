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
  /** Current by an administrator's choice, not by its year. */
  readonly isChosen: boolean;
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
   * Adds a plan, or updates the one of the same id, and puts it in the place of those that it replaces: all or nothing.
   * A current one takes that mark from the others.
   */
  save(plan: StoredPlan, replaced: readonly string[] = []): void {
    this.#db.transaction(() => {
      for (const id of replaced) this.#hand(id, plan.id);
      if (plan.isCurrent) this.#unmark();
      this.#db.run(
        `INSERT INTO plans (id, title, year, file_name, added_at, is_current, is_chosen) VALUES (?, ?, ?, ?, ?, ?, ?)
         ON CONFLICT (id) DO UPDATE SET title = excluded.title, year = excluded.year, file_name = excluded.file_name,
           added_at = excluded.added_at, is_current = excluded.is_current, is_chosen = excluded.is_chosen`,
        plan.id,
        plan.title,
        plan.year,
        plan.fileName,
        plan.addedAt,
        Number(plan.isCurrent),
        Number(plan.isChosen),
      );
    });
  }

  /** An administrator's choice. False where there is no such plan; nothing changes then. */
  setCurrent(id: string): boolean {
    return this.#db.transaction(() => {
      if (this.get(id) === undefined) return false;
      this.#mark(id);
      this.#db.run('UPDATE plans SET is_chosen = 1 WHERE id = ?', id);
      return true;
    });
  }

  /** Puts a stored plan in the place of another, and makes it current where it is to be: all or nothing. */
  replace(id: string, by: string, isCurrent: boolean): void {
    this.#db.transaction(() => {
      this.#hand(id, by);
      if (isCurrent) this.#mark(by);
    });
  }

  /** Takes a plan out and makes `nextCurrent` the current one, where it is given: all or nothing. */
  remove(id: string, nextCurrent?: string): boolean {
    return this.#db.transaction(() => {
      const isRemoved = this.#delete(id);
      if (nextCurrent !== undefined) this.#mark(nextCurrent);
      return isRemoved;
    });
  }

  /** Current by its year: nobody chose it. */
  #mark(id: string): void {
    this.#unmark();
    this.#db.run('UPDATE plans SET is_current = 1 WHERE id = ?', id);
  }

  #unmark(): void {
    this.#db.run('UPDATE plans SET is_current = 0, is_chosen = 0');
  }

  /** Takes a plan out; chats that chose it and reminders made for it go over to the one that replaces it. */
  #hand(id: string, by: string): void {
    this.#db.run('UPDATE chats SET plan_id = ? WHERE plan_id = ?', by, id);
    this.#db.run('UPDATE reminders SET plan_id = ? WHERE plan_id = ?', by, id);
    this.#delete(id);
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
  isChosen: row.flag('is_chosen'),
});
