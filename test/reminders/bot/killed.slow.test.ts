import { spawn, type ChildProcess } from 'node:child_process';
import path from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { openDatabase } from '../../../src/storage/database.ts';
import { ReminderStore } from '../../../src/storage/reminders.ts';
import { harness, pause, type Harness } from '../../bot/support/harness.ts';
import { wish, zone } from '../support.ts';
import { monday, saturday } from './support.ts';

const script = path.join(import.meta.dirname, 'child-bot.ts');
const children: ChildProcess[] = [];

afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
});

const storeOf = ({ folder }: Harness): string => path.join(folder, 'bot.db');

function begin(bench: Harness): ChildProcess {
  const args = ['--import', 'tsx', script, bench.api.root, bench.api.token, storeOf(bench), String(monday + 1000)];
  const child = spawn(process.execPath, args, { stdio: 'inherit' });
  children.push(child);
  return child;
}

const kill = (child: ChildProcess): Promise<void> =>
  new Promise((resolve) => {
    child.once('exit', () => {
      resolve();
    });
    child.kill('SIGKILL');
  });

function setUp(bench: Harness, chats: readonly { readonly id: number }[]): void {
  const database = openDatabase(storeOf(bench));
  const store = new ReminderStore(database);
  for (const { id } of chats) {
    const { schedule, ...rest } = wish({ chatId: id });
    store.add({ ...rest, schedule: JSON.stringify(schedule), timeZone: zone, planId: null }, saturday, monday);
  }
  database.close();
}

describe('scenario 47: kill -9 between the server’s acceptance and the note of it', () => {
  it('leads to two copies at most, however often it happens', async () => {
    const bench = await harness();
    const { api } = bench;
    const chat = api.world.group({ id: -100500 });
    setUp(bench, [chat]);
    // Accepted at once, answered late, so that the process dies without knowing.
    api.fault({ method: 'sendMessage', chatId: chat.id, delayMs: 5000, times: 10 });
    for (let copy = 1; copy <= 2; copy += 1) {
      const child = begin(bench);
      await api.until('the call', () => api.callsOf('sendMessage', chat.id).length >= copy, 20_000);
      await pause(100);
      await kill(child);
    }
    const last = begin(bench);
    await pause(4000);
    await kill(last);
    expect(api.callsOf('sendMessage', chat.id)).toHaveLength(2);
  });
});

describe('kill -9 at any moment of a run over many chats', () => {
  it('reaches every chat, none more than twice', async () => {
    const bench = await harness();
    const { api } = bench;
    const chats = Array.from({ length: 60 }, (_, index) => api.world.group({ id: -1000 - index }));
    setUp(bench, chats);
    for (const count of [5, 15, 30]) {
      const child = begin(bench);
      await api.until(`${count} messages`, () => api.delivered.length >= count, 20_000);
      await kill(child);
    }
    begin(bench);
    for (const chat of chats) await api.received(chat, 1, 30_000);
    await pause(1000);
    for (const chat of chats) expect(api.to(chat).length).toBeLessThanOrEqual(2);
    // Only what was on its way at a kill can come twice.
    expect(api.delivered.length).toBeLessThanOrEqual(60 + 3 * 8);
  });
});

describe('two living processes on one store', () => {
  it('send each reminder once; when one is killed, nobody gets a third copy and nobody is left out', async () => {
    const bench = await harness();
    const { api } = bench;
    const chats = Array.from({ length: 60 }, (_, index) => api.world.group({ id: -1000 - index }));
    setUp(bench, chats);
    const [doomed] = [begin(bench), begin(bench)];
    await api.until('20 messages', () => api.delivered.length >= 20, 20_000);
    const before = new Map(chats.map((chat) => [chat.id, api.to(chat).length]));
    expect(Math.max(...before.values())).toBe(1);
    await kill(doomed);
    for (const chat of chats) await api.received(chat, 1, 30_000);
    await pause(2500);
    for (const chat of chats) expect(api.to(chat).length).toBeLessThanOrEqual(2);
    // Only what the killed one had on its way can come twice.
    expect(api.delivered.length).toBeLessThanOrEqual(60 + 8);
  });
});
