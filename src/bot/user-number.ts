import type { BotContext } from './context.ts';
import { plain, type RichText } from './rich-text.ts';

/**
 * 「您的编号：123」 as a line of its own, for ADMIN_IDS and the lists; none where it is not a private chat, since in a
 * group it would tell everybody.
 */
export function userNumberLines(ctx: BotContext): readonly RichText[] {
  if (ctx.from === undefined || ctx.chat?.type !== 'private') return [];
  return [plain(`您的编号：${ctx.from.id}`)];
}
