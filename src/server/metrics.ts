import { Counter, Gauge, Histogram, Registry } from 'prom-client';
import type { BotHealth, BotObserver } from '../bot/kit.ts';

/** Numbers for Prometheus, with no text of anybody's in them. */
export class Metrics implements BotObserver {
  readonly #registry = new Registry();
  readonly #questions: Counter<'surface' | 'status'>;
  readonly #seconds: Histogram<'surface'>;
  readonly #updates: Counter<'kind'>;
  readonly #deliveries: Counter<'state'>;
  #health: (() => BotHealth) | null = null;

  constructor() {
    const registers = [this.#registry];
    this.#questions = new Counter({
      name: 'workplan_questions_total',
      help: 'Questions by surface and outcome',
      labelNames: ['surface', 'status'],
      registers,
    });
    this.#seconds = new Histogram({
      name: 'workplan_answer_seconds',
      help: 'From a question to its finished answer',
      labelNames: ['surface'],
      buckets: [0.001, 0.003, 0.01, 0.03, 0.1, 0.3, 1, 3],
      registers,
    });
    this.#updates = new Counter({
      name: 'workplan_updates_total',
      help: 'Updates handled, by kind',
      labelNames: ['kind'],
      registers,
    });
    this.#deliveries = new Counter({
      name: 'workplan_deliveries_total',
      help: 'Messages settled, by state',
      labelNames: ['state'],
      registers,
    });
    this.#gauge('workplan_ready', 'One while connected', ({ isReady }) => Number(isReady));
    this.#gauge('workplan_last_poll_timestamp_seconds', 'When a poll last succeeded', ({ lastPollAt }) =>
      lastPollAt === null ? 0 : lastPollAt / 1000,
    );
    this.#gauge('workplan_waiting_updates', 'Updates not finished', ({ waitingUpdates }) => waitingUpdates);
    this.#gauge('workplan_waiting_messages', 'Messages not sent', ({ waitingMessages }) => waitingMessages);
    this.#gauge('workplan_dead_messages', 'Messages given up', ({ deadMessages }) => deadMessages);
    this.#gauge('workplan_paused_chats', 'Chats nothing is sent to', ({ pausedChats }) => pausedChats);
    this.#gauge('workplan_plans', 'Plans loaded', ({ plans }) => plans);
  }

  question(surface: string, status: string, ms: number): void {
    this.#questions.inc({ surface, status });
    this.#seconds.observe({ surface }, ms / 1000);
  }

  update(kind: string): void {
    this.#updates.inc({ kind });
  }

  delivery(state: string): void {
    this.#deliveries.inc({ state });
  }

  /** From now on the gauges tell of this bot. */
  watch(health: () => BotHealth): void {
    this.#health = health;
  }

  get contentType(): string {
    return this.#registry.contentType;
  }

  text(): Promise<string> {
    return this.#registry.metrics();
  }

  #gauge(name: string, help: string, read: (health: BotHealth) => number): void {
    const value = (): number | null => (this.#health === null ? null : read(this.#health()));
    new Gauge({
      name,
      help,
      registers: [this.#registry],
      collect() {
        const now = value();
        if (now !== null) this.set(now);
      },
    });
  }
}
