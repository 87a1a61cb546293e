import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { segmentWords } from '../../src/text/words.ts';

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

describe('the terms of work plans', () => {
  const lines = readFileSync(path.resolve(import.meta.dirname, '../../src/text/terms.txt'), 'utf8')
    .trimEnd()
    .split('\n');
  const terms = lines.map((line) => line.split(' ')[0] ?? '');

  it.each([
    ['培育专精特新企业', ['培育', '专精特新', '企业']],
    ['整治黑臭水体', ['整治', '黑臭水体']],
    ['专精特产', ['专精', '特产']],
  ])('are names in one piece: %s', (text, words) => {
    expect(segmentWords(text).map((word) => word.text)).toEqual(words);
  });

  it('stand a line each, once, in the format of the dictionary', () => {
    expect(lines.filter((line) => !/^[\u4e00-\u9fffA-Za-z]{3,8} \d+ nz$/.test(line))).toEqual([]);
    expect(new Set(terms).size).toBe(terms.length);
  });

  it('are each cut as one name', () => {
    expect(terms.filter((term) => kinds(term)[term] !== 'name')).toEqual([]);
  });
});
