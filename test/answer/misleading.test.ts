import { describe, expect, it } from 'vitest';
import { foldQuestion } from '../../src/answer/question/fold-question.ts';
import { find, outcome } from './forms/find.ts';
import { loadWords } from './support.ts';

const plan = await loadWords(`2026年政府工作报告
一、2025年回顾
地区生产总值达到286亿元，增长5.6%。利润总额增长3.8%。改造老旧小区73个。
查处非法猎捕案件15起。查处违法案件200起，移送犯罪案件10起。
五年来，人均寿命由2020年的77.8岁提高到79.5岁，注册护士由3.4人增加到4.2人。
二、2026年任务
改造老旧小区65个。培育试点医院31家，整治亏损医院46家。
三、分工
新建公园5个，8月底前完成。新建学校9所，11月底前完成。
`);
const shares = await loadWords('2026年政府工作报告\n一、任务\n工业增加值占地区生产总值比重达到42%。');

describe('answers that would mislead', () => {
  it.each([
    ['占全市多少 is no growth and no amount', '地区生产总值占全市多少', ['refused: other-unit']],
    ['a rate of its own is not how fast something grows', '去年利润率是多少', ['refused: unknown']],
    ['things that end alike are no sum of what is named', '三级医院一共多少家', ['refused: unknown']],
    ['a share is of what the part stands beside', '移送占查处的比例', ['移送犯罪案件 10起', '查处违法案件 200起']],
    ['two years together', '老旧小区改造去年和今年一共多少个', ['改造老旧小区 73个', '改造老旧小区 65个']],
  ])('%s', (_, question, expected) => {
    expect(outcome(find(plan, question))).toEqual(expected);
  });

  it('takes no share of a thing for the thing', () => {
    expect(find(shares, '地区生产总值多少').kind).toBe('refusal');
    expect(outcome(find(shares, '工业增加值占地区生产总值比重多少'))).toHaveLength(1);
  });

  it('gives all of a sentence the year that its first starting level has', () => {
    expect(plan.figures.find(({ quantity }) => quantity.text === '3.4人')).toMatchObject({ year: 2020 });
  });

  it('lists what is due without being asked which', () => {
    expect(outcome(find(plan, '8月底前完成的任务'))).toEqual(['新建公园5个，8月底前完成。']);
    expect(foldQuestion('三月底前完成的任务')).toBe('3月底前完成的任务');
  });
});
