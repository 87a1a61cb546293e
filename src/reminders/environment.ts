import type { Ledger } from '../ledger/ledger.ts';
import type { LoadedPlan, PlanLibrary } from '../library/plan-library.ts';
import type { Log } from '../log.ts';
import type { ChatStore } from '../storage/chats.ts';
import type { Database } from '../storage/database.ts';
import type { OccurrenceStore } from '../storage/occurrences.ts';
import type { ReminderStore } from '../storage/reminders.ts';

/** Time as the program sees it; tests run it fast, back and forth. */
export interface Clock {
  /** Milliseconds since 1970. */
  now(): number;
  sleep(ms: number): Promise<void>;
}

export const systemClock: Clock = {
  now: () => Date.now(),
  sleep: (ms) =>
    new Promise((resolve) => {
      setTimeout(resolve, ms);
    }),
};

/** What the reminders' parts share. */
export interface ReminderEnvironment {
  readonly database: Database;
  readonly reminders: ReminderStore;
  readonly occurrences: OccurrenceStore;
  readonly chats: ChatStore;
  readonly library: PlanLibrary;
  readonly ledger: Ledger;
  readonly clock: Clock;
  readonly log: Log;
  /** Whether a chat may still use the program; lists may have changed since a reminder was set. */
  allows(chatId: number): boolean;
  /** How late a reminder may still be sent, in milliseconds; past that it is recorded as missed. */
  readonly graceMs: number;
}

/** The plan that a chat's reminders speak of: the one it chose, else the current one; undefined where there is none. */
export function planInForce({ chats, library }: ReminderEnvironment, chatId: number): LoadedPlan | undefined {
  const { planId } = chats.settings(chatId);
  return (planId === null ? undefined : library.get(planId)) ?? library.current();
}
