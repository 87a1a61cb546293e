import { Composer } from 'grammy';
import { unpackData } from './callback-data.ts';
import type { BotContext } from './context.ts';
import { quietly } from './quietly.ts';

/** Answers the tap itself, at most once: the little clock on the button stops, with a short text where one is given. */
export type Acknowledge = (text?: string) => void;

/**
 * Carries out a button. A tap that it has not acknowledged by its end, or within the time that Telegram surely waits,
 * is acknowledged for it; a text that comes later is not shown. The parts come from outside: they prove nothing.
 */
export type ButtonHandler = (
  ctx: BotContext,
  parts: readonly string[],
  acknowledge: Acknowledge,
) => Promise<void> | void;

const EXPIRED = '这个按钮已过期，请重新提问，或发送 /help。';
/** A second tap on the same button within this time is the same wish. */
const DOUBLE_TAP_MS = 3000;

/** The buttons there are, by action. */
export class Buttons {
  readonly #handlers = new Map<string, ButtonHandler>();
  readonly #taps = new Map<string, { readonly id: string; readonly at: number }>();
  readonly #now: () => number;
  readonly #tapMs: number;

  /** `tapMs`: a tap is acknowledged after this at the latest. */
  constructor(now: () => number, tapMs: number) {
    this.#now = now;
    this.#tapMs = tapMs;
  }

  add(action: string, handler: ButtonHandler): void {
    if (this.#handlers.has(action)) throw new Error(`button action ${action} is taken`);
    this.#handlers.set(action, handler);
  }

  composer(): Composer<BotContext> {
    const composer = new Composer<BotContext>();
    composer.on('callback_query', async (ctx) => {
      let isAcknowledged = false;
      const acknowledge: Acknowledge = (text) => {
        if (isAcknowledged) return;
        isAcknowledged = true;
        void quietly(ctx.answerCallbackQuery(text === undefined ? {} : { text: text.slice(0, 200) }));
      };
      const data = unpackData(ctx.callbackQuery.data ?? '');
      const handler = data === null ? undefined : this.#handlers.get(data.action);
      if (data === null || handler === undefined) {
        acknowledge(EXPIRED);
        return;
      }
      if (this.#isDoubleTap(ctx)) {
        acknowledge();
        return;
      }
      const atLatest = setTimeout(acknowledge, this.#tapMs);
      try {
        await handler(ctx, data.parts, acknowledge);
        acknowledge();
      } finally {
        // What throws leaves the tap to the error boundary, which has something to say.
        clearTimeout(atLatest);
      }
    });
    return composer;
  }

  #isDoubleTap(ctx: BotContext): boolean {
    const query = ctx.callbackQuery;
    if (query?.message === undefined) return false;
    const now = this.#now();
    for (const [key, tap] of this.#taps) if (now - tap.at > DOUBLE_TAP_MS) this.#taps.delete(key);
    const key = `${query.from.id}:${query.message.chat.id}:${query.message.message_id}:${query.data ?? ''}`;
    const former = this.#taps.get(key);
    if (former !== undefined && former.id !== query.id) return true;
    this.#taps.set(key, { id: query.id, at: now });
    return false;
  }
}

export const expired = (acknowledge: Acknowledge): void => {
  acknowledge(EXPIRED);
};
