import type { Composer } from 'grammy';
import { Ledger } from '../../../ledger/ledger.ts';
import { systemClock, type ReminderEnvironment } from '../../../reminders/environment.ts';
import { Reminders } from '../../../reminders/reminders.ts';
import { ReminderRunner, type RunnerOptions } from '../../../reminders/runner.ts';
import { OccurrenceStore } from '../../../storage/occurrences.ts';
import { ProgressReportStore } from '../../../storage/progress-reports.ts';
import { ReminderStore } from '../../../storage/reminders.ts';
import type { BotContext } from '../../context.ts';
import type { Kit } from '../../kit.ts';
import { addChart } from '../progress/chart-command.ts';
import { addExport } from '../export-command.ts';
import { addProgress } from '../progress/commands.ts';
import { addRemind } from './commands.ts';
import { OutboxDelivery } from './delivery.ts';
import { addReminderList } from './list.ts';
import { tellWhoSetThem } from './unreachable.ts';

export interface ReminderServiceOptions extends RunnerOptions {
  /** How late a reminder may still be sent, in milliseconds. */
  readonly graceMs: number;
  /** Who may report progress for everybody, besides the administrators. */
  readonly progressUsers: readonly number[];
}

/** Reminders, progress, charts and exports as one feature of the bot, with the runner that sends what is due. */
export class ReminderService {
  readonly #options: ReminderServiceOptions;
  #runner: ReminderRunner | undefined;

  constructor(options: ReminderServiceOptions) {
    this.#options = options;
  }

  /** To be given to `createBot` as one of its features. */
  readonly feature = (kit: Kit): Composer<BotContext> | undefined => {
    const { graceMs, progressUsers } = this.#options;
    const { database, chats, library, log, access } = kit;
    const ledger = new Ledger(new ProgressReportStore(database));
    const environment: ReminderEnvironment = {
      database,
      chats,
      library,
      ledger,
      log,
      graceMs,
      // A private chat has its person's number.
      allows: (chatId) => access.allows(chatId > 0 ? chatId : undefined, chatId),
      reminders: new ReminderStore(database),
      occurrences: new OccurrenceStore(database),
      clock: { ...systemClock, now: kit.now },
    };
    const reminders = new Reminders(environment, kit.settings.timeZone);
    const runner = new ReminderRunner(environment, new OutboxDelivery(kit.outbox), this.#options);
    this.#runner = runner;
    const tools = { kit, ledger, reminders };
    tellWhoSetThem(kit, environment.reminders);
    addRemind(kit, reminders);
    addReminderList(kit, reminders, runner);
    addProgress(tools, progressUsers);
    addChart(tools);
    addExport(tools);
    return undefined;
  };

  /** Sends what is due from now on; what it hands over goes out once the bot is connected. */
  start(): void {
    this.#runner?.start();
  }

  /** Begins no further reminder; to be awaited before the bot stops and the database closes. */
  async stop(): Promise<void> {
    await this.#runner?.stop();
  }
}
