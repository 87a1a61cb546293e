import path from 'node:path';
import { Ledger } from '../../src/ledger/ledger.ts';
import type { PlanFigures } from '../../src/ledger/plan-figures.ts';
import type { LoadedPlan, PlanLibrary } from '../../src/library/plan-library.ts';
import type { Log } from '../../src/log.ts';
import type { DeliveryOutcome, ReminderDelivery, ReminderMessage } from '../../src/reminders/delivery.ts';
import { lineText } from '../../src/answer/render-text.ts';
import { digestPages } from '../../src/reminders/digest-pages.ts';
import type { Clock, ReminderEnvironment } from '../../src/reminders/environment.ts';
import { Reminders, type ReminderWish } from '../../src/reminders/reminders.ts';
import { ReminderRunner, type RunnerOptions } from '../../src/reminders/runner.ts';
import { ChatStore } from '../../src/storage/chats.ts';
import { openDatabase, type Database } from '../../src/storage/database.ts';
import { OccurrenceStore } from '../../src/storage/occurrences.ts';
import { OutboxStore } from '../../src/storage/outbox.ts';
import { ProgressReportStore } from '../../src/storage/progress-reports.ts';
import { ReminderStore } from '../../src/storage/reminders.ts';
import { waterAndAir } from '../ledger/builders.ts';

export const hour = 3_600_000;
export const day = 24 * hour;
export const zone = 'Asia/Shanghai';
/** Monday 31 March 2025, 09:00 in Shanghai. */
export const monday9 = Date.UTC(2025, 2, 31, 1);

/** A clock that stands until it is set; sleeping moves it. */
export class ManualClock implements Clock {
  #now: number;

  constructor(now: number) {
    this.#now = now;
  }

  now(): number {
    return this.#now;
  }

  set(now: number): void {
    this.#now = now;
  }

  sleep(ms: number): Promise<void> {
    this.#now += ms;
    return Promise.resolve();
  }
}

/** A library of the given plans, the first one current. */
export class TestLibrary implements PlanLibrary {
  version = 0;
  plans: readonly PlanFigures[];

  constructor(plans: readonly PlanFigures[]) {
    this.plans = plans;
  }

  list(): readonly LoadedPlan[] {
    return this.plans as readonly LoadedPlan[];
  }

  get(id: string): LoadedPlan | undefined {
    return this.list().find(({ plan }) => plan.id === id);
  }

  current(): LoadedPlan | undefined {
    return this.list()[0];
  }

  draft = () => Promise.reject(new Error('not in this test'));
  commit = () => Promise.reject(new Error('not in this test'));
  setCurrent = () => undefined;
  withdraw = () => undefined;
}

/** Hands messages to the real outbox table; what is to become of them there is set by the test. */
export class StoredDelivery implements ReminderDelivery {
  readonly #store: OutboxStore;
  readonly #clock: Clock;
  outcomes: (key: string) => DeliveryOutcome = () => ({ kind: 'waiting' });

  constructor(db: Database, clock: Clock) {
    this.#store = new OutboxStore(db);
    this.#clock = clock;
  }

  prepare(message: ReminderMessage): Promise<() => void> {
    return Promise.resolve(() => {
      this.#store.add(
        {
          chatId: message.chatId,
          dedupeKey: message.key,
          method: 'sendMessage',
          payload: JSON.stringify({ text: textOf(message) }),
          file: null,
          priority: 1,
          expiresAt: null,
        },
        this.#clock.now(),
      );
    });
  }

  outcome(key: string): DeliveryOutcome {
    return this.outcomes(key);
  }
}

export const textOf = ({ content }: ReminderMessage): string =>
  (content.kind === 'notice' ? [content.lines] : digestPages(content.digest, content.lateFor))
    .map((page) => page.map(lineText).join('\n'))
    .join('\n---\n');

export const quietLog: Log = {
  debug: () => undefined,
  info: () => undefined,
  warn: () => undefined,
  error: () => undefined,
};

export interface Bench {
  readonly db: Database;
  readonly clock: Clock;
  readonly library: TestLibrary;
  readonly environment: ReminderEnvironment;
  readonly delivery: StoredDelivery;
  readonly reminders: Reminders;
  readonly runner: ReminderRunner;
  /** What stands in the outbox, in order. */
  sent(): readonly { readonly chatId: number; readonly key: string; readonly text: string; readonly at: number }[];
  close(): void;
}

export interface BenchOptions extends RunnerOptions {
  readonly graceMs?: number;
  readonly log?: Log;
  readonly allows?: (chatId: number) => boolean;
}

/** One process's view of a store. */
export function openBench(
  folder: string,
  clock: Clock,
  library = new TestLibrary([waterAndAir()]),
  options: BenchOptions = {},
): Bench {
  const db = openDatabase(path.join(folder, 'bot.db'));
  const environment: ReminderEnvironment = {
    database: db,
    reminders: new ReminderStore(db),
    occurrences: new OccurrenceStore(db),
    chats: new ChatStore(db),
    library,
    ledger: new Ledger(new ProgressReportStore(db)),
    clock,
    log: options.log ?? quietLog,
    allows: (chatId) => options.allows?.(chatId) ?? true,
    graceMs: options.graceMs ?? day,
  };
  const delivery = new StoredDelivery(db, clock);
  return {
    db,
    clock,
    library,
    environment,
    delivery,
    reminders: new Reminders(environment, zone),
    runner: new ReminderRunner(environment, delivery, options),
    sent: () =>
      db.all('SELECT chat_id, dedupe_key, payload, created_at FROM outbox ORDER BY id').map((row) => ({
        chatId: row.integer('chat_id'),
        key: row.text('dedupe_key'),
        text: (JSON.parse(row.text('payload')) as { text: string }).text,
        at: row.integer('created_at'),
      })),
    close: () => {
      db.close();
    },
  };
}

export const wish = (change: Partial<ReminderWish> = {}): ReminderWish => ({
  chatId: -100,
  threadId: null,
  userId: 7,
  schedule: { rule: { kind: 'weekly', weekdays: [1] }, hour: 9, minute: 0, holidays: 'keep' },
  topic: '水环境',
  picture: false,
  silent: false,
  ...change,
});
