import type { Middleware } from 'grammy';
import type { Surface } from '../storage/audit.ts';
import { readAddress, silent } from './addressing.ts';
import type { BotContext, SayOptions } from './context.ts';
import type { Outbox } from './outbox/outbox.ts';
import { plain, type RichText } from './rich-text.ts';
import { topicOf } from './topic.ts';

function surfaceOf(ctx: BotContext): Surface {
  if (ctx.inlineQuery !== undefined) return 'inline';
  if (ctx.callbackQuery !== undefined) return 'button';
  if (ctx.chat?.type === 'channel') return 'channel';
  return ctx.chat?.type === 'private' ? 'private' : 'group';
}

/** The same for an update that is handled twice, and for a question and its edits. */
function keyOf(ctx: BotContext): string {
  if (ctx.callbackQuery !== undefined) return `c:${ctx.callbackQuery.id}`;
  if (ctx.msg !== undefined) return `m:${ctx.msg.chat.id}:${ctx.msg.message_id}`;
  return `u:${ctx.update.update_id}`;
}

/** Gives every update its scope: whom it means, and how to answer it. */
export const updateScope =
  (outbox: Outbox): Middleware<BotContext> =>
  (ctx, next) => {
    const message = ctx.callbackQuery === undefined ? ctx.msg : undefined;
    const place = message ?? ctx.callbackQuery?.message;
    const key = keyOf(ctx);
    let said = 0;
    const scope = {
      key,
      surface: surfaceOf(ctx),
      address: message === undefined ? silent : readAddress(message, ctx.me),
      say: (body: RichText | string, { keyboard = [], file }: SayOptions = {}) => {
        const chat = ctx.chat;
        if (chat === undefined) throw new Error('this update belongs to no chat');
        said += 1;
        return outbox.enqueue({
          chatId: chat.id,
          threadId: topicOf(place),
          replyTo: chat.type === 'private' ? null : (place?.message_id ?? null),
          body: typeof body === 'string' ? plain(body) : body,
          keyboard,
          ...(file === undefined ? {} : { file }),
          dedupeKey: said === 1 ? key : `${key}.${said}`,
        });
      },
    };
    Object.assign(ctx, scope);
    return next();
  };
