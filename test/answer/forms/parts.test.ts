import { describe, expect, it } from 'vitest';
import { loadWords } from '../support.ts';
import { find, outcome } from './find.ts';

const sample = await loadWords(
  '2025年工作要点\n一、任务\n新建口袋公园9个，其中东山县2个、西河县3个、南岭区4个。改造泵站6座，招聘教师80名。',
);
const ask = (question: string) => outcome(find(sample, question)).map((line) => line.split(' ').at(-1));

describe('findParts', () => {
  it.each([
    ['今年新建的口袋公园，东山、西河、南岭各分几个', ['2个', '3个', '4个']],
    ['口袋公园各县区分别建几个', ['2个', '3个', '4个']],
    ['口袋公园南岭区、东山县各建几个', ['4个', '2个']],
  ])('gives each place its part: %s', (question, expected) => {
    expect(ask(question)).toEqual(expected);
  });

  it('leaves a place that the sentence lacks, and other questions, alone', () => {
    expect(find(sample, '口袋公园东山、北坡各分几个').kind).not.toBe('list');
    expect(ask('新建口袋公园几个')).toEqual(['9个']);
  });

  it('takes no neighbourhood for a place of its own', async () => {
    const plan = await loadWords('2025年工作要点\n一、任务\n新建养老驿站9个，改造老旧小区4个、示范社区3个。');
    expect(find(plan, '养老驿站各区分别建几个').kind).not.toBe('list');
  });
});
