import type { Context } from 'grammy';
import type { Surface } from '../storage/audit.ts';
import type { Address } from './addressing.ts';
import type { Keyboard, OutgoingMessage } from './outbox/outgoing.ts';
import type { Ticket } from './outbox/outbox.ts';
import type { RichText } from './rich-text.ts';

export interface SayOptions {
  readonly keyboard?: Keyboard;
  readonly file?: OutgoingMessage['file'];
}

/** What every handler finds on its update besides grammY's own. */
export interface UpdateScope {
  readonly address: Address;
  /** Stands for this update in the outbox, the same when it is handled again. */
  readonly key: string;
  readonly surface: Surface;
  /** Answers where the update came from: same topic, in groups as a reply. */
  say(body: RichText | string, options?: SayOptions): Ticket;
}

export type BotContext = Context & UpdateScope;
