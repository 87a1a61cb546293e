import type { Log } from '../../log.ts';

export interface LanesOptions {
  /** Sends what a chat has, in order; ends when nothing is left that could be sent now. */
  readonly drain: (chatId: number) => Promise<void>;
  /** A lane that failed is tried again after this. */
  readonly failedMs: number;
  readonly now: () => number;
  readonly log: Log;
}

/** setTimeout fires at once for waits longer than 24 days. */
const LONGEST_TIMER_MS = 3_600_000;

/** One lane a chat, so that its messages go out one after another, and those of other chats meanwhile. */
export class Lanes {
  readonly #options: LanesOptions;
  readonly #open = new Set<number>();
  readonly #timers = new Map<number, NodeJS.Timeout>();
  readonly #holds = new Map<number, number>();
  #isRunning = false;

  constructor(options: LanesOptions) {
    this.#options = options;
  }

  get isRunning(): boolean {
    return this.#isRunning;
  }

  /** Whether no chat has anything that could be sent now. */
  get isIdle(): boolean {
    return this.#open.size === 0;
  }

  start(): void {
    this.#isRunning = true;
  }

  stop(): void {
    this.#isRunning = false;
    for (const timer of this.#timers.values()) clearTimeout(timer);
    this.#timers.clear();
  }

  /** Opens the chat's lane; one that is open already comes to everything by itself. */
  kick(chatId: number): void {
    if (!this.#isRunning || this.#open.has(chatId)) return;
    const { drain, failedMs, now, log } = this.#options;
    this.#open.add(chatId);
    drain(chatId)
      .catch((error: unknown) => {
        log.error({ err: error, chatId }, 'outbox lane failed');
        this.kickAt(chatId, now() + failedMs);
      })
      .finally(() => this.#open.delete(chatId));
  }

  /** Opens it then; a time set before is forgotten. */
  kickAt(chatId: number, at: number): void {
    clearTimeout(this.#timers.get(chatId));
    const wait = Math.min(Math.max(at - this.#options.now(), 0), LONGEST_TIMER_MS);
    const wake = (): void => {
      this.#timers.delete(chatId);
      // The lane that set this timer may be ending just now.
      setImmediate(() => {
        this.kick(chatId);
      });
    };
    this.#timers.set(chatId, setTimeout(wake, wait));
  }
  /** Telegram told us to leave the chat alone until then. */
  hold(chatId: number, until: number): void {
    this.#holds.set(chatId, until);
  }

  heldUntil(chatId: number): number {
    return this.#holds.get(chatId) ?? 0;
  }

  release(chatId: number): void {
    this.#holds.delete(chatId);
  }
}
