import { describe, expect, it } from 'vitest';
import { bySound, coverage, gramIn, weighGrams } from '../../../src/answer/ranking/overlap.ts';
import { gramSet } from '../../../src/answer/ranking/profile.ts';
import { buildTermWeights } from '../../../src/retrieval/term-weights.ts';

const terms = buildTermWeights(['新建污水管网', '新建公路', '新建学校', '污水处理厂']);
const grams = (...runs: string[]) => weighGrams(runs, terms);

describe('weighGrams', () => {
  it('counts each gram once', () => {
    const all = grams('污水', '污水').map(({ gram }) => gram);
    expect(all).toEqual([...new Set(all)]);
  });

  it('gives rare words more weight than common ones', () => {
    const weight = (gram: string): number => grams(gram).find((found) => found.gram === gram)!.weight;
    expect(weight('管网')).toBeGreaterThan(weight('新建'));
  });

  it('gives a pair more weight than its characters, and a lone character as much as a pair', () => {
    const [char, , pair] = ['管', '网', '管网'].map(
      (gram) => grams('管网').find((found) => found.gram === gram)!.weight,
    );
    expect(pair).toBeGreaterThan(char!);
    expect(grams('管')[0]!.weight).toBeGreaterThan(char!);
  });

  it('gives words for a kind of figure little weight', () => {
    expect(grams('比例')[0]!.weight).toBeLessThan(grams('河湖')[0]!.weight);
  });
});

describe('coverage', () => {
  it('is 1 where everything stands in the text, 0 where nothing does', () => {
    expect(coverage(grams('污水管网'), [[gramSet('新建污水管网80公里'), 1]])).toBeCloseTo(1);
    expect(coverage(grams('学校'), [[gramSet('新建污水管网'), 1]])).toBe(0);
    expect(coverage([], [[gramSet('新建污水管网'), 1]])).toBe(0);
  });

  it('takes the best of the texts, each with its factor', () => {
    const asked = grams('污水管网');
    const [near, far] = [gramSet('污水管网'), gramSet('新建污水管网')];
    expect(coverage(asked, [[near, 0.5], [far, 0.25]])).toBeCloseTo(0.5); // prettier-ignore
  });

  it('lets a homophone count for less', () => {
    const gram = grams('关网').find((found) => found.gram === '关网')!;
    expect(gramIn(gram, gramSet('污水管网'))).toBe(bySound);
    expect(gramIn(grams('学校')[0]!, gramSet('污水管网'))).toBe(0);
  });
});
