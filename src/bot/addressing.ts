import type { Message, UserFromGetMe } from 'grammy/types';

export interface Address {
  /** Whether the bot is meant: always in private; elsewhere by command, mention, or a reply to it. */
  readonly isAddressed: boolean;
  /** What is left to say, without the mention and the command. */
  readonly text: string;
  /** Lower case, without slash and bot name; null where it is no command. */
  readonly command: string | null;
  /** Whether it answers a message of the bot, without a command. */
  readonly isReply: boolean;
  /** Whether the command names this bot, so that nobody else can be meant. */
  readonly namesBot: boolean;
}

export const silent: Address = { isAddressed: false, text: '', command: null, isReply: false, namesBot: false };

/** Latin commands as Telegram knows them, and Chinese ones, which it leaves as text. */
const COMMAND = /^\/([\p{L}\p{N}_]{1,32})(?:@(\w+))?(?=\s|$)/u;

/** Whom a message is meant for, and what it says. */
export function readAddress(message: Message, me: UserFromGetMe): Address {
  const text = (message.text ?? message.caption ?? '').trim();
  const isPrivate = message.chat.type === 'private';
  const command = COMMAND.exec(text);
  if (command !== null) {
    const bot = command[2]?.toLowerCase();
    if (bot !== undefined && bot !== me.username.toLowerCase()) return silent;
    return {
      isAddressed: true,
      text: text.slice(command[0].length).trim(),
      command: command[1]?.toLowerCase() ?? null,
      isReply: false,
      namesBot: isPrivate || bot !== undefined,
    };
  }
  const mention = new RegExp(`@${me.username}(?!\\w)`, 'gi');
  const isMentioned = mention.test(text);
  const isReply = message.reply_to_message?.from?.id === me.id;
  return {
    isAddressed: isPrivate || isMentioned || isReply,
    text: text.replace(mention, ' ').replace(/\s+/g, ' ').trim(),
    command: null,
    isReply,
    namesBot: false,
  };
}
