import { setTimeout as sleep } from 'node:timers/promises';
import { Bot, Composer, GrammyError, InputFile, type Api } from 'grammy';
import type { Update } from 'grammy/types';
import type { Engine } from '../answer/engine.ts';
import type { PlanLibrary } from '../library/plan-library.ts';
import type { Log } from '../log.ts';
import { AuditStore } from '../storage/audit.ts';
import { ChatStore } from '../storage/chats.ts';
import type { Database } from '../storage/database.ts';
import { DialogueStore } from '../storage/dialogue.ts';
import { InboxStore } from '../storage/inbox.ts';
import { FactStore, NoticeStore } from '../storage/notices.ts';
import { OutboxStore } from '../storage/outbox.ts';
import { PinStore } from '../storage/pins.ts';
import { Access } from './access.ts';
import { Buttons } from './buttons.ts';
import { Commands } from './commands.ts';
import type { BotContext, BotHealth, BotObserver, Kit } from './context.ts';
import { errorBoundary } from './error-boundary.ts';
import { addAdministration } from './features/administration.ts';
import { addAnswerActions } from './features/answer-actions.ts';
import { addBasics } from './features/basics.ts';
import { addChatSettings } from './features/chat-settings.ts';
import { addFeedbackReview } from './features/feedback-review.ts';
import { inlineMode } from './features/inline.ts';
import { addPlanAdmin } from './features/plan-admin.ts';
import { planUpload } from './features/plan-upload.ts';
import { floodLimit } from './flood.ts';
import { gate, membership } from './gate.ts';
import { Intake } from './intake.ts';
import { publishMenu } from './menu.ts';
import { Transport } from './net/transport.ts';
import { Outbox, type SendCall } from './outbox/outbox.ts';
import { Polling, refusedToken } from './polling.ts';
import { plain } from './rich-text.ts';
import { router } from './router.ts';
import { defaults, type BotSettings } from './settings.ts';
import { staleQuestions } from './stale.ts';
import { updateScope } from './update-scope.ts';

export interface BotDependencies {
  readonly settings: BotSettings;
  readonly engine: Engine;
  readonly library: PlanLibrary;
  readonly database: Database;
  readonly log: Log;
  readonly observer?: BotObserver;
  readonly now?: () => number;
  /** Further features: they add commands and buttons to the kit, and may return handlers of their own. */
  readonly features?: readonly ((kit: Kit) => Composer<BotContext> | undefined)[];
}

export interface BotProgram {
  readonly kit: Kit;
  /**
   * Connects, for as long as that takes, and works until `stop`. Rejects with `ConfigError` where the token is refused.
   * Meanwhile the outbox takes messages.
   */
  run(): Promise<void>;
  /** Finishes what is under way, within `times.stopMs`, and leaves the rest stored. The database stays open. */
  stop(): Promise<void>;
  /** An update from the webhook: once this returns, it is stored. */
  accept(update: Update): void;
  health(): BotHealth;
}

const ALLOWED_UPDATES = [
  'message',
  'edited_message',
  'channel_post',
  'edited_channel_post',
  'callback_query',
  'inline_query',
  'my_chat_member',
] as const;

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** How long things are kept: Telegram repeats updates for a day at most; notices and dialogue are short-lived. */
const KEPT_MS = { inbox: 2 * DAY_MS, outbox: 14 * DAY_MS, dialogue: DAY_MS, notices: 40 * DAY_MS } as const;

/** Attempts to connect at the start are never further apart than this. */
const LONGEST_CONNECT_WAIT_MS = 30_000;

