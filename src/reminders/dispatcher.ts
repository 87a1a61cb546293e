import { dateIn, dateParts } from '../calendar-date.ts';
import type { LoadedPlan } from '../library/plan-library.ts';
import type { Occurrence } from '../storage/occurrences.ts';
import type { PauseKind, StoredReminder } from '../storage/reminders.ts';
import type { ReminderContent, ReminderDelivery, ReminderMessage } from './delivery.ts';
import { buildDigest, digestFaults } from './digest.ts';
import { planOfReminder, type ReminderEnvironment } from './environment.ts';
import { noTopicNotice, pastYearNotice } from './notices.ts';
import { resolveTopic } from './topic.ts';

export interface DispatchOptions {
  /** Names this process among those that share the store. */
  readonly owner: string;
  /** How long a claim lasts, in milliseconds; another process takes over after that. */
  readonly leaseMs: number;
  /** Reminders handed over a second, so that answers are not held up by five hundred of them. */
  readonly perSecond: number;
  /** True from when no further one is to be begun. */
  readonly stopped: () => boolean;
}

/** Claimed at once; few, so that they are done well before their lease ends. */
const batch = 10;
/** A reminder that cannot be written this often is given up. */
const attemptsAtMost = 5;
/** Later than this a reminder says that it is a 补发, in milliseconds. */
const lateAfterMs = 5 * 60_000;

/**
 * Writes what is waiting and hands it over, one after the other. The note that an occurrence was handed over is stored
 * together with the message itself, so that a crash at any point neither loses nor doubles it.
 */
export async function dispatchWaiting(
  environment: ReminderEnvironment,
  delivery: ReminderDelivery,
  options: DispatchOptions,
): Promise<void> {
  const { occurrences, clock, graceMs } = environment;
  for (;;) {
    if (options.stopped()) return;
    occurrences.missLateOnes(clock.now() - graceMs, clock.now());
    const claimed = occurrences.claim(options.owner, clock.now(), options.leaseMs, batch);
    if (claimed.length === 0) return;
    for (const occurrence of claimed) {
      if (options.stopped()) return;
      await dispatch(environment, delivery, options.owner, occurrence);
      await clock.sleep(1000 / options.perSecond);
    }
  }
}

async function dispatch(
  environment: ReminderEnvironment,
  delivery: ReminderDelivery,
  owner: string,
  occurrence: Occurrence,
): Promise<void> {
  const { occurrences, clock, log } = environment;
  try {
    const decision = decide(environment, occurrence);
    if (decision.kind === 'end') {
      occurrences.finish(occurrence.id, decision.state, clock.now(), decision.note);
      return;
    }
    const handOver = await delivery.prepare(decision.message);
    environment.database.transaction(() => {
      // Drawing may have taken longer than the lease.
      if (!occurrences.holds(occurrence.id, owner)) return;
      handOver();
      if (decision.pause === null) occurrences.finish(occurrence.id, 'handed', clock.now());
      else {
        environment.reminders.pause(occurrence.reminderId, decision.pause, null);
        occurrences.finish(occurrence.id, 'skipped', clock.now(), decision.pause);
      }
    });
  } catch (error) {
    log.error({ err: error, occurrence: occurrence.id }, 'reminder could not be handed over');
    // Until then it stays claimed, and is tried again when the lease is over.
    if (occurrence.attempts >= attemptsAtMost) occurrences.finish(occurrence.id, 'failed', clock.now(), '多次生成失败');
  }
}

type Decision =
  | { readonly kind: 'end'; readonly state: 'missed' | 'skipped'; readonly note: string }
  /** `pause`: the message says why the reminder pauses. */
  | { readonly kind: 'send'; readonly message: ReminderMessage; readonly pause: PauseKind | null };

/** What is to be done about one occurrence, by the plan in force now. */
function decide(environment: ReminderEnvironment, occurrence: Occurrence): Decision {
  const { clock, reminders, graceMs } = environment;
  const now = clock.now();
  const reminder = reminders.get(occurrence.reminderId);
  if (reminder === undefined) return { kind: 'end', state: 'skipped', note: '提醒已删除' };
  if (!occurrence.byHand && reminder.state === 'paused') return { kind: 'end', state: 'skipped', note: '提醒已暂停' };
  if (!occurrence.byHand && now - occurrence.dueAt >= graceMs) {
    return { kind: 'end', state: 'missed', note: '超过补发时限' };
  }
  if (!environment.allows(reminder.chatId)) return { kind: 'end', state: 'skipped', note: '这个聊天已不在允许名单里' };
  const loaded = planOfReminder(environment, reminder);
  if (loaded === undefined) return { kind: 'end', state: 'skipped', note: '没有正在使用的计划' };
  return decideByPlan(environment, reminder, occurrence, loaded, now);
}

function decideByPlan(
  { ledger, log, graceMs }: ReminderEnvironment,
  reminder: StoredReminder,
  occurrence: Occurrence,
  loaded: LoadedPlan,
  now: number,
): Decision {
  const { plan } = loaded;
  const { timeZone: zone, chatId } = reminder;
  const today = dateIn(zone, now);
  const isPastYear = plan.year !== null && dateParts(today).year > plan.year && reminder.confirmedYear !== plan.year;
  if (plan.year !== null && isPastYear && !occurrence.byHand) {
    // One key for the chat, so that it is told once however many reminders it has.
    const content: ReminderContent = {
      kind: 'notice',
      lines: pastYearNotice(plan, plan.year),
      action: { kind: 'confirm-year', planYear: plan.year },
    };
    return { kind: 'send', message: message(reminder, `past-year:${chatId}:${plan.id}`, content), pause: 'past-year' };
  }
  const topic = resolveTopic(loaded, reminder.topic);
  if (topic.figureIds.size === 0) {
    const content: ReminderContent = { kind: 'notice', lines: noTopicNotice(plan), action: { kind: 'none' } };
    return {
      kind: 'send',
      message: message(reminder, `no-topic:${reminder.id}:${plan.id}`, content),
      pause: 'no-topic',
    };
  }
  const standings = ledger.standings(loaded, chatId, today);
  const digest = buildDigest({ loaded, topicText: reminder.topic, topic, standings, zone, today });
  const faults = digestFaults(digest);
  if (faults.length > 0) {
    log.error({ faults: faults.map(({ reason }) => reason) }, 'lines of a reminder failed the figure contract');
  }
  const isLate = !occurrence.byHand && now - occurrence.dueAt > lateAfterMs;
  const content: ReminderContent = {
    kind: 'digest',
    digest,
    lateFor: isLate ? occurrence.dueAt : null,
    picture: reminder.picture,
  };
  return {
    kind: 'send',
    message: message(reminder, occurrenceKey(occurrence), content, occurrence.dueAt + graceMs),
    pause: null,
  };
}

/** Under which an occurrence's message is stored. */
export const occurrenceKey = ({ reminderId, dueAt }: Pick<Occurrence, 'reminderId' | 'dueAt'>): string =>
  `reminder:${reminderId}:${dueAt}`;

const message = (
  reminder: StoredReminder,
  key: string,
  content: ReminderContent,
  expiresAt: number | null = null,
): ReminderMessage => ({
  chatId: reminder.chatId,
  threadId: reminder.threadId,
  reminderId: reminder.id,
  silent: reminder.silent,
  key,
  expiresAt,
  content,
});
