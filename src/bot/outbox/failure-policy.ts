import type { OutboxEnd, OutboxEntry, OutboxRetry } from '../../storage/outbox.ts';
import type { DeliveryFailure } from './delivery-failure.ts';
import { hasFormat, payloadOf, withoutFormat, withoutTopic } from './outgoing.ts';
import type { RetryTimes } from './times.ts';

/** One of the things to do about a message that was not confirmed. */
export type FailureStep =
  /** Nothing goes to the chat until then. */
  | { readonly kind: 'hold'; readonly until: number }
  | { readonly kind: 'retry'; readonly change: OutboxRetry }
  | { readonly kind: 'finish'; readonly state: 'dead' | 'uncertain'; readonly end: OutboxEnd }
  | { readonly kind: 'topicLost'; readonly threadId: number }
  | { readonly kind: 'moveChat'; readonly to: number }
  | { readonly kind: 'pauseChat'; readonly reason: string };

export interface FailureContext {
  readonly now: number;
  readonly times: RetryTimes;
  /** Whoever was sending it has died; the copy waits no longer. */
  readonly isTakenOver: boolean;
}

/** Server errors are tried this often, then it is a dead letter. */
const MAX_ATTEMPTS = 5;
/** Each call of unknown outcome may have delivered a copy; nobody ever gets more than this many. */
const MAX_COPIES = 2;

/** What to do about a failure, in order: the message is retried or finished, and its chat may be concerned too. */
export function afterFailure(
  entry: OutboxEntry,
  failure: DeliveryFailure,
  { now, times, isTakenOver }: FailureContext,
): readonly FailureStep[] {
  const payload = payloadOf(entry);
  const { reason } = failure;
  const retry = (nextAt: number, change: Omit<OutboxRetry, 'nextAt' | 'error'> = {}): FailureStep => ({
    kind: 'retry',
    change: { ...change, nextAt, error: reason },
  });
  const finish = (state: 'dead' | 'uncertain', end: OutboxEnd = {}): FailureStep => ({
    kind: 'finish',
    state,
    end: { ...end, error: reason },
  });
  switch (failure.kind) {
    case 'wait': {
      const until = now + failure.ms;
      return [{ kind: 'hold', until }, retry(until)];
    }
    case 'unreached':
    case 'unauthorized':
      return [retry(now + outageWait(now - entry.createdAt, times))];
    case 'transient': {
      const attempts = entry.attempts + 1;
      if (attempts >= MAX_ATTEMPTS) return [finish('dead', { attempts })];
      return [retry(now + backOff(attempts, times), { attempts })];
    }
    case 'uncertain': {
      const uncertain = entry.uncertain + 1;
      if (uncertain >= MAX_COPIES) return [finish('uncertain', { uncertain })];
      return [retry(isTakenOver ? now : now + backOff(uncertain, times), { uncertain })];
    }
    case 'format':
      if (!hasFormat(payload)) return [finish('dead')];
      return [retry(now, { payload: JSON.stringify(withoutFormat(payload)) })];
    case 'topic': {
      const { message_thread_id: threadId } = payload;
      if (threadId === undefined) return [finish('dead')];
      return [retry(now, { payload: JSON.stringify(withoutTopic(payload)) }), { kind: 'topicLost', threadId }];
    }
    case 'migrated':
      return [retry(now), { kind: 'moveChat', to: failure.to }];
    case 'gone':
    case 'noRights':
      return [finish('dead'), { kind: 'pauseChat', reason }];
    case 'refused':
      return [finish('dead')];
  }
}

/** The wait after so many tries. */
export const backOff = (tries: number, { retryMs, longestRetryMs }: RetryTimes): number =>
  Math.min(retryMs * 2 ** (tries - 1), longestRetryMs);

/** Waits grow with the time since the message was written, so that no count has to be kept for an outage. */
const outageWait = (age: number, { retryMs, longestRetryMs }: RetryTimes): number =>
  Math.min(Math.max(age, retryMs), longestRetryMs);
