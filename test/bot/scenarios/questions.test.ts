import { describe, expect, it } from 'vitest';
import { harness } from '../support/harness.ts';

describe('a question in private', () => {
  it('gets the figure first in bold, then what it is, the section and the sentence', async () => {
    const { api, start } = await harness();
    await start();
    const ann = api.world.user(11);
    api.say(ann, '新建污水管网多少公里？');
    const [answer] = await api.received(ann);
    const lines = answer!.text.split('\n');
    expect(lines[0]).toContain('80公里');
    expect(lines[1]).toMatch(/污水管网.*目标/);
    expect(lines[2]).toMatch(/^出处：二、/);
    expect(lines[3]).toMatch(/^原文：/);
    expect(answer!.entities[0]).toMatchObject({ type: 'bold', offset: 0, length: lines[0]!.length });
    expect(answer!.entities.some(({ type }) => type.includes('blockquote'))).toBe(true);
    expect(answer!.keyboard.flat().map(({ text }) => text)).toEqual(['原文', '本节指标', '有用', '有误']);
  });
});
