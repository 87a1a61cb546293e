import { dateIn, dateParts } from '../calendar-date.ts';
import type { LoadedPlan } from '../library/plan-library.ts';
import type { Occurrence } from '../storage/occurrences.ts';
import type { StoredReminder } from '../storage/reminders.ts';
import { planInForce, planOfReminder, type ReminderEnvironment } from './environment.ts';
import { chineseHolidays } from './holidays.ts';
import { nextOccurrence, nextOccurrences } from './occurrences.ts';
import { resume } from './planner.ts';
import { ReminderError } from './reminder-error.ts';
import type { Schedule } from './schedule.ts';
import { scheduleOf } from './stored-schedule.ts';
import { resolveTopic, type Topic } from './topic.ts';

/** A reminder as somebody wants it, before it is confirmed. */
export interface ReminderWish {
  readonly chatId: number;
  readonly threadId: number | null;
  readonly userId: number;
  readonly schedule: Schedule;
  readonly topic: string;
  readonly picture: boolean;
  readonly silent: boolean;
}

/** What a confirmation shows. */
export interface ReminderPreview {
  readonly loaded: LoadedPlan;
  readonly topic: Topic;
  /** IANA name. */
  readonly zone: string;
  /** The next three instants, milliseconds since 1970. */
  readonly next: readonly number[];
  /** True where the plan's year is over; confirming the reminder then confirms that too. */
  readonly pastYear: boolean;
  /** The last year whose holidays are known, where the schedule asks for them; else null. */
  readonly holidaysUntil: number | null;
}

export interface ReminderView {
  readonly reminder: StoredReminder;
  readonly schedule: Schedule;
  /** The plan that it speaks of where that is not the chat's own or the current one; else null. */
  readonly otherPlan: LoadedPlan | null;
  /** The newest occurrence; undefined where there was none yet. */
  readonly last: Occurrence | undefined;
  /** Why nothing is sent to the chat at all; null where it can be reached. */
  readonly chatPaused: string | null;
}

/** A chat may have this many. */
export const remindersAtMost = 20;
const shownDates = 3;

/** Setting, listing and changing reminders. Who may do so is the surface's to check. */
export class Reminders {
  readonly #environment: ReminderEnvironment;
  readonly #defaultZone: string;

  constructor(environment: ReminderEnvironment, defaultZone: string) {
    this.#environment = environment;
    this.#defaultZone = defaultZone;
  }

  /** The chat's own zone, else the program's. */
  zoneOf(chatId: number): string {
    return this.#environment.chats.settings(chatId).timeZone ?? this.#defaultZone;
  }

