import { describe, expect, it } from 'vitest';
import { harness, pause } from '../support/harness.ts';

const question = '新建污水管网多少公里？';

describe('what asks nothing, as a reply in a group', () => {
  it('gets no word, leaves no record, and is nothing to lean on', async () => {
    const { api, start } = await harness();
    const { engine, program } = await start();
    const ann = api.world.user(11);
    const group = api.world.group({ id: -100, members: [ann] });
    api.say(ann, `/ask ${question}`, group);
    const [answer] = await api.received(group);
    const replies = ['收到', '好的，谢谢局长', '👍', '@plan_bot 收到', '今天天气怎么样'];
    for (const text of replies) api.say(ann, text, group, { replyTo: answer!.messageId });
    api.say(ann, '那封山育林呢', group, { replyTo: answer!.messageId });
    const [, next] = await api.received(group, 2);
    await pause(200);
    expect(next!.text).toContain('5万亩');
    expect(api.to(group)).toHaveLength(2);
    expect(engine.asked).toHaveLength(replies.length + 2);
    expect(engine.asked.at(-1)?.options.history).toEqual([question]);
    expect(program.kit.audit.count()).toBe(2);
    expect(program.kit.audit.doubts(9)).toEqual([]);
  });

  it('is answered where it was asked of the bot by command or mention', async () => {
    const { api, start } = await harness();
    await start();
    const ann = api.world.user(11);
    const group = api.world.group({ id: -100, members: [ann] });
    api.say(ann, '@plan_bot 谢谢', group);
    api.say(ann, '/ask 今天天气怎么样', group);
    const [thanks, help] = await api.received(group, 2);
    expect(thanks!.text).toBe('不客气，有需要随时问我工作计划里的内容。');
    expect(help!.text).toMatch(/^我只回答工作计划里的内容/);
  });
});

describe('what asks nothing, in private', () => {
  it.each([
    ['收到', '有需要随时问我工作计划里的内容。'],
    ['好的👌收到，马上安排落实！', '有需要随时问我工作计划里的内容。'],
    ['👍', '有需要随时问我工作计划里的内容。'],
    ['谢谢', '不客气，有需要随时问我工作计划里的内容。'],
    ['好的，谢谢局长，辛苦了', '不客气，有需要随时问我工作计划里的内容。'],
  ])('%s: gets one line, and nothing is recorded', async (text, expected) => {
    const { api, start } = await harness();
    const { engine, program } = await start();
    const ann = api.world.user(11);
    api.say(ann, question);
    api.say(ann, text);
    api.say(ann, '那封山育林呢');
    const [, polite, next] = await api.received(ann, 3);
    expect([polite!.text, polite!.keyboard]).toEqual([expected, []]);
    expect(next!.text).toContain('5万亩');
    expect(engine.asked.at(-1)?.options.history).toEqual([question]);
    expect(program.kit.audit.count()).toBe(2);
  });

  it('is told what can be asked where something else was wanted, and that is on record', async () => {
    const { api, start } = await harness();
    const { engine, program } = await start();
    const ann = api.world.user(11);
    api.say(ann, '今天天气怎么样');
    const [help] = await api.received(ann);
    expect(help!.text).toMatch(/^我只回答工作计划里的内容/);
    expect(help!.keyboard.flat()).toHaveLength(3);
    api.say(ann, question);
    await api.received(ann, 2);
    expect(engine.asked.at(-1)?.options.history).toEqual([]);
    expect(program.kit.audit.get(1)).toMatchObject({ question: '今天天气怎么样', kind: 'chat' });
    expect(program.kit.audit.doubts(9)).toEqual([]);
  });
});
