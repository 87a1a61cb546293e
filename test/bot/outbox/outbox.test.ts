import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { Outbox } from '../../../src/bot/outbox/outbox.ts';
import type { SendCall } from '../../../src/bot/outbox/sender.ts';
import { plain } from '../../../src/bot/rich-text.ts';
import { ChatStore } from '../../../src/storage/chats.ts';
import { openDatabase, type Database } from '../../../src/storage/database.ts';
import { migrations } from '../../../src/storage/migrations/index.ts';
import { createLog } from '../../../src/log.ts';
import { useTempFolder } from '../../support/temp-folder.ts';

const folder = useTempFolder();
const aliveMs = 300;

interface Process {
  readonly outbox: Outbox;
  readonly database: Database;
}
const processes: Process[] = [];

/** One of the processes that work on the test's store, with a connection of its own. */
function begin(call: SendCall, clock: () => number = Date.now): Process {
  const database = openDatabase(folder.file('bot.db'));
  const log = createLog({ level: 'silent' });
  const outbox = new Outbox({ database, chats: new ChatStore(database), call, log, now: clock, aliveMs, retryMs: 20 });
  const process = { outbox, database };
  processes.push(process);
  return process;
}

afterEach(async () => {
  for (const { outbox, database } of processes.splice(0)) {
    await outbox.stop(50);
    database.close();
  }
});

/** What a kill leaves: no sign of life any more, and nothing noted. */
const kill = ({ database }: Process): void => {
  database.close();
};

const message = (chatId: number, text: string) => ({ chatId, body: plain(text) });

/** A server that notes every message; it answers when the test says so, or at once. */
function server(answersAtOnce = true) {
  const texts: string[] = [];
  const answers: ((messageId: number) => void)[] = [];
  const call: SendCall = (_method, _chatId, payload) => {
    texts.push(payload.text ?? '');
    return answersAtOnce
      ? sleep(1, texts.length)
      : new Promise((resolve) => {
          answers.push(resolve);
        });
  };
  return { texts, answers, call };
}

describe('two processes on one store', () => {
  it('leave alone what the other is sending, however long it takes', async () => {
    const { texts, answers, call } = server(false);
    const first = begin(call);
    first.outbox.start();
    const { settled } = first.outbox.enqueue(message(1, '甲'));
    await vi.waitFor(() => {
      expect(texts).toEqual(['甲']);
    });
    const second = begin(call);
    second.outbox.start();
    await sleep(2 * aliveMs);
    expect(texts).toEqual(['甲']);
    answers[0]!(5);
    expect(await settled).toMatchObject({ state: 'sent', messageId: 5 });
  });

  it('share what waits: each message once, in order within its chat', async () => {
    const { texts, call } = server();
    const chats = Array.from({ length: 12 }, (_, index) => index + 1);
    const writer = begin(call);
    for (const part of ['一', '二', '三']) for (const chat of chats) writer.outbox.enqueue(message(chat, `${chat}${part}`)); // prettier-ignore
    const senders = [begin(call), begin(call)];
    for (const { outbox } of senders) outbox.start();
    await vi.waitFor(() => {
      expect(writer.outbox.counts()).toMatchObject({ sent: 36 });
    }, 5000);
    expect(texts).toHaveLength(36);
    for (const chat of chats)
      expect(texts.filter((text) => text.slice(0, -1) === String(chat))).toEqual(['一', '二', '三'].map((part) => `${chat}${part}`)); // prettier-ignore
  });

  it('tell whoever waits for a message that the other has sent', async () => {
    const { call } = server();
    const writer = begin(() => Promise.reject(new Error('cannot send')));
    const ticket = writer.outbox.enqueue(message(1, '甲'));
    const sender = begin(call);
    sender.outbox.start();
    await vi.waitFor(() => {
      expect(sender.outbox.counts()).toMatchObject({ sent: 1 });
    });
    writer.outbox.start();
    expect(await ticket.settled).toMatchObject({ state: 'sent' });
  });
});

describe('a process that dies', () => {
  it('in the middle of sending is followed by one copy, soon, and no third', async () => {
    const { texts, answers, call } = server(false);
    for (const copies of [1, 2]) {
      const doomed = begin(call);
      doomed.outbox.start();
      if (copies === 1) doomed.outbox.enqueue(message(1, '甲'));
      await vi.waitFor(() => {
        expect(texts).toHaveLength(copies);
      }, 3000);
      kill(doomed);
    }
    const last = begin(call);
    last.outbox.start();
    await vi.waitFor(() => {
      expect(last.outbox.counts()).toMatchObject({ uncertain: 1, sending: 0 });
    }, 3000);
    // The dead ones' late answers change nothing.
    for (const answer of answers) answer(7);
    await sleep(50);
    expect(texts).toHaveLength(2);
    expect(last.outbox.counts()).toMatchObject({ uncertain: 1, sent: 0 });
  });

  it('before sending leaves its messages to one that is running already', async () => {
    const { texts, call } = server();
    const living = begin(call);
    living.outbox.start();
    const doomed = begin(call);
    doomed.outbox.enqueue(message(1, '甲'));
    kill(doomed);
    await vi.waitFor(() => {
      expect(texts).toEqual(['甲']);
    }, 3000);
  });

  it('is not waited for when it has ended in order', async () => {
    const { texts, call } = server(false);
    const first = begin(call);
    first.outbox.start();
    first.outbox.enqueue(message(1, '甲'));
    await vi.waitFor(() => {
      expect(texts).toHaveLength(1);
    });
    await first.outbox.stop(10);
    const second = begin(call);
    second.outbox.start();
    await vi.waitFor(() => {
      expect(texts).toHaveLength(2);
    }, aliveMs / 2);
  });
});

describe('a machine that sleeps', () => {
  it('wakes without either process holding the other for dead', async () => {
    let slept = 0;
    const clock = (): number => Date.now() + slept;
    const { texts, answers, call } = server(false);
    // Each is sending, so that whichever wakes first could wrong the other.
    const tickets = [1, 2].map((chatId) => {
      const { outbox } = begin(call, clock);
      outbox.start();
      return outbox.enqueue(message(chatId, '甲'));
    });
    await vi.waitFor(() => {
      expect(texts).toHaveLength(2);
    });
    slept = 8 * 3_600_000;
    await sleep(2 * aliveMs);
    slept = 0;
    await sleep(2 * aliveMs);
    expect(texts).toHaveLength(2);
    for (const answer of answers) answer(5);
    for (const { settled } of tickets) expect(await settled).toMatchObject({ state: 'sent' });
  });
});

describe('a store written before processes were told apart', () => {
  it('opens, and what was being sent counts as interrupted', async () => {
    const old = openDatabase(folder.file('bot.db'), { migrations: migrations.slice(0, 4) });
    old.run(
      `INSERT INTO outbox (chat_id, method, payload, state, uncertain, next_at, created_at)
       VALUES (1, 'sendMessage', '{"text":"甲"}', 'sending', 0, 0, 0), (2, 'sendMessage', '{"text":"乙"}', 'sending', 1, 0, 0)`,
    );
    old.close();
    const { texts, call } = server();
    const { outbox } = begin(call);
    outbox.start();
    await vi.waitFor(() => {
      expect(outbox.counts()).toMatchObject({ sent: 1, uncertain: 1 });
    });
    expect(texts).toEqual(['甲']);
  });
});
