import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { plain } from '../../../src/bot/rich-text.ts';
import { openDatabase } from '../../../src/storage/database.ts';
import { OutboxStore } from '../../../src/storage/outbox.ts';
import { harness, pause } from '../support/harness.ts';

const question = '新建污水管网多少公里？';

describe('scenario 23: sent, and the connection closes without an answer', () => {
  it('is marked uncertain, and there are never more than two copies', async () => {
    const { api, start } = await harness();
    const { program } = await start();
    const ann = api.world.user(11);
    api.fault({ method: 'sendMessage', drop: 'after', times: 10 });
    api.say(ann, question);
    await api.received(ann, 2);
    await pause(500);
    expect(api.to(ann)).toHaveLength(2);
    expect(program.kit.outbox.counts()).toMatchObject({ uncertain: 1, pending: 0 });
  });

  it('counts a send that a kill interrupted as one of the two', async () => {
    const { api, folder, start } = await harness();
    const ann = api.world.user(11);
    api.world.private(ann);
    const before = openDatabase(path.join(folder, 'bot.db'));
    const store = new OutboxStore(before);
    const payload = JSON.stringify({ text: '每周提醒' });
    const common = { chatId: 11, method: 'sendMessage', payload, file: null, priority: 1, expiresAt: null };
    const [fresh, tried] = ['a', 'b'].map((dedupeKey) => store.add({ ...common, dedupeKey }, Date.now()).entry);
    store.claim(tried!.id, 0);
    store.retry(tried!.id, { nextAt: 0, uncertain: 1, error: '' });
    store.claim(fresh!.id, 0);
    store.claim(tried!.id, 0);
    before.close();
    const { program } = await start();
    await api.received(ann);
    await pause(300);
    expect(api.to(ann)).toHaveLength(1);
    expect(program.kit.outbox.find('a')?.state).toBe('sent');
    expect(program.kit.outbox.find('b')?.state).toBe('uncertain');
  });

  it('leads to no copy where the server never got it', async () => {
    const { api, start } = await harness();
    const { port } = api;
    const { program } = await start();
    const ann = api.world.user(11);
    api.world.private(ann);
    await api.until('a poll', () => api.queue.isPolled);
    await api.stop();
    const ticket = program.kit.outbox.enqueue({ chatId: 11, body: plain('甲') });
    await pause(400);
    await api.listen(port);
    expect(await ticket.settled).toMatchObject({ state: 'sent' });
    expect(api.to(ann)).toHaveLength(1);
  });
});

describe('scenario 24: 429 with a time to wait', () => {
  it('sends the same message once, not before, calls that chat no more meanwhile, and serves the others', async () => {
    const { api, start } = await harness();
    await start();
    const [ann, bob] = [api.world.user(11), api.world.user(12)];
    api.fault({
      method: 'sendMessage',
      chatId: 11,
      status: 429,
      description: 'Too Many Requests: retry after 2',
      parameters: { retry_after: 2 },
    });
    api.say(ann, question);
    await api.until('the refusal', () => api.callsOf('sendMessage', 11).length === 1);
    const refused = Date.now();
    api.say(ann, '封山育林多少亩？');
    api.say(bob, question);
    await api.received(bob);
    expect(api.to(ann)).toEqual([]);
    await api.received(ann, 2);
    expect(api.to(ann)[0]!.at - refused).toBeGreaterThan(1900);
    expect(api.to(ann).map(({ text }) => text.split('\n')[0])).toEqual(['80公里', '5万亩']);
    expect(api.callsOf('sendMessage', 11)).toHaveLength(3);
  });
});

