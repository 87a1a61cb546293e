import type { Migration } from './migration.ts';

/** Progress reports: a history. The triggers hold everybody to it; only a chat that moved may take its rows along. */
export const ledger: Migration = {
  version: 2,
  sql: `
    CREATE TABLE progress_reports (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      at INTEGER NOT NULL,
      -- The chat the report counts in; null where it counts everywhere.
      chat_id INTEGER,
      user_id INTEGER NOT NULL,
      user_name TEXT NOT NULL,
      -- What was reported on, by the plan's own words, so that a corrected edition of the plan keeps its reports.
      plan_title TEXT NOT NULL,
      plan_year INTEGER,
      indicator TEXT NOT NULL,
      unit TEXT NOT NULL,
      section TEXT NOT NULL,
      -- As it was typed, and as read in the unit above.
      text TEXT NOT NULL,
      value REAL NOT NULL,
      note TEXT NOT NULL
    ) STRICT;
    CREATE INDEX progress_reports_plan ON progress_reports (plan_title, plan_year, id);
    CREATE TRIGGER progress_reports_kept BEFORE DELETE ON progress_reports
      BEGIN SELECT RAISE(ABORT, 'progress reports are never deleted'); END;
    CREATE TRIGGER progress_reports_fixed BEFORE UPDATE OF id, at, user_id, user_name, plan_title, plan_year, indicator,
      unit, section, text, value, note ON progress_reports
      BEGIN SELECT RAISE(ABORT, 'progress reports are never changed'); END;
  `,
};
