import { randomUUID } from 'node:crypto';
import type { Database } from './database.ts';
import type { Row } from './row.ts';

/**
 * pending: waits for its turn; sending: handed to the network; sent: Telegram confirmed it;
 * uncertain: given up after calls whose outcome is unknown, so it may have arrived; dead: refused or failed for good;
 * expired: too late to be of use.
 */
export type OutboxState = 'pending' | 'sending' | 'sent' | 'uncertain' | 'dead' | 'expired';

/** What becomes of a message in the end. */
export type FinalState = Exclude<OutboxState, 'pending' | 'sending'>;

export interface OutboxFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

export interface NewOutboxEntry {
  readonly chatId: number;
  /** A second entry with the same key is not stored. */
  readonly dedupeKey: string | null;
  readonly method: string;
  /** The method's arguments as JSON, without `chat_id`. */
  readonly payload: string;
  readonly file: OutboxFile | null;
  /** 0: somebody waits for it; 1: in bulk. */
  readonly priority: number;
  readonly expiresAt: number | null;
}

export interface OutboxEntry extends NewOutboxEntry {
  readonly id: number;
  readonly state: OutboxState;
  /** Calls that failed for certain. */
  readonly attempts: number;
  /** Calls whose outcome is unknown: each may have delivered a copy. */
  readonly uncertain: number;
  readonly nextAt: number;
  readonly createdAt: number;
  readonly messageId: number | null;
  readonly error: string | null;
}

/** An entry whose fate is known. */
export interface FinishedEntry extends OutboxEntry {
  readonly state: FinalState;
}

/**
 * The messages to be sent, each kept until its fate is known, as one process sees them. Several may work on one store:
 * a message is sent by the process that has claimed it, and no other touches it while that one lives.
 */
export class OutboxStore {
  readonly #db: Database;
  /** This process among those that send. */
  readonly #owner: string;

  constructor(db: Database, owner: string = randomUUID()) {
    this.#db = db;
    this.#owner = owner;
  }

