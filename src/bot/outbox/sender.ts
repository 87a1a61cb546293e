import PQueue from 'p-queue';
import type { OutboxEntry, OutboxFile } from '../../storage/outbox.ts';
import { within } from '../within.ts';
import { payloadOf, type Payload } from './outgoing.ts';

/** Sends one entry; resolves with the new message's id. */
export type SendCall = (
  method: string,
  chatId: number,
  payload: Payload,
  file: OutboxFile | null,
  signal: AbortSignal,
) => Promise<number>;

export interface SenderOptions {
  readonly call: SendCall;
  /** Calls under way at once over all chats. */
  readonly concurrency: number;
  /** Calls a second over all chats. */
  readonly perSecond: number;
  /** Takes the entry just before its call; false where it is not to be sent any more. */
  readonly claim: (entry: OutboxEntry) => boolean;
  readonly confirmed: (entry: OutboxEntry, messageId: number) => void;
  readonly failed: (entry: OutboxEntry, error: unknown) => void;
}

/** Makes the calls within Telegram's limits, those that somebody waits for before those in bulk. */
export class Sender {
  readonly #options: SenderOptions;
  readonly #queue: PQueue;
  readonly #abort = new AbortController();

  constructor(options: SenderOptions) {
    this.#options = options;
    const { concurrency, perSecond } = options;
    this.#queue = new PQueue({ concurrency, interval: 1000, intervalCap: perSecond });
  }

  /** Resolves when the call is over and its outcome has been told. */
  send(entry: OutboxEntry): Promise<void> {
    return this.#queue.add(() => this.#call(entry), { priority: -entry.priority });
  }

  /** Begins no further call; waits for those under way, up to the deadline, and gives up the rest untold. */
  async stop(deadlineMs: number): Promise<void> {
    this.#queue.clear();
    await within(this.#queue.onIdle(), deadlineMs);
    this.#abort.abort();
  }

  async #call(entry: OutboxEntry): Promise<void> {
    const { call, claim, confirmed, failed } = this.#options;
    if (!claim(entry)) return;
    const { signal } = this.#abort;
    const payload = payloadOf(entry);
    try {
      const messageId = await call(entry.method, entry.chatId, payload, entry.file, signal);
      if (signal.aborted) return;
      confirmed(entry, messageId);
    } catch (error) {
      if (signal.aborted) return;
      failed(entry, error);
    }
  }
}
