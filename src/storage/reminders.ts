import type { Database } from './database.ts';
import type { Row } from './row.ts';

export type PauseKind = 'person' | 'past-year' | 'no-topic' | 'failing';

export interface NewReminder {
  readonly chatId: number;
  /** The topic of a forum; null elsewhere. */
  readonly threadId: number | null;
  /** As JSON; the reminders room knows its form. */
  readonly schedule: string;
  /** IANA name. */
  readonly timeZone: string;
  /** The plan that it was made for, by id; null where that is not on record. */
  readonly planId: string | null;
  /** In the words of whoever set it; found in the plan anew at each sending. */
  readonly topic: string;
  readonly picture: boolean;
  readonly silent: boolean;
  readonly userId: number;
}

export interface StoredReminder extends NewReminder {
  readonly id: number;
  readonly createdAt: number;
  readonly state: 'active' | 'paused' | 'deleted';
  readonly pauseKind: PauseKind | null;
  readonly pauseNote: string | null;
  /** The plan's year for which somebody wanted it to go on past that year's end. */
  readonly confirmedYear: number | null;
  /** Occurrences up to here are entered. */
  readonly plannedAt: number;
  readonly nextDueAt: number;
}

/** The reminders that chats have set. Times are milliseconds since 1970. */
export class ReminderStore {
  readonly #db: Database;

  constructor(db: Database) {
    this.#db = db;
  }

  add(reminder: NewReminder, now: number, nextDueAt: number): StoredReminder {
    const { lastInsertRowid: id } = this.#db.run(
      `INSERT INTO reminders (chat_id, thread_id, schedule, time_zone, plan_id, topic, picture, silent, user_id,
         created_at, planned_at, next_due_at)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      reminder.chatId,
      reminder.threadId,
      reminder.schedule,
      reminder.timeZone,
      reminder.planId,
      reminder.topic,
      Number(reminder.picture),
      Number(reminder.silent),
      reminder.userId,
      now,
      now,
      nextDueAt,
    );
    return {
      ...reminder,
      id,
      createdAt: now,
      state: 'active',
      pauseKind: null,
      pauseNote: null,
      confirmedYear: null,
      plannedAt: now,
      nextDueAt,
    };
  }

  get(id: number): StoredReminder | undefined {
    const row = this.#db.get("SELECT * FROM reminders WHERE id = ? AND state <> 'deleted'", id);
    return row === undefined ? undefined : toReminder(row);
  }

  /** A chat's reminders, oldest first. */
  ofChat(chatId: number): StoredReminder[] {
    return this.#db
      .all("SELECT * FROM reminders WHERE chat_id = ? AND state <> 'deleted' ORDER BY id", chatId)
      .map(toReminder);
  }

  /**
   * Active ones that are due, or that were planned further than `now`, which means that the clock was set back. Chats
   * that nothing can be sent to are left out; their reminders go on where they stood once the chat is back.
   */
  due(now: number, limit: number): StoredReminder[] {
    return this.#db
      .all(
        `SELECT * FROM reminders WHERE state = 'active' AND (next_due_at <= ? OR planned_at > ?)
           AND chat_id NOT IN (SELECT chat_id FROM chats WHERE paused_reason IS NOT NULL)
         ORDER BY next_due_at, id LIMIT ?`,
        now,
        now,
        limit,
      )
      .map(toReminder);
  }

  planned(id: number, plannedAt: number, nextDueAt: number): void {
    this.#db.run('UPDATE reminders SET planned_at = ?, next_due_at = ? WHERE id = ?', plannedAt, nextDueAt, id);
  }

  setTimeZone(id: number, timeZone: string, plannedAt: number, nextDueAt: number): void {
    this.#db.run(
      'UPDATE reminders SET time_zone = ?, planned_at = ?, next_due_at = ? WHERE id = ?',
      timeZone,
      plannedAt,
      nextDueAt,
      id,
    );
  }

  pause(id: number, kind: PauseKind, note: string | null): void {
    this.#db.run(
      "UPDATE reminders SET state = 'paused', pause_kind = ?, pause_note = ? WHERE id = ? AND state = 'active'",
      kind,
      note,
      id,
    );
  }

  /** Goes on from `now`: what fell into the pause is not made up for. */
  resume(id: number, now: number, nextDueAt: number): void {
    this.#db.run(
      `UPDATE reminders SET state = 'active', pause_kind = NULL, pause_note = NULL, planned_at = ?, next_due_at = ?
       WHERE id = ? AND state = 'paused'`,
      now,
      nextDueAt,
      id,
    );
  }

  confirmYear(id: number, planYear: number): void {
    this.#db.run('UPDATE reminders SET confirmed_year = ? WHERE id = ?', planYear, id);
  }

  delete(id: number): void {
    this.#db.run("UPDATE reminders SET state = 'deleted' WHERE id = ?", id);
  }

  pausedFor(kind: PauseKind): StoredReminder[] {
    return this.#db
      .all("SELECT * FROM reminders WHERE state = 'paused' AND pause_kind = ? ORDER BY id", kind)
      .map(toReminder);
  }
}

const toReminder = (row: Row): StoredReminder => ({
  id: row.integer('id'),
  chatId: row.integer('chat_id'),
  threadId: row.integerOrNull('thread_id'),
  schedule: row.text('schedule'),
  timeZone: row.text('time_zone'),
  planId: row.textOrNull('plan_id'),
  topic: row.text('topic'),
  picture: row.flag('picture'),
  silent: row.flag('silent'),
  userId: row.integer('user_id'),
  createdAt: row.integer('created_at'),
  state: row.text('state') as StoredReminder['state'],
  pauseKind: row.textOrNull('pause_kind') as PauseKind | null,
  pauseNote: row.textOrNull('pause_note'),
  confirmedYear: row.integerOrNull('confirmed_year'),
  plannedAt: row.integer('planned_at'),
  nextDueAt: row.integer('next_due_at'),
});
