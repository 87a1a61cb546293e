import { describe, expect, it } from 'vitest';
import { loadWords } from '../support.ts';
import { find, outcome } from './find.ts';

const report = await loadWords(`2026年政府工作报告
一、2025年回顾
地区生产总值增长6.2%，社会消费品零售总额增长7.5%，固定资产投资增长5%，进出口总额120亿元。
二、2026年主要目标
地区生产总值增长6%，固定资产投资增长7%，旅游收入达到80亿元、增长9%，能耗下降10%，覆盖率达到90%，就业3万人。2025年出口增长8%，2025年进口增长4%。
三、任务
旅客增长20%。
`);

describe('findFastest', () => {
  it.each([
    ['GDP、社零、固投，去年这三项哪个增长最快', 'highest', ['6.2%', '7.5%', '5%']],
    ['GDP、社零、固投，去年这三项哪个增长最慢', 'lowest', ['6.2%', '7.5%', '5%']],
    // 收入 is no sum of money here.
    ['GDP、固投、旅游收入，今年哪个增长最快', 'highest', ['6%', '7%', '9%']],
    ['主要目标里哪项增速最高', 'highest', ['6%', '7%', '9%']],
    ['今年哪项指标增长最快', 'highest', ['6%', '7%', '9%']],
  ])('ranks how fast things grow: %s', (question, order, values) => {
    const found = find(report, question);
    expect(found).toMatchObject({ kind: 'ranking', order });
    expect(outcome(found).map((line) => line.split(' ').at(-1))).toEqual(values);
  });

  it('ranks nothing where one of the things has no growth', () => {
    expect(outcome(find(report, 'GDP、固投、进出口，去年哪个增长最快'))).toEqual(['refused: no-comparison']);
  });

  it.each(['哪个产业增长最快', '去年哪项指标增长最快', '主要目标里哪项数值最大'])(
    'does not take all targets for %s',
    (question) => {
      expect(find(report, question).kind).not.toBe('ranking');
    },
  );
});
