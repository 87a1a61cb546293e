import { describe, expect, it } from 'vitest';
import { partsBehind, wholeBefore } from '../../../src/answer/forms/whole-and-parts.ts';
import { figuresOf } from '../../support/read-plan.ts';

const figures = await figuresOf('新增学位800个，其中小学500个、初中300个；新建公园9个。投入资金3亿元，其中学校40所。');
const [whole, primary, secondary, park, money, schools] = figures;

describe('whole and parts', () => {
  it('finds what 其中 divides a figure into, up to the semicolon and in one unit', () => {
    expect(partsBehind(whole!, figures)).toEqual([primary, secondary]);
    expect(partsBehind(park!, figures)).toEqual([]);
    expect(partsBehind(money!, figures)).toEqual([]);
  });

  it('finds the figure that is divided', () => {
    expect(wholeBefore(secondary!, figures)).toBe(whole);
    expect(wholeBefore(whole!, figures)).toBeUndefined();
    expect(wholeBefore(schools!, figures)).toBeUndefined();
  });
});
