import type { Composer } from 'grammy';
import { Bot } from 'grammy';
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
import { PinStore } from '../storage/pins.ts';
import { Access } from './access.ts';
import { Buttons } from './buttons.ts';
import { Commands } from './commands.ts';
import { ALLOWED_UPDATES, connect } from './connect.ts';
import type { BotContext } from './context.ts';
import type { BotHealth, BotObserver, Kit } from './kit.ts';
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
import { Outbox } from './outbox/outbox.ts';
import { Polling } from './polling.ts';
import { keepTidy } from './retention.ts';
import { plain } from './rich-text.ts';
import { router } from './router.ts';
import { sendCall } from './send-call.ts';
import { defaults, type BotSettings } from './settings.ts';
import { staleQuestions } from './stale.ts';
import { updateScope } from './update-scope.ts';

/** Adds commands and buttons to the kit, and may return handlers of its own. */
export type Feature = (kit: Kit) => Composer<BotContext> | undefined;

export interface BotDependencies {
  readonly settings: BotSettings;
  readonly engine: Engine;
  readonly library: PlanLibrary;
  readonly database: Database;
  readonly log: Log;
  readonly observer?: BotObserver;
  /** Why the embedding model cannot be used, in Chinese with the cure; null, the default, where it can. */
  readonly modelFault?: string | null;
  readonly now?: () => number;
  /** Features besides those of this room's own. */
  readonly features?: readonly Feature[];
}

export interface BotProgram {
  readonly kit: Kit;
  /**
   * Connects, for as long as that takes, and works until `stop`. Rejects with `ConfigError` where the token is refused.
   * Meanwhile the outbox takes messages.
   */
  readonly run: () => Promise<void>;
  /**
   * Finishes what is under way, within `times.stopMs`, and leaves the rest stored. Every call waits for the same end;
   * only after it may the database be closed.
   */
  readonly stop: () => Promise<void>;
  /** An update from the webhook: once this returns, it is stored. */
  readonly accept: (update: Update) => void;
  readonly health: () => BotHealth;
}

const HOUR_MS = 3_600_000;

/** Of a stop's time: how long messages just written may still be sent, and how long the last offset may take. */
const FLUSH_MS = 1500;
const CONFIRM_MS = 1000;
/** A poll is late when this many of its longest durations have passed. */
const LATE_POLLS = 2;

