import { describe, expect, it } from 'vitest';
import { loadWords } from '../support.ts';
import { find, outcome } from './find.ts';

/** What a plan with a result and with tasks has for this year. */
const thisYear = async (result: string, tasks: string, question: string): Promise<readonly string[]> =>
  outcome(
    find(
      await loadWords(`2026年工作要点\n一、2025年回顾\n${result}新建公园5个。\n二、任务\n${tasks}\n培训司机900人。`),
      question,
    ),
  );

describe('namedInTime', () => {
  it.each([
    ['（一）办好老年助浴\n续建站点6所，新增床位360张。', ['新增床位 360张']],
    ['（一）办好实事\n续建老年助浴点6所，新增床位360张。', ['新增床位 360张']],
    ['（一）办好实事\n续建便民浴室6所，新增床位360张。', ['refused: other-period']],
    ['（一）办好老年助浴\n续建站点6所，新增床位360平方米。', ['refused: other-period']],
    ['（一）办好老年助浴\n续建站点6所，新增桌椅360张。', ['refused: other-period']],
    ['（一）办好老年助浴\n续建站点6所，扩增床位360张。', ['refused: other-period']],
  ])('takes fewer words where a heading or the sentence says the rest of them: %s', async (tasks, expected) => {
    expect(await thisYear('新增老年助浴床位50张。', tasks, '今年新增老年助浴床位多少')).toEqual(expected);
  });

  it.each([
    ['每千人口医疗机构床位数达到7张。', ['每千人口医疗机构床位数 7张']],
    ['每千人社区床位数达到40张。', ['refused: other-period']],
  ])('takes more words that have all of the name in order: %s', async (tasks, expected) => {
    expect(await thisYear('每千人口床位数达到6.5张。', tasks, '今年每千人口床位数多少张')).toEqual(expected);
  });

  it('leaves the figure of the time asked for alone', async () => {
    const tasks = '（一）办好老年助浴\n续建站点6所，新增床位360张。';
    expect(await thisYear('新增老年助浴床位50张。', tasks, '去年新增老年助浴床位多少张')).toEqual([
      '新增老年助浴床位 50张',
    ]);
  });
});

describe('besideInTime', () => {
  it.each([
    ['在去年路灯更换4900盏的基础上，今年更换量达到5300盏。', ['更换量 5300盏']],
    ['在去年路灯更换4900盏的基础上，今年维修量达到5300盏。', ['refused: other-period']],
    ['在去年路灯更换4900盏的基础上，今年更换量达到5300套。', ['refused: other-period']],
  ])('goes on in the sentence of the one that is over, with its word and its unit: %s', async (tasks, expected) => {
    expect(await thisYear('', tasks, '今年路灯更换多少盏')).toEqual(expected);
  });
});
