import type { Database } from './database.ts';

/** The last questions of each person in each chat, so that a short one after another can be understood. */
export class DialogueStore {
  readonly #db: Database;
  readonly #kept: number;

  /** `kept`: how many questions are remembered per chat and person. */
  constructor(db: Database, kept = 5) {
    this.#db = db;
    this.#kept = kept;
  }

  add(chatId: number, userId: number, question: string, now: number): void {
    this.#db.transaction(() => {
      this.#db.run(
        'INSERT INTO dialogue (chat_id, user_id, question, at) VALUES (?, ?, ?, ?)',
        chatId,
        userId,
        question,
        now,
      );
      this.#db.run(
        `DELETE FROM dialogue WHERE chat_id = ? AND user_id = ? AND id NOT IN
           (SELECT id FROM dialogue WHERE chat_id = ? AND user_id = ? ORDER BY id DESC LIMIT ?)`,
        chatId,
        userId,
        chatId,
        userId,
        this.#kept,
      );
    });
  }

  /** Those asked since then, oldest first. */
  recent(chatId: number, userId: number, since: number): string[] {
    return this.#db
      .all(
        'SELECT question FROM dialogue WHERE chat_id = ? AND user_id = ? AND at >= ? ORDER BY id',
        chatId,
        userId,
        since,
      )
      .map((row) => row.text('question'));
  }

  clear(chatId: number, userId: number): void {
    this.#db.run('DELETE FROM dialogue WHERE chat_id = ? AND user_id = ?', chatId, userId);
  }

  prune(before: number): void {
    this.#db.run('DELETE FROM dialogue WHERE at < ?', before);
  }
}
