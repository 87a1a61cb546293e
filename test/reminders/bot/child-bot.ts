/**
 * The bot with its reminders as a process of its own, for tests that kill it. Arguments: the Bot API server's root, its
 * token, the store's file, and the instant it takes for now at its start.
 */
import { createBot } from '../../../src/bot/bot.ts';
import { ReminderService } from '../../../src/bot/features/reminders/service.ts';
import { openDatabase } from '../../../src/storage/database.ts';
import { FakeEngine, FakeLibrary, loadSeed } from '../../bot/support/fake-engine.ts';
import { day, quietLog } from '../support.ts';

const [apiRoot = '', token = '', file = '', start = ''] = process.argv.slice(2);
const offset = Number(start) - Date.now();

const library = new FakeLibrary([await loadSeed()]);
const service = new ReminderService({ graceMs: day, progressUsers: [], tickMs: 100, leaseMs: 1000 });
const bot = createBot({
  settings: {
    token,
    apiRoot,
    proxy: null,
    noProxy: '',
    adminIds: [],
    allowedUsers: [],
    allowedChats: [],
    timeZone: 'Asia/Shanghai',
    logRetentionDays: 90,
    webhook: null,
    times: {
      pollSeconds: 1,
      graceSeconds: 1,
      retryMs: 40,
      longestRetryMs: 200,
      aliveMs: 1000,
      requestSeconds: 10,
      stopMs: 2000,
    },
  },
  engine: new FakeEngine(library),
  library,
  database: openDatabase(file),
  log: quietLog,
  now: () => Date.now() + offset,
  features: [service.feature],
});
service.start();
await bot.run();
