import { Composer } from 'grammy';
import type { BotContext } from './context.ts';
import type { Kit } from './kit.ts';
import { answerQuestion } from './questions.ts';

/** Messages: commands, Chinese command words, and else questions. Silent where the bot is not meant. */
export function router(kit: Kit): Composer<BotContext> {
  const composer = new Composer<BotContext>();
  composer.on(['message', 'edited_message', 'channel_post', 'edited_channel_post'], async (ctx) => {
    const { address, editedMessage, editedChannelPost } = ctx;
    if (!address.isAddressed) return;
    // An edit counts only where the first form got no answer, for instance since the mention was forgotten.
    if ((editedMessage ?? editedChannelPost) !== undefined && kit.outbox.find(ctx.key) !== undefined) return;
    if (address.command !== null) await runCommand(ctx, kit, address.command, address.text);
    else if (address.text !== '') await runText(ctx, kit, address.text);
    else if (ctx.chat.type === 'private') ctx.say('我只读文字问题。例如：新建污水管网多少公里？');
  });
  return composer;
}

async function runCommand(ctx: BotContext, kit: Kit, word: string, argument: string): Promise<void> {
  const isAdmin = kit.access.isAdmin(ctx.from?.id);
  const command = kit.commands.find(word);
  if (command !== undefined && (command.audience !== 'admin' || isAdmin)) {
    await command.handle(ctx, argument);
    return;
  }
  if (command !== undefined) {
    ctx.say('这个命令只有管理员可以用。');
    return;
  }
  // In a group a command without a bot's name may be meant for another bot.
  if (!ctx.address.namesBot) return;
  const nearest = kit.commands.nearest(word, isAdmin);
  const hint = nearest === undefined ? '' : `您要找的是 /${nearest.name}（${nearest.description}）吗？\n`;
  ctx.say(`没有 /${word} 这个命令。\n${hint}全部命令见 /help。`);
}

async function runText(ctx: BotContext, kit: Kit, text: string): Promise<void> {
  const read = kit.commands.read(text);
  if (read !== undefined && (read.command.audience !== 'admin' || kit.access.isAdmin(ctx.from?.id))) {
    await read.command.handle(ctx, read.argument);
    return;
  }
  await answerQuestion(ctx, kit, text);
}
