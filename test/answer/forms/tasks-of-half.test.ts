import { describe, expect, it } from 'vitest';
import { loadWords } from '../support.ts';
import { find, outcome } from './find.ts';

const sample = await loadWords(
  '2026年工作要点\n一、2025年回顾\n去年3月底前完成绿道12公里。\n二、任务\n新建公园5个，6月底前完成。改造广场3个，10月底前完成。修路9公里，2027年3月底前完成。改造校舍12栋。（市教育局牵头，8月底前完成）\n三、保障\n年底前建成水厂1座。清淤河道2条，上半年完成。',
);
const first = ['新建公园5个，6月底前完成。', '清淤河道2条，上半年完成。'];
const second = ['改造广场3个，10月底前完成。', '改造校舍12栋。', '年底前建成水厂1座。'];

describe('tasksOfHalf', () => {
  it.each([
    ['上半年要完成哪些任务', first],
    ['哪些任务要在上半年完成', first],
    ['上半年的重点工作有哪些', first],
    ['下半年要完成哪些任务', second],
    ['下半年有哪些重点工作', second],
    ['下半年要抓什么', second],
  ])('gives what is due in that half, no result and no note: %s', (question, expected) => {
    expect(outcome(find(sample, question))).toEqual(expected);
  });

  it('is asked behind another question, and of the other half', () => {
    expect(outcome(find(sample, '新建公园多少个', '下半年要完成哪些任务'))).toEqual(second);
    expect(outcome(find(sample, '上半年要完成哪些任务', '那下半年呢'))).toEqual(second);
    expect(outcome(find(sample, '下半年要完成哪些任务', '那上半年呢'))).toEqual(first);
  });

  it('leaves a number alone that is asked behind another question', () => {
    expect(outcome(find(sample, '新建公园多少个', '上半年要先完成几个'))).not.toEqual(first);
  });

  it('gives what they are to reach where their numbers are asked for', () => {
    expect(outcome(find(sample, '下半年就要完成的任务，目标值分别是多少'))).toEqual([
      '改造广场 3个',
      '改造校舍 12栋',
      '建成水厂 1座',
    ]);
    expect(outcome(find(sample, '上半年要完成多少公里'))).not.toEqual(first);
  });

  it('refuses where the plan sets no such times', async () => {
    const plan = await loadWords('2026年工作要点\n一、任务\n新建公园5个。改造校舍12栋，10月底前完成。');
    expect(outcome(find(plan, '上半年要完成哪些任务'))).toEqual(['refused: unknown']);
  });

  it.each(['上半年要完成几项任务', '去年下半年抓了哪些任务'])('leaves alone what asks otherwise: %s', (question) => {
    expect(outcome(find(sample, question))).not.toEqual(first);
    expect(outcome(find(sample, question))).not.toEqual(second);
  });
});
