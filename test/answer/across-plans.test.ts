import { describe, expect, it } from 'vitest';
import { asksAcrossPlans, targetIn } from '../../src/answer/across-plans.ts';
import { noMeanings } from '../../src/answer/ranking/rank.ts';
import { readQuestion } from '../../src/answer/question/read-question.ts';
import { loadWords, sampleText, told } from './support.ts';

const current = await loadWords(sampleText);
const earlier = await loadWords(
  '2024年商务工作要点\n一、2024年目标\n新建便民菜市场10个，社会消费品零售总额达到320亿元。',
);
const other = await loadWords('2024年交通运输工作要点\n一、任务\n新建公路3公里。');
const plans = [current, earlier, other];
const read = (question: string) => readQuestion(question, current.plan);
const asked = (question: string) => asksAcrossPlans(read(question), plans, current);

describe('asksAcrossPlans', () => {
  it.each([
    '2024年和2025年的便民菜市场目标各是多少',
    '历年社会消费品零售总额目标',
    '便民菜市场这两年的目标对比',
    '今年的目标比去年的目标高吗',
  ])('sets the years of one series side by side: %s', (question) => {
    expect(asked(question)).toEqual([earlier, current]);
  });

  it.each([
    '便民菜市场多少个',
    '2024年便民菜市场多少个',
    '今年目标和去年实际完成相比',
    '2023年和2025年的目标',
    '今年比去年多几个',
  ])('asks one plan: %s', (question) => {
    expect(asked(question)).toHaveLength(0);
  });

  it('needs several plans of the series', () => {
    const question = read('历年便民菜市场目标');
    expect(asksAcrossPlans(question, [current, other], current)).toEqual([]);
    expect(asksAcrossPlans(question, plans, other)).toEqual([]);
  });
});

describe('targetIn', () => {
  it('is each plan’s own target, whatever year is named', () => {
    const question = read('2024年和2025年的便民菜市场目标各是多少');
    expect(plans.slice(0, 2).map((loaded) => told(targetIn(loaded, question, noMeanings)!.figure))).toEqual([
      '新建便民菜市场 15个',
      '新建便民菜市场 10个',
    ]);
  });

  it('is none where the plan has no such target', () => {
    expect(targetIn(other, read('便民菜市场目标'), noMeanings)).toBeNull();
    expect(targetIn(current, read('限额以上企业目标'), noMeanings)).toBeNull();
  });
});
