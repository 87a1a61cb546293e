import { describe, expect, it } from 'vitest';
import { attributeOf, isKindWord, namedMeasure, sharePattern } from '../../../src/answer/question/attribute-nouns.ts';

describe('attributeOf', () => {
  it.each([
    ['仓库面积', '面积', 'area'],
    ['绿道长度', '长度', 'length'],
    ['桥梁投资', '投资', 'money'],
    ['救助标准', '标准', 'money'],
    ['参训人数', '人数', 'people'],
  ])('reads %s as measured by its %s', (words, noun, unitClass) => {
    expect(attributeOf(words)).toMatchObject({ noun });
    expect(attributeOf(words)?.classes).toContain(unitClass);
  });

  it.each(['仓库', '面积大', ''])('finds none in %j', (words) => {
    expect(attributeOf(words)).toBeNull();
  });
});

describe('sharePattern', () => {
  it.each(['服务业比重多少', '服务业比重', '绿化占比', '入学率几成'])('finds a share in %s', (words) => {
    expect(sharePattern.test(words)).toBe(true);
  });

  it.each(['商圈比重点项目多几个', '镉比重金属总量少几吨', '小项目比重大项目多几个', '率先建成几个'])(
    'finds none in %s',
    (words) => {
      expect(sharePattern.test(words)).toBe(false);
    },
  );
});

describe('isKindWord', () => {
  it('knows words that name no thing', () => {
    expect(['占比', '总数', '规模'].every(isKindWord)).toBe(true);
    expect(isKindWord('绿化占比')).toBe(false);
  });
});

describe('namedMeasure', () => {
  it.each([
    ['救灾资金', 'money'],
    ['主导产业产值', 'money'],
    ['绿道里程', 'length'],
    ['绿道', null],
    ['资金使用', null],
  ])('reads what %s is measured in', (words, measure) => {
    expect(namedMeasure(words)).toBe(measure);
  });
});
