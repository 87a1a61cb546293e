import { describe, expect, it } from 'vitest';
import { Sender, type SendCall, type SenderOptions } from '../../../src/bot/outbox/sender.ts';
import type { OutboxEntry } from '../../../src/storage/outbox.ts';

const entry = (id: number, priority = 0) =>
  ({ id, priority, chatId: id, method: 'sendMessage', payload: '{"text":"甲"}', file: null }) as OutboxEntry;

/** A sender that makes one call at a time, and notes what it tells. */
function begin(call: SendCall, more: Partial<SenderOptions> = {}) {
  const told: string[] = [];
  const sender = new Sender({
    call,
    concurrency: 1,
    perSecond: 100,
    claim: () => true,
    confirmed: ({ id }, messageId) => told.push(`${id} as ${messageId}`),
    failed: ({ id }, error) => told.push(`${id}: ${String(error)}`),
    ...more,
  });
  return { sender, told };
}

describe('Sender', () => {
  it('tells what was confirmed and what failed', async () => {
    const { sender, told } = begin((_, chatId) =>
      chatId === 1 ? Promise.resolve(5) : Promise.reject(new Error('no')),
    );
    await sender.send(entry(1));
    await sender.send(entry(2));
    expect(told).toEqual(['1 as 5', '2: Error: no']);
  });

  it('serves those that somebody waits for before those in bulk', async () => {
    const { sender, told } = begin(() => Promise.resolve(5));
    await Promise.all([entry(1, 1), entry(2, 1), entry(3)].map((each) => sender.send(each)));
    expect(told).toEqual(['1 as 5', '3 as 5', '2 as 5']);
  });

  it('makes no call for what it cannot claim', async () => {
    const { sender, told } = begin(() => Promise.reject(new Error('called')), { claim: () => false });
    await sender.send(entry(1));
    expect(told).toEqual([]);
  });

  it('stops: what waits is not begun, and what is given up is not told', async () => {
    const called: number[] = [];
    const { sender, told } = begin((_, chatId, _payload, _file, signal) => {
      called.push(chatId);
      return new Promise((_resolve, reject) => {
        signal.addEventListener('abort', () => {
          reject(new Error('aborted'));
        });
      });
    });
    for (const id of [1, 2]) void sender.send(entry(id));
    await sender.stop(20);
    await new Promise(setImmediate);
    expect([called, told]).toEqual([[1], []]);
  });
});
