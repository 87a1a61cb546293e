import { describe, expect, it } from 'vitest';
import { soundKeys, soundPairs, soundsLike } from '../../src/text/sounds.ts';

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

describe('soundKeys', () => {
  it('gives each way of reading, the usual one first', () => {
    expect(soundKeys('指标')).toEqual(soundKeys('纸标'));
    expect(soundKeys('银行')[0]).toBe(soundKeys('赢型')[0]);
    expect(soundKeys('银行')).toContain(soundKeys('赢航')[0]);
    expect(soundKeys('')).toEqual(['']);
  });
});

describe('soundsLike', () => {
  it.each([
    ['平则市', '平泽市', true],
    ['蓝岭区', '南岭区', true],
    ['银航', '银行', true],
    ['东山县', '西山县', false],
    ['平泽', '平泽市', false],
    ['市平泽', '平泽市', false],
  ])('%s for %s: %s', (typed, meant, like) => {
    expect(soundsLike(typed, meant)).toBe(like);
  });
});
