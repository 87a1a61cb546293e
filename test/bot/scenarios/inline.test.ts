import { describe, expect, it } from 'vitest';
import { harness, pause } from '../support/harness.ts';

describe('scenario 40: inline mode', () => {
  const ask = async (setup: Awaited<ReturnType<typeof harness>>, query: string, offset = '') => {
    const { api } = setup;
    const ann = api.world.user(11);
    const id = api.inline(ann, query, offset);
    return api.until(`the answer to ${query.slice(0, 20)}`, () => api.answers.inline.find((entry) => entry.id === id));
  };

  it('gives cards with the figure, its period and section; what is sent carries the source', async () => {
    const setup = await harness();
    await setup.start();
    const { results, params } = await ask(setup, '污水管网');
    expect(results[0]?.title).toMatch(/^80公里 .*污水管网/);
    expect(results[0]?.description).toMatch(/2025年目标 · 二、/);
    expect(results[0]?.input_message_content.message_text).toContain('出处：');
    expect(params).toMatchObject({ is_personal: false, cache_time: 300 });
  });

  it('answers anything: empty, long, emoji, markup, fast typing', async () => {
    const setup = await harness();
    const { program } = await setup.start();
    const sections = await ask(setup, '');
    expect(sections.results.length).toBeGreaterThan(3);
    expect(sections.results.every(({ id }) => id.startsWith('s:'))).toBe(true);
    for (const query of ['污'.repeat(256), '😀😀', '<b>&"', 'a'.repeat(256)]) {
      const { results } = await ask(setup, query);
      expect(results.length).toBeGreaterThan(0);
    }
    const ann = setup.api.world.user(11);
    const ids = ['封', '封山', '封山育', '封山育林'].map((query) => setup.api.inline(ann, query));
    await setup.api.until('the last', () => setup.api.answers.inline.some(({ id }) => id === ids[3]));
    expect(program.kit.audit.count()).toBeLessThan(3);
  });

  it('pages by offset without gaps or repeats', async () => {
    const setup = await harness();
    await setup.start();
    const seen: string[] = [];
    let offset = '';
    for (let round = 0; round < 5; round += 1) {
      const { results, params } = await ask(setup, '污染 生态 建设 完成 利用率', offset);
      seen.push(...results.map(({ id }) => id));
      offset = typeof params.next_offset === 'string' ? params.next_offset : '';
      if (offset === '') break;
    }
    expect(new Set(seen).size).toBe(seen.length);
  });

  it('is personal and short-lived where access is restricted', async () => {
    const setup = await harness();
    await setup.start({ allowedUsers: [11] });
    expect((await ask(setup, '污水管网')).params).toMatchObject({ is_personal: true, cache_time: 10 });
  });

  it('follows a new plan at once, and says so while there is none', async () => {
    const setup = await harness();
    const { library } = await setup.start();
    await ask(setup, '污水管网');
    library.withdraw(library.current()!.plan.id);
    const { results, params } = await ask(setup, '污水管网');
    expect(results[0]?.title).toContain('载入');
    expect(params).toMatchObject({ cache_time: 0 });
    await pause(10);
  });

  it('takes under 50 ms at the median inside the process', async () => {
    const setup = await harness();
    const times: number[] = [];
    await setup.start(
      {},
      { observer: { question: (_, __, ms) => times.push(ms), update: () => undefined, delivery: () => undefined } },
    );
    for (const query of ['污水', '污水管', '森林', '危险废物', '湿地', '执法', '耕地', '']) await ask(setup, query);
    expect(times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)]).toBeLessThan(50);
  });
});
