import type { BotContext } from '../context.ts';
import type { Kit } from '../kit.ts';
import type { OutgoingMessage } from '../outbox/outgoing.ts';

/** Sends a file where an update came from; `name` tells it from the update's other messages, when it is handled again. */
export function sayFile(
  ctx: BotContext,
  kit: Kit,
  content: Pick<OutgoingMessage, 'body' | 'file'>,
  name: string,
): void {
  const { chat, msg } = ctx;
  if (chat === undefined) return;
  const isTopic = msg?.is_topic_message === true;
  kit.outbox.enqueue({
    ...content,
    chatId: chat.id,
    threadId: isTopic ? (msg.message_thread_id ?? null) : null,
    replyTo: chat.type === 'private' ? null : (msg?.message_id ?? null),
    dedupeKey: `${ctx.key}.${name}`,
  });
}
