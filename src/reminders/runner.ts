import { randomUUID } from 'node:crypto';
import type { ReminderDelivery } from './delivery.ts';
import { dispatchWaiting } from './dispatcher.ts';
import type { ReminderEnvironment } from './environment.ts';
import { enterDue, resumeWaiting } from './planner.ts';
import { settleHanded } from './settler.ts';

export interface RunnerOptions {
  /** Milliseconds between two looks at the clock; a reminder is at most this late. Default 15,000. */
  readonly tickMs?: number;
  /** Reminders handed over a second. Default 20, under Telegram's 30. */
  readonly perSecond?: number;
  /** How long a process may take over one claim, in milliseconds. Default 60,000. */
  readonly leaseMs?: number;
}

/**
 * Looks at the clock again and again and sends what is due. It asks the store each time rather than setting timers for
 * the due times, so that a sleeping machine, a clock set anew and a second process make no difference.
 */
export class ReminderRunner {
  readonly #environment: ReminderEnvironment;
  readonly #delivery: ReminderDelivery;
  readonly #tickMs: number;
  readonly #perSecond: number;
  readonly #leaseMs: number;
  readonly #owner = randomUUID();
  #timer: NodeJS.Timeout | undefined;
  #current: Promise<void> = Promise.resolve();
  #state: 'new' | 'running' | 'stopped' = 'new';

  constructor(environment: ReminderEnvironment, delivery: ReminderDelivery, options: RunnerOptions = {}) {
    this.#environment = environment;
    this.#delivery = delivery;
    this.#tickMs = options.tickMs ?? 15_000;
    this.#perSecond = options.perSecond ?? 20;
    this.#leaseMs = options.leaseMs ?? 60_000;
  }

  start(): void {
    if (this.#state === 'running') return;
    this.#state = 'running';
    this.#next(0);
  }

  /** Begins no further reminder; resolves when the one under way is handed over. */
  async stop(): Promise<void> {
    const wasStopped = this.#state === 'stopped';
    this.#state = 'stopped';
    clearTimeout(this.#timer);
    await this.#current;
    // The store may be closed after the first stop.
    if (!wasStopped) this.#environment.occurrences.release(this.#owner);
  }

  /** One look at the clock, for 立即发送 too; none after a stop. Looks never overlap within a process. */
  tick(): Promise<void> {
    this.#current = this.#current.then(() => this.#look());
    return this.#current;
  }

  #next(delayMs: number): void {
    this.#timer = setTimeout(() => {
      void this.tick().then(() => {
        if (this.#state === 'running') this.#next(this.#tickMs);
      });
    }, delayMs);
  }

  async #look(): Promise<void> {
    if (this.#state === 'stopped') return;
    try {
      resumeWaiting(this.#environment);
      enterDue(this.#environment);
      await dispatchWaiting(this.#environment, this.#delivery, {
        owner: this.#owner,
        leaseMs: this.#leaseMs,
        perSecond: this.#perSecond,
        stopped: () => this.#state === 'stopped',
      });
      settleHanded(this.#environment, this.#delivery);
    } catch (error) {
      // A locked or full store now may be free at the next look.
      this.#environment.log.error({ err: error }, 'looking for due reminders failed');
    }
  }
}
