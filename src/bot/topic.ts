import type { MaybeInaccessibleMessage } from 'grammy/types';

/** The topic of a forum that a message stands in; General has none, and must not be named. */
export const topicOf = (message: MaybeInaccessibleMessage | undefined): number | null =>
  message !== undefined && 'is_topic_message' in message && message.is_topic_message
    ? (message.message_thread_id ?? null)
    : null;
