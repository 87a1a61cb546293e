import type { Line } from '../answer/answer.ts';
import type { Digest } from './digest.ts';

/** What a person can do about a notice, for buttons. */
export type NoticeAction =
  /** Go on with a plan whose year is over. */
  { readonly kind: 'confirm-year'; readonly planYear: number } | { readonly kind: 'none' };

export type ReminderContent =
  | {
      readonly kind: 'digest';
      readonly digest: Digest;
      /** The instant (milliseconds since 1970) it was due at, where it is a 补发. */
      readonly lateFor: number | null;
      readonly picture: boolean;
    }
  | { readonly kind: 'notice'; readonly lines: readonly Line[]; readonly action: NoticeAction };

/** A message to be sent on a reminder's account. */
export interface ReminderMessage {
  readonly chatId: number;
  /** The topic of a forum; null elsewhere. */
  readonly threadId: number | null;
  readonly reminderId: number;
  readonly silent: boolean;
  /** Nothing is sent twice under one key. */
  readonly key: string;
  /** Too late to be of use after this, milliseconds since 1970; null for never. */
  readonly expiresAt: number | null;
  readonly content: ReminderContent;
}

export type DeliveryOutcome =
  | { readonly kind: 'waiting' }
  | { readonly kind: 'sent' }
  | { readonly kind: 'failed'; readonly reason: string }
  /** Its record is gone, or there never was one. */
  | { readonly kind: 'unknown' };

/**
 * How reminders reach people. The surface that implements it keeps what it takes over until its fate is known; so that
 * a message and the note that it was taken over are stored in one transaction, taking over is synchronous.
 */
export interface ReminderDelivery {
  /** The slow part (drawing a picture). The function it gives stores the message, inside the caller's transaction. */
  prepare(message: ReminderMessage): Promise<() => void>;
  outcome(key: string): DeliveryOutcome;
}
