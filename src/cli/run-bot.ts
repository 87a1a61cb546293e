import { createEngine } from '../answer/create-engine.ts';
import { createBot } from '../bot/bot.ts';
import { ReminderService } from '../bot/features/reminders/service.ts';
import type { BotSettings, BotTimes } from '../bot/settings.ts';
import type { Config } from '../config.ts';
import type { RunnerOptions } from '../reminders/runner.ts';
import { HttpServer } from '../server/http-server.ts';
import { Metrics } from '../server/metrics.ts';
import { lazyEmbedder, modelFault, openPlans, openStore, type Environment } from './environment.ts';

/** Exit code of a second signal: nothing more is waited for. */
const forcedExit = 130;
/** A stop that takes longer is cut off, so that a service manager need not kill. */
const stopLimitMs = 5000;

/** Waits and rates of the whole program. */
export type ProgramTimes = BotTimes & RunnerOptions;

/**
 * Runs the Telegram bot until SIGTERM or SIGINT, then finishes what is under way and closes the stores. `times` is for
 * tests, which cannot wait as long as the program does.
 */
export async function runBot(environment: Environment, token: string, times: ProgramTimes = {}): Promise<void> {
  const { config, log } = environment;
  const database = openStore(environment);
  const embedder = lazyEmbedder(config);
  const library = await openPlans(environment, database, embedder);
  const engine = createEngine({ library, log });
  const metrics = new Metrics();
  const reminders = new ReminderService({
    graceMs: config.reminderGraceHours * 3_600_000,
    progressUsers: config.progressUsers,
    ...times,
  });
  const bot = createBot({
    settings: { ...botSettings(config, token), times },
    engine,
    library,
    database,
    log,
    observer: metrics,
    modelFault: modelFault(embedder),
    features: [reminders.feature],
  });
  metrics.watch(bot.health);
  const server =
    config.port === null
      ? null
      : new HttpServer({
          host: config.host,
          port: config.port,
          health: bot.health,
          metrics,
          log,
          webhook:
            config.webhook === null
              ? null
              : { path: new URL(config.webhook.url).pathname, secret: config.webhook.secret, accept: bot.accept },
        });

  let stopping = false;
  const stop = (signal: NodeJS.Signals): void => {
    if (stopping) process.exit(forcedExit);
    stopping = true;
    log.info({ signal }, 'stopping');
    setTimeout(() => process.exit(process.exitCode ?? 0), stopLimitMs).unref();
    void reminders.stop().then(() => bot.stop());
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);

  try {
    await server?.start();
    // The first question should not wait for the model.
    void library
      .current()
      ?.retriever.prepare()
      .catch((error: unknown) => {
        log.error({ err: error }, 'index not opened');
      });
    reminders.start();
    await bot.run();
  } finally {
    await reminders.stop();
    await bot.stop();
    await server?.stop();
    database.close();
  }
}

function botSettings(config: Config, token: string): BotSettings {
  return {
    token,
    apiRoot: config.apiRoot,
    proxy: config.proxy.url,
    noProxy: config.proxy.noProxy,
    adminIds: config.adminIds,
    allowedUsers: config.allowedUsers,
    allowedChats: config.allowedChats,
    leavesForeignGroups: config.leavesForeignGroups,
    localFilesRoot: config.localFilesRoot,
    timeZone: config.timeZone,
    logRetentionDays: config.logRetentionDays,
    webhook: config.webhook,
  };
}
