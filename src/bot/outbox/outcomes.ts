import type { Log } from '../../log.ts';
import { moveChat, type ChatStore } from '../../storage/chats.ts';
import type { Database } from '../../storage/database.ts';
import type { FinalState, OutboxEnd, OutboxEntry, OutboxStore } from '../../storage/outbox.ts';
import type { Deliveries } from './deliveries.ts';
import { classifyFailure, type DeliveryFailure } from './delivery-failure.ts';
import type { Listeners } from './events.ts';
import { afterFailure, type FailureStep } from './failure-policy.ts';
import type { Lanes } from './lanes.ts';
import type { RetryTimes } from './times.ts';

export interface OutcomesOptions {
  readonly database: Database;
  readonly chats: ChatStore;
  readonly store: OutboxStore;
  readonly lanes: Lanes;
  readonly deliveries: Deliveries;
  readonly listeners: Listeners;
  readonly times: RetryTimes;
  readonly now: () => number;
  readonly log: Log;
}

/** What follows from a call's outcome, or from news of a chat: it is stored, and all whom it concerns are told. */
export class Outcomes {
  readonly #options: OutcomesOptions;

  constructor(options: OutcomesOptions) {
    this.#options = options;
  }

  finish(entry: OutboxEntry, state: FinalState, end: OutboxEnd): void {
    const { store, deliveries, listeners, now } = this.#options;
    // Another process may have taken it over from this one, wrongly held for dead; then that one's word counts.
    if (!store.finish(entry.id, state, now(), end)) return;
    const { messageId = null, error = null } = end;
    deliveries.settle(entry.id, { state, messageId, error });
    listeners.tell('settled', entry, state);
  }

  failed(entry: OutboxEntry, error: unknown): void {
    this.#handle(entry, classifyFailure(error), false);
  }

  /** Whoever was sending it has died: nobody knows whether it arrived. */
  interrupted(entry: OutboxEntry): void {
    this.#handle(entry, { kind: 'uncertain', reason: '程序在发送途中结束' }, true);
  }

  /** A group has become a supergroup: everything that is kept for it moves to the new id, in one transaction. */
  moveChat(from: number, to: number): void {
    const { database, lanes, now } = this.#options;
    moveChat(database, from, to);
    lanes.kickAt(to, now());
  }

  /** Ends all that waits for a chat; the chat's row says why until it is heard of again. */
  pauseChat(chatId: number, reason: string): void {
    const { chats, store, deliveries, listeners } = this.#options;
    const now = this.#options.now();
    const isNew = chats.pause(chatId, reason, now);
    for (const id of store.dropChat(chatId, reason, now)) {
      deliveries.settle(id, { state: 'dead', messageId: null, error: reason });
    }
    if (isNew) listeners.tell('chatPaused', chatId, reason);
  }

  #handle(entry: OutboxEntry, failure: DeliveryFailure, isTakenOver: boolean): void {
    const { times, now, log } = this.#options;
    const { kind, reason } = failure;
    const steps = afterFailure(entry, failure, { now: now(), times, isTakenOver });
    log.warn({ id: entry.id, chatId: entry.chatId, failure: kind, reason }, 'message not confirmed');
    for (const step of steps) this.#carryOut(step, entry);
  }

  #carryOut(step: FailureStep, entry: OutboxEntry): void {
    const { store, lanes, listeners } = this.#options;
    const { id, chatId } = entry;
    switch (step.kind) {
      case 'hold':
        lanes.hold(chatId, step.until);
        return;
      case 'retry':
        store.retry(id, step.change);
        return;
      case 'finish':
        this.finish(entry, step.state, step.end);
        return;
      case 'topicLost':
        listeners.tell('topicLost', chatId, step.threadId);
        return;
      case 'moveChat':
        this.moveChat(chatId, step.to);
        return;
      case 'pauseChat':
        this.pauseChat(chatId, step.reason);
        return;
    }
  }
}
