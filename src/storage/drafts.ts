import type { Database } from './database.ts';

/** Drafts are of use for so long, in milliseconds. */
const keptMs = 86_400_000;

/** What people are in the middle of choosing by buttons, one kind a store; content is JSON. */
export class DraftStore {
  readonly #db: Database;
  readonly #kind: string;

  constructor(db: Database, kind: string) {
    this.#db = db;
    this.#kind = kind;
  }

  /** Stores a draft and clears away those too old to be of use; returns its number. */
  add(chatId: number, content: string, now: number): number {
    return this.#db.transaction(() => {
      this.#db.run('DELETE FROM drafts WHERE at < ?', now - keptMs);
      const sql = 'INSERT INTO drafts (chat_id, kind, content, at) VALUES (?, ?, ?, ?)';
      return this.#db.run(sql, chatId, this.#kind, content, now).lastInsertRowid;
    });
  }

  /** A draft that was begun in this chat; undefined where there is none, or no more. */
  get(id: number, chatId: number): string | undefined {
    return this.#db
      .get('SELECT content FROM drafts WHERE id = ? AND chat_id = ? AND kind = ?', id, chatId, this.#kind)
      ?.text('content');
  }

  change(id: number, content: string): void {
    this.#db.run('UPDATE drafts SET content = ? WHERE id = ? AND kind = ?', content, id, this.#kind);
  }

  /** False where it is gone already, so that a second tap does nothing. */
  remove(id: number): boolean {
    return this.#db.run('DELETE FROM drafts WHERE id = ? AND kind = ?', id, this.#kind).changes > 0;
  }
}
