import type { Migration } from './migration.ts';

/** What somebody is in the middle of choosing by buttons, since a button carries 64 bytes only. */
export const drafts: Migration = {
  version: 4,
  sql: `
    CREATE TABLE drafts (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      chat_id INTEGER NOT NULL,
      kind TEXT NOT NULL,
      -- JSON; whoever wrote it checks it when it is read.
      content TEXT NOT NULL,
      at INTEGER NOT NULL
    ) STRICT;
    CREATE INDEX drafts_at ON drafts (at);
  `,
};
