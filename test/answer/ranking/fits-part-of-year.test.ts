import { describe, expect, it } from 'vitest';
import { fitPartOfYear, partOfYear, partOfYearOf, tellsPart } from '../../../src/answer/ranking/fits-part-of-year.ts';
import { figuresOf } from '../../support/read-plan.ts';

describe('partOfYear', () => {
  it.each([
    ['上半年新建几个', '上半年'],
    ['前三季度投资多少', '前三季度'],
    ['第一季度投资多少', '一季度'],
    ['1-6月投资多少', '1-6月'],
    ['今年投资多少', null],
    ['6月底前完成多少', null],
    ['上半年前完成多少', null],
    ['下半年起执行', null],
    ['每季度检查几次', null],
    ['连续三季度增长', null],
    ['二季度末建成几个', null],
  ])('%s: %s', (words, part) => {
    expect(partOfYear(words)).toBe(part);
  });
});

describe('partOfYearOf', () => {
  it('is what the figure’s own clause tells of in front of it', async () => {
    const figures = await figuresOf('完成投资9亿元，上半年完成投资4亿元。新建公园3个，上半年开工。');
    expect(figures.map(partOfYearOf)).toEqual([null, '上半年', null]);
  });

  it('is the last one where the clause names several', async () => {
    const [figure] = await figuresOf('在一季度开工的基础上第二季度完成投资4亿元。');
    expect(partOfYearOf(figure!)).toBe('二季度');
  });
});

describe('tellsPart', () => {
  it('asks for the part in the sentence, where the question names one', async () => {
    const [whole, half, park] = await figuresOf('完成投资9亿元，上半年完成投资4亿元。新建公园3个。');
    const tells = (question: string): boolean[] =>
      [whole, half, park].map((figure) => tellsPart(figure!, partOfYear(question)));
    expect(tells('上半年多少')).toEqual([true, true, false]);
    expect(tells('一季度多少')).toEqual([false, false, false]);
    expect(tells('今年多少')).toEqual([true, true, true]);
  });
});

describe('fitPartOfYear', () => {
  it('puts a part behind where the whole year, or another part, is asked for', () => {
    expect(fitPartOfYear(null, null)).toBe(1);
    expect(fitPartOfYear('上半年', '上半年')).toBe(1);
    expect(fitPartOfYear('上半年', null)).toBeLessThan(1);
    expect(fitPartOfYear('上半年', '一季度')).toBeLessThan(fitPartOfYear('上半年', null));
  });
});