  /** The plan that a chat's new reminders and reports speak of. Throws `ReminderError` where there is none. */
  planOf(chatId: number): LoadedPlan {
    const loaded = planInForce(this.#environment, chatId);
    if (loaded === undefined) throw new ReminderError('还没有可用的计划，请先由管理员导入一份。');
    return loaded;
  }

  /** Throws `ReminderError` where the plan has nothing on the topic, or there is no plan. */
  preview(wish: ReminderWish): ReminderPreview {
    const { chatId, schedule } = wish;
    const loaded = this.planOf(chatId);
    const topic = resolveTopic(loaded, wish.topic);
    const [unknown] = topic.unknown;
    if (unknown !== undefined) {
      throw new ReminderError(`计划里没有与“${unknown}”对应的章节或指标目标。请换个说法，或写“全部”。`);
    }
    if (topic.figureIds.size === 0) throw new ReminderError('请写明关注什么：章节、指标，或“全部”。');
    const zone = this.zoneOf(chatId);
    const now = this.#environment.clock.now();
    const usesHolidays = schedule.holidays !== 'keep' || schedule.rule.kind === 'workdays';
    return {
      loaded,
      topic,
      zone,
      next: nextOccurrences(schedule, zone, now, shownDates),
      pastYear: isPastYear(loaded, zone, now),
      holidaysUntil: usesHolidays ? chineseHolidays.lastYear : null,
    };
  }

  /** Throws `ReminderError` as `preview` does, and where the chat has its fill. */
  create(wish: ReminderWish): StoredReminder {
    const { zone, loaded, pastYear } = this.preview(wish);
    const { reminders, clock, database } = this.#environment;
    return database.transaction(() => {
      if (reminders.ofChat(wish.chatId).length >= remindersAtMost) {
        throw new ReminderError(`一个聊天最多设${remindersAtMost}条提醒，请先用 /reminders 删除不用的。`);
      }
      const now = clock.now();
      const { schedule, ...rest } = wish;
      const stored = { ...rest, schedule: JSON.stringify(schedule), timeZone: zone, planId: loaded.plan.id };
      const reminder = reminders.add(stored, now, nextOccurrence(schedule, zone, now));
      if (pastYear && loaded.plan.year !== null) reminders.confirmYear(reminder.id, loaded.plan.year);
      return reminder;
    });
  }

  list(chatId: number): readonly ReminderView[] {
    const { reminders, occurrences, chats } = this.#environment;
    const chatPaused = chats.get(chatId)?.pausedReason ?? null;
    const inForce = planInForce(this.#environment, chatId);
    const otherPlan = (reminder: StoredReminder): LoadedPlan | null => {
      const loaded = planOfReminder(this.#environment, reminder);
      return loaded === undefined || loaded === inForce ? null : loaded;
    };
    return reminders.ofChat(chatId).map((reminder) => ({
      reminder,
      otherPlan: otherPlan(reminder),
      schedule: scheduleOf(reminder),
      last: occurrences.latest(reminder.id, 1)[0],
      chatPaused,
    }));
  }

  /** One of a chat's reminders. Throws `ReminderError` where the chat has none of that number. */
  find(chatId: number, id: number): StoredReminder {
    const reminder = this.#environment.reminders.get(id);
    if (reminder?.chatId !== chatId) throw new ReminderError(`没有编号为${id}的提醒，请用 /reminders 查看。`);
    return reminder;
  }

  pause(chatId: number, id: number): void {
    const { reminders, occurrences, clock, database } = this.#environment;
    database.transaction(() => {
      reminders.pause(this.find(chatId, id).id, 'person', null);
      occurrences.drop(id, '提醒已暂停', clock.now());
    });
  }

  resume(chatId: number, id: number): void {
    const reminder = this.find(chatId, id);
    const { reminders, clock } = this.#environment;
    // Going on by hand past the plan's year is the confirmation that is asked for.
    const year = planOfReminder(this.#environment, reminder)?.plan.year ?? null;
    if (reminder.pauseKind === 'past-year' && year !== null) reminders.confirmYear(id, year);
    resume(this.#environment, reminder, clock.now());
  }

  /**
   * Lets all of a chat's reminders go on that paused because the plan's year is over. Returns how many of the chat's
   * reminders are sent from now on; those paused for another reason stay so.
   */
  confirmYear(chatId: number, planYear: number): number {
    const { reminders, clock, database } = this.#environment;
    return database.transaction(() => {
      for (const reminder of reminders.ofChat(chatId)) {
        // The chat is asked once per plan: one that is due or resumed later would pause without a word.
        reminders.confirmYear(reminder.id, planYear);
        if (reminder.pauseKind === 'past-year') resume(this.#environment, reminder, clock.now());
      }
      return reminders.ofChat(chatId).filter(({ state }) => state === 'active').length;
    });
  }

  delete(chatId: number, id: number): void {
    const { reminders, occurrences, clock, database } = this.#environment;
    database.transaction(() => {
      reminders.delete(this.find(chatId, id).id);
      occurrences.drop(id, '提醒已删除', clock.now());
    });
  }

  /** Enters an occurrence for now; false where one was entered within the same second. */
  sendNow(chatId: number, id: number): boolean {
    const { occurrences, clock } = this.#environment;
    const now = clock.now();
    // Whole seconds, so that a double tap is one.
    const dueAt = Math.floor(now / 1000) * 1000;
    return occurrences.enter(this.find(chatId, id).id, dueAt, 'pending', now, { byHand: true });
  }

  /** Moves a chat's reminders to another zone: 09:00 stays 09:00 there. */
  changeZone(chatId: number, zone: string): void {
    const { reminders, clock, database } = this.#environment;
    database.transaction(() => {
      const now = clock.now();
      for (const reminder of reminders.ofChat(chatId)) {
        reminders.setTimeZone(reminder.id, zone, now, nextOccurrence(scheduleOf(reminder), zone, now));
      }
    });
  }
}

/** Whether the calendar has left the plan's year. */
const isPastYear = ({ plan }: LoadedPlan, zone: string, now: number): boolean =>
  plan.year !== null && dateParts(dateIn(zone, now)).year > plan.year;
