import type { Migration } from './migration.ts';

/** Which plan was chosen by a person, and which plan a reminder was made for. */
export const planChoice: Migration = {
  version: 6,
  sql: `
    -- The current plan by an administrator's choice, not by its year: no newer plan takes that mark from it.
    ALTER TABLE plans ADD COLUMN is_chosen INTEGER NOT NULL DEFAULT 0;

    -- The plan that it was made for; null where there was none on record. Follows a plan to the one that replaces it.
    ALTER TABLE reminders ADD COLUMN plan_id TEXT;
    -- Those set before this speak of what they spoke of until now: their chat's own plan, else the current one.
    UPDATE reminders SET plan_id = coalesce(
      (SELECT plans.id FROM plans JOIN chats ON chats.plan_id = plans.id WHERE chats.chat_id = reminders.chat_id),
      (SELECT id FROM plans WHERE is_current = 1)
    );
  `,
};
