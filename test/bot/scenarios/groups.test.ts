import { describe, expect, it } from 'vitest';
import { harness, pause } from '../support/harness.ts';

const question = '新建污水管网多少公里？';

describe('scenario 41: in a group', () => {
  it('is silent unless it is meant, and answers to the question, in its topic', async () => {
    const { api, start } = await harness();
    const { engine } = await start();
    const ann = api.world.user(11);
    const group = api.world.group({ id: -100, forum: true, topics: [7], members: [ann] });
    for (const text of [question, '/ask@other_bot 污水管网', '@plan_bot_two 污水管网', '/unknown', '大家好']) {
      api.say(ann, text, group, { thread: 7 });
    }
    const asked = [
      api.say(ann, `/ask ${question}`, group, { thread: 7 }),
      api.say(ann, `/ask@plan_bot ${question}`, group, { thread: 7 }),
      api.say(ann, `@plan_bot ${question}`, group, { thread: 7 }),
      api.say(ann, `${question} @Plan_Bot`, group, { thread: 7 }),
    ];
    const answers = await api.received(group, 4);
    asked.push(api.say(ann, question, group, { thread: 7, replyTo: answers[0]!.messageId }));
    await api.received(group, 5);
    await pause(200);
    expect(api.to(group).map(({ replyTo }) => replyTo)).toEqual(asked.map(({ message_id: id }) => id));
    expect(new Set(api.to(group).map(({ threadId }) => threadId))).toEqual(new Set([7]));
    expect(engine.asked).toHaveLength(5);
    expect(engine.asked.every((entry) => entry.question === question)).toBe(true);
  });

  it('suggests a command only where nobody else can be meant', async () => {
    const { api, start } = await harness();
    await start();
    const ann = api.world.user(11);
    const group = api.world.group({ id: -100, members: [ann] });
    api.say(ann, '/figurs', group);
    api.say(ann, '/figurs@plan_bot', group);
    expect((await api.received(group))[0]?.text).toContain('/figures');
    await pause(100);
    expect(api.to(group)).toHaveLength(1);
  });
});

describe('scenario 42: not on the list', () => {
  it('is denied the same way everywhere, before anything is searched, and told once an hour', async () => {
    const { api, start } = await harness();
    const { engine, program } = await start({ allowedUsers: [12], adminIds: [1] });
    const [ann, bob] = [api.world.user(11), api.world.user(12)];
    const question1 = api.say(ann, question);
    api.edit(question1, '封山育林多少亩？');
    api.say(ann, `/start f_${program.kit.library.current()!.plan.id}_1`);
    api.document(ann, { name: '计划.txt', bytes: Buffer.from('一、'.repeat(50)) });
    const inline = api.inline(ann, '污水');
    api.say(bob, question);
    const [answer] = await api.received(bob);
    const tap = api.tap(ann, answer!, '原文');
    await api.until('the tap', () => api.answers.callbacks.some(({ id }) => id === tap));
    const shown = await api.until('the inline answer', () => api.answers.inline.find(({ id }) => id === inline));
    await pause(200);
    expect(api.answers.callbacks.find(({ id }) => id === tap)?.text).toContain('未获授权');
    expect(shown.results).toEqual([]);
    expect(shown.params).toMatchObject({ is_personal: true, cache_time: 0 });
    expect(api.to(ann)).toHaveLength(1);
    expect(api.to(ann)[0]?.text).toContain('11');
    expect(api.to(bob)).toHaveLength(1);
    expect(engine.asked).toHaveLength(1);
    expect(api.callsOf('getFile')).toEqual([]);
  });

  it('lets a listed group ask, but not its members elsewhere; and a listed person anywhere', async () => {
    const { api, start } = await harness();
    await start({ allowedChats: [-100], allowedUsers: [12] });
    const [ann, bob] = [api.world.user(11), api.world.user(12)];
    const listed = api.world.group({ id: -100, members: [ann] });
    const foreign = api.world.group({ id: -200, members: [ann, bob] });
    api.say(ann, `/ask ${question}`, listed);
    api.say(ann, `/ask ${question}`, foreign);
    api.say(ann, question);
    api.say(bob, `/ask ${question}`, foreign);
    await api.received(foreign, 2);
    await api.received(listed);
    await api.received(ann);
    expect(api.to(listed)[0]?.text).toContain('80公里');
    expect(api.to(ann)[0]?.text).toContain('指定的人员');
    expect(api.to(foreign).map(({ text }) => text.includes('80公里'))).toEqual([false, true]);
  });
});

