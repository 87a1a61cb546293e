import { describe, expect, it } from 'vitest';
import { harness, pause } from '../support/harness.ts';

const question = '新建污水管网多少公里？';

describe('commands', () => {
  it('/start says what it is and offers three questions that work', async () => {
    const { api, start } = await harness();
    await start();
    const ann = api.world.user(11);
    api.say(ann, '/start');
    const [welcome] = await api.received(ann);
    const examples = welcome!.keyboard.flat();
    // Of targets and of a result, as in the terminal.
    expect(examples.map(({ text }) => text.slice(0, 2))).toEqual(['今年', '今年', '去年']);
    api.tap(ann, welcome!, examples[0]!.text);
    const [, answer] = await api.received(ann, 2);
    expect(answer!.text).toMatch(/出处：/);
  });

  it.each(['/start', '/status'])('%s tells in private, and there alone, one’s own number', async (command) => {
    const { api, start } = await harness();
    await start();
    const ann = api.world.user(987_654_321);
    const group = api.world.group({ id: -100, members: [ann] });
    api.say(ann, command, group);
    const [shown] = await api.received(group);
    expect(shown!.text).not.toMatch(/您的编号|987654321/);
    api.say(ann, command);
    const [own] = await api.received(ann);
    expect(own!.text.split('\n')).toContain('您的编号：987654321');
  });

  it.each(['帮助', '/help', '/帮助'])('%s explains groups, inline mode and privacy', async (text) => {
    const { api, start } = await harness();
    await start();
    const ann = api.world.user(11);
    api.say(ann, text);
    const [help] = await api.received(ann);
    expect(help!.text).toMatch(/@plan_bot[\s\S]*隐私模式/);
    expect(help!.text).not.toContain('/deadletters');
  });

  it('目录 and 指标 list sections and figures', async () => {
    const { api, start } = await harness();
    await start();
    const ann = api.world.user(11);
    api.say(ann, '目录');
    const [outline] = await api.received(ann);
    expect(outline!.text).toContain('(二)实施水环境巩固提升行动');
    api.say(ann, '指标 水环境');
    const [, list] = await api.received(ann, 2);
    expect(list!.text).toContain('80公里');
    expect(list!.text).not.toContain('5万亩');
    api.tap(ann, outline!, '(四)');
    const [, , forest] = await api.received(ann, 3);
    expect(forest!.text).toContain('5万亩');
  });

  it('an unknown command is answered with the nearest', async () => {
    const { api, start } = await harness();
    await start();
    const ann = api.world.user(11);
    api.say(ann, '/hepl');
    expect((await api.received(ann))[0]?.text).toContain('/help');
    api.say(ann, '/resend 1');
    expect((await api.received(ann, 2))[1]?.text).toContain('管理员');
  });

  it('deep links open one indicator or a section, and survive nonsense', async () => {
    const { api, start } = await harness();
    const { library } = await start();
    const ann = api.world.user(11);
    const { plan, figures } = library.current()!;
    const figure = figures.find(({ indicator }) => indicator.includes('污水管网'))!;
    api.say(ann, `/start f_${plan.id}_${figure.id}`);
    expect((await api.received(ann))[0]?.text).toMatch(/^80公里/);
    api.say(ann, `/start s_${plan.id}_${figure.section!.id}`);
    expect((await api.received(ann, 2))[1]?.text).toContain('80公里');
    api.say(ann, `/start f_000000000000_1`);
    expect((await api.received(ann, 3))[2]?.text).toContain('已经更新');
    api.say(ann, '/start <b>x');
    expect((await api.received(ann, 4))[3]?.text).toContain('出处');
  });

  it('are published by scope, in Chinese, once', async () => {
    const { api, start } = await harness();
    const first = await start({ adminIds: [1] });
    await api.until('the menus', () => api.callsOf('setMyShortDescription').length === 1);
    expect([...api.answers.commands.keys()].toSorted()).toEqual([
      'all_group_chats:',
      'all_private_chats:',
      'chat:',
      'default:',
    ]);
    const names = (scope: string) => api.answers.commands.get(`${scope}:`)!.map(({ command }) => command);
    expect(names('all_private_chats')).toEqual(
      expect.arrayContaining([
        'start',
        'help',
        'ask',
        'sections',
        'figures',
        'plans',
        'settings',
        'status',
        'cancel',
        'forget',
      ]),
    );
    expect(names('all_group_chats')).not.toContain('start');
    expect(names('chat')).toContain('feedback');
    await first.stop();
    await start({ adminIds: [1] });
    await api.until('a poll', () => api.queue.isPolled);
    await pause(100);
    expect(api.callsOf('setMyShortDescription')).toHaveLength(1);
  });
});

describe('without the embedding model', () => {
  it('tells the administrators at the start and in /status, everybody else without the server’s paths', async () => {
    const { api, lines, start } = await harness();
    const modelFault = '找不到句向量模型的文件：/srv/embeddings。请恢复。';
    const [boss, ann] = [api.world.user(1), api.world.user(11)];
    api.world.private(boss);
    await start({ adminIds: [1] }, { modelFault });
    expect((await api.received(boss))[0]?.text).toBe(modelFault);
    expect(lines.join('')).toContain('没有句向量模型');
    api.say(boss, '/status');
    expect((await api.received(boss, 2))[1]?.text).toContain(`模型：${modelFault}`);
    api.say(ann, '/status');
    const [status] = await api.received(ann);
    expect(status!.text).toMatch(/模型：缺失，只按字面查找/);
    expect(status!.text).not.toContain('/srv');
  });

  it('says nothing of a model that is there', async () => {
    const { api, start } = await harness();
    await start({ adminIds: [1] });
    const boss = api.world.user(1);
    api.say(boss, '/status');
    expect((await api.received(boss))[0]?.text).not.toContain('模型');
  });
});

