import type { InlineKeyboardMarkup, MessageEntity, ReplyParameters } from 'grammy/types';
import type { NewOutboxEntry, OutboxFile } from '../../storage/outbox.ts';
import { toEntities, toPlain, type RichText } from '../rich-text.ts';
import { CAPTION_LIMITS, splitMessage } from '../split-message.ts';

export type Keyboard = readonly (readonly { readonly text: string; readonly data: string }[])[];

/** A message for the outbox. Longer texts are split; the keyboard goes under the last part. */
export interface OutgoingMessage {
  readonly chatId: number;
  readonly body: RichText;
  /** The topic of a forum; General and ordinary chats have none. */
  readonly threadId?: number | null;
  readonly replyTo?: number | null;
  readonly keyboard?: Keyboard;
  /** Without a sound. */
  readonly silent?: boolean;
  readonly file?: OutboxFile & { readonly kind: 'document' | 'photo' };
  /** A second message with the same key is not sent. */
  readonly dedupeKey?: string;
  /** Too late to be of use after this time (milliseconds since 1970). */
  readonly expiresAt?: number;
  /** Sent behind those that somebody waits for: reminders. */
  readonly bulk?: boolean;
}

/** What is stored of a message: the method's arguments without the chat. */
export interface Payload {
  readonly text?: string;
  readonly caption?: string;
  readonly entities?: MessageEntity[];
  readonly caption_entities?: MessageEntity[];
  readonly message_thread_id?: number;
  readonly reply_parameters?: ReplyParameters;
  readonly reply_markup?: InlineKeyboardMarkup;
  readonly disable_notification?: boolean;
  readonly link_preview_options?: { readonly is_disabled: true };
}

/** What `toEntries` has stored. */
export const payloadOf = ({ payload }: Pick<NewOutboxEntry, 'payload'>): Payload => JSON.parse(payload) as Payload;

export const toMarkup = (keyboard: Keyboard): InlineKeyboardMarkup => ({
  inline_keyboard: keyboard.map((row) => row.map(({ text, data }) => ({ text, callback_data: data }))),
});

/** The calls that one message takes, in order. */
export function toEntries(message: OutgoingMessage): NewOutboxEntry[] {
  const { file } = message;
  const asCaption = file !== undefined && toPlain(message.body).length <= CAPTION_LIMITS.units;
  const parts = asCaption ? [] : splitMessage(message.body);
  const payloads: { method: string; payload: Payload; file: OutboxFile | null }[] = [];
  if (file !== undefined) {
    const { text, entities } = toEntities(asCaption ? message.body : []);
    const method = file.kind === 'photo' ? 'sendPhoto' : 'sendDocument';
    payloads.push({ method, payload: text === '' ? {} : { caption: text, caption_entities: entities }, file });
  }
  for (const part of parts) {
    const payload = { ...toEntities(part), link_preview_options: { is_disabled: true } as const };
    payloads.push({ method: 'sendMessage', payload, file: null });
  }
  return payloads.map(({ method, payload, file: attached }, index) => ({
    chatId: message.chatId,
    dedupeKey: keyOf(message.dedupeKey, index),
    method,
    payload: JSON.stringify({
      ...payload,
      ...(typeof message.threadId === 'number' ? { message_thread_id: message.threadId } : {}),
      ...(typeof message.replyTo === 'number' && index === 0
        ? { reply_parameters: { message_id: message.replyTo, allow_sending_without_reply: true } }
        : {}),
      ...(message.keyboard !== undefined && message.keyboard.length > 0 && index === payloads.length - 1
        ? { reply_markup: toMarkup(message.keyboard) }
        : {}),
      ...(message.silent === true ? { disable_notification: true } : {}),
    } satisfies Payload),
    file: attached,
    priority: message.bulk === true ? 1 : 0,
    expiresAt: message.expiresAt ?? null,
  }));
}

const keyOf = (key: string | undefined, index: number): string | null =>
  key === undefined ? null : index === 0 ? key : `${key}#${index + 1}`;

const without = (payload: Payload, ...names: readonly (keyof Payload)[]): Payload =>
  Object.fromEntries(Object.entries(payload).filter(([name]) => !(names as readonly string[]).includes(name)));

export const withoutFormat = (payload: Payload): Payload => without(payload, 'entities', 'caption_entities');
export const withoutTopic = (payload: Payload): Payload => without(payload, 'message_thread_id');

export const hasFormat = (payload: Payload): boolean =>
  payload.entities !== undefined || payload.caption_entities !== undefined;
