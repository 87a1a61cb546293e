import type { Update } from 'grammy/types';
import PQueue from 'p-queue';
import type { Log } from '../log.ts';
import type { InboxEntry, InboxStore } from '../storage/inbox.ts';
import { within } from './within.ts';

export interface IntakeOptions {
  readonly inbox: InboxStore;
  /** Carries out one update; its own failures are answered inside, so a rejection here is a fault of the program. */
  readonly handle: (update: Update) => Promise<void>;
  readonly log: Log;
  readonly now?: () => number;
  /** Updates handled at once over all lanes. Default 16. */
  readonly concurrency?: number;
  /** Updates waiting in memory before polling pauses. Default 2000. */
  readonly mostWaiting?: number;
}

/** An update that crashed the program this often is not tried again. */
const MAX_ATTEMPTS = 3;

/** Updates of one lane are handled in order, those of different lanes side by side. */
function laneOf(update: Update): string {
  const message = update.message ?? update.edited_message ?? update.channel_post ?? update.edited_channel_post;
  const chat = message?.chat ?? update.callback_query?.message?.chat ?? update.my_chat_member?.chat;
  if (chat !== undefined) return `chat:${chat.id}`;
  return `user:${update.callback_query?.from.id ?? 0}`;
}

/**
 * Takes updates in, from polling or a webhook. They are stored before the caller confirms them and handled off its
 * loop, from `start` on; one delivered again is recognised by its id. Inline queries are too short-lived to be stored:
 * of those that arrive together a person's newest is answered, and none that comes before `start`.
 */
export class Intake {
  readonly #options: IntakeOptions;
  readonly #queue: PQueue;
  readonly #lanes = new Map<string, Promise<void>>();
  readonly #newestInline = new Map<number, number>();
  #waiting = 0;
  #isStarted = false;
  #running = true;

  constructor(options: IntakeOptions) {
    this.#options = options;
    this.#queue = new PQueue({ concurrency: options.concurrency ?? 16 });
  }

  /** How many updates are not finished. */
  get waiting(): number {
    return this.#waiting;
  }

  get isFull(): boolean {
    return this.#waiting >= (this.#options.mostWaiting ?? 2000);
  }

  /** Begins with what is stored: what a former run left unfinished, and what a webhook has brought already. */
  start(): void {
    if (this.#isStarted) return;
    this.#isStarted = true;
    for (const entry of this.#options.inbox.pending()) {
      if (entry.attempts >= MAX_ATTEMPTS) {
        this.#options.log.error({ updateId: entry.updateId }, 'update given up after repeated crashes');
        this.#options.inbox.finish(entry.updateId);
      } else {
        this.#enter(entry, JSON.parse(entry.payload) as Update);
      }
    }
  }

  /** When this returns, the updates are safe: they may be confirmed. */
  accept(updates: readonly Update[]): void {
    const { inbox, now = Date.now } = this.#options;
    const stored = updates.filter((update) => update.inline_query === undefined);
    const entries = inbox.accept(
      stored.map((update) => ({
        updateId: update.update_id,
        lane: laneOf(update),
        payload: JSON.stringify(update),
      })),
      now(),
    );
    // Whoever is to handle them may not know yet who it is; `start` finds them in the store.
    if (!this.#isStarted) return;
    const byId = new Map(stored.map((update) => [update.update_id, update]));
    for (const entry of entries) {
      const update = byId.get(entry.updateId);
      if (update !== undefined) this.#enter(entry, update);
    }
    this.#answerInline(updates);
  }

  /** Begins no further update; waits for those under way, up to the deadline. The rest stays stored. */
  async stop(deadlineMs: number): Promise<void> {
    this.#running = false;
    this.#queue.clear();
    await within(this.#queue.onIdle(), deadlineMs);
  }

  #enter(entry: InboxEntry, update: Update): void {
    this.#waiting += 1;
    const before = this.#lanes.get(entry.lane) ?? Promise.resolve();
    const turn = before
      .then(() => this.#queue.add(() => this.#handle(entry, update)))
      .then(
        () => undefined,
        (error: unknown) => {
          this.#options.log.error({ err: error, updateId: entry.updateId }, 'update failed');
        },
      );
    this.#lanes.set(entry.lane, turn);
    void turn.then(() => {
      this.#waiting -= 1;
      if (this.#lanes.get(entry.lane) === turn) this.#lanes.delete(entry.lane);
    });
  }

  async #handle(entry: InboxEntry, update: Update): Promise<void> {
    if (!this.#running) return;
    this.#options.inbox.begin(entry.updateId);
    await this.#options.handle(update);
    this.#options.inbox.finish(entry.updateId);
  }

  #answerInline(updates: readonly Update[]): void {
    for (const { inline_query: query, update_id: id } of updates) {
      if (query !== undefined) this.#newestInline.set(query.from.id, id);
    }
    for (const update of updates) {
      const person = update.inline_query?.from.id;
      if (person === undefined || this.#newestInline.get(person) !== update.update_id) continue;
      this.#newestInline.delete(person);
      this.#options.handle(update).catch((error: unknown) => {
        this.#options.log.error({ err: error, updateId: update.update_id }, 'inline query failed');
      });
    }
  }
}