describe('scenario 25: 429 for ten minutes', () => {
  it('keeps the message in the store, over a restart, and blocks nothing', async () => {
    const { api, start } = await harness();
    const first = await start();
    const [ann, bob] = [api.world.user(11), api.world.user(12)];
    api.fault({ method: 'sendMessage', chatId: 11, status: 429, parameters: { retry_after: 600 } });
    api.say(ann, question);
    await api.until('the refusal', () => api.callsOf('sendMessage', 11).length === 1);
    api.say(bob, question);
    await api.received(bob);
    await first.stop();
    let now = Date.now();
    const second = await start({}, { now: () => now });
    await pause(200);
    expect(api.to(ann)).toEqual([]);
    expect(second.program.kit.outbox.counts().pending).toBe(1);
    await second.stop();
    now += 601_000;
    await start({}, { now: () => now });
    await api.received(ann);
    expect(api.to(ann)).toHaveLength(1);
  });

  it('lets a message expire that nobody needs any more, and says why', async () => {
    const { api, start } = await harness();
    const { program } = await start();
    api.world.private(api.world.user(11));
    api.fault({ method: 'sendMessage', chatId: 11, status: 429, parameters: { retry_after: 1 } });
    const ticket = program.kit.outbox.enqueue({ chatId: 11, body: plain('甲'), expiresAt: Date.now() + 500 });
    expect(await ticket.settled).toMatchObject({ state: 'expired', error: expect.stringContaining('429') as string });
  });
});

describe('scenario 26: the server fails', () => {
  it('tries five times, then it is a dead letter that an administrator sees and can send again', async () => {
    const { api, start } = await harness();
    const boss = api.world.user(1);
    await start({ adminIds: [1] });
    const ann = api.world.user(11);
    api.fault({ method: 'sendMessage', chatId: 11, status: 500, description: 'Internal Server Error', times: 5 });
    api.say(ann, question);
    await api.until('five tries', () => api.callsOf('sendMessage', 11).length === 5);
    await pause(300);
    expect(api.callsOf('sendMessage', 11)).toHaveLength(5);
    api.say(boss, '/deadletters');
    const [list] = await api.received(boss);
    const id = /#(\d+) → 11/.exec(list!.text)?.[1];
    expect(list!.text).toContain('500');
    api.say(boss, `/resend ${id!}`);
    expect((await api.received(ann))[0]?.text).toContain('80公里');
  });
});

describe('scenario 27: the form is refused', () => {
  it('sends the same words once more as plain text', async () => {
    const { api, start } = await harness();
    await start();
    const ann = api.world.user(11);
    api.fault({ method: 'sendMessage', status: 400, description: "Bad Request: can't parse entities: unexpected end" });
    api.say(ann, question);
    const [answer] = await api.received(ann);
    expect(answer!.entities).toEqual([]);
    expect(answer!.text).toContain('80公里');
    expect(answer!.text).toContain('出处：');
    expect(api.callsOf('sendMessage', 11)).toHaveLength(2);
  });
});

describe('scenarios 28 and 29: long texts', () => {
  it('are split at line ends; each part is accepted, in order, with nothing lost', async () => {
    const { api, start } = await harness();
    const { program } = await start();
    const ann = api.world.user(11);
    api.world.private(ann);
    const lines = Array.from({ length: 300 }, (_, index) => `第${index}行 ${'𠮷😀'.repeat(index % 40)}`);
    const rich = lines.map((line, index) => ({
      text: `${line}\n`,
      bold: index % 3 === 0,
      quote: 'open' as const,
    }));
    const ticket = program.kit.outbox.enqueue({ chatId: 11, body: [...rich, { text: '出处：二、' }] });
    expect(await ticket.settled).toMatchObject({ state: 'sent' });
    const parts = api.to(ann);
    expect(parts.length).toBeGreaterThan(2);
    expect(parts.map(({ text }) => text).join('\n')).toBe([...lines, '出处：二、'].join('\n'));
  });

  it.each([4096, 4097])('a text of %i units', async (units) => {
    const { api, start } = await harness();
    const { program } = await start();
    const ann = api.world.user(11);
    api.world.private(ann);
    const text = `${'字'.repeat(units - 3)}😀字`;
    await program.kit.outbox.enqueue({ chatId: 11, body: plain(text) }).settled;
    expect(
      api
        .to(ann)
        .map((part) => part.text)
        .join(''),
    ).toBe(text);
    expect(api.to(ann)).toHaveLength(units === 4096 ? 1 : 2);
  });
});

