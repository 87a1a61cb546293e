import { describe, expect, it } from 'vitest';
import type { Update } from 'grammy/types';
import { harness, pause } from '../support/harness.ts';

describe('scenario 15: an update is delivered again', () => {
  it('is answered once', async () => {
    const { api, start } = await harness();
    await start();
    const ann = api.world.user(11);
    const message = api.message(ann, api.world.private(ann), {}, { text: '新建污水管网多少公里？' });
    const update = api.push({ message } as never);
    await api.received(ann);
    // The same update, as after an offset that was never confirmed.
    api.queue.requeue(update);
    api.say(ann, '封山育林多少亩？');
    await api.received(ann, 2);
    await pause(200);
    expect(api.to(ann).map(({ text }) => text.split('\n')[0])).toEqual(['80公里', '5万亩']);
  });

  it('is answered after a start that finds it unfinished, in order', async () => {
    const { api, start } = await harness();
    const first = await start();
    const ann = api.world.user(11);
    api.say(ann, '慢：新建污水管网多少公里？');
    api.say(ann, '封山育林多少亩？');
    await api.until('the first question', () => first.engine.asked.length > 0);
    // Stopped before the slow one is done: what is left stays stored.
    first.engine.slowMs = 60_000;
    await first.program.stop();
    first.database.close();
    await start();
    await api.received(ann, 2);
    await pause(200);
    expect(api.to(ann).map(({ text }) => text.split('\n')[0])).toEqual(['80公里', '5万亩']);
  });
});

describe('a webhook that is faster than the connection', () => {
  it('has its updates stored, and each handled once as soon as the bot knows itself', async () => {
    const { api, lines, start } = await harness();
    api.fault({ method: 'getMe', status: 502, times: 4 });
    const webhook = { url: 'https://bot.example/telegram', secret: 'a-secret-of-sixteen' };
    const { program, engine } = await start({ webhook });
    const ann = api.world.user(11);
    for (const text of ['新建污水管网多少公里？', '封山育林多少亩？']) {
      const message = api.message(ann, api.world.private(ann), {}, { text });
      program.accept({ update_id: message.message_id, message } as Update);
    }
    await pause(50);
    expect(program.health().username).toBeNull();
    await api.received(ann, 2);
    await pause(200);
    expect(api.to(ann).map(({ text }) => text.split('\n')[0])).toEqual(['80公里', '5万亩']);
    expect(engine.asked).toHaveLength(2);
    expect(lines.filter((line) => line.includes('update failed'))).toEqual([]);
  });
});

describe('scenario 18: many updates, one chat slow', () => {
  it('lets no chat wait for another, and keeps the order within one', async () => {
    const { api, start } = await harness();
    const { engine } = await start({ times: { perSecond: 500 } });
    engine.slowMs = 1500;
    const slow = api.world.user(500);
    api.say(slow, '慢：新建污水管网多少公里？');
    api.say(slow, '封山育林多少亩？');
    const others = Array.from({ length: 20 }, (_, index) => api.world.user(100 + index));
    for (const user of others) {
      for (const question of ['新建污水管网多少公里？', '封山育林多少亩？']) api.say(user, question);
    }
    for (const user of others) await api.received(user, 2);
    expect(api.to(slow)).toEqual([]);
    for (const user of others) expect(api.to(user)[0]?.text).toContain('80公里');
    await api.received(slow, 2);
    expect(api.to(slow).map(({ text }) => text.split('\n')[0])).toEqual(['80公里', '5万亩']);
  });
});

describe('scenario 19: a handler throws', () => {
  it('gives an apology with a number, logs the rest, and goes on', async () => {
    const { api, lines, start } = await harness();
    await start();
    const ann = api.world.user(11);
    api.say(ann, '崩溃');
    const [apology] = await api.received(ann);
    const id = /编号 ([0-9a-f]{6})/.exec(apology!.text)?.[1];
    expect(id).toBeDefined();
    expect(apology!.text).not.toMatch(/engine|secret|\.ts/);
    expect(lines.some((line) => line.includes(id!) && line.includes('fell over'))).toBe(true);
    api.say(ann, '新建污水管网多少公里？');
    expect((await api.received(ann, 2))[1]?.text).toContain('80公里');
  });
});

