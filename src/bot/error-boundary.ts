import { randomBytes } from 'node:crypto';
import type { Middleware } from 'grammy';
import { StorageError } from '../errors.ts';
import type { Log } from '../log.ts';
import type { BotContext } from './context.ts';
import { quietly } from './quietly.ts';

/**
 * Whatever a handler throws ends here: the person gets an apology with a number, the log gets the rest. While the
 * program stops it passes on instead: the update stays stored, and is answered after the next start.
 */
export const errorBoundary =
  (log: Log, isStopping: () => boolean): Middleware<BotContext> =>
  async (ctx, next) => {
    try {
      await next();
    } catch (error) {
      if (isStopping()) throw error;
      const id = randomBytes(3).toString('hex');
      log.error({ err: error, id, updateId: ctx.update.update_id }, 'handler failed');
      const text = `抱歉，处理时出了错（编号 ${id}）。您的消息已收到，但没有处理完；请稍后再试，或把编号告诉管理员。`;
      if (ctx.callbackQuery !== undefined) await quietly(ctx.answerCallbackQuery({ text: `出错了（编号 ${id}）。` }));
      if (ctx.msg === undefined || (ctx.callbackQuery === undefined && !ctx.address.isAddressed)) return;
      // With a store that cannot be written, the outbox cannot take the apology either.
      if (error instanceof StorageError) await quietly(ctx.reply(`${text}\n（数据库暂时写不进去。）`));
      else ctx.say(text);
    }
  };
