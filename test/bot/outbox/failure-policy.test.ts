import { describe, expect, it } from 'vitest';
import type { DeliveryFailure } from '../../../src/bot/outbox/delivery-failure.ts';
import { afterFailure, backOff, type FailureStep } from '../../../src/bot/outbox/failure-policy.ts';
import type { Payload } from '../../../src/bot/outbox/outgoing.ts';
import type { OutboxEntry } from '../../../src/storage/outbox.ts';

const times = { retryMs: 1000, longestRetryMs: 30_000 };
const now = 1_000_000;
const error = '原因';

const entry = (more: Partial<OutboxEntry> = {}): OutboxEntry => ({
  id: 1,
  chatId: 7,
  dedupeKey: null,
  method: 'sendMessage',
  payload: '{"text":"甲"}',
  file: null,
  priority: 0,
  expiresAt: null,
  state: 'sending',
  attempts: 0,
  uncertain: 0,
  nextAt: 0,
  createdAt: now,
  messageId: null,
  error: null,
  ...more,
});
const holding = (payload: Payload): Partial<OutboxEntry> => ({ payload: JSON.stringify(payload) });
const failure = (kind: Exclude<DeliveryFailure['kind'], 'wait' | 'migrated'>): DeliveryFailure => ({
  kind,
  reason: error,
});

const after = (given: DeliveryFailure, more: Partial<OutboxEntry> = {}, isTakenOver = false) =>
  afterFailure(entry(more), given, { now, times, isTakenOver });
const retry = (waitMs: number, change: object = {}): FailureStep => ({
  kind: 'retry',
  change: { ...change, nextAt: now + waitMs, error },
});
const finish = (state: 'dead' | 'uncertain', end: object = {}): FailureStep => ({
  kind: 'finish',
  state,
  end: { ...end, error },
});

describe('afterFailure', () => {
  it('leaves the whole chat alone as long as Telegram says', () => {
    expect(after({ kind: 'wait', ms: 5000, reason: error }, { attempts: 4, uncertain: 1 })).toEqual([
      { kind: 'hold', until: now + 5000 },
      retry(5000),
    ]);
  });

  describe.each(['unreached', 'unauthorized'] as const)('%s: waits as long again as the message is old', (kind) => {
    it.each([
      [0, 1000],
      [999, 1000],
      [12_345, 12_345],
      [30_000, 30_000],
      [3_600_000, 30_000],
      // The clock was set back.
      [-5000, 1000],
    ])('written %i ms ago: %i ms, and counts nothing', (age, waitMs) => {
      expect(after(failure(kind), { createdAt: now - age, attempts: 4, uncertain: 1 })).toEqual([retry(waitMs)]);
    });
  });

  it.each([
    [0, retry(1000, { attempts: 1 })],
    [1, retry(2000, { attempts: 2 })],
    [2, retry(4000, { attempts: 3 })],
    [3, retry(8000, { attempts: 4 })],
    [4, finish('dead', { attempts: 5 })],
  ])('tries server errors five times: after %i', (attempts, step) => {
    expect(after(failure('transient'), { attempts, uncertain: 1 })).toEqual([step]);
  });

  it.each([
    [0, false, retry(1000, { uncertain: 1 })],
    [0, true, retry(0, { uncertain: 1 })],
    [1, false, finish('uncertain', { uncertain: 2 })],
    [1, true, finish('uncertain', { uncertain: 2 })],
  ])('risks two copies and no third: after %i, taken over: %s', (uncertain, isTakenOver, step) => {
    expect(after(failure('uncertain'), { uncertain, attempts: 3 }, isTakenOver)).toEqual([step]);
  });

  it.each<[string, Payload, FailureStep]>([
    [
      'a text',
      { text: '甲', entities: [{ type: 'bold', offset: 0, length: 1 }], message_thread_id: 3 },
      retry(0, { payload: '{"text":"甲","message_thread_id":3}' }),
    ],
    ['a caption', { caption: '甲', caption_entities: [] }, retry(0, { payload: '{"caption":"甲"}' })],
    ['what is plain already', { text: '甲' }, finish('dead')],
  ])('takes the format off %s once', (_, payload, step) => {
    expect(after(failure('format'), holding(payload))).toEqual([step]);
  });

  it('sends to the chat itself what its topic no longer takes, and says so', () => {
    expect(after(failure('topic'), holding({ text: '甲', message_thread_id: 3 }))).toEqual([
      retry(0, { payload: '{"text":"甲"}' }),
      { kind: 'topicLost', threadId: 3 },
    ]);
    expect(after(failure('topic'))).toEqual([finish('dead')]);
  });

  it('follows a chat that has moved', () => {
    expect(after({ kind: 'migrated', to: -1009, reason: error })).toEqual([retry(0), { kind: 'moveChat', to: -1009 }]);
  });

  it.each(['gone', 'noRights'] as const)('%s: ends the message, and pauses the chat', (kind) => {
    expect(after(failure(kind))).toEqual([finish('dead'), { kind: 'pauseChat', reason: error }]);
  });

  it('tries nothing again that is refused, and lets the chat be', () => {
    expect(after(failure('refused'))).toEqual([finish('dead')]);
  });
});

describe('backOff', () => {
  it.each([
    [1, 1000],
    [2, 2000],
    [5, 16_000],
    [6, 30_000],
    [2000, 30_000],
  ])('after %i tries is %i ms', (tries, ms) => {
    expect(backOff(tries, times)).toBe(ms);
  });
});
