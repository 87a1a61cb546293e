import { describe, expect, it } from 'vitest';
import { segmentWords } from '../../src/retrieval/words.ts';

const kinds = (text: string): Record<string, string> =>
  Object.fromEntries(segmentWords(text).map(({ text: word, kind }) => [word, kind]));

describe('segmentWords', () => {
  it('cuts a question into the words of the dictionary, with their kind', () => {
    expect(kinds('农民工欠款')).toEqual({ 农民工: 'name', 欠款: 'name' });
    expect(kinds('很快修复')).toMatchObject({ 修复: 'action' });
    expect(kinds('我们的')).toMatchObject({ 我们: 'speech', 的: 'speech' });
  });

  it('loses no character', () => {
    const text = '2025年，全县PM2.5平均浓度控制在33微克/立方米以内';
    expect(
      segmentWords(text)
        .map((word) => word.text)
        .join(''),
    ).toBe(text);
  });

  it('leaves what no dictionary has in single characters, as a slip of the keyboard', () => {
    expect(segmentWords('土襄').map(({ text }) => text)).toEqual(['土', '襄']);
  });

  it('takes an empty text', () => {
    expect(segmentWords('')).toEqual([]);
  });
});
