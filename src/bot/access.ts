import type { ChatStore } from '../storage/chats.ts';

export interface AccessLists {
  readonly adminIds: readonly number[];
  /** Empty together with `allowedChats`: everybody. */
  readonly allowedUsers: readonly number[];
  readonly allowedChats: readonly number[];
}

/** Who may use the bot. Lists name people and chats by number; a group that changed its number stays listed. */
export class Access {
  readonly #admins: ReadonlySet<number>;
  readonly #users: ReadonlySet<number>;
  readonly #chats: ReadonlySet<number>;
  readonly #store: ChatStore;

  constructor(lists: AccessLists, store: ChatStore) {
    this.#admins = new Set(lists.adminIds);
    this.#users = new Set(lists.allowedUsers);
    this.#chats = new Set(lists.allowedChats);
    this.#store = store;
  }

  get admins(): readonly number[] {
    return [...this.#admins];
  }

  get isRestricted(): boolean {
    return this.#users.size > 0 || this.#chats.size > 0;
  }

  isAdmin(userId: number | undefined): boolean {
    return userId !== undefined && this.#admins.has(userId);
  }

  allows(userId: number | undefined, chatId: number | undefined): boolean {
    if (!this.isRestricted || this.isAdmin(userId)) return true;
    if (userId !== undefined && this.#users.has(userId)) return true;
    return chatId !== undefined && this.allowsChat(chatId);
  }

  allowsChat(chatId: number): boolean {
    if (!this.isRestricted || this.#chats.has(chatId)) return true;
    const former = this.#store.get(chatId)?.migratedFrom;
    return typeof former === 'number' && this.#chats.has(former);
  }
}
