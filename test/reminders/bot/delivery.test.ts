import { loadImage } from '@napi-rs/canvas';
import { describe, expect, it } from 'vitest';
import { ReminderStore } from '../../../src/storage/reminders.ts';
import type { Database } from '../../../src/storage/database.ts';
import type { FakeChat, World } from '../../fake-api/world.ts';
import { pause } from '../../bot/support/harness.ts';
import { day, wish, zone } from '../support.ts';
import { monday, reminderHarness, saturday } from './support.ts';

/** A weekly reminder for each chat, as if set on Saturday. */
function remindAll(
  database: Database,
  chats: readonly { readonly id: number }[],
  change: Partial<ReturnType<typeof wish>> = {},
): void {
  const store = new ReminderStore(database);
  for (const { id } of chats) {
    const { schedule, ...rest } = wish({ chatId: id, ...change });
    store.add({ ...rest, schedule: JSON.stringify(schedule), timeZone: zone, planId: null }, saturday, monday);
  }
}
const groups = (world: World, count: number): readonly FakeChat[] =>
  Array.from({ length: count }, (_, index) => world.group({ id: -1000 - index }));

describe('scenario 51: chats due together', () => {
  it('are all served once, the one with 429 after its wait, without holding up the others', async () => {
    const { api, begin, setClock } = await reminderHarness();
    const { database } = await begin();
    const chats = groups(api.world, 20);
    remindAll(database, chats);
    const [slow, ...others] = chats;
    api.fault({ method: 'sendMessage', chatId: slow!.id, status: 429, parameters: { retry_after: 2 } });
    setClock(monday);
    const refused = await api.until('the refusal', () => api.callsOf('sendMessage', slow!.id)[0]?.at);
    for (const chat of others) await api.received(chat);
    expect(api.to(slow!)).toEqual([]);
    const [late] = await api.received(slow!);
    expect(late!.at - refused).toBeGreaterThan(1900);
    await pause(100);
    for (const chat of chats) expect(api.to(chat)).toHaveLength(1);
  });

  it('46, 51: a restart in the middle goes on where it stopped', async () => {
    const { api, begin, setClock } = await reminderHarness();
    const first = await begin({}, { perSecond: 40 });
    const chats = groups(api.world, 30);
    remindAll(first.database, chats);
    setClock(monday);
    await api.until('some', () => api.delivered.length >= 8);
    await first.stop();
    expect(api.delivered.length).toBeLessThan(30);
    await begin();
    for (const chat of chats) await api.received(chat);
    await pause(200);
    expect(api.delivered).toHaveLength(30);
  });
});

describe('scenarios 34 and 52: a chat that fails for good', () => {
  it('is paused with the reason, the others are served, and it goes on when the bot is back', async () => {
    const { api, begin, setClock } = await reminderHarness();
    const { database, program } = await begin();
    const chief = api.world.user(21);
    const gone = api.world.group({ id: -100500, administrators: [chief] });
    const other = api.world.group({ id: -100501 });
    remindAll(database, [gone, other]);
    gone.refusal = { code: 403, description: 'Forbidden: bot was kicked from the supergroup chat' };
    setClock(monday);
    await api.received(other);
    await api.until('the pause', () => program.kit.chats.get(gone.id)?.pausedReason === '机器人被移出了群');
    setClock(monday + 7 * day);
    await api.received(other, 2);
    expect(api.callsOf('sendMessage', gone.id)).toHaveLength(1);
    gone.refusal = null;
    api.membership(chief, gone, 'member');
    const [late] = await api.received(gone);
    expect(late!.text).toContain('📌 水环境');
  });
});

