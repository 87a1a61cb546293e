import { describe, expect, it } from 'vitest';
import { harness, pause } from '../support/harness.ts';

const question = '新建污水管网多少公里？';

describe('scenario 37: a tap answered late', () => {
  it('is acknowledged before the work is done, and an expired one does no harm', async () => {
    const { api, lines, start } = await harness();
    const { engine } = await start({ times: { tapMs: 50 } });
    const ann = api.world.user(11);
    api.say(ann, '今天天气怎么样');
    const [reply] = await api.received(ann);
    let goOn: () => void = () => undefined;
    const gate = new Promise<void>((resolve) => {
      goOn = resolve;
    });
    const answer = engine.ask.bind(engine);
    engine.ask = (...given) => gate.then(() => answer(...given));
    const data = reply!.keyboard.flat()[0]!.callback_data!;
    const id = api.tapData(ann, reply!, data);
    await api.until('the acknowledgement', () => api.answers.callbacks.some((callback) => callback.id === id));
    expect(api.to(ann)).toHaveLength(1);
    goOn();
    await api.received(ann, 2);
    api.fault({
      method: 'answerCallbackQuery',
      status: 400,
      description: 'Bad Request: query is too old and response timeout expired or query ID is invalid',
    });
    api.tap(ann, api.to(ann)[1]!, '原文');
    await api.received(ann, 3);
    expect(lines.some((line) => line.includes('handler failed'))).toBe(false);
  });
});

describe('a tap whose handler throws', () => {
  it('shows the number of the fault', async () => {
    const { api, start } = await harness();
    await start(
      {},
      {
        features: [
          (kit) => {
            kit.buttons.add('boom', async () => {
              await pause(10);
              throw new Error('no');
            });
            return undefined;
          },
        ],
      },
    );
    const ann = api.world.user(11);
    api.say(ann, question);
    const [answer] = await api.received(ann);
    const id = api.tapData(ann, answer!, '1:boom');
    const shown = await api.until('the answer to the tap', () => api.answers.callbacks.find((each) => each.id === id));
    expect(shown.text).toMatch(/^出错了（编号 [0-9a-f]{6}）。$/);
  });
});

describe('scenario 38: buttons of another time', () => {
  it('are answered politely and do nothing', async () => {
    const { api, start } = await harness();
    const { program } = await start({ adminIds: [1] });
    const ann = api.world.user(11);
    api.say(ann, question);
    const [answer] = await api.received(ann);
    const planId = program.kit.library.current()!.plan.id;
    const strange = [
      '0:t:old:1',
      'nonsense',
      '1:zz:1',
      `1:t:${'9'.repeat(70)}`,
      '1:t:000000000000:1',
      '1:p:999999:0',
      '1:g:1:9',
      '',
    ];
    const ids = strange.map((data) => api.tapData(ann, answer!, data));
    for (const id of ids) {
      const callback = await api.until(`callback ${id}`, () => api.answers.callbacks.find((entry) => entry.id === id));
      expect(callback.text).toContain('过期');
    }
    // Data proves no right: these are an administrator's.
    for (const data of [`1:P:drop:${planId}`, '1:d:ok:1:x', `1:K:1:${planId}:1`, '1:R:1']) {
      const id = api.tapData(ann, answer!, data);
      const callback = await api.until(`callback ${data}`, () =>
        api.answers.callbacks.find((entry) => entry.id === id),
      );
      expect(callback.text).toMatch(/管理员/);
    }
    expect(program.kit.library.list()).toHaveLength(1);
    expect(api.to(ann)).toHaveLength(1);
  });
});

describe('scenario 39: a double tap', () => {
  it('is one wish', async () => {
    const { api, start } = await harness();
    await start();
    const ann = api.world.user(11);
    api.say(ann, question);
    const [answer] = await api.received(ann);
    const ids = [1, 2, 3].map(() => api.tap(ann, answer!, '原文'));
    for (const id of ids) await api.until('each tap', () => api.answers.callbacks.some((entry) => entry.id === id));
    await api.received(ann, 2);
    await pause(200);
    expect(api.to(ann)).toHaveLength(2);
  });
});

describe('the buttons under an answer', () => {
  it('show the passage and the section, page by page', async () => {
    const { api, start } = await harness();
    await start();
    const ann = api.world.user(11);
    api.say(ann, question);
    const [answer] = await api.received(ann);
    api.tap(ann, answer!, '原文');
    const [, passage] = await api.received(ann, 2);
    expect(passage!.text).toMatch(/原文：.*新建污水管网80公里[\s\S]*出处：/);
    api.tap(ann, answer!, '本节指标');
    const [, , section] = await api.received(ann, 3);
    expect(section!.text).toContain('80公里');
    api.say(ann, '/figures');
    const [, , , list] = await api.received(ann, 4);
    expect(list!.keyboard.flat().map(({ text }) => text)).toContain('1/3');
    api.tap(ann, list!, '下一页');
    await api.until('the second page', () => list!.edits === 1);
    expect(list!.text).not.toContain('80公里');
    expect(list!.keyboard.flat().map(({ text }) => text)).toEqual(['上一页', '2/3', '下一页']);
  });

  it('under a refusal are the nearest indicators', async () => {
    const { api, start } = await harness();
    await start();
    const ann = api.world.user(11);
    api.say(ann, '不存在的指标');
    const [refusal] = await api.received(ann);
    const nearest = refusal!.keyboard[0]![0]!;
    api.tap(ann, refusal!, nearest.text);
    const [, card] = await api.received(ann, 2);
    expect(card!.text.split('\n')[1]).toContain(nearest.text.replace('…', ''));
  });

  it('有误 brings a question before the administrators, who tie it to a figure', async () => {
    const { api, start } = await harness();
    await start({ adminIds: [1] });
    const [ann, boss] = [api.world.user(11), api.world.user(1)];
    api.say(ann, '污水厂改造几座？');
    const [answer] = await api.received(ann);
    expect(answer!.text).toMatch(/^80公里/);
    api.tap(ann, answer!, '有误');
    await api.until('thanks', () => api.answers.callbacks.some(({ text }) => text?.includes('谢谢')));
    api.say(boss, '/feedback');
    const [list] = await api.received(boss);
    const id = /#(\d+)/.exec(list!.text)![1]!;
    api.say(boss, `/pin ${id} 污水处理厂提标改造`);
    const [, offer] = await api.received(boss, 2);
    api.tap(boss, offer!, '5座');
    await api.until('the pin', () => offer!.edits === 1);
    api.say(ann, '污水厂改造几座');
    const [, pinned] = await api.received(ann, 2);
    expect(pinned!.text).toMatch(/^5座/);
  });
});
