import type { Log } from '../../log.ts';
import type { ChatStore } from '../../storage/chats.ts';
import type { Database } from '../../storage/database.ts';
import { OutboxStore, type OutboxEntry, type OutboxState } from '../../storage/outbox.ts';
import { Deliveries, type Delivery } from './deliveries.ts';
import { Listeners, type OutboxEvents } from './events.ts';
import { backOff } from './failure-policy.ts';
import { Lanes } from './lanes.ts';
import { Outcomes } from './outcomes.ts';
import { toEntries, type OutgoingMessage } from './outgoing.ts';
import { Pulse } from './pulse.ts';
import { Sender, type SendCall } from './sender.ts';
import { withDefaults, type OutboxTimes } from './times.ts';

export interface OutboxOptions extends OutboxTimes {
  readonly database: Database;
  readonly chats: ChatStore;
  readonly call: SendCall;
  readonly log: Log;
  readonly now?: () => number;
  /** Calls under way at once over all chats. Default 8. */
  readonly concurrency?: number;
}

/** What whoever hands in a message gets for it. */
export interface Ticket {
  /** False where the same key had been handed in before. */
  readonly added: boolean;
  readonly ids: readonly number[];
  /** Settles when the fate of every part is known in this run of the program. */
  readonly settled: Promise<Delivery>;
}

/**
 * Every message the program sends on its own account: stored first, sent in order within a chat, independently of
 * other chats, and retried as the kind of failure allows. Telegram knows no idempotent send, so a call whose
 * outcome is unknown is repeated once and no more.
 */
export class Outbox {
  readonly #options: OutboxOptions;
  readonly #times: Required<OutboxTimes>;
  readonly #now: () => number;
  readonly #store: OutboxStore;
  readonly #deliveries = new Deliveries();
  readonly #listeners = new Listeners();
  readonly #lanes: Lanes;
  readonly #outcomes: Outcomes;
  readonly #sender: Sender;
  readonly #pulse: Pulse;