/** The whole bot over its dependencies; nothing is sent or opened before `run`. */
export function createBot(dependencies: BotDependencies): BotProgram {
  const { settings, engine, library, database, log, now = Date.now } = dependencies;
  const times = settings.times ?? {};
  const transport = new Transport(settings);
  const bot = new Bot<BotContext>(settings.token, {
    client: {
      apiRoot: settings.apiRoot,
      // grammY uses no more of fetch than this offers.
      fetch: transport.fetch as never,
      timeoutSeconds: times.requestSeconds ?? defaults.requestSeconds,
    },
  });
  const chats = new ChatStore(database);
  const notices = new NoticeStore(database);
  const access = new Access(settings, chats);
  const outbox = new Outbox({ database, chats, log, now, call: sendCall(bot.api), ...times });
  const observer = dependencies.observer ?? silentObserver;
  outbox.on({
    settled: (_, state) => {
      observer.delivery(state);
    },
  });
  const startedAt = now();
  let isStopped = false;
  let isConnected = false;

  const intake = new Intake({
    inbox: new InboxStore(database),
    log,
    now,
    handle: (update) => {
      observer.update(Object.keys(update).find((key) => key !== 'update_id') ?? 'unknown');
      return bot.handleUpdate(update);
    },
  });
  const polling = new Polling({
    api: bot.api,
    transport,
    intake,
    log,
    allowedUpdates: ALLOWED_UPDATES,
    onConflict: () => {
      kit.notifyAdmins('conflict', '另一个程序正用同一个令牌接收消息，请停掉其中一个。');
    },
    ...times,
  });

  const health = (): BotHealth => {
    const counts = outbox.counts();
    const pollLimit = 2 * 1000 * ((times.pollSeconds ?? 30) + (times.graceSeconds ?? 15));
    const { lastPollAt } = polling;
    const isFresh = settings.webhook !== null || (lastPollAt !== null && Date.now() - lastPollAt < pollLimit);
    return {
      isReady: isConnected && !isStopped && isFresh,
      mode: settings.webhook === null ? 'polling' : 'webhook',
      username: bot.isInited() ? bot.botInfo.username : null,
      startedAt,
      lastPollAt,
      waitingUpdates: intake.waiting,
      waitingMessages: counts.pending + counts.sending,
      deadMessages: counts.dead,
      pausedChats: chats.paused().length,
      plans: library.list().length,
    };
  };

  const kit: Kit = {
    settings,
    engine,
    library,
    database,
    chats,
    access,
    outbox,
    transport,
    log,
    now,
    notices,
    observer,
    health,
    api: bot.api,
    audit: new AuditStore(database),
    pins: new PinStore(database),
    dialogue: new DialogueStore(database),
    facts: new FactStore(database),
    commands: new Commands(),
    buttons: new Buttons(now),
    notifyAdmins: (topic, text) => {
      if (!notices.due(`admins:${topic}`, HOUR_MS, now())) return;
      for (const id of access.admins) outbox.enqueue({ chatId: id, body: plain(text) });
    },
  };
  outbox.on({
    topicLost: (chatId, threadId) => {
      const title = chats.get(chatId)?.title ?? '';
      kit.notifyAdmins(
        `topic:${chatId}:${threadId}`,
        `群“${title}”（${chatId}）的一个话题已关闭或删除，消息改发到群里。`,
      );
    },
  });

  const composers = addFeatures(kit, dependencies.features ?? []);
  bot.use(updateScope(outbox));
  bot.use(errorBoundary(log, () => isStopped));
  bot.use(membership(kit));
  bot.use(gate(kit));
  bot.use(staleQuestions(kit));
  bot.use(floodLimit(kit));
  bot.use(inlineMode(kit));
  bot.use(kit.buttons.composer());
  bot.use(...composers);
  bot.use(planUpload(kit));
  bot.use(router(kit));

  const stopping = new AbortController();

  const prune = (): void => {
    try {
      const at = now();
      kit.audit.prune(at - settings.logRetentionDays * DAY_MS);
      kit.dialogue.prune(at - KEPT_MS.dialogue);
      notices.prune(at - KEPT_MS.notices);
      new InboxStore(database).prune(at - KEPT_MS.inbox);
      new OutboxStore(database).prune(at - KEPT_MS.outbox);
    } catch (error) {
      log.error({ err: error }, 'old records not removed');
    }
  };

  return {
    kit,
    health,
    accept: (update) => {
      intake.accept([update]);
    },
    run: async () => {
      if (!access.isRestricted) log.warn('没有设置 ALLOWED_USERS 或 ALLOWED_CHATS：机器人对所有人开放。');
      await connect(bot, settings, log, stopping.signal, times.retryMs ?? 500);
      if (isStopped) return;
      isConnected = true;
      log.info({ username: bot.botInfo.username }, 'connected to Telegram');
      prune();
      const pruning = setInterval(prune, HOUR_MS);
      outbox.start();
      intake.start();
      void publishMenu(kit);
      try {
        if (settings.webhook === null) await polling.run();
        else await aborted(stopping.signal);
      } finally {
        clearInterval(pruning);
      }
    },
    stop: async () => {
      if (isStopped) return;
      isStopped = true;
      const end = Date.now() + (times.stopMs ?? defaults.stopMs);
      const left = (): number => Math.max(end - Date.now(), 50);
      stopping.abort();
      polling.stop();
      await intake.stop(left());
      await outbox.flush(Math.min(left(), 1500));
      await outbox.stop(left());
      if (isConnected && settings.webhook === null) await polling.confirm(Math.min(left(), 1000));
      transport.close();
    },
  };
}

