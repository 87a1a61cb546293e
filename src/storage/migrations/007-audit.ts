import type { Migration } from './migration.ts';

/** Questions that were offered below an answer: no answer offered any. */
export const audit: Migration = {
  version: 7,
  sql: 'ALTER TABLE audit DROP COLUMN suggestions',
};
