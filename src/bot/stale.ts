import type { Middleware } from 'grammy';
import type { BotContext } from './context.ts';
import type { Kit } from './kit.ts';
import { defaults } from './settings.ts';

const HOUR_MS = 3_600_000;

/** After a long silence: one note for all the old questions of a chat, instead of a flood of late answers. */
export const staleQuestions =
  (kit: Kit): Middleware<BotContext> =>
  async (ctx, next) => {
    const date = ctx.callbackQuery === undefined ? ctx.msg?.date : undefined;
    const limit = kit.settings.times?.staleMs ?? defaults.staleMs;
    if (date === undefined || kit.now() - date * 1000 <= limit) {
      await next();
      return;
    }
    if (!ctx.address.isAddressed || ctx.chat === undefined) return;
    if (kit.notices.due(`stale:${ctx.chat.id}`, HOUR_MS, kit.now())) {
      ctx.say('我刚恢复运行，较早的提问没有逐条回答。仍需要的，请重新发一遍。');
    }
  };
