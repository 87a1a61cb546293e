import { dateIn, dateParts } from '../calendar-date.ts';
import type { Ledger } from '../ledger/ledger.ts';
import type { LoadedPlan, PlanLibrary } from '../library/plan-library.ts';
import type { Log } from '../log.ts';
import { isNextEdition } from '../plan/plan-name.ts';
import type { ChatStore } from '../storage/chats.ts';
import type { Database } from '../storage/database.ts';
import type { OccurrenceStore } from '../storage/occurrences.ts';
import type { ReminderStore, StoredReminder } from '../storage/reminders.ts';
import { resolveTopic } from './topic.ts';

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

/** The plan of a chat: the one it chose, else the current one; undefined where there is none. */
export const planInForce = (environment: ReminderEnvironment, chatId: number): LoadedPlan | undefined =>
  chosenPlan(environment, chatId) ?? environment.library.current();

function chosenPlan({ chats, library }: ReminderEnvironment, chatId: number): LoadedPlan | undefined {
  const { planId } = chats.settings(chatId);
  return planId === null ? undefined : library.get(planId);
}

/**
 * The plan that a reminder speaks of: the one its chat chose, else the one that it was made for, so that another plan's
 * import does not change its subject. It goes over to that plan's next edition once that has its topic, or the year is
 * over; and to the current plan once its own is gone, or is over and the current one is newer and has its topic.
 */
export function planOfReminder(environment: ReminderEnvironment, reminder: StoredReminder): LoadedPlan | undefined {
  const { library, clock } = environment;
  const chosen = chosenPlan(environment, reminder.chatId);
  const own = reminder.planId === null ? undefined : library.get(reminder.planId);
  const current = library.current();
  if (chosen !== undefined || own === undefined) return chosen ?? current;
  const ownYear = own.plan.year;
  if (ownYear === null) return own;
  const has = (loaded: LoadedPlan): boolean => resolveTopic(loaded, reminder.topic).figureIds.size > 0;
  const isOver = dateParts(dateIn(reminder.timeZone, clock.now())).year > ownYear;
  // Newest first.
  const next = library.list().find(({ plan }) => isNextEdition(plan, own.plan));
  if (next !== undefined && (isOver || has(next))) return next;
  const isWanted = reminder.confirmedYear === ownYear;
  const isNewer = current !== undefined && (current.plan.year ?? 0) > ownYear;
  return isOver && !isWanted && isNewer && has(current) ? current : own;
}
