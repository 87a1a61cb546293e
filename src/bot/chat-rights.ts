import type { BotContext } from './context.ts';
import type { Kit } from './kit.ts';

/** Whether a person is among a chat's administrators, asked live; no where Telegram does not say. */
export async function isChatAdministrator({ api, log }: Kit, chatId: number, userId: number): Promise<boolean> {
  try {
    const { status } = await api.getChatMember(chatId, userId);
    return status === 'creator' || status === 'administrator';
  } catch (error) {
    log.warn({ err: error, chatId }, 'rights not known; refused');
    return false;
  }
}

/** Whether whoever an update comes from may change the settings of the chat it comes from. */
export async function isChatManager(ctx: BotContext, kit: Kit): Promise<boolean> {
  const { chat, from } = ctx;
  if (chat === undefined) return false;
  if (chat.type === 'private' || kit.access.isAdmin(from?.id)) return true;
  // An anonymous administrator writes in the group's own name; in a channel only administrators can post.
  if (ctx.senderChat?.id === chat.id || ctx.channelPost !== undefined) return true;
  return from !== undefined && isChatAdministrator(kit, chat.id, from.id);
}
