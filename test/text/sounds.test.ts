import { describe, expect, it } from 'vitest';
import { soundPairs } from '../../src/text/sounds.ts';

const share = (a: string, b: string): boolean => soundPairs(a).some((pair) => soundPairs(b).includes(pair));

describe('soundPairs', () => {
  it.each([
    ['污水', '巫水'],
    ['绿化', '绿话'],
    ['指标', '纸标'],
    ['造林', '照林'],
    ['南岭', '蓝岭'],
    ['银行', '赢行'],
    ['行业', '航业'],
  ])('hears %s and %s as one', (a, b) => {
    expect(share(a, b)).toBe(true);
  });

  it.each([
    ['污水', '管网'],
    ['水污', '污水'],
    ['森林', '湿地'],
  ])('tells %s from %s', (a, b) => {
    expect(share(a, b)).toBe(false);
  });

  it('has nothing for a single character, figures or Latin words', () => {
    expect(['水', '80', 'PM2.5', ''].flatMap(soundPairs)).toEqual([]);
  });
});
