import { describe, expect, it } from 'vitest';
import { pause } from '../../bot/support/harness.ts';
import { monday, reminderHarness } from './support.ts';

const lastOf = <T>(list: readonly T[]): T => list.at(-1)!;

describe('/remind', () => {
  it('previews a text with zone and three dates, sets it on confirmation, and sends it when due', async () => {
    const { api, begin, setClock } = await reminderHarness();
    await begin();
    const ann = api.world.user(11);
    api.say(ann, '/remind 每周一 09:00 水环境');
    const [preview] = await api.received(ann);
    expect(preview!.text).toContain('时间：每周一 09:00');
    expect(preview!.text).toContain('时区：Asia/Shanghai');
    expect(preview!.text).toContain(
      '· 2025年3月31日（周一）09:00\n· 2025年4月7日（周一）09:00\n· 2025年4月14日（周一）09:00',
    );
    api.tap(ann, preview!, '确认');
    await api.until('the confirmation', () => api.to(ann)[0]!.text.startsWith('已设置提醒 1'));
    setClock(monday);
    const messages = await api.received(ann, 2);
    expect(messages[1]!.text.split('\n')[0]).toBe('📌 水环境 · 2025年第14周');
    expect(messages[1]!.text).toContain('⚪ 新建污水管网 目标80公里，未报进度');
    expect(messages[1]!.text).toMatch(/\n出处：二、聚焦.*(?<!出处：.*出处：.*)\(二\)实施水环境巩固提升行动$/);
    expect(messages[1]!.keyboard.flat().map(({ text }) => text)).toEqual(['本节原文', '报进度', '停止提醒']);
    await pause(300);
    expect(api.to(ann)).toHaveLength(2);
  });

  it('asks step by step with buttons for what is missing, and can be changed before it is confirmed', async () => {
    const { api, begin } = await reminderHarness();
    await begin();
    const ann = api.world.user(11);
    api.say(ann, '提醒');
    await api.received(ann);
    const shown = () => api.to(ann)[0]!;
    const step = async (button: string, expected: string) => {
      api.tap(ann, shown(), button);
      await api.until(expected, () => shown().text.includes(expected));
    };
    expect(shown().text).toContain('哪一天提醒');
    await step('每个工作日', '几点提醒');
    await step('09:30', '提醒哪些内容');
    await step('实施水环境巩固提升行动', '请确认这条提醒');
    expect(shown().text).toContain('每个工作日 09:30');
    expect(shown().text).toMatch(/节假日数据到20\d\d年为止/);
    await step('改用图片', '形式：图片');
    await step('静音', '形式：图片，静音');
    await step('重选', '哪一天提醒');
    await step('取消', '已取消');
    api.say(ann, '/reminders');
    await api.received(ann, 2);
    expect(lastOf(api.to(ann)).text).toContain('还没有设置提醒');
  });

  it('explains what it cannot read', async () => {
    const { api, begin } = await reminderHarness();
    await begin();
    const ann = api.world.user(11);
    for (const text of ['/remind 每月32日 09:00 水环境', '/remind 每周一 09:00 天文地理', '/remind 时区 东八区'])
      api.say(ann, text);
    const replies = await api.received(ann, 3);
    expect(replies[0]!.text).toContain('每月没有“32日”');
    expect(replies[1]!.text).toContain('计划里没有与“天文地理”对应的章节或指标目标');
    expect(replies[2]!.text).toContain('不认识时区“东八区”');
    for (const { text } of replies) expect(text).toContain('例如');
  });

  it('30: shows what looks like markup as it is', async () => {
    const { api, begin } = await reminderHarness();
    await begin();
    const ann = api.world.user(11);
    const nasty = '<b>&"</b>](tg://user?id=1)\u202Eevil';
    api.say(ann, `/remind 每周一 09:00 ${nasty}`);
    expect((await api.received(ann))[0]!.text).toContain('<b>&"</b>');
  });

  it('39: takes a double tap for one wish', async () => {
    const { api, begin } = await reminderHarness();
    const { database } = await begin();
    const count = () => database.get("SELECT count(*) AS n FROM reminders WHERE state = 'active'")!.integer('n');
    const ann = api.world.user(11);
    api.say(ann, '/remind 每周一 09:00 水环境');
    const [preview] = await api.received(ann);
    const taps = [1, 2, 3].map(() => api.tap(ann, preview!, '确认'));
    for (const id of taps) await api.until('each tap', () => api.answers.callbacks.some((entry) => entry.id === id));
    await api.until('the reminder', () => count() === 1);
    await pause(100);
    expect(count()).toBe(1);
  });

  it('sets the zone of the chat', async () => {
    const { api, begin } = await reminderHarness();
    await begin();
    const ann = api.world.user(11);
    api.say(ann, '/remind 时区 Asia/Urumqi');
    api.say(ann, '/remind 每周一 09:00 水环境');
    const replies = await api.received(ann, 2);
    expect(replies[1]!.text).toContain('时区：Asia/Urumqi');
  });
});