describe('scenario 30: text that looks like markup', () => {
  it('is shown as it is: in answers, inline results and file names', async () => {
    const { api, start } = await harness();
    await start({ adminIds: [1] });
    const nasty = '<b>&"</b> ](tg://user?id=1) \u202Eevil';
    const ann = api.world.user(1);
    api.document(ann, { name: '<b>&".txt', bytes: Buffer.from('短') });
    expect((await api.received(ann))[0]?.text).toContain('<b>&".txt');
    const id = api.inline(ann, nasty);
    const shown = await api.until('an inline answer', () => api.answers.inline.find((entry) => entry.id === id));
    expect(shown.results[0]?.input_message_content.message_text).toContain('<b>&"');
    api.say(ann, `/${'x'.repeat(10)} ${nasty}`);
    await api.received(ann, 2);
  });
});

describe('scenario 31: a long caption', () => {
  it.each([1024, 1025])('of %i units', async (units) => {
    const { api, start } = await harness();
    const { program } = await start();
    const ann = api.world.user(11);
    api.world.private(ann);
    const file = { name: '指标.xlsx', bytes: new Uint8Array([1, 2, 3]), kind: 'document' } as const;
    await program.kit.outbox.enqueue({ chatId: 11, body: plain('字'.repeat(units)), file }).settled;
    const delivered = api.to(ann);
    expect(delivered.map(({ method }) => method)).toEqual(
      units === 1024 ? ['sendDocument'] : ['sendDocument', 'sendMessage'],
    );
    expect([...delivered[0]!.file!.bytes]).toEqual([1, 2, 3]);
    expect(delivered[0]!.file!.name).toBe('指标.xlsx');
    expect(delivered.map(({ text }) => text).join('')).toHaveLength(units);
  });
});

describe('scenario 32: editing', () => {
  it('takes "not modified" for done, and sends anew what cannot be edited', async () => {
    const { api, start } = await harness();
    await start();
    const ann = api.world.user(11);
    api.say(ann, '/figures');
    const [list] = await api.received(ann);
    api.tap(ann, list!, '1/');
    await api.until('an edit', () => api.callsOf('editMessageText').length === 1);
    await pause(150);
    expect(api.to(ann)).toHaveLength(1);
    api.fault({ method: 'editMessageText', status: 400, description: 'Bad Request: message to edit not found' });
    api.tap(ann, list!, '下一页');
    expect((await api.received(ann, 2))[1]?.keyboard.flat().map(({ text }) => text)).toContain('上一页');
  });
});

describe('scenario 33: a group becomes a supergroup', () => {
  it('moves everything kept for it and sends the message once, to the new id', async () => {
    const { api, start } = await harness();
    const { program } = await start({ allowedChats: [-100] });
    const ann = api.world.user(11);
    const group = api.world.group({ id: -100, type: 'group', members: [ann], administrators: [ann] });
    api.say(ann, `/ask ${question}`, group);
    await api.received(group);
    program.kit.chats.change(-100, { quoteStyle: 'none' });
    const next = api.world.migrate(group, -1009);
    program.kit.outbox.enqueue({ chatId: -100, body: plain('每周提醒'), dedupeKey: 'r1' });
    expect((await api.received(next))[0]?.text).toBe('每周提醒');
    expect(program.kit.chats.settings(-1009).quoteStyle).toBe('none');
    expect(program.kit.chats.get(-100)).toBeUndefined();
    api.say(ann, `/ask ${question}`, next);
    await api.received(next, 2);
    expect(api.to(next)[1]?.text).toContain('80公里');
    expect(api.to(next)[1]?.text).not.toContain('原文：');
  });

  it('is noticed from the service message as well', async () => {
    const { api, start } = await harness();
    const { program } = await start();
    const ann = api.world.user(11);
    const group = api.world.group({ id: -100, type: 'group', members: [ann] });
    api.say(ann, `/ask ${question}`, group);
    await api.received(group);
    api.push({ message: { ...api.message(ann, group, {}, {}), migrate_to_chat_id: -1009 } } as never);
    await api.until('the move', () => program.kit.chats.get(-1009)?.migratedFrom === -100);
  });
});