describe('scenario 43: settings of a group', () => {
  it('are changed by its administrators only, asked live, and by nobody when Telegram does not say', async () => {
    const { api, start } = await harness();
    const { program } = await start();
    const [ann, boss] = [api.world.user(11), api.world.user(12)];
    const group = api.world.group({ id: -100, members: [ann], administrators: [boss] });
    api.say(boss, '/settings', group);
    const [menu] = await api.received(group);
    const answered = (id: string) =>
      api.until('the tap', () => api.answers.callbacks.find((callback) => callback.id === id));
    const refused = '只有本群管理员可以改设置。';
    expect((await answered(api.tap(ann, menu!, '隐藏评价按钮'))).text).toBe(refused);
    expect(program.kit.chats.settings(-100).feedbackButtons).toBe(true);
    expect((await answered(api.tap(boss, menu!, '隐藏评价按钮'))).text).toBe('已保存。');
    expect(program.kit.chats.settings(-100).feedbackButtons).toBe(false);
    expect((await answered(api.tapData(boss, menu!, '1:c:plan:000000000000'))).text).toBe('这个设置已不可用。');
    group.roles.set(12, 'member');
    expect((await answered(api.tap(boss, menu!, '关闭接着问'))).text).toBe(refused);
    api.fault({ method: 'getChatMember', status: 500 });
    group.roles.set(12, 'administrator');
    expect((await answered(api.tapData(boss, menu!, '1:c:quote'))).text).toBe(refused);
    expect(program.kit.chats.settings(-100)).toMatchObject({ followUps: true, quoteStyle: 'expandable' });
  });

  it('shows no buttons to others', async () => {
    const { api, start } = await harness();
    await start();
    const ann = api.world.user(11);
    const group = api.world.group({ id: -100, members: [ann] });
    api.say(ann, '/settings', group);
    expect((await api.received(group))[0]?.keyboard).toEqual([]);
  });
});

describe('scenario 44: a flood', () => {
  it('is cut off with one notice, while others are served', async () => {
    const { api, start } = await harness();
    const { engine, program } = await start();
    const [ann, bob] = [api.world.user(11), api.world.user(12)];
    for (let index = 0; index < 200; index += 1) api.say(ann, `${question}${index}`);
    const began = Date.now();
    api.say(bob, question);
    await api.received(bob);
    expect(Date.now() - began).toBeLessThan(3000);
    await api.until('the end of it', () => program.health().waitingUpdates === 0);
    await pause(1200);
    expect(engine.asked.length).toBeLessThan(30);
    expect(api.to(ann).filter(({ text }) => text.includes('太快'))).toHaveLength(1);
  });
});

describe('scenario 45: added to a group that is not listed', () => {
  it.each([true, false])('leaves it (%s) as configured, and logs it', async (leavesForeignGroups) => {
    const { api, lines, start } = await harness();
    await start({ allowedChats: [-100], leavesForeignGroups });
    const ann = api.world.user(11);
    const foreign = api.world.group({ id: -200, members: [ann] });
    api.membership(ann, foreign, 'member');
    await api.until('a line', () => lines.some((line) => line.includes('not listed')));
    await pause(150);
    expect(api.answers.left).toEqual(leavesForeignGroups ? [-200] : []);
    expect(api.to(foreign)).toEqual([]);
  });
});