describe('/reminders', () => {
  it('pauses, goes on, sends now and deletes', async () => {
    const { api, begin } = await reminderHarness();
    await begin();
    const ann = api.world.user(11);
    api.say(ann, '/remind 每周一 09:00 水环境');
    const [preview] = await api.received(ann);
    api.tap(ann, preview!, '确认');
    await api.until('the confirmation', () => api.to(ann)[0]!.text.startsWith('已设置'));
    api.say(ann, '/reminders');
    const list = (await api.received(ann, 2))[1]!;
    expect(list.text).toContain('下次：2025年3月31日（周一）09:00');
    api.tap(ann, list, '暂停');
    await api.until('the pause', () => list.text.includes('已暂停'));
    api.tap(ann, list, '继续');
    await api.until('the resumption', () => list.text.includes('下次'));
    api.tap(ann, list, '立即发送');
    const sent = (await api.received(ann, 3))[2]!;
    expect(sent.text).toContain('📌 水环境');
    api.tap(ann, sent, '本节原文');
    expect((await api.received(ann, 4))[3]!.text).toContain('二是深化城镇治污。新建污水管网80公里');
    api.tap(ann, sent, '报进度');
    expect((await api.received(ann, 5))[4]!.text).toContain('/progress 指标 数量和单位');
    api.tap(ann, sent, '停止提醒');
    expect((await api.received(ann, 6))[5]!.text).toContain('提醒 1 已暂停');
    api.say(ann, '/unremind 1');
    api.say(ann, '/unremind 1');
    const replies = await api.received(ann, 8);
    expect(replies[6]!.text).toBe('已删除提醒 1。');
    expect(replies[7]!.text).toContain('没有编号为1的提醒');
  });
});

describe('scenario 43: rights in groups, asked live', () => {
  it('lets only administrators set and change reminders; an unknown answer is a no', async () => {
    const { api, begin } = await reminderHarness();
    const { database } = await begin();
    const [chief, member] = [api.world.user(21), api.world.user(22)];
    const group = api.world.group({ id: -100500, administrators: [chief], members: [member] });
    const count = () => database.get("SELECT count(*) AS n FROM reminders WHERE state = 'active'")!.integer('n');
    api.say(member, '/remind@plan_bot 每周一 09:00 水环境', group);
    expect((await api.received(group))[0]!.text).toContain('只有群或频道的管理员');
    api.say(chief, '/remind@plan_bot 每周一 09:00 水环境', group);
    const preview = (await api.received(group, 2))[1]!;
    api.tap(member, preview, '确认');
    await pause(200);
    expect(count()).toBe(0);
    api.tap(chief, preview, '确认');
    await api.until('the reminder', () => count() === 1);
    api.fault({ method: 'getChatMember', status: 500, times: 5 });
    api.say(chief, '/unremind@plan_bot 1', group);
    await api.until('the refusal', () => lastOf(api.to(group)).text.includes('只有群或频道的管理员'));
    expect(count()).toBe(1);
  });
});

describe('channels', () => {
  it('are set up from an administrator’s private chat', async () => {
    const { api, begin, setClock } = await reminderHarness();
    await begin();
    const [chief, other] = [api.world.user(31), api.world.user(32)];
    const channel = api.world.group({
      id: -100777000111,
      type: 'channel',
      title: '市环委频道',
      administrators: [chief],
    });
    api.say(other, `/remind ${channel.id} 每周一 09:00 水环境`);
    expect((await api.received(other))[0]!.text).toContain('只有群或频道的管理员');
    api.say(chief, `/remind ${channel.id} 每周一 09:00 水环境`);
    const [preview] = await api.received(chief);
    expect(preview!.text).toContain('发到：市环委频道');
    api.tap(chief, preview!, '确认');
    await api.until('the confirmation', () => api.to(chief)[0]!.text.startsWith('已设置'));
    setClock(monday);
    expect((await api.received(channel))[0]!.text).toContain('📌 水环境');
    api.say(chief, `/reminders ${channel.id}`);
    expect((await api.received(chief, 2))[1]!.text).toContain('每周一 09:00 水环境');
  });
});

describe('a reminder in a topic of a forum', () => {
  it('stays in it', async () => {
    const { api, begin, setClock } = await reminderHarness();
    await begin();
    const chief = api.world.user(41);
    const forum = api.world.group({ id: -100600, forum: true, topics: [9], administrators: [chief] });
    api.say(chief, '/remind@plan_bot 每周一 09:00 水环境 静音', forum, { thread: 9 });
    const [preview] = await api.received(forum);
    api.tap(chief, preview!, '确认');
    await api.until('the confirmation', () => api.to(forum)[0]!.text.startsWith('已设置'));
    setClock(monday);
    expect((await api.received(forum, 2))[1]).toMatchObject({ threadId: 9, silent: true });
  });

  it('is answered there when it is a picture and a button under it is tapped', async () => {
    const { api, begin, setClock } = await reminderHarness();
    await begin();
    const chief = api.world.user(41);
    const forum = api.world.group({ id: -100600, forum: true, topics: [9], administrators: [chief] });
    api.say(chief, '/remind@plan_bot 每周一 09:00 水环境 图片', forum, { thread: 9 });
    const [preview] = await api.received(forum);
    api.tap(chief, preview!, '确认');
    await api.until('the confirmation', () => api.to(forum)[0]!.text.startsWith('已设置'));
    setClock(monday);
    const [, picture] = await api.received(forum, 2);
    expect(picture).toMatchObject({ method: 'sendPhoto', threadId: 9 });
    api.tap(chief, picture!, '停止提醒');
    const paused = (await api.received(forum, 3))[2]!;
    expect(paused.text).toContain('已暂停');
    expect(paused.threadId).toBe(9);
  });
});
