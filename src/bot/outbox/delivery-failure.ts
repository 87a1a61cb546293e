import { GrammyError, HttpError } from 'grammy';
import { TransportError } from '../net/transport-error.ts';

/** Why a message was not confirmed, as far as what to do next depends on it. `reason` is for administrators. */
export type DeliveryFailure =
  /** Telegram says when to come back; the chat is left alone until then. */
  | { readonly kind: 'wait'; readonly ms: number; readonly reason: string }
  /** The server failed and says so: nothing was sent. */
  | { readonly kind: 'transient'; readonly reason: string }
  /** The request never got there: nothing was sent. */
  | { readonly kind: 'unreached'; readonly reason: string }
  /** Nobody knows whether it was sent. */
  | { readonly kind: 'uncertain'; readonly reason: string }
  /** The text's form is at fault; as plain text it may pass. */
  | { readonly kind: 'format'; readonly reason: string }
  | { readonly kind: 'migrated'; readonly to: number; readonly reason: string }
  | { readonly kind: 'topic'; readonly reason: string }
  /** The chat cannot be written to until somebody changes that there. */
  | { readonly kind: 'gone'; readonly reason: string }
  | { readonly kind: 'noRights'; readonly reason: string }
  /** The token is no longer good; nothing can be sent at all. */
  | { readonly kind: 'unauthorized'; readonly reason: string }
  | { readonly kind: 'refused'; readonly reason: string };

/** Descriptions as the Bot API server words them, first match counts. */
const gone: readonly (readonly [RegExp, string])[] = [
  [/bot was blocked by the user/i, '对方停用了机器人'],
  [/user is deactivated/i, '对方账号已注销'],
  [/bot was kicked/i, '机器人被移出了群'],
  [/bot is not a member/i, '机器人不在群里'],
  [/can't initiate conversation|bot can't send messages to bots/i, '对方没有启动过机器人'],
  [/chat not found|peer_id_invalid/i, '找不到这个聊天'],
  [/group chat was deactivated|chat was deleted|group is deactivated/i, '群已解散'],
];
const noRights =
  /not enough rights|have no rights|need administrator rights|chat_write_forbidden|chat_restricted|chat_send_\w+_forbidden/i;
const topicLost = /message thread not found|topic_closed|topic_deleted|message_thread_id/i;
const badForm = /can't parse|entit(y|ies)|message is too long|text is too long|caption is too long/i;

export function classifyFailure(error: unknown): DeliveryFailure {
  if (error instanceof GrammyError) return classifyRefusal(error);
  const cause = error instanceof HttpError ? error.error : error;
  if (cause instanceof TransportError) {
    return { kind: cause.certainty === 'unreached' ? 'unreached' : 'uncertain', reason: cause.message };
  }
  return { kind: 'uncertain', reason: cause instanceof Error ? cause.message : String(cause) };
}

function classifyRefusal(error: GrammyError): DeliveryFailure {
  const { error_code: code, description, parameters } = error;
  const reason = `${code} ${description}`;
  if (parameters.migrate_to_chat_id !== undefined)
    return { kind: 'migrated', to: parameters.migrate_to_chat_id, reason };
  if (code === 429) return { kind: 'wait', ms: (parameters.retry_after ?? 5) * 1000, reason };
  if (code >= 500) return { kind: 'transient', reason };
  if (code === 401) return { kind: 'unauthorized', reason };
  const lost = gone.find(([pattern]) => pattern.test(description));
  if (lost !== undefined) return { kind: 'gone', reason: lost[1] };
  if (noRights.test(description)) return { kind: 'noRights', reason: '机器人在群里没有发言权限' };
  if (topicLost.test(description)) return { kind: 'topic', reason };
  if (badForm.test(description)) return { kind: 'format', reason };
  if (code === 403) return { kind: 'gone', reason: description };
  return { kind: 'refused', reason };
}