/** The whole bot over its dependencies; nothing is sent or opened before `run`. */
export function createBot(dependencies: BotDependencies): BotProgram {
  const { settings, database, log, now = Date.now } = dependencies;
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
  const state = { startedAt: now(), isConnected: false };
  const stopping = new AbortController();
  const kit = createKit(dependencies, bot, transport, () => health());
  const intake = new Intake({
    inbox: new InboxStore(database),
    log,
    now,
    handle: (update) => {
      kit.observer.update(Object.keys(update).find((key) => key !== 'update_id') ?? 'unknown');
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
  install(bot, kit, () => stopping.signal.aborted, dependencies.features ?? []);

  const health = (): BotHealth => {
    const counts = kit.outbox.counts();
    const longestPollMs =
      1000 * ((times.pollSeconds ?? defaults.pollSeconds) + (times.graceSeconds ?? defaults.graceSeconds));
    const { lastPollAt } = polling;
    const isFresh =
      settings.webhook !== null || (lastPollAt !== null && Date.now() - lastPollAt < LATE_POLLS * longestPollMs);
    return {
      isReady: state.isConnected && !stopping.signal.aborted && isFresh,
      mode: settings.webhook === null ? 'polling' : 'webhook',
      username: bot.isInited() ? bot.botInfo.username : null,
      startedAt: state.startedAt,
      lastPollAt,
      waitingUpdates: intake.waiting,
      waitingMessages: counts.pending + counts.sending,
      deadMessages: counts.dead,
      pausedChats: kit.chats.paused().length,
      plans: kit.library.list().length,
    };
  };

  const run = async (): Promise<void> => {
    if (!kit.access.isRestricted) log.warn('没有设置 ALLOWED_USERS 或 ALLOWED_CHATS：机器人对所有人开放。');
    if (kit.modelFault !== null) {
      log.error({ reason: kit.modelFault }, '没有句向量模型');
      kit.notifyAdmins('model', kit.modelFault);
    }
    await connect(bot, settings, log, stopping.signal);
    if (stopping.signal.aborted) return;
    state.isConnected = true;
    log.info({ username: bot.botInfo.username }, 'connected to Telegram');
    const endTidying = keepTidy(kit);
    kit.outbox.start();
    intake.start();
    void publishMenu(kit);
    try {
      if (settings.webhook === null) await polling.run();
      else await aborted(stopping.signal);
    } finally {
      endTidying();
    }
  };

  const end = async (): Promise<void> => {
    const deadline = Date.now() + (times.stopMs ?? defaults.stopMs);
    const left = (atMost = Number.POSITIVE_INFINITY): number => Math.min(Math.max(deadline - Date.now(), 50), atMost);
    stopping.abort();
    polling.stop();
    await intake.stop(left());
    await kit.outbox.flush(left(FLUSH_MS));
    await kit.outbox.stop(left());
    if (state.isConnected && settings.webhook === null) await polling.confirm(left(CONFIRM_MS));
    transport.close();
  };
  let ending: Promise<void> | undefined;

  return {
    kit,
    run,
    health,
    accept: (update) => {
      intake.accept([update]);
    },
    stop: () => (ending ??= end()),
  };
}

/** The stores and services that features work with. */
function createKit(
  dependencies: BotDependencies,
  bot: Bot<BotContext>,
  transport: Transport,
  health: () => BotHealth,
): Kit {
  const { settings, engine, library, database, log, observer = silentObserver, now = Date.now } = dependencies;
  const chats = new ChatStore(database);
  const notices = new NoticeStore(database);
  const access = new Access(settings, chats);
  const outbox = new Outbox({ database, chats, log, now, call: sendCall(bot.api), ...settings.times });
  const notifyAdmins: Kit['notifyAdmins'] = (topic, text) => {
    if (!notices.due(`admins:${topic}`, HOUR_MS, now())) return;
    for (const id of access.admins) outbox.enqueue({ chatId: id, body: plain(text) });
  };
  outbox.on({
    settled: (_, state) => {
      observer.delivery(state);
    },
    topicLost: (chatId, threadId) => {
      const title = chats.get(chatId)?.title ?? '';
      const text = `群“${title}”（${chatId}）的一个话题已关闭或删除，消息改发到群里。`;
      notifyAdmins(`topic:${chatId}:${threadId}`, text);
    },
  });
  return {
    settings,
    engine,
    library,
    database,
    chats,
    notices,
    access,
    outbox,
    transport,
    log,
    observer,
    now,
    health,
    notifyAdmins,
    modelFault: dependencies.modelFault ?? null,
    api: bot.api,
    audit: new AuditStore(database),
    pins: new PinStore(database),
    dialogue: new DialogueStore(database),
    facts: new FactStore(database),
    commands: new Commands(),
    buttons: new Buttons(now, settings.times?.tapMs ?? defaults.tapMs),
  };
}

/** Puts every handler in its place: first what every update passes, the questions last. */
function install(bot: Bot<BotContext>, kit: Kit, isStopping: () => boolean, further: readonly Feature[]): void {
  addBasics(kit);
  addAnswerActions(kit);
  addChatSettings(kit);
  addPlanAdmin(kit);
  addFeedbackReview(kit);
  addAdministration(kit);
  const composers = further.map((feature) => feature(kit)).filter((composer) => composer !== undefined);
  bot.use(
    updateScope(kit.outbox),
    errorBoundary(kit.log, isStopping),
    membership(kit),
    gate(kit),
    staleQuestions(kit),
    floodLimit(kit),
    inlineMode(kit),
    kit.buttons.composer(),
    ...composers,
    planUpload(kit),
    router(kit),
  );
}

const aborted = (signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    if (signal.aborted) resolve();
    signal.addEventListener('abort', () => {
      resolve();
    });
  });

const silentObserver: BotObserver = {
  question: () => undefined,
  update: () => undefined,
  delivery: () => undefined,
};
