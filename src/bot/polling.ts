import { GrammyError, HttpError, type Api } from 'grammy';
import type { Update } from 'grammy/types';
import { ConfigError } from '../errors.ts';
import type { Log } from '../log.ts';
import type { Intake } from './intake.ts';
import type { Transport } from './net/transport.ts';
import { defaults, type PollingTimes } from './settings.ts';

export interface PollingOptions extends PollingTimes {
  readonly api: Api;
  readonly transport: Transport;
  readonly intake: Intake;
  readonly log: Log;
  readonly allowedUpdates: readonly Exclude<keyof Update, 'update_id'>[];
  /** Called when somebody else has been polling with this token for a while. */
  readonly onConflict?: () => void;
}

/** The wait between two looks at an intake that is full. */
const FULL_MS = 50;

/**
 * Long polling that loses nothing and never stops by itself: at least once, one poll at a time, short waits after an
 * outage, new sockets after a stall. It replaces grammY's own loop, which handles updates one after another, ends on
 * a conflict, and cannot be stopped while the server is away.
 */
export class Polling {
  readonly #options: PollingOptions;
  readonly #stopping = new AbortController();
  #offset = 0;
  #lastPollAt: number | null = null;
  #conflictSince: number | null = null;

  constructor(options: PollingOptions) {
    this.#options = options;
  }

  /** When a poll last succeeded (milliseconds since 1970); null: never. */
  get lastPollAt(): number | null {
    return this.#lastPollAt;
  }

  stop(): void {
    this.#stopping.abort();
  }

  #isStopping(): boolean {
    return this.#stopping.signal.aborted;
  }

  /** Resolves after `stop`; rejects when the token is refused. */
  async run(): Promise<void> {
    let failures = 0;
    while (!this.#isStopping()) {
      try {
        const updates = await this.#poll();
        // Where they cannot be stored this throws, and the same offset is asked for again: nothing is lost.
        this.#options.intake.accept(updates);
        failures = 0;
        this.#conflictSince = null;
        this.#lastPollAt = Date.now();
        this.#offset = updates.reduce((next, { update_id: id }) => Math.max(next, id + 1), this.#offset);
        while (this.#options.intake.isFull && !this.#isStopping()) await this.#sleep(FULL_MS);
      } catch (error) {
        if (this.#isStopping()) return;
        failures += 1;
        await this.#sleep(await this.#afterFailure(error, failures));
      }
    }
  }

  /** Tells Telegram what has arrived, so that it is not sent again at the next start. Tried once, briefly. */
  async confirm(ms: number): Promise<void> {
    if (this.#offset === 0) return;
    try {
      await this.#options.api.getUpdates(
        { offset: this.#offset, limit: 1, timeout: 0 },
        AbortSignal.timeout(ms) as never,
      );
    } catch (error) {
      this.#options.log.debug({ err: error }, 'last offset not confirmed');
    }
  }

  async #poll(): Promise<Update[]> {
    const {
      api,
      transport,
      log,
      pollSeconds = defaults.pollSeconds,
      graceSeconds = defaults.graceSeconds,
      allowedUpdates,
    } = this.#options;
    const poll = new AbortController();
    const guard = setTimeout(
      () => {
        log.warn('a poll got no answer in time; connecting anew');
        poll.abort();
        transport.resetPolling();
      },
      (pollSeconds + graceSeconds) * 1000,
    );
    const stop = (): void => {
      poll.abort();
    };
    this.#stopping.signal.addEventListener('abort', stop);
    try {
      return await api.getUpdates(
        { offset: this.#offset, limit: 100, timeout: pollSeconds, allowed_updates: allowedUpdates },
        poll.signal as never,
      );
    } finally {
      clearTimeout(guard);
      this.#stopping.signal.removeEventListener('abort', stop);
    }
  }

  /** How long to wait before the next poll; throws where no further one makes sense. */
  async #afterFailure(error: unknown, failures: number): Promise<number> {
    const { log, api, retryMs = 500, longestRetryMs = 8000 } = this.#options;
    const wait = Math.min(retryMs * 2 ** (failures - 1), longestRetryMs);
    if (!(error instanceof GrammyError)) {
      const cause = error instanceof HttpError ? error.error : error;
      log.warn({ failures, reason: cause instanceof Error ? cause.message : String(cause) }, 'poll failed');
      return wait;
    }
    log.warn({ failures, code: error.error_code, reason: error.description }, 'poll refused');
    if (error.error_code === 401 || error.error_code === 404) throw refusedToken(error);
    if (error.error_code === 429) return (error.parameters.retry_after ?? 1) * 1000;
    if (error.error_code === 409) {
      if (/webhook/i.test(error.description)) {
        // Updates wait at Telegram meanwhile; they come with the next poll.
        await api.deleteWebhook({ drop_pending_updates: false }).catch((fault: unknown) => {
          log.warn({ err: fault }, 'webhook not removed');
        });
      } else {
        this.#noteConflict();
      }
      return wait * (1 + Math.random());
    }
    return wait;
  }

  #noteConflict(): void {
    const { conflictAlertMs = 60_000, log, onConflict } = this.#options;
    const now = Date.now();
    this.#conflictSince ??= now;
    if (now - this.#conflictSince < conflictAlertMs) return;
    this.#conflictSince = now;
    log.error('另一个程序正用同一个令牌接收消息，请停掉其中一个。');
    onConflict?.();
  }

  #sleep(ms: number): Promise<void> {
    return new Promise((resolve) => {
      const { signal } = this.#stopping;
      const done = (): void => {
        clearTimeout(timer);
        signal.removeEventListener('abort', done);
        resolve();
      };
      const timer = setTimeout(done, ms);
      signal.addEventListener('abort', done);
      if (signal.aborted) done();
    });
  }
}

/** A token that Telegram does not know: nothing but a new one helps. */
export const refusedToken = (cause: unknown): ConfigError =>
  new ConfigError('Telegram 不认识这个 BOT_TOKEN。请在 @BotFather 里用 /token 查看或重新生成，改好后重新启动。', {
    cause,
  });
