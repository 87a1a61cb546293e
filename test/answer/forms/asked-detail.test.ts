import { describe, expect, it } from 'vitest';
import { mayTell } from '../../../src/answer/forms/asked-detail.ts';
import { loadWords } from '../support.ts';
import { find, outcome } from './find.ts';

const sample = await loadWords(
  '2025年工作要点\n一、任务\n加快建设青少年宫，完成主体封顶。改造体育馆，由宏远建工公司施工。因规划调整，老码头暂缓改造。',
);

describe('mayTell', () => {
  it.each(['青少年宫是哪家公司施工的', '青少年宫的电话是多少', '青少年宫为什么要建设', '青少年宫建设谁来监管'])(
    'refuses what the sentence about the thing does not tell: %s',
    (question) => {
      expect(find(sample, question).kind).toBe('refusal');
    },
  );

  it('answers where it tells', () => {
    expect(outcome(find(sample, '改造体育馆是哪家公司施工的'))[0]).toContain('宏远建工公司');
    expect(outcome(find(sample, '为什么老码头暂缓改造'))[0]).toContain('规划调整');
  });

  it('tells who holds an office by a name behind it only', async () => {
    const plan = await loadWords('2026年工作要点\n一、任务\n局长负责水利工程。县委书记王海主持召开水厂推进会。');
    expect(outcome(find(plan, '水利工程局长是谁'))).toEqual(['refused: unknown']);
    expect(outcome(find(plan, '水利工程怎么推进'))).toEqual(['局长负责水利工程。']);
    expect(outcome(find(plan, '水厂推进会县委书记是谁'))).toEqual(['县委书记王海主持召开水厂推进会。']);
  });

  it.each([
    ['县长是谁', '县长王海作工作报告。', true],
    ['县长到底是哪位', '县长王海、副县长李明出席。', true],
    ['谁是教育局局长', '教育局局长王海同志介绍情况。', true],
    ['县长是谁', '县长主持召开推进会。', false],
    ['校长叫什么名字', '校长轮岗交流。', false],
    ['谁是教育局局长', '教育局局长带队推进。', false],
    ['县长接访几次', '县长主持召开推进会。', true],
  ])('%s: 「%s」 %s', (question, text, tells) => {
    expect(mayTell(question, { ...sample.plan.passages[0]!, text })).toBe(tells);
  });
});
