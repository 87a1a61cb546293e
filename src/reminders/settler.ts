import type { Occurrence } from '../storage/occurrences.ts';
import type { ReminderDelivery } from './delivery.ts';
import { occurrenceKey } from './dispatcher.ts';
import type { ReminderEnvironment } from './environment.ts';

/** After this many failures in a row a reminder pauses. */
const failuresAtMost = 3;
const batch = 1000;

/** Notes what became of the messages handed over; a reminder that fails again and again is paused with the reason. */
export function settleHanded(environment: ReminderEnvironment, delivery: ReminderDelivery): void {
  for (const occurrence of environment.occurrences.handed(batch)) settle(environment, delivery, occurrence);
}

function settle(environment: ReminderEnvironment, delivery: ReminderDelivery, occurrence: Occurrence): void {
  const { occurrences, clock, log } = environment;
  const outcome = delivery.outcome(occurrenceKey(occurrence));
  switch (outcome.kind) {
    case 'waiting':
      return;
    case 'sent':
      occurrences.finish(occurrence.id, 'sent', clock.now());
      return;
    case 'unknown':
      // The outbox clears away only what is over.
      occurrences.finish(occurrence.id, 'sent', clock.now(), '发送记录已清理');
      return;
    case 'failed':
      occurrences.finish(occurrence.id, 'failed', clock.now(), outcome.reason);
      log.warn({ reminder: occurrence.reminderId, reason: outcome.reason }, 'reminder not delivered');
      pauseIfFailing(environment, occurrence.reminderId, outcome.reason);
  }
}

function pauseIfFailing({ occurrences, reminders, chats }: ReminderEnvironment, id: number, reason: string): void {
  const reminder = reminders.get(id);
  // Where the whole chat is out of reach, its own pause says so, and ends by itself when the chat is back.
  if (reminder === undefined || chats.get(reminder.chatId)?.pausedReason != null) return;
  const done = occurrences.latest(id, 20).filter(({ state }) => state === 'sent' || state === 'failed');
  const recent = done.slice(0, failuresAtMost);
  if (recent.length === failuresAtMost && recent.every(({ state }) => state === 'failed')) {
    reminders.pause(id, 'failing', reason);
  }
}
