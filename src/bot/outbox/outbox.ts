import PQueue from 'p-queue';
import type { Log } from '../../log.ts';
import { moveChat, type ChatStore } from '../../storage/chats.ts';
import type { Database } from '../../storage/database.ts';
import { OutboxStore, type OutboxEntry, type OutboxFile, type OutboxState } from '../../storage/outbox.ts';
import { within } from '../within.ts';
import { classifyFailure, type DeliveryFailure } from './delivery-failure.ts';
import { hasFormat, toEntries, withoutFormat, withoutTopic, type OutgoingMessage, type Payload } from './outgoing.ts';
import { Pulse } from './pulse.ts';

/** Sends one entry; resolves with the new message's id. */
export type SendCall = (
  method: string,
  chatId: number,
  payload: Payload,
  file: OutboxFile | null,
  signal: AbortSignal,
) => Promise<number>;

export interface OutboxTimes {
  /** The first wait after a failure; it doubles. Default 1 s. */
  readonly retryMs?: number;
  /** The longest wait while the server cannot be reached. Default 30 s. */
  readonly longestRetryMs?: number;
  /** Messages a second over all chats. Telegram allows about 30. Default 25. */
  readonly perSecond?: number;
  /** How long a process counts as alive after its last sign of life; what it was sending is taken over then. Default 15 s. */
  readonly aliveMs?: number;
}

export interface OutboxOptions extends OutboxTimes {
  readonly database: Database;
  readonly chats: ChatStore;
  readonly call: SendCall;
  readonly log: Log;
  readonly now?: () => number;
  /** Calls under way at once over all chats. Default 8. */
  readonly concurrency?: number;
}

export type FinalState = Exclude<OutboxState, 'pending' | 'sending'>;

export interface Delivery {
  /** The worst of the message's parts. */
  readonly state: FinalState;
  /** Of the first part. */
  readonly messageId: number | null;
  readonly error: string | null;
}

export interface Ticket {
  /** False where the same key had been handed in before. */
  readonly added: boolean;
  readonly ids: readonly number[];
  /** Settles when the fate of every part is known in this run of the program. */
  readonly settled: Promise<Delivery>;
}

export interface OutboxEvents {
  /** Nothing more is sent to this chat until it is heard of again. */
  chatPaused(chatId: number, reason: string, kind: 'gone' | 'noRights'): void;
  chatMoved(from: number, to: number): void;
  /** A topic is closed or deleted; its messages now go to the chat itself. */
  topicLost(chatId: number, threadId: number): void;
  settled(entry: OutboxEntry, state: FinalState): void;
}

/** Server errors are tried this often, then it is a dead letter. */
const MAX_ATTEMPTS = 5;
/** Each call of unknown outcome may have delivered a copy; nobody ever gets more than this many. */
const MAX_COPIES = 2;
const ALIVE_MS = 15_000;

const ranking: readonly FinalState[] = ['dead', 'expired', 'uncertain', 'sent'];

/**
 * Every message the program sends on its own account: stored first, sent in order within a chat, independently of
 * other chats, and retried as the kind of failure allows. Telegram knows no idempotent send, so a call whose
 * outcome is unknown is repeated once and no more.
 */
export class Outbox {
  readonly #options: OutboxOptions;
  readonly #store: OutboxStore;
  readonly #queue: PQueue;
  readonly #now: () => number;
  readonly #lanes = new Set<number>();
  readonly #timers = new Map<number, NodeJS.Timeout>();
  /** Chats that Telegram told us to leave alone until then. */
  readonly #holds = new Map<number, number>();
  readonly #waiters = new Map<number, (delivery: Delivery) => void>();
  readonly #listeners: Partial<OutboxEvents>[] = [];
  readonly #abort = new AbortController();
  readonly #pulse: Pulse;
  #running = false;

