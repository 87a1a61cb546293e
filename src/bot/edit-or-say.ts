import { GrammyError } from 'grammy';
import type { BotContext } from './context.ts';
import type { Kit } from './kit.ts';
import { toMarkup, type Keyboard } from './outbox/outgoing.ts';
import { toEntities, type RichText } from './rich-text.ts';

/**
 * Replaces the message under which a button was tapped. An unchanged message is a success; where it cannot be edited
 * any more, a new one is sent.
 */
export async function editOrSay(ctx: BotContext, kit: Kit, body: RichText, keyboard: Keyboard): Promise<void> {
  const { text, entities } = toEntities(body);
  try {
    await ctx.editMessageText(text, {
      entities,
      reply_markup: toMarkup(keyboard),
      link_preview_options: { is_disabled: true },
    });
  } catch (error) {
    if (error instanceof GrammyError && /message is not modified/i.test(error.description)) return;
    kit.log.debug({ err: error }, 'message not edited; sending a new one');
    ctx.say(body, { keyboard });
  }
}