function addFeatures(kit: Kit, further: NonNullable<BotDependencies['features']>): Composer<BotContext>[] {
  addBasics(kit);
  addAnswerActions(kit);
  addChatSettings(kit);
  addPlanAdmin(kit);
  addFeedbackReview(kit);
  addAdministration(kit);
  return further.map((feature) => feature(kit) ?? new Composer<BotContext>());
}

/** Asks who we are until Telegram answers, then chooses between polling and webhook. Throws where the token is wrong. */
async function connect(
  bot: Bot<BotContext>,
  settings: BotSettings,
  log: Log,
  signal: AbortSignal,
  firstWaitMs: number,
): Promise<void> {
  const isOver = (): boolean => signal.aborted;
  for (let tries = 1; !isOver(); tries += 1) {
    try {
      bot.botInfo = await bot.api.getMe(signal as never);
      if (settings.webhook === null) {
        await bot.api.deleteWebhook({ drop_pending_updates: false }, signal as never);
      } else {
        const { url, secret } = settings.webhook;
        await bot.api.setWebhook(url, { secret_token: secret, allowed_updates: ALLOWED_UPDATES }, signal as never);
      }
      return;
    } catch (error) {
      if (isOver()) return;
      if (error instanceof GrammyError && (error.error_code === 401 || error.error_code === 404))
        throw refusedToken(error);
      const isLimit = error instanceof GrammyError && error.error_code === 429;
      const told = isLimit ? (error.parameters.retry_after ?? 1) * 1000 : 0;
      const wait = Math.max(told, Math.min(firstWaitMs * 2 ** (tries - 1), LONGEST_CONNECT_WAIT_MS));
      log.warn({ tries, reason: reasonOf(error), nextTryMs: wait }, 'not connected to Telegram yet');
      await sleep(wait, undefined, { signal }).catch(() => undefined);
    }
  }
}

function reasonOf(error: unknown): string {
  if (error instanceof GrammyError) return error.description;
  const inner = error instanceof Error && 'error' in error ? error.error : error;
  return inner instanceof Error ? inner.message : String(inner);
}

const aborted = (signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    if (signal.aborted) resolve();
    signal.addEventListener('abort', () => {
      resolve();
    });
  });

/** grammY writes a file's name into a header without quotation marks. */
const UNSAFE_IN_NAME = /[\r\n";]+/g;

/** One call for an outbox entry, over the raw methods, so that what was stored is what is sent. */
const sendCall =
  (api: Api): SendCall =>
  async (method, chatId, payload, file, signal) => {
    const { text, ...rest } = payload;
    const attached = file === null ? null : new InputFile(file.bytes, file.name.replace(UNSAFE_IN_NAME, '_'));
    const common = { chat_id: chatId, ...rest };
    if (method === 'sendDocument' && attached !== null) {
      return (await api.raw.sendDocument({ ...common, document: attached }, signal as never)).message_id;
    }
    if (method === 'sendPhoto' && attached !== null) {
      return (await api.raw.sendPhoto({ ...common, photo: attached }, signal as never)).message_id;
    }
    return (await api.raw.sendMessage({ ...common, text: text ?? '' }, signal as never)).message_id;
  };

const silentObserver: BotObserver = {
  question: () => undefined,
  update: () => undefined,
  delivery: () => undefined,
};
