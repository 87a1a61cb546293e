import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { createServer as createTlsServer, type ServerOptions } from 'node:https';
import type { AddressInfo, Socket } from 'node:net';
import type { Message, MessageEntity, Update, User } from 'grammy/types';
import { ApiFault } from './api-fault.ts';
import { FaultScript, isCarriedOut, spoil, type Fault } from './faults.ts';
import { chatOf, createMethods, newAnswers, toMessage, type Answers, type Method, type Params } from './methods.ts';
import { readParams } from './read-params.ts';
import { typedEntities } from './text.ts';
import { UpdateQueue } from './update-queue.ts';
import { World, type Delivered, type FakeChat } from './world.ts';

export interface FakeApiOptions {
  readonly token?: string;
  readonly username?: string;
  /** A path before /bot…, as behind a reverse proxy. */
  readonly prefix?: string;
  /** Key and certificate; https instead of http. */
  readonly tls?: ServerOptions;
  readonly port?: number;
}

export interface Call {
  readonly method: string;
  readonly chatId: number | undefined;
  readonly params: Params;
  readonly at: number;
}

interface SayOptions {
  readonly thread?: number;
  readonly replyTo?: number;
  /** Seconds since 1970; default now. */
  readonly date?: number;
}

/**
 * A Bot API server on loopback that speaks real HTTP: it keeps updates until an offset confirms them, checks what it is
 * sent as Telegram would, logs what was delivered, and fails as scripted. It ends with `stop`.
 */
export class FakeApi {
  readonly token: string;
  readonly world: World;
  readonly answers: Answers = newAnswers();
  readonly queue = new UpdateQueue();
  readonly faults = new FaultScript();
  readonly calls: Call[] = [];
  readonly sockets = new Set<Socket>();
  #server: Server | undefined;
  #port = 0;
  readonly #methods: Readonly<Record<string, Method>>;
  readonly #options: FakeApiOptions;
  #webhookPump: Promise<void> = Promise.resolve();

  constructor(options: FakeApiOptions = {}) {
    this.#options = options;
    this.token = options.token ?? '123456789:AAFakeTokenForTestsOnly_abcdefghijklmn';
    this.world = new World(options.username ?? 'plan_bot');
    this.#methods = createMethods(this.world, this.answers);
  }

  static async start(options: FakeApiOptions = {}): Promise<FakeApi> {
    const api = new FakeApi(options);
    await api.listen(options.port ?? 0);
    return api;
  }

  get root(): string {
    const scheme = this.#options.tls === undefined ? 'http' : 'https';
    return `${scheme}://localhost:${this.port}${this.#options.prefix ?? ''}`;
  }

  /** The port listened on, or listened on last. */
  get port(): number {
    return this.#port;
  }

  get delivered(): readonly Delivered[] {
    return this.world.delivered;
  }

  async listen(port: number): Promise<void> {
    const handler = (request: IncomingMessage, response: ServerResponse): void => void this.#handle(request, response);
    const { tls } = this.#options;
    const server = tls === undefined ? createServer(handler) : createTlsServer(tls, handler);
    server.on('connection', (socket: Socket) => {
      this.sockets.add(socket);
      socket.on('close', () => this.sockets.delete(socket));
    });
    this.#server = server;
    await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
    this.#port = (server.address() as AddressInfo).port;
  }

  /** Stops listening and cuts every connection; what is queued and delivered stays, for a later `listen`. */
  async stop(): Promise<void> {
    const server = this.#server;
    if (server === undefined) return;
    for (const socket of this.sockets) socket.destroy();
    await new Promise((resolve) => server.close(resolve));
  }

  fault(fault: Fault): void {
    this.faults.add(fault);
  }

  callsOf(method: string, chatId?: number): readonly Call[] {
    return this.calls.filter((call) => call.method === method && (chatId === undefined || call.chatId === chatId));
  }

  to(chat: FakeChat | User | number): readonly Delivered[] {
    const id = typeof chat === 'number' ? chat : chat.id;
    return this.world.delivered.filter(({ chatId }) => chatId === id);
  }