describe('scenario 35: no right to write any more', () => {
  it('is told once, in private, to whoever set the reminder, and to nobody the bot has not met', async () => {
    const { api, begin, setClock } = await reminderHarness();
    const { database, program } = await begin();
    const [ann, stranger] = [api.world.user(11), api.world.user(12)];
    const mute = api.world.group({ id: -100500, title: '水环境专班', administrators: [ann] });
    api.say(ann, '帮助');
    await api.received(ann);
    program.kit.chats.seen({ id: mute.id, type: 'supergroup', title: '水环境专班' }, saturday);
    for (const { id } of [ann, ann, stranger]) remindAll(database, [mute], { userId: id });
    mute.refusal = { code: 400, description: 'Bad Request: not enough rights to send text messages to the chat' };
    setClock(monday);
    const [, note] = await api.received(ann, 2);
    expect(note!.text).toMatch(/“水环境专班”的定期提醒发不出去：.*没有发言权限/);
    setClock(monday + 7 * day);
    await pause(300);
    expect(api.to(ann)).toHaveLength(2);
    expect(api.callsOf('sendMessage', stranger.id)).toEqual([]);
    expect(api.callsOf('sendMessage', mute.id)).toHaveLength(1);
  });
});

describe('a muted group where people go on asking', () => {
  it('is no news until something has arrived there again', async () => {
    const { api, begin, setClock } = await reminderHarness();
    const { database, program } = await begin();
    const ann = api.world.user(11);
    const mute = api.world.group({ id: -100500, title: '水环境专班', administrators: [ann] });
    api.say(ann, '帮助');
    await api.received(ann);
    remindAll(database, [mute], { userId: 11 });
    const paused = (reason: string | null) =>
      api.until(`the pause to be ${reason}`, () => program.kit.chats.get(mute.id)?.pausedReason === reason);
    const refusal = { code: 400, description: 'Bad Request: not enough rights to send text messages to the chat' };
    mute.refusal = refusal;
    setClock(monday);
    await api.received(ann, 2);
    for (let calls = 2; calls <= 4; calls += 1) {
      api.say(ann, '/ask 新建污水管网多少公里？', mute);
      await api.until('the answer that is refused', () => api.callsOf('sendMessage', mute.id).length === calls);
      await paused('机器人在群里没有发言权限');
    }
    await pause(200);
    expect(api.to(ann)).toHaveLength(2);
    mute.refusal = null;
    api.say(ann, '/ask 新建污水管网多少公里？', mute);
    await api.received(mute);
    await paused(null);
    mute.refusal = refusal;
    setClock(monday + 7 * day);
    expect((await api.received(ann, 3))[2]!.text).toContain('“水环境专班”的定期提醒发不出去');
  });
});

describe('scenario 33: a group becomes a supergroup', () => {
  it('gets its reminder once, under its new number', async () => {
    const { api, begin, setClock } = await reminderHarness();
    const { database } = await begin();
    const chat = api.world.group({ id: -600, type: 'group' });
    remindAll(database, [chat]);
    const next = api.world.migrate(chat, -100600);
    setClock(monday);
    await api.received(next);
    setClock(monday + 7 * day);
    await api.received(next, 2);
    await pause(200);
    expect(api.to(next)).toHaveLength(2);
  });
});

describe('a reminder as a picture', () => {
  it('is sent as a photograph with its head as caption', async () => {
    const { api, begin, setClock } = await reminderHarness();
    const { database } = await begin();
    const [chat] = groups(api.world, 1);
    remindAll(database, [chat!], { picture: true });
    setClock(monday);
    const [picture] = await api.received(chat!);
    expect(picture).toMatchObject({ method: 'sendPhoto' });
    expect(picture!.text).toContain('2025年第14周');
    expect((await loadImage(Buffer.from(picture!.file!.bytes))).width).toBe(1080);
    expect(picture!.keyboard.flat().map(({ text }) => text)).toContain('停止提醒');
  });
});

describe('past the plan’s year', () => {
  it('a chat is told once, and its reminders go on when somebody says so', async () => {
    const { api, begin, setClock } = await reminderHarness();
    const { database } = await begin();
    const ann = api.world.user(11);
    api.world.private(ann);
    remindAll(database, [ann, ann]);
    const january = monday + 280 * day;
    setClock(january);
    const [notice] = await api.received(ann);
    expect(notice!.text).toContain('2025年已经结束');
    await pause(200);
    expect(api.to(ann)).toHaveLength(1);
    api.tap(ann, notice!, '继续提醒');
    await api.received(ann, 2);
    setClock(january + 7 * day);
    await api.received(ann, 4);
  });
});
