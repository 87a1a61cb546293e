import { setTimeout as sleep } from 'node:timers/promises';
import { GrammyError, type Bot } from 'grammy';
import type { Log } from '../log.ts';
import type { BotContext } from './context.ts';
import { refusedToken } from './polling.ts';
import type { BotSettings } from './settings.ts';

/** Every kind of update that something here handles; Telegram sends no other. */
export const ALLOWED_UPDATES = [
  'message',
  'edited_message',
  'channel_post',
  'edited_channel_post',
  'callback_query',
  'inline_query',
  'my_chat_member',
] as const;

const FIRST_WAIT_MS = 500;
/** Attempts to connect are never further apart than this. */
const LONGEST_WAIT_MS = 30_000;

/**
 * Asks who we are until Telegram answers, then chooses between polling and webhook. Ends early when `signal` is
 * aborted; throws `ConfigError` where the token is wrong.
 */
export async function connect(
  bot: Bot<BotContext>,
  settings: BotSettings,
  log: Log,
  signal: AbortSignal,
): Promise<void> {
  const isOver = (): boolean => signal.aborted;
  for (let tries = 1; !isOver(); tries += 1) {
    try {
      bot.botInfo = await bot.api.getMe(signal as never);
      if (settings.webhook === null) {
        // What waits at Telegram comes with the first poll.
        await bot.api.deleteWebhook({ drop_pending_updates: false }, signal as never);
      } else {
        const { url, secret } = settings.webhook;
        await bot.api.setWebhook(url, { secret_token: secret, allowed_updates: ALLOWED_UPDATES }, signal as never);
      }
      return;
    } catch (error) {
      if (isOver()) return;
      if (error instanceof GrammyError && [401, 404].includes(error.error_code)) throw refusedToken(error);
      const wait = waitAfter(error, tries, settings.times?.retryMs ?? FIRST_WAIT_MS);
      log.warn({ tries, reason: reasonOf(error), nextTryMs: wait }, 'not connected to Telegram yet');
      await sleep(wait, undefined, { signal }).catch(() => undefined);
    }
  }
}

function waitAfter(error: unknown, tries: number, firstWaitMs: number): number {
  const isLimit = error instanceof GrammyError && error.error_code === 429;
  const told = isLimit ? (error.parameters.retry_after ?? 1) * 1000 : 0;
  return Math.max(told, Math.min(firstWaitMs * 2 ** (tries - 1), LONGEST_WAIT_MS));
}

function reasonOf(error: unknown): string {
  if (error instanceof GrammyError) return error.description;
  const inner = error instanceof Error && 'error' in error ? error.error : error;
  return inner instanceof Error ? inner.message : String(inner);
}
