import type { MessageEntity, Message } from 'grammy/types';
import { ApiFault, badRequest } from './api-fault.ts';
import { checkText } from './text.ts';
import type { Delivered, FakeButton, FakeChat, World } from './world.ts';

export interface UploadedFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** A call's arguments: JSON values, and files of a multipart body. */
export type Params = Readonly<Record<string, unknown>>;
export type Method = (params: Params) => unknown;

/** What the bot set or answered, for tests to look at. */
export interface Answers {
  readonly callbacks: { id: string; text: string | undefined; alert: boolean }[];
  readonly inline: { id: string; results: readonly InlineResult[]; params: Params }[];
  readonly commands: Map<string, readonly { command: string; description: string }[]>;
  readonly actions: { chatId: number; action: string; at: number }[];
  readonly left: number[];
  readonly expiredCallbacks: Set<string>;
  webhook: { url: string; secret: string | undefined };
}

export interface InlineResult {
  readonly id: string;
  readonly type: string;
  readonly title: string;
  readonly description?: string;
  readonly input_message_content: { readonly message_text: string; readonly entities?: readonly MessageEntity[] };
}

export const newAnswers = (): Answers => ({
  callbacks: [],
  inline: [],
  commands: new Map(),
  actions: [],
  left: [],
  expiredCallbacks: new Set(),
  webhook: { url: '', secret: undefined },
});

const text = (value: unknown): string => (typeof value === 'string' ? value : '');
const number = (value: unknown): number | undefined => (value === undefined ? undefined : Number(value));
/** Objects come as JSON inside a multipart body, and as they are inside a JSON one. */
// eslint-disable-next-line @typescript-eslint/no-unnecessary-type-parameters -- names the shape a caller expects
const object = <T>(value: unknown): T | undefined =>
  typeof value === 'string' ? (JSON.parse(value) as T) : (value as T | undefined);
const flag = (value: unknown): boolean => value === true || value === 'true';

/** The methods of the Bot API that this fake knows, by lower-case name. */
export function createMethods(world: World, answers: Answers): Readonly<Record<string, Method>> {
  const send = (method: string, params: Params, body: string, file: UploadedFile | undefined): Message => {
    const chat = world.writable(params.chat_id);
    const threadId = checkThread(chat, number(params.message_thread_id));
    const reply = object<{ message_id: number; allow_sending_without_reply?: boolean }>(params.reply_parameters);
    const replyExists = reply !== undefined && world.messages.has(`${chat.id}:${reply.message_id}`);
    if (reply !== undefined && !replyExists && reply.allow_sending_without_reply !== true) {
      throw badRequest('message to be replied not found');
    }
    const delivered: Delivered = {
      method,
      chatId: chat.id,
      messageId: world.newMessageId(chat.id),
      threadId,
      replyTo: replyExists ? reply.message_id : undefined,
      text: body,
      entities: object<MessageEntity[]>(params.entities ?? params.caption_entities) ?? [],
      keyboard: checkKeyboard(params.reply_markup),
      file,
      silent: flag(params.disable_notification),
      at: Date.now(),
      edits: 0,
    };
    world.delivered.push(delivered);
    return toMessage(world, chat, delivered);
  };

  const sendFile = (method: string, field: string) => (params: Params) => {
    const caption = checkText(text(params.caption), formatOf(params, 'caption_entities'), 1024);
    const file = params[field];
    return send(method, params, caption, isFile(file) ? file : undefined);
  };

  const edit = (params: Params): Delivered => {
    const chat = world.writable(params.chat_id);
    const found = world.delivered.find(
      ({ chatId, messageId }) => chatId === chat.id && messageId === Number(params.message_id),
    );
    if (found === undefined) throw badRequest('message to edit not found');
    return found;
  };

  return {
    getme: () => ({
      ...world.bot,
      can_join_groups: true,
      can_read_all_group_messages: false,
      supports_inline_queries: true,
      can_connect_to_business: false,
      has_main_web_app: false,
    }),
    sendmessage: (params) => {
      const body = checkText(text(params.text), formatOf(params, 'entities'), 4096);
      if (body.trim() === '') throw badRequest('message text is empty');
      return send('sendMessage', params, body, undefined);
    },
    senddocument: sendFile('sendDocument', 'document'),
    sendphoto: sendFile('sendPhoto', 'photo'),
    editmessagetext: (params) => {
      const found = edit(params);
      const body = checkText(text(params.text), formatOf(params, 'entities'), 4096);
      const keyboard = checkKeyboard(params.reply_markup);
      if (body === found.text && JSON.stringify(keyboard) === JSON.stringify(found.keyboard)) {
        throw badRequest(
          'message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message',
        );
      }
      Object.assign(found, {
        text: body,
        keyboard,
        entities: object(params.entities) ?? [],
        edits: found.edits + 1,
      });
      return toMessage(world, world.writable(params.chat_id), found);
    },
    editmessagereplymarkup: (params) => {
      const found = edit(params);
      const keyboard = checkKeyboard(params.reply_markup);
      if (JSON.stringify(keyboard) === JSON.stringify(found.keyboard)) throw badRequest('message is not modified');
      Object.assign(found, { keyboard, edits: found.edits + 1 });
      return toMessage(world, world.writable(params.chat_id), found);
    },
    deletemessage: () => true,
    sendchataction: (params) => {
      const chat = world.writable(params.chat_id);
      answers.actions.push({ chatId: chat.id, action: text(params.action), at: Date.now() });
      return true;
    },
    answercallbackquery: (params) => {
      const id = text(params.callback_query_id);
      const shown = params.text === undefined ? undefined : text(params.text);
      if (shown !== undefined && shown.length > 200) throw badRequest('MESSAGE_TOO_LONG');
      if (answers.expiredCallbacks.has(id)) {
        throw badRequest('query is too old and response timeout expired or query ID is invalid');
      }
      answers.callbacks.push({ id, text: shown, alert: flag(params.show_alert) });
      return true;
    },
    answerinlinequery: (params) => {
      const results = object<InlineResult[]>(params.results) ?? [];
      if (results.length > 50) throw badRequest('too many inline query results specified');
      if (new Set(results.map(({ id }) => id)).size < results.length) throw badRequest('RESULT_ID_DUPLICATE');
      if (Buffer.byteLength(text(params.next_offset)) > 64) throw badRequest('NEXT_OFFSET_INVALID');
      for (const { id, title, input_message_content: content } of results) {
        if (Buffer.byteLength(id) > 64 || id === '') throw badRequest('RESULT_ID_INVALID');
        if (title === '') throw badRequest('RESULT_TITLE_EMPTY');
        checkText(content.message_text, { entities: content.entities }, 4096);
      }
      answers.inline.push({ id: text(params.inline_query_id), results, params });
      return true;
    },
    setmycommands: (params) => {
      const commands = object<{ command: string; description: string }[]>(params.commands) ?? [];
      if (commands.length > 100) throw badRequest('too many commands');
      for (const { command, description } of commands) {
        if (!/^[a-z0-9_]{1,32}$/.test(command)) throw badRequest('BOT_COMMAND_INVALID');
        if (description.length < 1 || description.length > 256) throw badRequest('BOT_COMMAND_DESCRIPTION_INVALID');
      }
      const scope = object<{ type: string }>(params.scope)?.type ?? 'default';
      answers.commands.set(`${scope}:${text(params.language_code)}`, commands);
      return true;
    },
    deletemycommands: () => true,
    setmydescription: (params) => limited(params.description, 512),
    setmyshortdescription: (params) => limited(params.short_description, 120),
    getchat: (params) => {
      const chat = world.writable(params.chat_id);
      return { id: chat.id, type: chat.type, title: chat.title, is_forum: chat.isForum };
    },
    getchatmember: (params) => {
      const chat = world.writable(params.chat_id);
      const id = Number(params.user_id);
      const user = world.users.get(id);
      if (user === undefined) throw badRequest('user not found');
      return { status: chat.roles.get(id) ?? 'left', user };
    },
    leavechat: (params) => {
      answers.left.push(world.writable(params.chat_id).id);
      return true;
    },
    getfile: (params) => {
      const id = text(params.file_id);
      const file = world.files.get(id);
      if (file === undefined) throw badRequest('wrong file_id or the file is temporarily unavailable');
      if (file.size > 20 * 1024 * 1024) throw badRequest('file is too big');
      return { file_id: id, file_unique_id: `u${id}`, file_size: file.size, file_path: file.path };
    },
    deletewebhook: () => {
      answers.webhook = { url: '', secret: undefined };
      return true;
    },
    setwebhook: (params) => {
      const secret = params.secret_token === undefined ? undefined : text(params.secret_token);
      if (secret !== undefined && !/^[\w-]{1,256}$/.test(secret))
        throw badRequest('secret token contains unallowed characters');
      answers.webhook = { url: text(params.url), secret };
      return true;
    },
    getwebhookinfo: () => ({ url: answers.webhook.url, has_custom_certificate: false, pending_update_count: 0 }),
  };
}

