import type { Database } from './database.ts';
import type { Row } from './row.ts';

export type QuoteStyle = 'expandable' | 'full' | 'none';

/** What a chat has chosen under /settings. */
export interface ChatSettings {
  /** Questions go to this plan; null: to the current one. */
  readonly planId: string | null;
  /** How the sentence under a figure is shown. */
  readonly quoteStyle: QuoteStyle;
  /** Whether a short question may lean on the ones before it. */
  readonly followUps: boolean;
  readonly feedbackButtons: boolean;
  /** IANA name; null: the program's own. */
  readonly timeZone: string | null;
}

export interface Chat {
  readonly id: number;
  readonly type: string;
  readonly title: string;
  readonly migratedFrom: number | null;
  readonly pausedReason: string | null;
  readonly pausedAt: number | null;
  readonly settings: ChatSettings;
}

export const defaultSettings: ChatSettings = {
  planId: null,
  quoteStyle: 'expandable',
  followUps: true,
  feedbackButtons: true,
  timeZone: null,
};

/** The chats that have been seen, their settings, and whether anything may be sent to them. */
export class ChatStore {
  readonly #db: Database;

  constructor(db: Database) {
    this.#db = db;
  }

  get(id: number): Chat | undefined {
    const row = this.#db.get('SELECT * FROM chats WHERE chat_id = ?', id);
    return row === undefined ? undefined : toChat(row);
  }

  settings(id: number): ChatSettings {
    return this.get(id)?.settings ?? defaultSettings;
  }

  /** Notes that a chat exists, with its present title. */
  seen(chat: { readonly id: number; readonly type: string; readonly title: string }, now: number): void {
    this.#db.run(
      `INSERT INTO chats (chat_id, type, title, seen_at) VALUES (?, ?, ?, ?)
       ON CONFLICT (chat_id) DO UPDATE SET type = excluded.type, title = excluded.title, seen_at = excluded.seen_at`,
      chat.id,
      chat.type,
      chat.title,
      now,
    );
  }

  change(id: number, settings: Partial<ChatSettings>): void {
    const next = { ...this.settings(id), ...settings };
    this.#ensure(id);
    this.#db.run(
      `UPDATE chats SET plan_id = ?, quote_style = ?, follow_ups = ?, feedback_buttons = ?, time_zone = ?
       WHERE chat_id = ?`,
      next.planId,
      next.quoteStyle,
      Number(next.followUps),
      Number(next.feedbackButtons),
      next.timeZone,
      id,
    );
  }

  /** Stops sending to a chat. True where it was not paused before. */
  pause(id: number, reason: string, now: number): boolean {
    this.#ensure(id);
    const sql = 'UPDATE chats SET paused_reason = ?, paused_at = ? WHERE chat_id = ? AND paused_reason IS NULL';
    return this.#db.run(sql, reason, now, id).changes > 0;
  }

  /** Sends again. True where it was paused. */
  resume(id: number): boolean {
    const sql =
      'UPDATE chats SET paused_reason = NULL, paused_at = NULL WHERE chat_id = ? AND paused_reason IS NOT NULL';
    return this.#db.run(sql, id).changes > 0;
  }

  paused(): Chat[] {
    return this.#db.all('SELECT * FROM chats WHERE paused_reason IS NOT NULL ORDER BY paused_at').map(toChat);
  }

  count(): number {
    return this.#db.get('SELECT count(*) AS n FROM chats')?.integer('n') ?? 0;
  }

  #ensure(id: number): void {
    this.#db.run(
      "INSERT INTO chats (chat_id, type, title, seen_at) VALUES (?, 'unknown', '', 0) ON CONFLICT DO NOTHING",
      id,
    );
  }
}

/**
 * Moves everything that belongs to a chat to its new id, in one transaction: every table with a column `chat_id`.
 * Where both ids have a row, the older chat's settings win.
 */
export function moveChat(db: Database, from: number, to: number): void {
  db.transaction(() => {
    db.exec('PRAGMA defer_foreign_keys = ON');
    const tables = db.all(
      `SELECT m.name AS name FROM sqlite_master AS m, pragma_table_info(m.name) AS c
       WHERE m.type = 'table' AND c.name = 'chat_id'`,
    );
    for (const table of tables) {
      db.run(`UPDATE OR REPLACE "${table.text('name')}" SET chat_id = ? WHERE chat_id = ?`, to, from);
    }
    db.run(
      `INSERT INTO chats (chat_id, type, title, migrated_from, seen_at) VALUES (?, 'supergroup', '', ?, 0)
       ON CONFLICT (chat_id) DO UPDATE SET migrated_from = excluded.migrated_from, type = excluded.type`,
      to,
      from,
    );
  });
}

const quoteStyleOf = (text: string): QuoteStyle => (text === 'full' || text === 'none' ? text : 'expandable');

const toChat = (row: Row): Chat => ({
  id: row.integer('chat_id'),
  type: row.text('type'),
  title: row.text('title'),
  migratedFrom: row.integerOrNull('migrated_from'),
  pausedReason: row.textOrNull('paused_reason'),
  pausedAt: row.integerOrNull('paused_at'),
  settings: {
    planId: row.textOrNull('plan_id'),
    quoteStyle: quoteStyleOf(row.text('quote_style')),
    followUps: row.flag('follow_ups'),
    feedbackButtons: row.flag('feedback_buttons'),
    timeZone: row.textOrNull('time_zone'),
  },
});