  /** Stores an entry, or returns the one already stored under the same key. */
  add(entry: NewOutboxEntry, now: number): { readonly entry: OutboxEntry; readonly added: boolean } {
    return this.#db.transaction(() => {
      const existing = entry.dedupeKey === null ? undefined : this.find(entry.dedupeKey);
      if (existing !== undefined) return { entry: existing, added: false };
      const { lastInsertRowid } = this.#db.run(
        `INSERT INTO outbox
           (chat_id, dedupe_key, method, payload, file, file_name, priority, next_at, created_at, expires_at)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
        entry.chatId,
        entry.dedupeKey,
        entry.method,
        entry.payload,
        entry.file?.bytes ?? null,
        entry.file?.name ?? null,
        entry.priority,
        now,
        now,
        entry.expiresAt,
      );
      const stored = this.get(lastInsertRowid);
      if (stored === undefined) throw new Error(`outbox entry ${lastInsertRowid} vanished`);
      return { entry: stored, added: true };
    });
  }

  get(id: number): OutboxEntry | undefined {
    const row = this.#db.get('SELECT * FROM outbox WHERE id = ?', id);
    return row === undefined ? undefined : toEntry(row);
  }

  /** Those of the given entries whose fate is known. */
  finishedOf(ids: readonly number[]): FinishedEntry[] {
    if (ids.length === 0) return [];
    return this.#db
      .all(
        `SELECT * FROM outbox WHERE state NOT IN ('pending', 'sending') AND id IN (SELECT value FROM json_each(?))`,
        JSON.stringify(ids),
      )
      .map((row) => toEntry(row) as FinishedEntry);
  }

  find(dedupeKey: string): OutboxEntry | undefined {
    const row = this.#db.get('SELECT * FROM outbox WHERE dedupe_key = ?', dedupeKey);
    return row === undefined ? undefined : toEntry(row);
  }

  /** The chat's first unsent entry: those somebody waits for before those in bulk, else in order. */
  next(chatId: number): OutboxEntry | undefined {
    const row = this.#db.get(
      "SELECT * FROM outbox WHERE chat_id = ? AND state = 'pending' ORDER BY priority, id LIMIT 1",
      chatId,
    );
    return row === undefined ? undefined : toEntry(row);
  }

  /** Whether another process is sending to this chat; what follows waits for it, since order counts within a chat. */
  isBusyElsewhere(chatId: number): boolean {
    const sql = "SELECT 1 AS busy FROM outbox WHERE chat_id = ? AND state = 'sending' AND owner IS NOT ?";
    return this.#db.get(sql, chatId, this.#owner) !== undefined;
  }

  /** Chats with a message that waits for its turn since `before` or longer. */
  chatsWithPending(before = Number.MAX_SAFE_INTEGER): number[] {
    return this.#db
      .all(
        `SELECT chat_id, min(priority) AS p FROM outbox WHERE state = 'pending' AND next_at <= ?
         GROUP BY chat_id ORDER BY p, min(id)`,
        before,
      )
      .map((row) => row.integer('chat_id'));
  }

  /**
   * Takes a waiting entry to send it, with a sign of life until `aliveUntil`. False where it waits no more, or another
   * process is sending to the chat.
   */
  claim(id: number, aliveUntil: number): boolean {
    return this.#db.transaction(() => {
      this.signOfLife(aliveUntil);
      return (
        this.#db.run(
          `UPDATE outbox SET state = 'sending', owner = ? WHERE id = ? AND state = 'pending' AND NOT EXISTS (
             SELECT 1 FROM outbox AS other
             WHERE other.chat_id = outbox.chat_id AND other.state = 'sending' AND other.owner IS NOT ?)`,
          this.#owner,
          id,
          this.#owner,
        ).changes > 0
      );
    });
  }

  /** Until then nobody takes over what this process is sending. */
  signOfLife(aliveUntil: number): void {
    this.#db.run('INSERT OR REPLACE INTO senders (owner, alive_until) VALUES (?, ?)', this.#owner, aliveUntil);
  }

  /** This process sends no more: what it left unfinished may be taken over at once. */
  leave(): void {
    this.#db.run('DELETE FROM senders WHERE owner = ?', this.#owner);
  }

  /**
   * Takes over what processes were sending that live no more: nobody knows whether it arrived. A life that ends far
   * later than any given now would is one from before the clock was set back.
   */
  takeOver(now: number, aliveMs: number): OutboxEntry[] {
    return this.#db.transaction(() => {
      this.#db.run('DELETE FROM senders WHERE alive_until <= ? OR alive_until > ?', now, now + 2 * aliveMs);
      this.signOfLife(now + aliveMs);
      return this.#db
        .all(
          `UPDATE outbox SET owner = ?
           WHERE state = 'sending' AND (owner IS NULL OR owner NOT IN (SELECT owner FROM senders)) RETURNING *`,
          this.#owner,
        )
        .map(toEntry)
        .sort((a, b) => a.id - b.id);
    });
  }

  /** Back into the queue, not before `nextAt`. False where this process has not claimed it, or does so no longer. */
  retry(id: number, change: OutboxRetry): boolean {
    return (
      this.#db.run(
        `UPDATE outbox SET state = 'pending', owner = NULL, next_at = ?, attempts = coalesce(?, attempts),
           uncertain = coalesce(?, uncertain), payload = coalesce(?, payload), error = ?
         WHERE id = ? AND state = 'sending' AND owner = ?`,
        change.nextAt,
        change.attempts ?? null,
        change.uncertain ?? null,
        change.payload ?? null,
        change.error,
        id,
        this.#owner,
      ).changes > 0
    );
  }

  /**
   * Ends an entry that waits or that this process has claimed; a file is dropped once it is sent. False, and no change,
   * where it has ended already or another process is sending it.
   */
  finish(id: number, state: FinalState, now: number, end: OutboxEnd = {}): boolean {
    return (
      this.#db.run(
        `UPDATE outbox SET state = ?, owner = NULL, finished_at = ?, message_id = ?, error = ?,
           uncertain = coalesce(?, uncertain), attempts = coalesce(?, attempts),
           file = CASE WHEN ? = 'sent' THEN NULL ELSE file END
         WHERE id = ? AND (state = 'pending' OR (state = 'sending' AND owner = ?))`,
        state,
        now,
        end.messageId ?? null,
        end.error ?? null,
        end.uncertain ?? null,
        end.attempts ?? null,
        state,
        id,
        this.#owner,
      ).changes > 0
    );
  }

  /** Ends all that waits for a chat that cannot be reached; returns their ids. */
  dropChat(chatId: number, error: string, now: number): number[] {
    return this.#db.transaction(() => {
      const ids = this.#db
        .all("SELECT id FROM outbox WHERE chat_id = ? AND state = 'pending'", chatId)
        .map((row) => row.integer('id'));
      for (const id of ids) this.finish(id, 'dead', now, { error });
      return ids;
    });
  }

  /** Dead letters and uncertain ones, newest first. */
  failed(limit: number): OutboxEntry[] {
    return this.#db
      .all("SELECT * FROM outbox WHERE state IN ('dead', 'uncertain') ORDER BY id DESC LIMIT ?", limit)
      .map(toEntry);
  }

  /** Puts a failed entry back at an administrator's wish. */
  revive(id: number, now: number): boolean {
    const sql = `UPDATE outbox SET state = 'pending', attempts = 0, uncertain = 0, next_at = ?, expires_at = NULL
       WHERE id = ? AND state IN ('dead', 'uncertain', 'expired')`;
    return this.#db.run(sql, now, id).changes > 0;
  }

  counts(): Readonly<Record<OutboxState, number>> {
    const counts = { pending: 0, sending: 0, sent: 0, uncertain: 0, dead: 0, expired: 0 };
    for (const row of this.#db.all('SELECT state, count(*) AS n FROM outbox GROUP BY state')) {
      counts[row.text('state') as OutboxState] = row.integer('n');
    }
    return counts;
  }

  prune(before: number): void {
    this.#db.run("DELETE FROM outbox WHERE state NOT IN ('pending', 'sending') AND created_at < ?", before);
  }
}

/** What changes in an entry that is tried again. */
export interface OutboxRetry {
  readonly nextAt: number;
  readonly attempts?: number;
  readonly uncertain?: number;
  readonly payload?: string;
  readonly error: string;
}

/** What is noted of an entry at its end. */
export interface OutboxEnd {
  readonly messageId?: number | null;
  readonly error?: string | null;
  readonly uncertain?: number;
  readonly attempts?: number;
}

const toEntry = (row: Row): OutboxEntry => {
  const bytes = row.bytesOrNull('file');
  return {
    id: row.integer('id'),
    chatId: row.integer('chat_id'),
    dedupeKey: row.textOrNull('dedupe_key'),
    method: row.text('method'),
    payload: row.text('payload'),
    file: bytes === null ? null : { name: row.textOrNull('file_name') ?? 'file', bytes },
    priority: row.integer('priority'),
    expiresAt: row.integerOrNull('expires_at'),
    state: row.text('state') as OutboxState,
    attempts: row.integer('attempts'),
    uncertain: row.integer('uncertain'),
    nextAt: row.integer('next_at'),
    createdAt: row.integer('created_at'),
    messageId: row.integerOrNull('message_id'),
    error: row.textOrNull('error'),
  };
};
