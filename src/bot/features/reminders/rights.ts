import type { BotContext } from '../../context.ts';
import type { Kit } from '../../kit.ts';
import { topicOf } from '../../topic.ts';
import { isChatAdministrator, isChatManager } from '../../chat-rights.ts';

/** A chat whose reminders are spoken of: this one, or a channel named in a private chat. */
export interface ReminderChat {
  readonly id: number;
  /** Where they are sent within it; null for all of it. */
  readonly threadId: number | null;
  /** Empty for this chat. */
  readonly title: string;
}

/** A channel or group at the beginning of an argument: @name or its number. */
const named = /^(@[A-Za-z]\w{3,}|-100\d{5,13})(?:\s+|$)/;

export interface ReadChat {
  /** null where it is named but cannot be found. */
  readonly chat: ReminderChat | null;
  /** The argument without it. */
  readonly rest: string;
}

/** The chat that a command is about. Others than this one may be named in a private chat only. */
export async function readChat(ctx: BotContext, kit: Kit, argument: string): Promise<ReadChat> {
  const match = ctx.chat?.type === 'private' ? named.exec(argument) : null;
  if (match === null) return { chat: { id: ctx.chat?.id ?? 0, threadId: topicOf(ctx.msg), title: '' }, rest: argument };
  const rest = argument.slice(match[0].length);
  const name = match[1] ?? '';
  try {
    const chat = await ctx.api.getChat(name.startsWith('@') ? name : Number(name));
    return { chat: { id: chat.id, threadId: null, title: chat.title ?? name }, rest };
  } catch (error) {
    kit.log.debug({ err: error }, 'chat named in a command not found');
    return { chat: null, rest };
  }
}

/** Whether a person may change a chat's reminders, asked live: administrators of it, where it may use the bot at all. */
export async function mayManage(ctx: BotContext, kit: Kit, chatId: number): Promise<boolean> {
  if (chatId === ctx.chat?.id) return isChatManager(ctx, kit);
  if (ctx.from === undefined || !kit.access.allows(ctx.from.id, chatId)) return false;
  return kit.access.isAdmin(ctx.from.id) || isChatAdministrator(kit, chatId, ctx.from.id);
}

const refusedText = '只有群或频道的管理员可以设置和更改提醒。';
const hourMs = 3_600_000;

/** Says no; in a group to each person once in an hour only, so that nobody can make the bot noisy. */
export function refuse(ctx: BotContext, kit: Kit): void {
  const key = `refused:${ctx.chat?.id ?? 0}:${ctx.from?.id ?? 0}`;
  if (ctx.chat?.type === 'private' || kit.notices.due(key, hourMs, kit.now())) ctx.say(refusedText);
}
