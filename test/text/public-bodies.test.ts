import { describe, expect, it } from 'vitest';
import { bodyAndTopic, isCalled, isParticular } from '../../src/text/public-bodies.ts';

describe('public bodies', () => {
  it.each([
    ['市中医医院床位', ['市中医医院', '床位']],
    ['东山县第二人民医院', ['东山县第二人民医院', '']],
    ['市实验小学招生', ['市实验小学', '招生']],
    ['水务集团营收', ['水务集团', '营收']],
    ['医院床位', null],
    ['下派医师', null],
    ['市中医医院长办公会', null],
    ['东山县医院管理费', null],
    ['小学校长培训', null],
  ])('parts the body from what is told of it: %s', (name, parts) => {
    expect(bodyAndTopic(name)).toEqual(parts);
  });

  it('tells one body from a kind of them', () => {
    expect(['市中医医院', '东山县第二人民医院', '儿童医院'].every(isParticular)).toBe(true);
    expect(['二级医院', '县级人民医院', '各儿童医院', '三家口腔医院', '民营医院'].some(isParticular)).toBe(false);
    expect(['东山县第二小学', '水务集团'].some(isParticular)).toBe(false);
  });

  it.each([
    ['市中医医院', '中医院', true],
    ['东山县人民医院', '县医院', true],
    ['东山县人民医院', '我县人民医院', true],
    ['市中医医院', '市人民医院', false],
    ['市人民医院', '市第二人民医院', false],
    ['市儿童医院', '医院儿童', false],
    ['县人民医院', '市人民医院', false],
    ['市第二人民医院', '人民医院', false],
  ])('%s may be called %s: %s', (body, said, is) => {
    expect(isCalled(body, said)).toBe(is);
  });
});
