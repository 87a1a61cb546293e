import type { Migration } from './migration.ts';

/** Times are milliseconds since 1970 (UTC). */
export const bot: Migration = {
  version: 1,
  sql: `
    CREATE TABLE chats (
      chat_id INTEGER PRIMARY KEY,
      type TEXT NOT NULL,
      title TEXT NOT NULL,
      -- The id this chat had before it became a supergroup; allow-lists still name that one.
      migrated_from INTEGER,
      -- Why nothing is sent to it any more (blocked, kicked, no rights); null while it is active.
      paused_reason TEXT,
      paused_at INTEGER,
      plan_id TEXT,
      quote_style TEXT NOT NULL DEFAULT 'expandable',
      follow_ups INTEGER NOT NULL DEFAULT 1,
      feedback_buttons INTEGER NOT NULL DEFAULT 1,
      time_zone TEXT,
      seen_at INTEGER NOT NULL
    ) STRICT;

    CREATE TABLE inbox (
      update_id INTEGER PRIMARY KEY,
      -- Updates of one lane are handled in order; the chat, or the person for inline queries.
      lane TEXT NOT NULL,
      payload TEXT NOT NULL,
      state TEXT NOT NULL DEFAULT 'pending' CHECK (state IN ('pending', 'done')),
      attempts INTEGER NOT NULL DEFAULT 0,
      received_at INTEGER NOT NULL
    ) STRICT;
    CREATE INDEX inbox_pending ON inbox (update_id) WHERE state = 'pending';

    CREATE TABLE outbox (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      chat_id INTEGER NOT NULL,
      dedupe_key TEXT UNIQUE,
      method TEXT NOT NULL,
      payload TEXT NOT NULL,
      file BLOB,
      file_name TEXT,
      state TEXT NOT NULL DEFAULT 'pending'
        CHECK (state IN ('pending', 'sending', 'sent', 'uncertain', 'dead', 'expired')),
      -- 0: somebody waits for it; 1: sent in bulk, behind those.
      priority INTEGER NOT NULL DEFAULT 0,
      -- Calls that failed for certain, and calls whose outcome is unknown: each of these may have delivered a copy.
      attempts INTEGER NOT NULL DEFAULT 0,
      uncertain INTEGER NOT NULL DEFAULT 0,
      next_at INTEGER NOT NULL,
      created_at INTEGER NOT NULL,
      expires_at INTEGER,
      finished_at INTEGER,
      message_id INTEGER,
      error TEXT
    ) STRICT;
    CREATE INDEX outbox_open ON outbox (chat_id, id) WHERE state IN ('pending', 'sending');

    CREATE TABLE audit (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      at INTEGER NOT NULL,
      chat_id INTEGER,
      user_id INTEGER,
      surface TEXT NOT NULL,
      question TEXT NOT NULL,
      status TEXT NOT NULL,
      kind TEXT NOT NULL,
      plan_id TEXT,
      -- JSON: the figures shown, [{plan, start, end}], and the follow-on questions offered.
      figures TEXT NOT NULL,
      suggestions TEXT NOT NULL,
      ms REAL NOT NULL,
      -- Looked at by an administrator.
      resolved INTEGER NOT NULL DEFAULT 0
    ) STRICT;
    CREATE INDEX audit_at ON audit (at);
    CREATE INDEX audit_user ON audit (user_id);

    -- The pages of a long list, as they were first shown.
    CREATE TABLE pages (
      audit_id INTEGER NOT NULL REFERENCES audit (id) ON DELETE CASCADE,
      page INTEGER NOT NULL,
      body TEXT NOT NULL,
      PRIMARY KEY (audit_id, page)
    ) STRICT;

    CREATE TABLE feedback (
      audit_id INTEGER NOT NULL REFERENCES audit (id) ON DELETE CASCADE,
      user_id INTEGER NOT NULL,
      verdict TEXT NOT NULL CHECK (verdict IN ('useful', 'wrong')),
      at INTEGER NOT NULL,
      PRIMARY KEY (audit_id, user_id)
    ) STRICT;

    CREATE TABLE pins (
      question TEXT PRIMARY KEY,
      plan_id TEXT NOT NULL,
      -- The quantity's offsets in the plan's text.
      start INTEGER NOT NULL,
      "end" INTEGER NOT NULL,
      user_id INTEGER NOT NULL,
      at INTEGER NOT NULL
    ) STRICT;

    CREATE TABLE dialogue (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      chat_id INTEGER NOT NULL,
      user_id INTEGER NOT NULL,
      question TEXT NOT NULL,
      at INTEGER NOT NULL
    ) STRICT;
    CREATE INDEX dialogue_person ON dialogue (chat_id, user_id, id);

    -- What was said once and is not to be said again for a while.
    CREATE TABLE notices (
      key TEXT PRIMARY KEY,
      at INTEGER NOT NULL
    ) STRICT;

    CREATE TABLE plans (
      id TEXT PRIMARY KEY,
      title TEXT,
      year INTEGER,
      file_name TEXT NOT NULL,
      added_at INTEGER NOT NULL,
      is_current INTEGER NOT NULL DEFAULT 0
    ) STRICT;
    CREATE UNIQUE INDEX plans_current ON plans (is_current) WHERE is_current = 1;

    -- Small facts of the program itself, such as the checksum of the command list last sent to Telegram.
    CREATE TABLE facts (
      name TEXT PRIMARY KEY,
      value TEXT NOT NULL
    ) STRICT;
  `,
};