  constructor(options: OutboxOptions) {
    this.#options = options;
    this.#store = new OutboxStore(options.database);
    this.#now = options.now ?? Date.now;
    this.#pulse = new Pulse({
      aliveMs: this.#aliveMs,
      now: this.#now,
      beat: (mayJudge) => {
        this.#beat(mayJudge);
      },
    });
    this.#queue = new PQueue({
      concurrency: options.concurrency ?? 8,
      interval: 1000,
      intervalCap: options.perSecond ?? 25,
    });
  }

  on(listener: Partial<OutboxEvents>): void {
    this.#listeners.push(listener);
  }

  /** Stores a message to be sent. Inside a transaction it is stored with it, and sent once that is over. */
  enqueue(message: OutgoingMessage): Ticket {
    const now = this.#now();
    const stored = this.#options.database.transaction(() =>
      toEntries(message).map((entry) => this.#store.add(entry, now)),
    );
    const deliveries = stored.map(({ entry }) => this.#awaited(entry));
    const paused = this.#options.chats.get(message.chatId)?.pausedReason;
    if (typeof paused === 'string') {
      for (const { entry, added } of stored) if (added) this.#finish(entry, 'dead', { error: paused });
    }
    setImmediate(() => {
      this.#kick(message.chatId);
    });
    return {
      added: stored.some(({ added }) => added),
      ids: stored.map(({ entry }) => entry.id),
      settled: Promise.all(deliveries).then(worst),
    };
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
    if (revived && chatId !== undefined) this.#kick(chatId);
    return revived;
  }

  /** Takes up what a former run left, and sends from now on. */
  start(): void {
    this.#running = true;
    this.#pulse.start();
    for (const chatId of this.#store.chatsWithPending()) this.#kick(chatId);
  }

  /** Sends no more; waits for calls under way, up to the deadline. What is left goes out after the next start. */
  async stop(deadlineMs: number): Promise<void> {
    this.#running = false;
    for (const timer of this.#timers.values()) clearTimeout(timer);
    this.#timers.clear();
    this.#queue.clear();
    // Entries given up here stay marked as being sent, and count as of unknown outcome for whoever takes them over.
    await within(this.#queue.onIdle(), deadlineMs);
    this.#abort.abort();
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
    while (this.#lanes.size > 0 && Date.now() < end) await new Promise((resolve) => setTimeout(resolve, 10));
  }

  get #aliveMs(): number {
    return this.#options.aliveMs ?? ALIVE_MS;
  }

  /** A sign of life; and a look at what other processes on this store have left, and have done. */
  #beat(mayJudge: boolean): void {
    try {
      const now = this.#now();
      this.#store.signOfLife(now + this.#aliveMs);
      if (!this.#running) return;
      if (mayJudge) {
        for (const entry of this.#store.takeOver(now, this.#aliveMs)) {
          this.#settleFailure(entry, { kind: 'uncertain', reason: '程序在发送途中结束' }, true);
          this.#later(entry.chatId, now);
        }
      }
      for (const chatId of this.#store.chatsWithPending(now - this.#aliveMs)) this.#kick(chatId);
      for (const { id, state, messageId, error } of this.#store.finishedOf([...this.#waiters.keys()])) {
        this.#resolve(id, state as FinalState, messageId, error);
      }
    } catch (error) {
      this.#options.log.error({ err: error }, 'outbox not looked through');
    }
  }

  #kick(chatId: number): void {
    if (!this.#running || this.#lanes.has(chatId)) return;
    this.#lanes.add(chatId);
    this.#drain(chatId)
      .catch((error: unknown) => {
        this.#options.log.error({ err: error, chatId }, 'outbox lane failed');
        this.#later(chatId, this.#now() + (this.#options.longestRetryMs ?? 30_000));
      })
      .finally(() => this.#lanes.delete(chatId));
  }

  async #drain(chatId: number): Promise<void> {
    while (this.#running) {
      const entry = this.#store.next(chatId);
      if (entry === undefined) return;
      const now = this.#now();
      if (this.#store.isBusyElsewhere(chatId)) {
        this.#later(chatId, now + this.#backOff(1));
        return;
      }
      if (entry.expiresAt !== null && entry.expiresAt <= now) {
        this.#finish(entry, 'expired', { error: entry.error ?? '已过有效时间' });
        continue;
      }
      const due = Math.max(entry.nextAt, this.#holds.get(chatId) ?? 0);
      if (due > now) {
        this.#later(chatId, due);
        return;
      }
      this.#holds.delete(chatId);
      await this.#queue.add(() => this.#send(entry), { priority: -entry.priority });
    }
  }

  #later(chatId: number, at: number): void {
    clearTimeout(this.#timers.get(chatId));
    // setTimeout fires at once for waits longer than 24 days.
    const wait = Math.min(Math.max(at - this.#now(), 0), 3_600_000);
    const wake = (): void => {
      this.#timers.delete(chatId);
      // The lane that set this timer may be ending just now.
      setImmediate(() => {
        this.#kick(chatId);
      });
    };
    this.#timers.set(chatId, setTimeout(wake, wait));
  }

  async #send(entry: OutboxEntry): Promise<void> {
    if (!this.#running || !this.#store.claim(entry.id, this.#now() + this.#aliveMs)) return;
    const payload = JSON.parse(entry.payload) as Payload;
    try {
      const { signal } = this.#abort;
      const messageId = await this.#options.call(entry.method, entry.chatId, payload, entry.file, signal);
      if (signal.aborted) return;
      this.#finish(entry, 'sent', { messageId });
    } catch (error) {
      if (this.#abort.signal.aborted) return;
      this.#settleFailure(entry, classifyFailure(error), false);
    }
  }

  #settleFailure(entry: OutboxEntry, failure: DeliveryFailure, atStart: boolean): void {
    const { log } = this.#options;
    const now = this.#now();
    const { reason } = failure;
    const payload = JSON.parse(entry.payload) as Payload;
    log.warn({ id: entry.id, chatId: entry.chatId, failure: failure.kind, reason }, 'message not confirmed');
    switch (failure.kind) {
      case 'wait':
        this.#holds.set(entry.chatId, now + failure.ms);
        this.#store.retry(entry.id, { nextAt: now + failure.ms, error: reason });
        return;
      case 'unreached':
      case 'unauthorized':
        this.#store.retry(entry.id, { nextAt: now + this.#unreachedWait(entry), error: reason });
        return;
      case 'transient': {
        const attempts = entry.attempts + 1;
        if (attempts >= MAX_ATTEMPTS) this.#finish(entry, 'dead', { error: reason, attempts });
        else this.#store.retry(entry.id, { nextAt: now + this.#backOff(attempts), attempts, error: reason });
        return;
      }
      case 'uncertain': {
        const uncertain = entry.uncertain + 1;
        const nextAt = atStart ? now : now + this.#backOff(uncertain);
        if (uncertain >= MAX_COPIES) this.#finish(entry, 'uncertain', { error: reason, uncertain });
        else this.#store.retry(entry.id, { nextAt, uncertain, error: reason });
        return;
      }
      case 'format':
        if (hasFormat(payload)) this.#again(entry, withoutFormat(payload), reason);
        else this.#finish(entry, 'dead', { error: reason });
        return;
      case 'topic':
        if (payload.message_thread_id === undefined) {
          this.#finish(entry, 'dead', { error: reason });
          return;
        }
        this.#again(entry, withoutTopic(payload), reason);
        this.#emit('topicLost', entry.chatId, payload.message_thread_id);
        return;
      case 'migrated':
        this.#store.retry(entry.id, { nextAt: now, error: reason });
        this.moveChat(entry.chatId, failure.to);
        return;
      case 'gone':
      case 'noRights':
        this.#finish(entry, 'dead', { error: reason });
        this.pauseChat(entry.chatId, reason, failure.kind);
        return;
      case 'refused':
        this.#finish(entry, 'dead', { error: reason });
        return;
    }
  }

  /** A group has become a supergroup: everything that is kept for it moves to the new id, in one transaction. */
  moveChat(from: number, to: number): void {
    moveChat(this.#options.database, from, to);
    this.#emit('chatMoved', from, to);
    this.#later(to, this.#now());
  }

  /** Ends all that waits for a chat; the chat's row says why until it is heard of again. */
  pauseChat(chatId: number, reason: string, kind: 'gone' | 'noRights'): void {
    const now = this.#now();
    const isNew = this.#options.chats.pause(chatId, reason, now);
    for (const id of this.#store.dropChat(chatId, reason, now)) this.#resolve(id, 'dead', null, reason);
    if (isNew) this.#emit('chatPaused', chatId, reason, kind);
  }

  #again(entry: OutboxEntry, payload: Payload, error: string): void {
    this.#store.retry(entry.id, { nextAt: this.#now(), payload: JSON.stringify(payload), error });
  }

  #backOff(tries: number): number {
    const { retryMs = 1000, longestRetryMs = 30_000 } = this.#options;
    return Math.min(retryMs * 2 ** (tries - 1), longestRetryMs);
  }

  /** Waits grow with the time since the message was written, so that no count has to be kept for an outage. */
  #unreachedWait(entry: OutboxEntry): number {
    const { retryMs = 1000, longestRetryMs = 30_000 } = this.#options;
    return Math.min(Math.max(this.#now() - entry.createdAt, retryMs), longestRetryMs);
  }

  #awaited(entry: OutboxEntry): Promise<Delivery> {
    const { id, state, messageId, error } = entry;
    if (state !== 'pending' && state !== 'sending') return Promise.resolve({ state, messageId, error });
    return new Promise((resolve) => {
      const earlier = this.#waiters.get(id);
      this.#waiters.set(id, (delivery) => {
        earlier?.(delivery);
        resolve(delivery);
      });
    });
  }

  #finish(
    entry: OutboxEntry,
    state: FinalState,
    end: { messageId?: number; error?: string; attempts?: number; uncertain?: number },
  ): void {
    // Another process may have taken it over from this one, wrongly held for dead; then that one's word counts.
    if (!this.#store.finish(entry.id, state, this.#now(), end)) return;
    this.#resolve(entry.id, state, end.messageId ?? null, end.error ?? null);
    this.#emit('settled', entry, state);
  }

  #resolve(id: number, state: FinalState, messageId: number | null, error: string | null): void {
    this.#waiters.get(id)?.({ state, messageId, error });
    this.#waiters.delete(id);
  }

  #emit<K extends keyof OutboxEvents>(event: K, ...details: Parameters<OutboxEvents[K]>): void {
    for (const listener of this.#listeners) {
      const handler = listener[event] as ((...given: Parameters<OutboxEvents[K]>) => void) | undefined;
      handler?.(...details);
    }
  }
}

const worst = (deliveries: readonly Delivery[]): Delivery => {
  const [first] = deliveries;
  const ranked = deliveries.toSorted((a, b) => ranking.indexOf(a.state) - ranking.indexOf(b.state));
  const state = ranked[0]?.state ?? 'sent';
  return { state, messageId: first?.messageId ?? null, error: ranked[0]?.error ?? null };
};