const formatOf = (
  params: Params,
  field: string,
): { parseMode: string | undefined; entities: MessageEntity[] | undefined } => ({
  parseMode: params.parse_mode === undefined ? undefined : text(params.parse_mode),
  entities: object<MessageEntity[]>(params[field]),
});

const isFile = (value: unknown): value is UploadedFile =>
  typeof value === 'object' && value !== null && 'bytes' in value && 'name' in value;

function limited(value: unknown, max: number): true {
  if (text(value).length > max) throw badRequest('text is too long');
  return true;
}

function checkThread(chat: FakeChat, threadId: number | undefined): number | undefined {
  if (threadId === undefined) return undefined;
  const topic = chat.topics.get(threadId);
  if (!chat.isForum || topic === undefined) throw badRequest('message thread not found');
  if (topic === 'closed') throw badRequest('TOPIC_CLOSED');
  return threadId;
}

function checkKeyboard(markup: unknown): FakeButton[][] {
  const rows = object<{ inline_keyboard?: FakeButton[][] }>(markup)?.inline_keyboard ?? [];
  for (const button of rows.flat()) {
    if (button.text.trim() === '') throw badRequest('BUTTON_TEXT_INVALID');
    const bytes = Buffer.byteLength(button.callback_data ?? 'x');
    if (bytes < 1 || bytes > 64) throw badRequest('BUTTON_DATA_INVALID');
  }
  return rows;
}

export function toMessage(world: World, chat: FakeChat, delivered: Delivered): Message {
  return {
    message_id: delivered.messageId,
    from: world.bot,
    chat: chatOf(chat),
    date: Math.floor(delivered.at / 1000),
    ...(delivered.file === undefined ? { text: delivered.text } : { caption: delivered.text }),
  };
}

export const chatOf = (chat: FakeChat): Message['chat'] =>
  (chat.type === 'private'
    ? { id: chat.id, type: 'private', first_name: chat.title }
    : {
        id: chat.id,
        type: chat.type,
        title: chat.title,
        ...(chat.isForum ? { is_forum: true } : {}),
      }) as Message['chat'];

export { ApiFault };
