import type { StoredReminder } from '../storage/reminders.ts';
import { dateIn, dateParts } from '../calendar-date.ts';
import { planOfReminder, type ReminderEnvironment } from './environment.ts';
import { nextOccurrence, occurrencesBetween } from './occurrences.ts';
import { scheduleOf } from './stored-schedule.ts';
import { resolveTopic } from './topic.ts';

/** Reminders entered in one transaction, so that the store is not locked for long. */
const batch = 100;
/** Further back than this nothing is recorded as missed. */
const longestGapMs = 400 * 86_400_000;

/**
 * Enters what has come due since the last time: the newest within its grace to be sent, the others as missed. Several
 * processes may do this at once; the key of reminder and due time lets each in only once.
 */
export function enterDue(environment: ReminderEnvironment): void {
  const { database, reminders, clock } = environment;
  for (;;) {
    const count = database.transaction(() => {
      const now = clock.now();
      const due = reminders.due(now, batch);
      for (const reminder of due) enterOne(environment, reminder, now);
      return due.length;
    });
    if (count < batch) return;
  }
}

function enterOne(environment: ReminderEnvironment, reminder: StoredReminder, now: number): void {
  const { reminders, occurrences, graceMs } = environment;
  const schedule = scheduleOf(reminder);
  // Planned further than now: the clock ran ahead and was set back. What was sent then is not sent again, since its
  // due time is entered; what was given up unsent is still to come.
  if (reminder.plannedAt > now) occurrences.forgetFuture(reminder.id, now);
  const from = Math.max(Math.min(reminder.plannedAt, now), now - longestGapMs);
  const due = occurrencesBetween(schedule, reminder.timeZone, from, now);
  const newest = due.at(-1);
  for (const dueAt of due) {
    if (dueAt === newest && now - dueAt < graceMs) occurrences.enter(reminder.id, dueAt, 'pending', now);
    else occurrences.enter(reminder.id, dueAt, 'missed', now, { note: '到期时程序未运行' });
  }
  reminders.planned(reminder.id, now, nextOccurrence(schedule, reminder.timeZone, now));
}

/** Lets reminders go on that waited for a plan: one of the present year, or one with their topic. */
export function resumeWaiting(environment: ReminderEnvironment): void {
  const { reminders, clock } = environment;
  const now = clock.now();
  for (const reminder of reminders.pausedFor('past-year')) {
    const year = planOfReminder(environment, reminder)?.plan.year;
    const thisYear = dateParts(dateIn(reminder.timeZone, now)).year;
    if (year === null || (year !== undefined && year >= thisYear)) resume(environment, reminder, now);
  }
  for (const reminder of reminders.pausedFor('no-topic')) {
    const loaded = planOfReminder(environment, reminder);
    if (loaded !== undefined && resolveTopic(loaded, reminder.topic).figureIds.size > 0) {
      resume(environment, reminder, now);
    }
  }
}

/** Goes on from `now`; what fell into the pause is not made up for. */
export function resume({ reminders, occurrences }: ReminderEnvironment, reminder: StoredReminder, now: number): void {
  // A clock that ran ahead may have been what paused it.
  occurrences.forgetFuture(reminder.id, now);
  reminders.resume(reminder.id, now, nextOccurrence(scheduleOf(reminder), reminder.timeZone, now));
}