describe('follow-ups', () => {
  it('are kept per chat and person, over a restart, until /cancel', async () => {
    const { api, start } = await harness();
    const first = await start();
    const [ann, bob] = [api.world.user(11), api.world.user(12)];
    const group = api.world.group({ id: -100, members: [ann, bob] });
    api.say(ann, `/ask ${question}`, group);
    api.say(bob, '/ask 封山育林多少亩？', group);
    await api.received(group, 2);
    await first.stop();
    const { engine } = await start();
    api.say(ann, '/ask 那污水处理厂呢', group);
    await api.received(group, 3);
    expect(engine.asked.at(-1)?.options.history).toEqual([question]);
    api.say(ann, '污水管网', undefined);
    await api.received(ann);
    expect(engine.asked.at(-1)?.options.history).toEqual([]);
    api.say(bob, '/cancel', group);
    api.say(bob, '/ask 那土壤呢', group);
    await api.received(group, 5);
    expect(engine.asked.at(-1)?.options.history).toEqual([]);
  });

  it('are switched off by the chat’s settings', async () => {
    const { api, start } = await harness();
    const { engine, program } = await start();
    const ann = api.world.user(11);
    program.kit.chats.change(11, { followUps: false, feedbackButtons: false, quoteStyle: 'none' });
    api.say(ann, question);
    api.say(ann, '那土壤呢');
    const [answer] = await api.received(ann, 2);
    expect(engine.asked.at(-1)?.options.history).toEqual([]);
    expect(answer!.text).not.toContain('原文：');
    expect(answer!.keyboard.flat().map(({ text }) => text)).toEqual(['原文', '本节指标']);
  });
});

describe('records', () => {
  it('tell who asked what and which figures were shown, until /forget or their time is over', async () => {
    const { api, start } = await harness();
    let now = Date.now();
    const { program, library } = await start({ logRetentionDays: 30 }, { now: () => now });
    const { audit } = program.kit;
    const ann = api.world.user(11);
    api.say(ann, question);
    await api.received(ann);
    const entry = audit.get(1)!;
    expect(entry).toMatchObject({ userId: 11, chatId: 11, surface: 'private', question, status: 'answered' });
    const text = library.current()!.plan.document.text;
    expect(entry.figures.map(({ start: from, end }) => text.slice(from, end))).toEqual(['80公里']);
    api.say(ann, '/forget');
    expect((await api.received(ann, 2))[1]?.text).toContain('1条');
    expect(audit.count()).toBe(0);
    audit.add({ ...entry, at: now });
    now += 29 * 24 * 3_600_000;
    audit.prune(now - 30 * 24 * 3_600_000);
    expect(audit.count()).toBe(1);
    now += 2 * 24 * 3_600_000;
    audit.prune(now - 30 * 24 * 3_600_000);
    expect(audit.count()).toBe(0);
  });
});

describe('the plan’s year', () => {
  it('is pointed out once a day per chat when the calendar has left it', async () => {
    const { api, start } = await harness();
    let now = Date.parse('2026-03-01T00:00:00Z');
    await start({ times: { staleMs: Number.MAX_SAFE_INTEGER } }, { now: () => now });
    const ann = api.world.user(11);
    for (let index = 1; index <= 2; index += 1) {
      api.say(ann, question);
      await api.received(ann, index);
    }
    now += 25 * 3_600_000;
    api.say(ann, question);
    await api.received(ann, 3);
    expect(api.to(ann).map(({ text }) => text.includes('现在是2026年'))).toEqual([true, false, true]);
  });
});

describe('further features', () => {
  it('add commands and buttons, and send through the outbox with its fate', async () => {
    const { api, start } = await harness();
    const fates: string[] = [];
    const { program } = await start(
      {},
      {
        features: [
          (kit) => {
            kit.commands.add({
              name: 'remind',
              aliases: ['提醒'],
              description: '每周提醒',
              audience: 'everybody',
              handle: (ctx) => {
                const ticket = kit.outbox.enqueue({
                  chatId: ctx.chat!.id,
                  body: [{ text: '每周提醒' }],
                  dedupeKey: 'reminder:1:2026-11-30',
                  bulk: true,
                  silent: true,
                });
                void ticket.settled.then(({ state, messageId }) => fates.push(`${state} ${messageId ?? ''}`));
              },
            });
            return undefined;
          },
        ],
      },
    );
    const ann = api.world.user(11);
    api.say(ann, '提醒');
    api.say(ann, '/remind');
    const [message] = await api.received(ann);
    await api.until('both fates', () => fates.length === 2);
    expect(api.to(ann)).toHaveLength(1);
    expect(message!.silent).toBe(true);
    expect(fates).toEqual([`sent ${message!.messageId}`, `sent ${message!.messageId}`]);
    expect(program.kit.outbox.find('reminder:1:2026-11-30')).toMatchObject({
      state: 'sent',
      messageId: message!.messageId,
    });
  });
});