  /** Waits until `condition` gives something; fails with `what` after `ms`. */
  async until<T>(what: string, condition: () => T | undefined | false, ms = 8000): Promise<T> {
    const end = Date.now() + ms;
    for (;;) {
      const value = condition();
      if (value !== undefined && value !== false) return value;
      if (Date.now() > end) {
        const texts = this.world.delivered.map(({ chatId, text }) => `${chatId}: ${text.slice(0, 60)}`);
        throw new Error(`waited ${ms} ms in vain for ${what}; delivered so far:\n${texts.join('\n')}`);
      }
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
  }

  /** The chat's delivered messages once there are at least `count`. */
  async received(chat: FakeChat | User | number, count = 1, ms = 8000): Promise<readonly Delivered[]> {
    return this.until(`${count} message(s)`, () => (this.to(chat).length >= count ? this.to(chat) : undefined), ms);
  }

  // What people do.

  say(user: User, text: string, chat: FakeChat = this.world.private(user), options: SayOptions = {}): Message {
    const message = this.message(user, chat, options, { text, entities: typedEntities(text) });
    this.push({ message } as Omit<Update, 'update_id'>);
    return message;
  }

  edit(original: Message, text: string): void {
    const edited = { ...original, text, entities: typedEntities(text), edit_date: Math.floor(Date.now() / 1000) };
    this.push({ edited_message: edited } as unknown as Omit<Update, 'update_id'>);
  }

  post(chat: FakeChat, text: string): void {
    const post = {
      message_id: this.world.newMessageId(chat.id),
      sender_chat: chatOf(chat),
      chat: chatOf(chat),
      date: Math.floor(Date.now() / 1000),
      text,
      entities: typedEntities(text),
    };
    this.push({ channel_post: post } as unknown as Omit<Update, 'update_id'>);
  }

  document(
    user: User,
    file: {
      readonly name: string;
      readonly bytes: Uint8Array;
      readonly size?: number;
      readonly mime?: string;
      readonly path?: string;
    },
    chat: FakeChat = this.world.private(user),
  ): Message {
    const id = this.world.addFile(file.bytes, file.size ?? file.bytes.length, file.path);
    const message = this.message(
      user,
      chat,
      {},
      {
        document: {
          file_id: id,
          file_unique_id: `u${id}`,
          file_name: file.name,
          file_size: file.size ?? file.bytes.length,
          ...(file.mime === undefined ? {} : { mime_type: file.mime }),
        },
      },
    );
    this.push({ message } as Omit<Update, 'update_id'>);
    return message;
  }

  /** Presses a button by its text or data under a delivered message; returns the callback's id. */
  tap(user: User, delivered: Delivered, button: string): string {
    const found = delivered.keyboard
      .flat()
      .find(({ text, callback_data: data }) => text === button || text.includes(button) || data === button);
    return this.tapData(user, delivered, found?.callback_data ?? button);
  }

  tapData(user: User, delivered: Delivered, data: string): string {
    const id = `cb${this.calls.length}_${Math.random().toString(36).slice(2)}`;
    const chat = this.world.chats.get(delivered.chatId)!;
    const message = {
      ...toMessage(this.world, chat, delivered),
      ...(delivered.threadId === undefined ? {} : { message_thread_id: delivered.threadId, is_topic_message: true }),
    };
    this.push({ callback_query: { id, from: user, chat_instance: '1', message, data } });
    return id;
  }

  inline(user: User, query: string, offset = ''): string {
    const id = `in${this.calls.length}_${Math.random().toString(36).slice(2)}`;
    this.push({ inline_query: { id, from: user, query, offset } });
    return id;
  }

  /** The bot's own standing in a chat changes: added, removed, blocked, unblocked. */
  membership(user: User, chat: FakeChat, status: 'member' | 'kicked' | 'left' | 'administrator'): void {
    const change = {
      chat: chatOf(chat),
      from: user,
      date: Math.floor(Date.now() / 1000),
      old_chat_member: { status: status === 'member' ? 'left' : 'member', user: this.world.bot },
      new_chat_member: { status, user: this.world.bot },
    };
    this.push({ my_chat_member: change } as unknown as Omit<Update, 'update_id'>);
  }

  push(content: Omit<Update, 'update_id'>): Update {
    const update = this.queue.push(content);
    if (this.answers.webhook.url !== '') this.#webhookPump = this.#webhookPump.then(() => this.#deliverByWebhook());
    return update;
  }

  message(user: User, chat: FakeChat, options: SayOptions, content: object): Message {
    const replied = this.world.delivered.find(
      ({ chatId, messageId }) => chatId === chat.id && messageId === options.replyTo,
    );
    return {
      message_id: this.world.newMessageId(chat.id),
      from: user,
      chat: chatOf(chat),
      date: options.date ?? Math.floor(Date.now() / 1000),
      ...(options.thread === undefined ? {} : { message_thread_id: options.thread, is_topic_message: true }),
      ...(replied === undefined ? {} : { reply_to_message: toMessage(this.world, chat, replied) }),
      ...content,
    } as unknown as Message;
  }

  // HTTP.

  async #handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    try {
      const url = new URL(request.url ?? '/', 'http://localhost');
      const prefix = this.#options.prefix ?? '';
      if (!url.pathname.startsWith(prefix)) {
        response.writeHead(404).end();
        return;
      }
      const route = url.pathname.slice(prefix.length);
      if (route.startsWith('/file/bot')) {
        this.#sendFile(route, response);
        return;
      }
      const [, token, method] = /^\/bot([^/]+)\/(\w+)$/.exec(route) ?? [];
      const params = { ...Object.fromEntries(url.searchParams), ...(await readParams(request)) };
      if (token !== this.token) answer(response, new ApiFault(401, 'Unauthorized'));
      else await this.#call(method ?? '', params, response);
    } catch (error) {
      answer(
        response,
        error instanceof ApiFault ? error : new ApiFault(500, `Internal Server Error: ${String(error)}`),
      );
    }
  }

  async #call(method: string, params: Params, response: ServerResponse): Promise<void> {
    const chatId = params.chat_id === undefined ? undefined : Number(params.chat_id);
    this.calls.push({ method, chatId, params, at: Date.now() });
    const fault = this.faults.take(method, chatId);
    if (fault === undefined) {
      answer(response, await this.#outcome(method, params, response));
      return;
    }
    if (fault.delayMs !== undefined) await new Promise((resolve) => setTimeout(resolve, fault.delayMs));
    const outcome = isCarriedOut(fault) ? await this.#outcome(method, params, response) : true;
    if (!spoil(response, fault, JSON.stringify(bodyOf(outcome)))) answer(response, outcome);
  }

  async #outcome(method: string, params: Params, response: ServerResponse): Promise<unknown> {
    try {
      if (method.toLowerCase() === 'getupdates') return await this.#getUpdates(params, response);
      const known = this.#methods[method.toLowerCase()];
      if (known === undefined) return new ApiFault(404, 'Not Found: method not found');
      const result = known(params);
      if (/^(set|delete)webhook$/i.test(method)) this.queue.webhookActive = this.answers.webhook.url !== '';
      return result;
    } catch (error) {
      if (error instanceof ApiFault) return error;
      throw error;
    }
  }

  async #getUpdates(params: Params, response: ServerResponse): Promise<Update[]> {
    const allowed = params.allowed_updates;
    this.queue.allow(
      typeof allowed === 'string' ? (JSON.parse(allowed) as string[]) : (allowed as string[] | undefined),
    );
    return this.queue.get(
      Number(params.offset ?? 0),
      Math.min(Number(params.limit ?? 100), 100),
      Math.min(Number(params.timeout ?? 0), 50),
      (gone) => response.once('close', gone),
    );
  }

  #sendFile(route: string, response: ServerResponse): void {
    const [, token, path] = /^\/file\/bot([^/]+)\/(.+)$/.exec(route) ?? [];
    const file = [...this.world.files.values()].find((entry) => entry.path === decodeURIComponent(path ?? ''));
    if (token !== this.token || file === undefined) {
      response.writeHead(404).end('Not Found');
      return;
    }
    response.writeHead(200, { 'content-length': file.bytes.length });
    if (this.faults.take('file', undefined)?.stall === true) response.write(file.bytes.subarray(0, 10));
    else response.end(file.bytes);
  }

  async #deliverByWebhook(): Promise<void> {
    for (let tries = 0; tries < 50; tries += 1) {
      const update = this.queue.head();
      const { url, secret } = this.answers.webhook;
      if (update === undefined || url === '') return;
      const headers = { 'content-type': 'application/json', 'x-telegram-bot-api-secret-token': secret ?? '' };
      const ok = await fetch(url, { method: 'POST', headers, body: JSON.stringify(update) }).then(
        (reply) => reply.ok,
        () => false,
      );
      if (ok) this.queue.confirm(update.update_id);
      else await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
}

const bodyOf = (outcome: unknown): object =>
  outcome instanceof ApiFault
    ? {
        ok: false,
        error_code: outcome.code,
        description: outcome.message,
        ...(outcome.parameters === undefined ? {} : { parameters: outcome.parameters }),
      }
    : { ok: true, result: outcome };

function answer(response: ServerResponse, outcome: unknown): void {
  if (response.destroyed || response.writableEnded) return;
  response.writeHead(outcome instanceof ApiFault ? outcome.code : 200, { 'content-type': 'application/json' });
  response.end(JSON.stringify(bodyOf(outcome)));
}

export type { Delivered, FakeChat, Fault, MessageEntity };
