import type { Database } from './database.ts';

/** An update that was received and is not finished yet. */
export interface InboxEntry {
  readonly updateId: number;
  readonly lane: string;
  /** The update as JSON. */
  readonly payload: string;
  /** How often handling it was begun before. */
  readonly attempts: number;
}

/**
 * The updates received. They are stored before Telegram is told that they arrived, so that neither a crash nor a
 * kill loses one, and kept for a while after, so that one delivered again is not answered again.
 */
export class InboxStore {
  readonly #db: Database;

  constructor(db: Database) {
    this.#db = db;
  }

  /** Stores those that are new, in order, and returns them. */
  accept(
    updates: readonly { readonly updateId: number; readonly lane: string; readonly payload: string }[],
    now: number,
  ): InboxEntry[] {
    return this.#db.transaction(() =>
      updates
        .filter(
          ({ updateId, lane, payload }) =>
            this.#db.run(
              'INSERT INTO inbox (update_id, lane, payload, received_at) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING',
              updateId,
              lane,
              payload,
              now,
            ).changes > 0,
        )
        .map((update) => ({ ...update, attempts: 0 })),
    );
  }

  /** Those left over by a former run, oldest first. */
  pending(): InboxEntry[] {
    return this.#db.all("SELECT * FROM inbox WHERE state = 'pending' ORDER BY update_id").map((row) => ({
      updateId: row.integer('update_id'),
      lane: row.text('lane'),
      payload: row.text('payload'),
      attempts: row.integer('attempts'),
    }));
  }

  begin(updateId: number): void {
    this.#db.run('UPDATE inbox SET attempts = attempts + 1 WHERE update_id = ?', updateId);
  }

  /** The text is dropped; the number stays. */
  finish(updateId: number): void {
    this.#db.run("UPDATE inbox SET state = 'done', payload = '' WHERE update_id = ?", updateId);
  }

  /** Forgets finished ones received before then. Telegram itself keeps updates for a day at most. */
  prune(before: number): void {
    this.#db.run("DELETE FROM inbox WHERE state = 'done' AND received_at < ?", before);
  }
}
