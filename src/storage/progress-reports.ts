import type { Database } from './database.ts';
import type { Row } from './row.ts';

/** What a report is about, by the plan's own words. */
export interface ReportTarget {
  readonly planTitle: string;
  readonly planYear: number | null;
  readonly indicator: string;
  readonly unit: string;
  /** The heading path, joined. */
  readonly section: string;
}

export interface NewReport extends ReportTarget {
  /** Milliseconds since 1970. */
  readonly at: number;
  /** The chat it counts in; null: everywhere. */
  readonly chatId: number | null;
  readonly userId: number;
  readonly userName: string;
  /** As typed: 65公里. */
  readonly text: string;
  /** In the target's unit. */
  readonly value: number;
  /** Empty where none was given. */
  readonly note: string;
}

export interface StoredReport extends NewReport {
  /** Grows with every report, so that the highest is the newest. */
  readonly id: number;
}

/** The history of progress reports. There is no way to change one: a correction is a further report. */
export class ProgressReportStore {
  readonly #db: Database;

  constructor(db: Database) {
    this.#db = db;
  }

  add(report: NewReport): StoredReport {
    const { lastInsertRowid } = this.#db.run(
      `INSERT INTO progress_reports
         (at, chat_id, user_id, user_name, plan_title, plan_year, indicator, unit, section, text, value, note)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      report.at,
      report.chatId,
      report.userId,
      report.userName,
      report.planTitle,
      report.planYear,
      report.indicator,
      report.unit,
      report.section,
      report.text,
      report.value,
      report.note,
    );
    return { ...report, id: lastInsertRowid };
  }

  /** All reports on a plan that count in a chat (null: those that count everywhere), oldest first. */
  list(planTitle: string, planYear: number | null, chatId: number | null): StoredReport[] {
    return this.#db
      .all(
        `SELECT * FROM progress_reports
         WHERE plan_title = ? AND plan_year IS ? AND (chat_id IS NULL OR chat_id = ?) ORDER BY id`,
        planTitle,
        planYear,
        chatId,
      )
      .map(toReport);
  }
}

const toReport = (row: Row): StoredReport => ({
  id: row.integer('id'),
  at: row.integer('at'),
  chatId: row.integerOrNull('chat_id'),
  userId: row.integer('user_id'),
  userName: row.text('user_name'),
  planTitle: row.text('plan_title'),
  planYear: row.integerOrNull('plan_year'),
  indicator: row.text('indicator'),
  unit: row.text('unit'),
  section: row.text('section'),
  text: row.text('text'),
  value: row.integer('value'),
  note: row.text('note'),
});