  constructor(options: OutboxOptions) {
    const { database, chats, call, log, now = Date.now, concurrency = 8 } = options;
    const times = withDefaults(options);
    this.#options = options;
    this.#times = times;
    this.#now = now;
    this.#store = new OutboxStore(database);
    this.#lanes = new Lanes({ drain: (chatId) => this.#drain(chatId), failedMs: times.longestRetryMs, now, log });
    this.#outcomes = new Outcomes({
      database,
      chats,
      store: this.#store,
      lanes: this.#lanes,
      deliveries: this.#deliveries,
      listeners: this.#listeners,
      times,
      now,
      log,
    });
    this.#sender = new Sender({
      call,
      concurrency,
      perSecond: times.perSecond,
      claim: ({ id }) => this.#lanes.isRunning && this.#store.claim(id, now() + times.aliveMs),
      confirmed: (entry, messageId) => {
        this.#outcomes.finish(entry, 'sent', { messageId });
      },
      failed: (entry, error) => {
        this.#outcomes.failed(entry, error);
      },
    });
    this.#pulse = new Pulse({
      aliveMs: times.aliveMs,
      now,
      beat: (mayJudge) => {
        this.#beat(mayJudge);
      },
    });
  }

  on(listener: Partial<OutboxEvents>): void {
    this.#listeners.add(listener);
  }

  /** Stores a message to be sent. Inside a transaction it is stored with it, and sent once that is over. */
  enqueue(message: OutgoingMessage): Ticket {
    const { database, chats } = this.#options;
    const now = this.#now();
    const stored = database.transaction(() => toEntries(message).map((entry) => this.#store.add(entry, now)));
    const settled = this.#deliveries.of(stored.map(({ entry }) => entry));
    const paused = chats.get(message.chatId)?.pausedReason;
    if (typeof paused === 'string') {
      for (const { entry, added } of stored) if (added) this.#outcomes.finish(entry, 'dead', { error: paused });
    }
    setImmediate(() => {
      this.#lanes.kick(message.chatId);
    });
    return { added: stored.some(({ added }) => added), ids: stored.map(({ entry }) => entry.id), settled };
  }

  find(dedupeKey: string): OutboxEntry | undefined {
    return this.#store.find(dedupeKey);
  }

  failed(limit: number): OutboxEntry[] {
    return this.#store.failed(limit);
  }

  counts(): Readonly<Record<OutboxState, number>> {
    return this.#store.counts();
  }

  /** Sends a dead letter once more at an administrator's wish. */
  revive(id: number): boolean {
    const revived = this.#store.revive(id, this.#now());
    const chatId = this.#store.get(id)?.chatId;
    if (revived && chatId !== undefined) this.#lanes.kick(chatId);
    return revived;
  }

  /** Takes up what a former run left, and sends from now on. */
  start(): void {
    this.#lanes.start();
    this.#pulse.start();
    for (const chatId of this.#store.chatsWithPending()) this.#lanes.kick(chatId);
  }

  /** Sends no more; waits for calls under way, up to the deadline. What is left goes out after the next start. */
  async stop(deadlineMs: number): Promise<void> {
    this.#lanes.stop();
    // Entries given up here stay marked as being sent, and count as of unknown outcome for whoever takes them over.
    await this.#sender.stop(deadlineMs);
    this.#pulse.stop();
    try {
      this.#store.leave();
    } catch (error) {
      // The store may be full or locked; others then wait until this process counts as dead.
      this.#options.log.warn({ err: error }, 'outbox not left');
    }
  }

  /** Waits until nothing is left that could be sent now, up to the deadline. */
  async flush(deadlineMs: number): Promise<void> {
    const end = Date.now() + deadlineMs;
    while (!this.#lanes.isIdle && Date.now() < end) await new Promise((resolve) => setTimeout(resolve, 10));
  }

  /** A group has become a supergroup: everything that is kept for it moves to the new id, in one transaction. */
  moveChat(from: number, to: number): void {
    this.#outcomes.moveChat(from, to);
  }

  /** Ends all that waits for a chat; the chat's row says why until it is heard of again. */
  pauseChat(chatId: number, reason: string): void {
    this.#outcomes.pauseChat(chatId, reason);
  }

  /** A sign of life; and a look at what other processes on this store have left, and have done. */
  #beat(mayJudge: boolean): void {
    const { aliveMs } = this.#times;
    try {
      const now = this.#now();
      this.#store.signOfLife(now + aliveMs);
      if (!this.#lanes.isRunning) return;
      if (mayJudge) {
        for (const entry of this.#store.takeOver(now, aliveMs)) {
          this.#outcomes.interrupted(entry);
          this.#lanes.kickAt(entry.chatId, now);
        }
      }
      for (const chatId of this.#store.chatsWithPending(now - aliveMs)) this.#lanes.kick(chatId);
      for (const { id, state, messageId, error } of this.#store.finishedOf(this.#deliveries.awaited)) {
        this.#deliveries.settle(id, { state, messageId, error });
      }
    } catch (error) {
      this.#options.log.error({ err: error }, 'outbox not looked through');
    }
  }

  /** The way of a chat's messages, one by one, until nothing is left that could be sent now. */
  async #drain(chatId: number): Promise<void> {
    while (this.#lanes.isRunning) {
      const entry = this.#store.next(chatId);
      if (entry === undefined) return;
      const now = this.#now();
      if (this.#store.isBusyElsewhere(chatId)) {
        this.#lanes.kickAt(chatId, now + backOff(1, this.#times));
        return;
      }
      if (entry.expiresAt !== null && entry.expiresAt <= now) {
        this.#outcomes.finish(entry, 'expired', { error: entry.error ?? '已过有效时间' });
        continue;
      }
      const due = Math.max(entry.nextAt, this.#lanes.heldUntil(chatId));
      if (due > now) {
        this.#lanes.kickAt(chatId, due);
        return;
      }
      this.#lanes.release(chatId);
      await this.#sender.send(entry);
    }
  }
}
