import { Composer, type Middleware, type NextFunction } from 'grammy';
import type { BotContext } from './context.ts';
import type { Kit } from './kit.ts';
import { quietly } from './quietly.ts';

const HOUR_MS = 3_600_000;
const DENIED = '这个机器人只对指定的人员和群开放。如需使用，请联系管理员，并告诉他您的编号：';

/** Text that no person wrote to this bot: other bots, its own inline results, posts that Telegram forwards by itself. */
function isFromMachine(ctx: BotContext): boolean {
  const message = ctx.callbackQuery === undefined ? ctx.msg : undefined;
  if (message === undefined) return false;
  if (message.is_automatic_forward === true || message.via_bot !== undefined) return true;
  // Anonymous administrators write through a bot of Telegram's, in the group's name.
  const isAnonymousAdministrator = message.sender_chat?.id === message.chat.id;
  return message.from?.is_bot === true && !isAnonymousAdministrator;
}

/** One gate before every kind of update: who is not listed gets the same answer everywhere, before anything is searched. */
export const gate =
  (kit: Kit): Middleware<BotContext> =>
  async (ctx, next) => {
    if (isFromMachine(ctx)) return;
    const { access } = kit;
    if (access.allows(ctx.from?.id, ctx.chat?.id)) {
      await admit(kit, ctx, next);
      return;
    }
    kit.log.info({ userId: ctx.from?.id, chatId: ctx.chat?.id, surface: ctx.surface }, 'denied');
    if (ctx.inlineQuery !== undefined) {
      await quietly(
        ctx.answerInlineQuery([], {
          cache_time: 0,
          is_personal: true,
          button: { text: '未获授权，点此了解', start_parameter: 'denied' },
        }),
      );
      return;
    }
    if (ctx.callbackQuery !== undefined) {
      await quietly(ctx.answerCallbackQuery({ text: '未获授权。' }));
      return;
    }
    const who = ctx.from?.id ?? ctx.chat?.id ?? 0;
    if (
      ctx.msg !== undefined &&
      ctx.address.isAddressed &&
      kit.notices.due(`denied:${ctx.chat?.id ?? 0}:${who}`, HOUR_MS, kit.now())
    ) {
      ctx.say(`${DENIED}${who}`);
    }
  };

/** Notes the chat, and that it can be written to again. */
async function admit(kit: Kit, ctx: BotContext, next: NextFunction): Promise<void> {
  const { chat } = ctx;
  if (chat !== undefined && ctx.msg !== undefined) {
    const title = chat.title ?? chat.first_name;
    kit.chats.seen({ id: chat.id, type: chat.type, title }, kit.now());
    if (ctx.callbackQuery === undefined && kit.chats.resume(chat.id)) kit.log.info({ chatId: chat.id }, 'chat resumed');
  }
  await next();
}

/** The bot's own comings and goings, before the gate: they concern no question. */
export function membership(kit: Kit): Composer<BotContext> {
  const composer = new Composer<BotContext>();
  composer.on('my_chat_member', async (ctx) => {
    const { chat, new_chat_member: now } = ctx.myChatMember;
    const isMember = now.status !== 'left' && now.status !== 'kicked';
    if (!isMember) {
      kit.outbox.pauseChat(chat.id, chat.type === 'private' ? '对方停用了机器人' : '机器人被移出了群');
      return;
    }
    kit.chats.seen({ id: chat.id, type: chat.type, title: chat.title ?? chat.first_name }, kit.now());
    kit.chats.resume(chat.id);
    if (chat.type === 'private' || kit.access.allows(ctx.from.id, chat.id)) return;
    kit.log.warn({ chatId: chat.id, byUser: ctx.from.id }, 'added to a chat that is not listed');
    if (kit.settings.leavesForeignGroups === true) await quietly(ctx.api.leaveChat(chat.id));
  });
  composer.on('message:migrate_to_chat_id', (ctx) => {
    kit.outbox.moveChat(ctx.chat.id, ctx.message.migrate_to_chat_id);
  });
  composer.on('message:migrate_from_chat_id', (ctx) => {
    kit.outbox.moveChat(ctx.message.migrate_from_chat_id, ctx.chat.id);
  });
  return composer;
}
