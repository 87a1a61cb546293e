import { describe, expect, it } from 'vitest';
import { loadWords, sampleText } from '../support.ts';
import { find, outcome } from './find.ts';

const sample = await loadWords(sampleText);
const ask = (...questions: readonly string[]) => find(sample, ...questions);

describe('findReverse', () => {
  it.each([
    ['5000人次指什么', ['培训电商人员 5000人次']],
    ['五千人次指什么', ['培训电商人员 5000人次']],
    ['30件是什么', ['处理投诉 30件']],
    ['100%指什么', ['消除隐患率 100%']],
    ['去年的85%指什么', ['社区商业网点覆盖率 85%']],
    ['777个指什么', ['refused: unknown']],
    ['5000公里指什么', ['refused: unknown']],
  ])('%s', (question, expected) => {
    expect(outcome(ask(question))).toEqual(expected);
  });

  it('finds a number without its unit, a cell that prints just it first', async () => {
    const plan = await loadWords(
      '# 2025年工作要点\n\n新建学校15所。\n\n| 指标 | 单位 | 2024年实际 | 2025年目标 |\n| --- | --- | --- | --- |\n| 失业率 | % | 5.2 | 5.5 |\n| 企业总数 | 家 | 15 | 18 |\n',
      'plan.md',
    );
    expect(outcome(find(plan, '表里的5.2是哪个指标'))).toEqual(['失业率 5.2']);
    expect(outcome(find(plan, '15是什么'))).toEqual(['企业总数 15']);
    expect(outcome(find(plan, '99是什么'))).toEqual(['refused: unknown']);
  });

  it('lists every figure of the value, and those that the words name where they name some', async () => {
    const plan = await loadWords('2025年工作要点\n一、任务\n新建公园30个。改造村庄30个。培训30人。');
    expect(outcome(find(plan, '30个是什么'))).toEqual(['新建公园 30个', '改造村庄 30个']);
    expect(outcome(find(plan, '村庄的30个是什么'))).toEqual(['改造村庄 30个']);
  });

  it('tells a ratio from the number that it begins with', async () => {
    const plan = await loadWords('2026年工作要点\n一、任务\n城乡收入比缩小到2.6∶1，新建公园2.6公顷。');
    for (const question of ['2.6:1是什么', '2.6∶1是什么'])
      expect(outcome(find(plan, question)), question).toEqual(['城乡收入比 2.6∶1']);
    for (const question of ['2.6是什么', '2.6公顷是什么'])
      expect(outcome(find(plan, question)), question).toEqual(['新建公园 2.6公顷']);
  });
});