describe('scenario 20: odd updates', () => {
  it('crash nothing and start no loop', async () => {
    const { api, lines, start } = await harness();
    await start();
    const ann = api.world.user(11);
    const group = api.world.group({ id: -100, members: [ann] });
    const chat = { id: -100, type: 'supergroup', title: '群' };
    const date = Math.floor(Date.now() / 1000);
    const base = { message_id: api.world.newMessageId(-100), chat, date };
    const odd = [
      { poll: { id: '1', question: '?', options: [], total_voter_count: 0 } },
      { from_the_future: { surprise: true } },
      { message: { ...base, text: '新建污水管网多少公里？' } },
      { message: { ...base, from: api.world.bot, text: '@plan_bot 新建污水管网多少公里？' } },
      {
        message: {
          ...base,
          from: { id: 777000, is_bot: false, first_name: 'Telegram' },
          is_automatic_forward: true,
          text: '@plan_bot 污水管网',
        },
      },
      { message: { ...base, from: ann, via_bot: api.world.bot, text: '@plan_bot 污水管网' } },
      { message: { ...base, from: ann, sticker: { file_id: 's' } } },
      { callback_query: { id: 'x', from: ann, chat_instance: '1' } },
      { callback_query: { id: 'y', from: ann, chat_instance: '1', inline_message_id: 'i', data: '1:t:nothing:1' } },
    ];
    // Unknown kinds are not asked for; a server that sends them all the same must do no harm.
    for (const content of odd) api.queue.force(content as unknown as Omit<Update, 'update_id'>);
    // An anonymous administrator writes in the group's name and is answered.
    api.push({
      message: {
        ...base,
        message_id: api.world.newMessageId(-100),
        from: { id: 1087968824, is_bot: true, first_name: 'Group', username: 'GroupAnonymousBot' },
        sender_chat: chat,
        text: '/ask 新建污水管网多少公里？',
      },
    } as unknown as Omit<Update, 'update_id'>);
    const channel = api.world.group({ id: -200, type: 'channel' });
    api.post(channel, '本周例会照常。');
    api.post(channel, '/ask 封山育林多少亩？');
    await api.received(group);
    await api.received(channel);
    await pause(300);
    expect(api.to(group).map(({ text }) => text.split('\n')[0])).toEqual(['80公里']);
    expect(api.to(channel).map(({ text }) => text.split('\n')[0])).toEqual(['5万亩']);
    expect(lines.filter((line) => line.includes('handler failed'))).toEqual([]);
  });
});

describe('scenario 21: an edited question', () => {
  it('gets no second answer', async () => {
    const { api, start } = await harness();
    await start();
    const ann = api.world.user(11);
    const question = api.say(ann, '新建污水管网多少公里？');
    await api.received(ann);
    api.edit(question, '新建污水管网一共多少公里？');
    api.say(ann, '封山育林多少亩？');
    await api.received(ann, 2);
    expect(api.to(ann)).toHaveLength(2);
    expect(api.to(ann)[1]?.text).toContain('5万亩');
  });

  it('is answered when only the edit says that the bot is meant', async () => {
    const { api, start } = await harness();
    await start();
    const ann = api.world.user(11);
    const group = api.world.group({ id: -100, members: [ann] });
    const question = api.say(ann, '新建污水管网多少公里？', group);
    api.edit(question, '@plan_bot 新建污水管网多少公里？');
    expect((await api.received(group))[0]?.replyTo).toBe(question.message_id);
  });
});

describe('scenario 22: a backlog after a long silence', () => {
  it('answers what is recent and says one thing about the rest', async () => {
    const { api, start } = await harness();
    const ann = api.world.user(11);
    const old = Math.floor(Date.now() / 1000) - 3600;
    for (let index = 0; index < 30; index += 1) {
      api.say(ann, `新建污水管网多少公里？${index}`, api.world.private(ann), { date: old });
    }
    api.say(ann, '封山育林多少亩？');
    await start();
    await api.until('the recent answer', () => api.to(ann).some(({ text }) => text.includes('5万亩')));
    expect(api.to(ann)).toHaveLength(2);
    expect(api.to(ann)[0]?.text).toContain('重新发');
  });
});

describe('scenario 54: the store cannot be written while the bot runs', () => {
  it('confirms nothing that it could not keep, and answers once it can again', async () => {
    const { api, lines, start } = await harness();
    const { database } = await start();
    await api.until('a poll', () => api.queue.isPolled);
    database.exec('PRAGMA query_only = ON');
    const ann = api.world.user(11);
    api.say(ann, '新建污水管网多少公里？');
    await api.until('a line that names the cure', () => lines.some((line) => line.includes('数据库是只读的')));
    expect(api.queue.size).toBe(1);
    database.exec('PRAGMA query_only = OFF');
    expect((await api.received(ann))[0]?.text).toContain('80公里');
  });
});
