import type { Database } from './database.ts';
import type { Row } from './row.ts';

export type OccurrenceState = 'pending' | 'claimed' | 'handed' | 'sent' | 'missed' | 'skipped' | 'failed';

/** One due time of one reminder, kept for good, so that none is ever sent twice. Times are milliseconds since 1970. */
export interface Occurrence {
  readonly id: number;
  readonly reminderId: number;
  readonly dueAt: number;
  /** Asked for by hand, at any time. */
  readonly byHand: boolean;
  readonly state: OccurrenceState;
  readonly attempts: number;
  readonly note: string | null;
}

/** Where occurrences wait, are claimed by one process, and end. */
export class OccurrenceStore {
  readonly #db: Database;

  constructor(db: Database) {
    this.#db = db;
  }

  /** False where this due time is entered already. */
  enter(
    reminderId: number,
    dueAt: number,
    state: 'pending' | 'missed',
    now: number,
    options: { readonly byHand?: boolean; readonly note?: string } = {},
  ): boolean {
    return (
      this.#db.run(
        `INSERT INTO occurrences (reminder_id, due_at, by_hand, state, note, entered_at, finished_at)
         VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING`,
        reminderId,
        dueAt,
        Number(options.byHand ?? false),
        state,
        options.note ?? null,
        now,
        state === 'pending' ? null : now,
      ).changes > 0
    );
  }

  /**
   * Takes the oldest waiting ones for `owner` until `now + leaseMs`; those of an owner whose lease ran out are taken
   * over. A lease that ends far later than any given now would is one from before the clock was set back; the double
   * length leaves room for a process that read the clock a little earlier than the one that holds the lease.
   */
  claim(owner: string, now: number, leaseMs: number, limit: number): Occurrence[] {
    return this.#db
      .all(
        `UPDATE occurrences SET state = 'claimed', owner = ?, lease_until = ?, attempts = attempts + 1
         WHERE id IN (
           SELECT id FROM occurrences
           WHERE state = 'pending' OR (state = 'claimed' AND (lease_until <= ? OR lease_until > ?))
           ORDER BY due_at, id LIMIT ?)
         RETURNING *`,
        owner,
        now + leaseMs,
        now,
        now + 2 * leaseMs,
        limit,
      )
      .map(toOccurrence)
      .sort((a, b) => a.dueAt - b.dueAt || a.id - b.id);
  }

  /** Gives back what an owner has claimed and not begun, so that others need not wait for the lease to end. */
  release(owner: string): void {
    this.#db.run(
      "UPDATE occurrences SET state = 'pending', owner = NULL, lease_until = NULL WHERE state = 'claimed' AND owner = ?",
      owner,
    );
  }

  /** Whether `owner` still holds a claim; another process may have taken it over. */
  holds(id: number, owner: string): boolean {
    return (
      this.#db.get("SELECT 1 AS held FROM occurrences WHERE id = ? AND state = 'claimed' AND owner = ?", id, owner) !==
      undefined
    );
  }

  /** Ends a claim, or a handed one whose fate is known. */
  finish(
    id: number,
    state: Exclude<OccurrenceState, 'pending' | 'claimed'>,
    now: number,
    note: string | null = null,
  ): void {
    this.#db.run(
      `UPDATE occurrences SET state = ?, note = ?, owner = NULL, lease_until = NULL, finished_at = ? WHERE id = ?`,
      state,
      note,
      state === 'handed' ? null : now,
      id,
    );
  }

  /** Waiting ones that were due before `before` are too late to be of use. */
  missLateOnes(before: number, now: number): number {
    return this.#db.run(
      `UPDATE occurrences SET state = 'missed', note = '超过补发时限', finished_at = ?
       WHERE state = 'pending' AND by_hand = 0 AND due_at <= ?`,
      now,
      before,
    ).changes;
  }

  /** Takes back what a clock running ahead entered and did not send; those times are still to come. */
  forgetFuture(reminderId: number, now: number): void {
    this.#db.run(
      "DELETE FROM occurrences WHERE reminder_id = ? AND state IN ('missed', 'skipped') AND due_at > ?",
      reminderId,
      now,
    );
  }

  /** Those in the outbox whose fate is not noted yet. */
  handed(limit: number): Occurrence[] {
    return this.#db
      .all("SELECT * FROM occurrences WHERE state = 'handed' ORDER BY id LIMIT ?", limit)
      .map(toOccurrence);
  }

  /** A reminder's occurrences, newest first. */
  latest(reminderId: number, limit: number): Occurrence[] {
    return this.#db
      .all('SELECT * FROM occurrences WHERE reminder_id = ? ORDER BY due_at DESC LIMIT ?', reminderId, limit)
      .map(toOccurrence);
  }

  /** Drops what waits for a reminder that is deleted or paused. */
  drop(reminderId: number, note: string, now: number): void {
    this.#db.run(
      "UPDATE occurrences SET state = 'skipped', note = ?, finished_at = ? WHERE reminder_id = ? AND state = 'pending'",
      note,
      now,
      reminderId,
    );
  }
}

const toOccurrence = (row: Row): Occurrence => ({
  id: row.integer('id'),
  reminderId: row.integer('reminder_id'),
  dueAt: row.integer('due_at'),
  byHand: row.flag('by_hand'),
  state: row.text('state') as OccurrenceState,
  attempts: row.integer('attempts'),
  note: row.textOrNull('note'),
});
