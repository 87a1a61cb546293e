import type { ShownFigure } from './audit.ts';
import type { Database } from './database.ts';
import type { Row } from './row.ts';

/** A question that an administrator has tied to one figure. */
export interface Pin extends ShownFigure {
  readonly question: string;
  readonly userId: number;
  readonly at: number;
}

/** Two writings of one question are the same pin: case, spaces and punctuation do not count. */
export const pinKey = (question: string): string =>
  question
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s\p{P}]+/gu, '');

export class PinStore {
  readonly #db: Database;

  constructor(db: Database) {
    this.#db = db;
  }

  find(question: string): Pin | undefined {
    const row = this.#db.get('SELECT * FROM pins WHERE question = ?', pinKey(question));
    return row === undefined ? undefined : toPin(row);
  }

  save(pin: Pin): void {
    this.#db.run(
      'INSERT OR REPLACE INTO pins (question, plan_id, start, "end", user_id, at) VALUES (?, ?, ?, ?, ?, ?)',
      pinKey(pin.question),
      pin.planId,
      pin.start,
      pin.end,
      pin.userId,
      pin.at,
    );
  }

  remove(question: string): boolean {
    return this.#db.run('DELETE FROM pins WHERE question = ?', pinKey(question)).changes > 0;
  }

  list(): Pin[] {
    return this.#db.all('SELECT * FROM pins ORDER BY at DESC').map(toPin);
  }
}

const toPin = (row: Row): Pin => ({
  question: row.text('question'),
  planId: row.text('plan_id'),
  start: row.integer('start'),
  end: row.integer('end'),
  userId: row.integer('user_id'),
  at: row.integer('at'),
});
