import type { FinalState, OutboxEntry } from '../../storage/outbox.ts';

export interface OutboxEvents {
  /** Nothing more is sent to this chat until it is heard of again. */
  chatPaused(chatId: number, reason: string): void;
  /** A topic is closed or deleted; its messages now go to the chat itself. */
  topicLost(chatId: number, threadId: number): void;
  settled(entry: OutboxEntry, state: FinalState): void;
}

/** Those who listen to the outbox, each to the events it names. */
export class Listeners {
  readonly #listeners: Partial<OutboxEvents>[] = [];

  add(listener: Partial<OutboxEvents>): void {
    this.#listeners.push(listener);
  }

  tell<K extends keyof OutboxEvents>(event: K, ...details: Parameters<OutboxEvents[K]>): void {
    for (const listener of this.#listeners) {
      const handler = listener[event] as ((...given: Parameters<OutboxEvents[K]>) => void) | undefined;
      handler?.(...details);
    }
  }
}