describe('scenario 34: blocked', () => {
  it.each([
    [403, 'Forbidden: bot was blocked by the user', '停用'],
    [403, 'Forbidden: user is deactivated', '注销'],
    [403, 'Forbidden: bot was kicked from the supergroup chat', '移出'],
    [400, 'Bad Request: chat not found', '找不到'],
  ])(
    '%i %s pauses the chat, shows it to administrators, and ends when the chat is heard of again',
    async (code, description, word) => {
      const { api, start } = await harness();
      const boss = api.world.user(1);
      const { program } = await start({ adminIds: [1] });
      const ann = api.world.user(11);
      const chat = api.world.private(ann);
      chat.refusal = { code, description };
      const { outbox } = program.kit;
      expect(await outbox.enqueue({ chatId: 11, body: plain('甲') }).settled).toMatchObject({ state: 'dead' });
      const calls = api.callsOf('sendMessage', 11).length;
      expect(await outbox.enqueue({ chatId: 11, body: plain('乙') }).settled).toMatchObject({ state: 'dead' });
      expect(api.callsOf('sendMessage', 11)).toHaveLength(calls);
      api.say(boss, '/status');
      expect((await api.received(boss))[0]?.text).toContain(word);
      chat.refusal = null;
      api.say(ann, question);
      expect((await api.received(ann))[0]?.text).toContain('80公里');
      expect(program.kit.chats.paused()).toEqual([]);
    },
  );

  it('is noticed when the bot is removed and added again', async () => {
    const { api, start } = await harness();
    const { program } = await start();
    const ann = api.world.user(11);
    const group = api.world.group({ id: -100, members: [ann] });
    api.membership(ann, group, 'kicked');
    await api.until('the pause', () => program.kit.chats.get(-100)?.pausedReason);
    api.membership(ann, group, 'member');
    await api.until('the end of it', () => program.kit.chats.get(-100)?.pausedReason === null);
  });
});

describe('scenario 35: no right to write', () => {
  it('pauses the group and tells whoever listens, once', async () => {
    const { api, start } = await harness();
    const { program } = await start();
    const group = api.world.group({ id: -100 });
    group.refusal = { code: 400, description: 'Bad Request: not enough rights to send text messages to the chat' };
    const paused: string[] = [];
    program.kit.outbox.on({ chatPaused: (chatId, reason) => paused.push(`${chatId} ${reason}`) });
    await program.kit.outbox.enqueue({ chatId: -100, body: plain('甲') }).settled;
    await program.kit.outbox.enqueue({ chatId: -100, body: plain('乙') }).settled;
    expect(paused).toEqual(['-100 机器人在群里没有发言权限']);
  });
});

describe('scenario 36: a topic is gone', () => {
  it.each(['deleted', 'closed'] as const)(
    '%s: goes to the group itself once, and tells administrators',
    async (how) => {
      const { api, start } = await harness();
      const boss = api.world.user(1);
      api.world.private(boss);
      const ann = api.world.user(11);
      const group = api.world.group({ id: -100, forum: true, topics: [7], members: [ann] });
      await start({ adminIds: [1] });
      if (how === 'closed') group.topics.set(7, 'closed');
      else group.topics.delete(7);
      api.say(ann, `/ask ${question}`, group, { thread: 7 });
      const [answer] = await api.received(group);
      expect(answer!.threadId).toBeUndefined();
      expect((await api.received(boss))[0]?.text).toContain('话题');
      expect(api.callsOf('reopenForumTopic')).toEqual([]);
      expect(api.to(group)).toHaveLength(1);
    },
  );

  it('names no topic for General', async () => {
    const { api, start } = await harness();
    const ann = api.world.user(11);
    const group = api.world.group({ id: -100, forum: true, members: [ann] });
    await start();
    api.say(ann, `/ask ${question}`, group);
    expect((await api.received(group))[0]?.threadId).toBeUndefined();
  });
});
