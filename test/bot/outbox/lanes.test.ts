import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Lanes } from '../../../src/bot/outbox/lanes.ts';
import { createLog } from '../../../src/log.ts';

const HOUR_MS = 3_600_000;
const failedMs = 5000;

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

interface End {
  readonly resolve: () => void;
  readonly reject: (error: Error) => void;
}

/** Lanes that note when each is drained; a drain ends when the test says so. */
function begin() {
  const drained: [chatId: number, at: number][] = [];
  const ends: End[] = [];
  const startedAt = Date.now();
  const drain = (chatId: number): Promise<void> => {
    drained.push([chatId, Date.now() - startedAt]);
    return new Promise((resolve, reject) => ends.push({ resolve, reject }));
  };
  const lanes = new Lanes({ drain, failedMs, now: Date.now, log: createLog({ level: 'silent' }) });
  lanes.start();
  return { lanes, drained, ends, in: (ms: number) => Date.now() + ms };
}
describe('Lanes', () => {
  it('drain one chat once at a time, and several side by side', async () => {
    const { lanes, drained, ends } = begin();
    for (const chatId of [1, 1, 2]) lanes.kick(chatId);
    expect(drained).toEqual([[1, 0], [2, 0]]); // prettier-ignore
    ends[0]!.resolve();
    await vi.advanceTimersByTimeAsync(10);
    for (const chatId of [1, 2]) lanes.kick(chatId);
    expect(drained.slice(2)).toEqual([[1, 10]]);
  });

  it('are idle when all have ended', async () => {
    const { lanes, ends } = begin();
    expect(lanes.isIdle).toBe(true);
    lanes.kick(1);
    expect(lanes.isIdle).toBe(false);
    ends[0]!.resolve();
    await vi.advanceTimersByTimeAsync(0);
    expect(lanes.isIdle).toBe(true);
  });

  it.each([
    ['in the past', [-50], 0],
    ['to come', [700], 700],
    ['set anew', [700, 300], 300],
    ['put off', [300, 700], 700],
    ['too far off for a timer', [30 * 24 * HOUR_MS], HOUR_MS],
  ])('open at a time %s', async (_, waits, at) => {
    const { lanes, drained, in: inMs } = begin();
    for (const wait of waits) lanes.kickAt(1, inMs(wait));
    // A timer of 0 ms is one of 1 ms.
    await vi.advanceTimersByTimeAsync(at + 1);
    expect(drained).toHaveLength(1);
    expect(drained[0]![1]).toBeGreaterThanOrEqual(at);
  });

  it('try one that failed again after a while', async () => {
    const { lanes, drained, ends } = begin();
    lanes.kick(1);
    ends[0]!.reject(new Error('store locked'));
    await vi.advanceTimersByTimeAsync(failedMs + 1);
    expect(drained.map(([chatId]) => chatId)).toEqual([1, 1]);
    expect(drained[1]![1]).toBeGreaterThanOrEqual(failedMs);
  });

  it('stay closed before the start and after the stop', async () => {
    const { lanes, drained, in: inMs } = begin();
    lanes.kickAt(1, inMs(100));
    lanes.stop();
    lanes.kick(2);
    await vi.advanceTimersByTimeAsync(200);
    expect([lanes.isRunning, drained]).toEqual([false, []]);
  });

  it('hold one chat until it is released', () => {
    const { lanes } = begin();
    lanes.hold(1, 500);
    expect([lanes.heldUntil(1), lanes.heldUntil(2)]).toEqual([500, 0]);
    lanes.release(1);
    expect(lanes.heldUntil(1)).toBe(0);
  });
});
