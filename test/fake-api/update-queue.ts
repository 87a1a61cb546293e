import type { Update } from 'grammy/types';
import { ApiFault } from './api-fault.ts';

/** What the server sends when a bot never asked for anything else. */
const notByDefault: ReadonlySet<string> = new Set(['chat_member', 'message_reaction', 'message_reaction_count']);

interface Poll {
  resolve(updates: Update[]): void;
  reject(fault: ApiFault): void;
}

/** Updates wait here until a later offset confirms them. */
export class UpdateQueue {
  #updates: Update[] = [];
  #allowed: readonly string[] | undefined;
  #poll: Poll | undefined;
  #nextId: number;
  #last = { offset: -1, at: 0 };
  readonly offsets: number[] = [];
  webhookActive = false;

  constructor(firstId = 1000) {
    this.#nextId = firstId;
  }

  get size(): number {
    return this.#updates.length;
  }

  get isPolled(): boolean {
    return this.#poll !== undefined;
  }

  /** Queues an update unless its kind was not asked for. */
  push(content: Omit<Update, 'update_id'>): Update {
    const update: Update = { update_id: this.#nextId, ...content };
    this.#nextId += 1;
    const kind = Object.keys(content)[0] ?? '';
    const wanted = this.#allowed === undefined ? !notByDefault.has(kind) : this.#allowed.includes(kind);
    if (wanted) this.#updates.push(update);
    this.wake();
    return update;
  }

  /** Delivers a confirmed update again, as after an offset that never arrived. */
  requeue(update: Update): void {
    this.#updates.unshift(update);
    this.wake();
  }

  /** Queues an update whether or not its kind was asked for. */
  force(content: Omit<Update, 'update_id'>): void {
    this.#updates.push({ update_id: this.#nextId, ...content });
    this.#nextId += 1;
    this.wake();
  }

  wake(): void {
    if (this.#poll === undefined || this.#updates.length === 0) return;
    const poll = this.#poll;
    this.#poll = undefined;
    poll.resolve(this.#updates.slice(0, 100));
  }

  allow(kinds: readonly string[] | undefined): void {
    if (kinds !== undefined) this.#allowed = kinds.length === 0 ? undefined : kinds;
  }

  head(): Update | undefined {
    return this.#updates[0];
  }

  confirm(updateId: number): void {
    this.#updates = this.#updates.filter((update) => update.update_id > updateId);
  }

  async get(
    offset: number,
    limit: number,
    timeoutSeconds: number,
    onClose: (gone: () => void) => void,
  ): Promise<Update[]> {
    if (this.webhookActive) {
      throw new ApiFault(
        409,
        "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first",
      );
    }
    this.#poll?.reject(
      new ApiFault(
        409,
        'Conflict: terminated by other getUpdates request; make sure that only one bot instance is running',
      ),
    );
    this.#poll = undefined;
    this.offsets.push(offset);
    this.confirm(offset - 1);
    const repeated = offset === this.#last.offset && Date.now() - this.#last.at < 500;
    this.#last = { offset, at: Date.now() };
    if (this.#updates.length > 0) return this.#updates.slice(0, repeated ? 1 : limit);
    if (timeoutSeconds <= 0) return [];
    return new Promise<Update[]>((resolve, reject) => {
      const end = (): void => {
        clearTimeout(timer);
        if (this.#poll === poll) this.#poll = undefined;
      };
      const poll: Poll = {
        resolve: (updates) => {
          end();
          resolve(updates.slice(0, limit));
        },
        reject: (fault) => {
          end();
          reject(fault);
        },
      };
      const timer = setTimeout(() => {
        poll.resolve([]);
      }, timeoutSeconds * 1000);
      this.#poll = poll;
      onClose(() => {
        poll.resolve([]);
      });
    });
  }
}
