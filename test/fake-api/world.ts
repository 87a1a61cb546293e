import type { MessageEntity, User } from 'grammy/types';
import { ApiFault, badRequest } from './api-fault.ts';

export type Role = 'creator' | 'administrator' | 'member' | 'restricted' | 'left' | 'kicked';

export interface FakeChat {
  id: number;
  type: 'private' | 'group' | 'supergroup' | 'channel';
  title: string;
  isForum: boolean;
  readonly roles: Map<number, Role>;
  /** Threads of a forum besides General. */
  readonly topics: Map<number, 'open' | 'closed'>;
  /** Every call for this chat is refused so. */
  refusal: { code: number; description: string } | null;
  migratedTo: number | null;
}

/** A message that a person could see in a chat. */
export interface Delivered {
  readonly method: string;
  readonly chatId: number;
  readonly messageId: number;
  readonly threadId: number | undefined;
  readonly replyTo: number | undefined;
  text: string;
  entities: readonly MessageEntity[];
  keyboard: readonly (readonly FakeButton[])[];
  readonly file: { readonly name: string; readonly bytes: Uint8Array } | undefined;
  readonly silent: boolean;
  readonly at: number;
  edits: number;
}

export interface FakeButton {
  readonly text: string;
  readonly callback_data?: string;
  readonly url?: string;
}

/** Chats, people and files as the server knows them. */
export class World {
  readonly bot: User;
  readonly chats = new Map<number, FakeChat>();
  readonly users = new Map<number, User>();
  readonly files = new Map<string, { readonly path: string; readonly bytes: Uint8Array; readonly size: number }>();
  readonly delivered: Delivered[] = [];
  /** Ids of all messages, people's too, so that replies can be checked. */
  readonly messages = new Set<string>();
  #lastMessageId = 0;

  constructor(username: string) {
    this.bot = { id: 7_000_000, is_bot: true, first_name: '工作计划', username };
  }

  newMessageId(chatId: number): number {
    this.#lastMessageId += 1;
    this.messages.add(`${chatId}:${this.#lastMessageId}`);
    return this.#lastMessageId;
  }

  user(id: number, name = `用户${id}`): User {
    const user: User = { id, is_bot: false, first_name: name, language_code: 'zh-hans' };
    this.users.set(id, user);
    return user;
  }

  private(user: User): FakeChat {
    return this.chats.get(user.id) ?? this.#chat(user.id, 'private', user.first_name);
  }

  group(options: {
    readonly id: number;
    readonly title?: string;
    readonly type?: 'group' | 'supergroup' | 'channel';
    readonly forum?: boolean;
    readonly topics?: readonly number[];
    readonly members?: readonly User[];
    readonly administrators?: readonly User[];
  }): FakeChat {
    const chat = this.#chat(options.id, options.type ?? 'supergroup', options.title ?? `群${options.id}`);
    chat.isForum = options.forum ?? false;
    for (const topic of options.topics ?? []) chat.topics.set(topic, 'open');
    for (const member of options.members ?? []) chat.roles.set(member.id, 'member');
    for (const administrator of options.administrators ?? []) chat.roles.set(administrator.id, 'administrator');
    return chat;
  }

  addFile(bytes: Uint8Array, size = bytes.length, path = `documents/file_${this.files.size}`): string {
    const id = `file${this.files.size}`;
    this.files.set(id, { path, bytes, size });
    return id;
  }

  /** The chat that a call may write to, or the server's refusal. */
  writable(id: unknown): FakeChat {
    const chat = this.chats.get(Number(id));
    if (chat === undefined) throw badRequest('chat not found');
    if (chat.migratedTo !== null) {
      throw new ApiFault(400, 'Bad Request: group chat was upgraded to a supergroup chat', {
        migrate_to_chat_id: chat.migratedTo,
      });
    }
    if (chat.refusal !== null) throw new ApiFault(chat.refusal.code, chat.refusal.description);
    return chat;
  }

  /** The group becomes a supergroup with another id; what was said to the old one is refused from now on. */
  migrate(chat: FakeChat, id: number): FakeChat {
    const next = this.group({ id, title: chat.title });
    for (const [user, role] of chat.roles) next.roles.set(user, role);
    chat.migratedTo = id;
    return next;
  }

  #chat(id: number, type: FakeChat['type'], title: string): FakeChat {
    const chat: FakeChat = {
      id,
      type,
      title,
      isForum: false,
      roles: new Map(),
      topics: new Map(),
      refusal: null,
      migratedTo: null,
    };
    this.chats.set(id, chat);
    return chat;
  }
}
