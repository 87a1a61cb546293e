import type { Migration } from './migration.ts';

/** Reminders and their occurrences. Times are milliseconds since 1970 (UTC). */
export const reminders: Migration = {
  version: 3,
  sql: `
    CREATE TABLE reminders (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      chat_id INTEGER NOT NULL,
      -- The topic of a forum; null elsewhere.
      thread_id INTEGER,
      -- JSON, checked when read.
      schedule TEXT NOT NULL,
      time_zone TEXT NOT NULL,
      topic TEXT NOT NULL,
      picture INTEGER NOT NULL,
      silent INTEGER NOT NULL,
      user_id INTEGER NOT NULL,
      created_at INTEGER NOT NULL,
      -- Deleted ones stay for the sake of their occurrences.
      state TEXT NOT NULL DEFAULT 'active' CHECK (state IN ('active', 'paused', 'deleted')),
      -- Why it is paused: by a person, the plan's year is over, the plan lacks the topic, sending failed.
      pause_kind TEXT CHECK (pause_kind IN ('person', 'past-year', 'no-topic', 'failing')),
      pause_note TEXT,
      -- The plan's year for which somebody wanted it to go on past that year's end.
      confirmed_year INTEGER,
      -- Occurrences up to here are entered.
      planned_at INTEGER NOT NULL,
      next_due_at INTEGER NOT NULL
    ) STRICT;
    CREATE INDEX reminders_due ON reminders (next_due_at) WHERE state = 'active';
    CREATE INDEX reminders_chat ON reminders (chat_id);

    CREATE TABLE occurrences (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      reminder_id INTEGER NOT NULL REFERENCES reminders (id),
      due_at INTEGER NOT NULL,
      -- Asked for by hand, at any time.
      by_hand INTEGER NOT NULL DEFAULT 0,
      -- pending: to be sent; claimed: a process is writing it; handed: it is in the outbox; missed: due while nothing
      -- ran, past its grace; skipped: nothing to send, see note.
      state TEXT NOT NULL CHECK (state IN ('pending', 'claimed', 'handed', 'sent', 'missed', 'skipped', 'failed')),
      owner TEXT,
      lease_until INTEGER,
      attempts INTEGER NOT NULL DEFAULT 0,
      note TEXT,
      entered_at INTEGER NOT NULL,
      finished_at INTEGER,
      UNIQUE (reminder_id, due_at)
    ) STRICT;
    CREATE INDEX occurrences_open ON occurrences (due_at) WHERE state IN ('pending', 'claimed', 'handed');
  `,
};
