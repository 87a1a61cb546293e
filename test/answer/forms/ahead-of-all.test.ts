import { describe, expect, it } from 'vitest';
import { loadWords } from '../support.ts';
import { find, outcome } from './find.ts';

const report = await loadWords(`2026年政府工作报告
一、2025年回顾
规模以上工业增加值增长8.1%，高于全省平均水平1.6个百分点。地区生产总值增长6.2%，高新技术产业高于全省平均水平0.4个百分点，出口增长4%。固定资产投资增长5%，技改投资增长12%。
二、2025年亮点
2025年，固定资产投资高于全省平均水平0.9个百分点。
三、2026年任务
新建公园3个，固定资产投资增长7%。
`);
const values = (question: string) => outcome(find(report, question)).map((line) => line.split(' ').at(-1));

describe('findAheadOfAll', () => {
  it.each([
    ['去年规上工业增加值增速比全省高出多少', ['1.6个百分点']],
    ['去年规上工业增加值增速是多少，比全省高出几个点', ['8.1%', '1.6个百分点']],
    // It stands in another sentence.
    ['去年固定资产投资增速是多少，比全省高多少', ['5%', '0.9个百分点']],
    ['去年固定资产投资比全省平均水平高多少', ['0.9个百分点']],
    // It is named behind.
    ['去年比全省平均水平高多少，规上工业增加值', ['1.6个百分点']],
  ])('gives how far, and the figure itself where that is asked for too: %s', (question, expected) => {
    expect(values(question)).toEqual(expected);
  });

  it.each(['去年地区生产总值比全省高多少', '去年规上工业增加值比全国高多少', '今年固定资产投资比全省高多少'])(
    'takes nothing that lies ahead of others, or at another time: %s',
    (question) => {
      expect(find(report, question).kind).toBe('refusal');
    },
  );
});
