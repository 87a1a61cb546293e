import type { Migration } from './migration.ts';

/** Which process is sending a message, and which processes are alive. Times are milliseconds since 1970 (UTC). */
export const senders: Migration = {
  version: 5,
  sql: `
    -- A message being sent whose owner is not among the living was interrupted; so was one without an owner.
    ALTER TABLE outbox ADD COLUMN owner TEXT;

    CREATE TABLE senders (
      owner TEXT PRIMARY KEY,
      -- Renewed again and again while the process lives.
      alive_until INTEGER NOT NULL
    ) STRICT;
  `,
};
