import { describe, expect, it } from 'vitest';
import { Deliveries, type Delivery } from '../../../src/bot/outbox/deliveries.ts';
import type { FinalState, OutboxEntry, OutboxState } from '../../../src/storage/outbox.ts';

const entry = (id: number, state: OutboxState = 'pending', more: Partial<OutboxEntry> = {}) =>
  ({ id, state, messageId: null, error: null, ...more }) as OutboxEntry;
const delivery = (state: FinalState, messageId: number | null = null, error: string | null = null): Delivery => ({
  state,
  messageId,
  error,
});

describe('Deliveries', () => {
  it.each<[FinalState[], FinalState]>([
    [['sent'], 'sent'],
    [['sent', 'uncertain'], 'uncertain'],
    [['uncertain', 'expired', 'sent'], 'expired'],
    [['sent', 'expired', 'dead', 'uncertain'], 'dead'],
    [[], 'sent'],
  ])('tell of parts that are %j: %s', async (states, worst) => {
    const parts = states.map((state, index) => entry(index, state, { messageId: index + 5, error: `e-${state}` }));
    const first = parts[0]?.messageId ?? null;
    expect(await new Deliveries().of(parts)).toEqual(delivery(worst, first, states.length > 0 ? `e-${worst}` : null));
  });

  it('wait for every part whose fate is not known', async () => {
    const deliveries = new Deliveries();
    const told: Delivery[] = [];
    const parts = [entry(1), entry(2, 'sent', { messageId: 6 }), entry(3, 'sending')];
    const all = deliveries.of(parts).then((each) => told.push(each));
    expect(deliveries.awaited).toEqual([1, 3]);
    deliveries.settle(1, delivery('sent', 5));
    await new Promise(setImmediate);
    expect([told, deliveries.awaited]).toEqual([[], [3]]);
    deliveries.settle(3, delivery('dead', null, '原因'));
    await all;
    expect(told).toEqual([delivery('dead', 5, '原因')]);
    expect(deliveries.awaited).toEqual([]);
  });

  it('tell all who wait for one entry, and the first word counts', async () => {
    const deliveries = new Deliveries();
    const waiting = [deliveries.of([entry(1)]), deliveries.of([entry(1)])];
    deliveries.settle(1, delivery('sent', 5));
    deliveries.settle(1, delivery('dead'));
    expect(await Promise.all(waiting)).toEqual([delivery('sent', 5), delivery('sent', 5)]);
  });

  it('take no notice of what nobody waits for', () => {
    const deliveries = new Deliveries();
    deliveries.settle(1, delivery('sent', 5));
    expect(deliveries.awaited).toEqual([]);
  });
});
