import type { Database } from './database.ts';
import type { Row } from './row.ts';

export type Surface = 'private' | 'group' | 'channel' | 'inline' | 'button';
export type Verdict = 'useful' | 'wrong';

/** A figure that was shown: its quantity's place in the plan's text. */
export interface ShownFigure {
  readonly planId: string;
  readonly start: number;
  readonly end: number;
}

export interface NewAuditEntry {
  readonly at: number;
  readonly chatId: number | null;
  readonly userId: number | null;
  readonly surface: Surface;
  readonly question: string;
  readonly status: string;
  readonly kind: string;
  readonly planId: string | null;
  readonly figures: readonly ShownFigure[];
  readonly ms: number;
}

export interface AuditEntry extends NewAuditEntry {
  readonly id: number;
}

/** A refused question, or one whose answer somebody marked as wrong. */
export interface Doubt extends AuditEntry {
  readonly verdict: Verdict | null;
}

/** Who asked what, when, and which figures were shown. Also the ground for feedback and for buttons under answers. */
export class AuditStore {
  readonly #db: Database;

  constructor(db: Database) {
    this.#db = db;
  }

  add(entry: NewAuditEntry): number {
    return this.#db.run(
      `INSERT INTO audit (at, chat_id, user_id, surface, question, status, kind, plan_id, figures, ms)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      entry.at,
      entry.chatId,
      entry.userId,
      entry.surface,
      entry.question,
      entry.status,
      entry.kind,
      entry.planId,
      JSON.stringify(entry.figures),
      entry.ms,
    ).lastInsertRowid;
  }

  get(id: number): AuditEntry | undefined {
    const row = this.#db.get('SELECT * FROM audit WHERE id = ?', id);
    return row === undefined ? undefined : toEntry(row);
  }

  remove(id: number): void {
    this.#db.run('DELETE FROM audit WHERE id = ?', id);
  }

  count(): number {
    return this.#db.get('SELECT count(*) AS n FROM audit')?.integer('n') ?? 0;
  }

  /** The last thing said of an answer counts, and brings it before the administrators again. */
  judge(auditId: number, userId: number, verdict: Verdict, now: number): void {
    this.#db.transaction(() => {
      const { changes } = this.#db.run(
        `INSERT INTO feedback (audit_id, user_id, verdict, at) VALUES (?, ?, ?, ?)
         ON CONFLICT (audit_id, user_id) DO UPDATE SET verdict = excluded.verdict, at = excluded.at
           WHERE verdict <> excluded.verdict`,
        auditId,
        userId,
        verdict,
        now,
      );
      if (changes > 0) this.#db.run('UPDATE audit SET resolved = 0 WHERE id = ?', auditId);
    });
  }

  /** What administrators should look at and have not yet, newest first: marked as wrong, or refused. */
  doubts(limit: number, offset = 0): Doubt[] {
    return this.#db
      .all(
        `SELECT a.*, f.verdict AS verdict FROM audit AS a
         LEFT JOIN feedback AS f ON f.audit_id = a.id AND f.verdict = 'wrong'
         WHERE a.resolved = 0 AND a.surface <> 'inline'
           AND (f.verdict IS NOT NULL OR (a.status = 'not_found' AND a.kind = 'refusal'))
         GROUP BY a.id ORDER BY a.id DESC LIMIT ? OFFSET ?`,
        limit,
        offset,
      )
      .map((row) => ({ ...toEntry(row), verdict: row.textOrNull('verdict') as Verdict | null }));
  }

  /** Settles a question, and the same question asked at other times. */
  resolve(auditId: number): void {
    this.#db.run(
      'UPDATE audit SET resolved = 1 WHERE id = ? OR question = (SELECT question FROM audit WHERE id = ?)',
      auditId,
      auditId,
    );
  }

  savePages(auditId: number, bodies: readonly string[]): void {
    this.#db.transaction(() => {
      bodies.forEach((body, page) => {
        this.#db.run('INSERT INTO pages (audit_id, page, body) VALUES (?, ?, ?)', auditId, page, body);
      });
    });
  }

  page(auditId: number, page: number): { readonly body: string; readonly pages: number } | undefined {
    const row = this.#db.get(
      `SELECT body, (SELECT count(*) FROM pages WHERE audit_id = ?) AS pages FROM pages
       WHERE audit_id = ? AND page = ?`,
      auditId,
      auditId,
      page,
    );
    return row === undefined ? undefined : { body: row.text('body'), pages: row.integer('pages') };
  }

  /** Removes what a person asked and said; returns how many questions that were. */
  forget(userId: number): number {
    return this.#db.transaction(() => {
      this.#db.run('DELETE FROM feedback WHERE user_id = ?', userId);
      this.#db.run('DELETE FROM dialogue WHERE user_id = ?', userId);
      return this.#db.run('DELETE FROM audit WHERE user_id = ?', userId).changes;
    });
  }

  prune(before: number): number {
    return this.#db.run('DELETE FROM audit WHERE at < ?', before).changes;
  }
}

const toEntry = (row: Row): AuditEntry => ({
  id: row.integer('id'),
  at: row.integer('at'),
  chatId: row.integerOrNull('chat_id'),
  userId: row.integerOrNull('user_id'),
  surface: row.text('surface') as Surface,
  question: row.text('question'),
  status: row.text('status'),
  kind: row.text('kind'),
  planId: row.textOrNull('plan_id'),
  figures: JSON.parse(row.text('figures')) as ShownFigure[],
  ms: row.integer('ms'),
});
