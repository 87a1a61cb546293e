import { describe, expect, it } from 'vitest';
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
});
