import type { Middleware } from 'grammy';
import type { BotContext } from './context.ts';
import type { Kit } from './kit.ts';

interface Allowance {
  /** At most this many at once, refilled at `perSecond`. */
  readonly burst: number;
  readonly perSecond: number;
}

const messages: Allowance = { burst: 20, perSecond: 0.5 };
/** People type letter by letter. */
const typing: Allowance = { burst: 60, perSecond: 5 };

const NOTICE_MS = 60_000;
/** People remembered; the longest unheard of are forgotten first. */
const MAX_PEOPLE = 5000;

/** A bucket of tokens per person: each update takes one, and time puts them back. */
class Buckets {
  readonly #buckets = new Map<string, { tokens: number; at: number }>();

  take(key: string, { burst, perSecond }: Allowance, now: number): boolean {
    const bucket = this.#buckets.get(key) ?? { tokens: burst, at: now };
    this.#buckets.delete(key);
    this.#buckets.set(key, bucket);
    bucket.tokens = Math.min(burst, bucket.tokens + (Math.max(now - bucket.at, 0) / 1000) * perSecond);
    bucket.at = now;
    if (this.#buckets.size > MAX_PEOPLE) this.#forgetOldest();
    if (bucket.tokens < 1) return false;
    bucket.tokens -= 1;
    return true;
  }

  #forgetOldest(): void {
    for (const key of this.#buckets.keys()) {
      this.#buckets.delete(key);
      return;
    }
  }
}

/** Lets nobody crowd out the others: what is too much is dropped, with one notice. */
export function floodLimit(kit: Kit): Middleware<BotContext> {
  const buckets = new Buckets();
  return async (ctx, next) => {
    const who = ctx.from?.id ?? ctx.chat?.id ?? 0;
    const isInline = ctx.inlineQuery !== undefined;
    const concernsBot = isInline || ctx.callbackQuery !== undefined || ctx.address.isAddressed;
    const now = kit.now();
    if (!concernsBot || buckets.take(`${isInline ? 'i' : 'm'}:${who}`, isInline ? typing : messages, now)) {
      await next();
      return;
    }
    if (ctx.msg !== undefined && kit.notices.due(`flood:${who}`, NOTICE_MS, now)) {
      ctx.say('您发得太快了，这一分钟里多出来的消息没有处理。请稍等片刻再问。');
    }
  };
}
