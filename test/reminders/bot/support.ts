import { ReminderService, type ReminderServiceOptions } from '../../../src/bot/features/reminders/service.ts';
import type { BotSettings } from '../../../src/bot/settings.ts';
import { harness, onEnd, type Harness, type TestBot } from '../../bot/support/harness.ts';
import { day } from '../support.ts';

/** Saturday 29 March 2025, 09:00 in Shanghai. */
export const saturday = Date.UTC(2025, 2, 29, 1);
/** The Monday after it, 09:00. */
export const monday = saturday + 2 * day;

export interface ReminderHarness extends Harness {
  /** Moves the clock of every bot of this harness. */
  readonly setClock: (instant: number) => void;
  readonly begin: (settings?: Partial<BotSettings>, options?: Partial<ReminderServiceOptions>) => Promise<TestBot>;
}

/** Bots with reminders over a Bot API server on loopback, their clock running on from a set time. */
export async function reminderHarness(): Promise<ReminderHarness> {
  const base = await harness();
  let offset = saturday - Date.now();
  const begin: ReminderHarness['begin'] = async (settings = {}, options = {}) => {
    const service = new ReminderService({ graceMs: day, progressUsers: [], tickMs: 40, perSecond: 500, ...options });
    const bot = await base.start(settings, { now: () => Date.now() + offset, features: [service.feature] });
    service.start();
    const stop = async (): Promise<void> => {
      await service.stop();
      await bot.stop();
    };
    onEnd(stop);
    return { ...bot, stop };
  };
  return {
    ...base,
    begin,
    setClock: (instant) => {
      offset = instant - Date.now();
    },
  };
}
