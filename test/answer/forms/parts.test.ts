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

  it('gives no other thing’s parts for those of one that is not divided', () => {
    for (const question of ['泵站各县区分别改造几座', '各县区招聘教师多少名'])
      expect(find(sample, question).kind, question).toBe('refusal');
  });

  it('takes no neighbourhood for a place of its own', async () => {
    const plan = await loadWords('2025年工作要点\n一、任务\n新建养老驿站9个，改造老旧小区4个、示范社区3个。');
    expect(find(plan, '养老驿站各区分别建几个').kind).not.toBe('list');
  });
});

describe('findParts of one thing by place', async () => {
  const plan = await loadWords(
    '2025年工作要点\n一、任务\n建设高标准农田28万亩，其中东山县8万亩、西河县6万亩、南岭区14万亩。改造泵站6座。',
  );
  const values = (question: string) => outcome(find(plan, question)).map((line) => line.split(' ').at(-1));

  it.each([
    ['东山、西河和南岭，今年高标准农田各多少', ['8万亩', '6万亩', '14万亩']],
    ['今年高标准农田任务中，东山县、西河县还有南岭区各分多少', ['8万亩', '6万亩', '14万亩']],
    ['高标准农田各县怎么分的，多少亩', ['8万亩', '6万亩', '14万亩']],
  ])('gives each place its part: %s', (question, expected) => {
    expect(values(question)).toEqual(expected);
  });

  it.each(['高标准农田总任务是多少，各县怎么分的', '高标准农田一共多少亩，各县区分别多少'])(
    'puts the whole in front where it is asked for too: %s',
    (question) => {
      expect(values(question)).toEqual(['28万亩', '8万亩', '6万亩', '14万亩']);
    },
  );

  it.each(['高标准农田各县怎么建的，多少亩', '泵站各县怎么分的', '高标准农田一共多少亩'])(
    'divides nothing for %s',
    (question) => {
      expect(find(plan, question).kind).not.toBe('list');
    },
  );

  it('gives each row of a table that is named', async () => {
    const table = await loadWords(
      '# 2025年计划\n\n## 一、任务\n\n重点项目清单\n\n| 项目 | 2025年投资（亿元） |\n| --- | --- |\n| 水厂扩建 | 3 |\n| 跨江桥梁 | 9 |\n\n新建学校6所。\n',
      'plan.md',
    );
    const rows = ['水厂扩建投资 3', '跨江桥梁投资 9'];
    expect(outcome(find(table, '重点项目清单里两个项目的投资分别是多少'))).toEqual(rows);
    expect(outcome(find(table, '项目表里的投资各多少'))).toEqual(rows);
    expect(outcome(find(table, '学校分别几所'))).toEqual(['新建学校 6所']);
  });
});
