import { describe, expect, it } from 'vitest';
import { loadWords } from '../support.ts';
import { find, outcome } from './find.ts';

const sample = await loadWords(
  '2026年工作要点\n一、任务\n淘汰柴油货车5000辆。（责任单位：市生态环境局；完成时限：10月底前）\n重点产业链新增3条，由市领导担任链长。\n新建公园5个。',
);

describe('findNumberAndDetail', () => {
  it.each([
    ['柴油货车谁负责，淘汰多少', '淘汰柴油货车 5000辆', 'owner'],
    ['淘汰柴油货车多少辆，几月底前完成', '淘汰柴油货车 5000辆', 'deadline'],
    ['淘汰柴油货车多少辆、由谁牵头、什么时候完成', '淘汰柴油货车 5000辆', 'both'],
    ['淘汰柴油货车多少辆和谁牵头', '淘汰柴油货车 5000辆', 'owner'],
    ['新建公园几个，谁负责', '新建公园 5个', 'owner'],
  ])('gives the figure, and what is asked of its task: %s', (question, figure, detail) => {
    const found = find(sample, question);
    expect(found).toMatchObject({ kind: 'figure', detail });
    expect(outcome(found)).toEqual([figure]);
  });

  it('gives the sentence that tells who does another thing beside the figure', () => {
    expect(find(sample, '重点产业链要新增几条，链长由谁来当')).toMatchObject({
      kind: 'figure',
      figures: [{ quantity: { text: '3条' } }],
      beside: [{ text: '重点产业链新增3条，由市领导担任链长。' }],
    });
  });

  it.each([
    ['淘汰柴油货车多少辆', 'figure'],
    ['淘汰柴油货车谁负责', 'detail'],
    ['淘汰柴油货车几月完成', 'detail'],
    ['完成时限是10月底的任务，淘汰多少', 'passage'],
  ])('leaves alone what asks for one of both, or states the time: %s', (question, kind) => {
    const found = find(sample, question);
    expect(found.kind).toBe(kind);
    expect(found).not.toHaveProperty('detail');
  });
});
