import { describe, expect, it } from 'vitest';
import { readBareNumber } from '../../../src/answer/question/bare-number.ts';

describe('readBareNumber', () => {
  it.each([
    ['表里的14.6是哪个指标', '14.6'],
    ['120这个数是什么', '120'],
    ['那个“3.46”指的是什么', '3.46'],
    ['88代表什么', '88'],
    ['哪个指标是1.8呀，没听清', '1.8'],
  ])('reads the number of %s', (question, digits) => {
    expect(readBareNumber(question)).toBe(digits);
  });

  it.each(['2025是什么年', 'PM2.5是什么', '5G是什么', '30件是什么', '第3是什么', '今年建几个'])(
    'reads none in %s',
    (question) => {
      expect(readBareNumber(question)).toBeNull();
    },
  );
});
