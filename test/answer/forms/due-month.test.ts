import { describe, expect, it } from 'vitest';
import { dueMonth, monthOf } from '../../../src/answer/forms/due-month.ts';
import { readPlanText } from '../../support/read-plan.ts';

describe('monthOf', () => {
  it.each([
    ['9月底前', 9],
    ['13月', null],
    ['一季度', 3],
    ['四季度末', 12],
    ['上半年', 6],
    ['年底前', 12],
    ['国庆前', null],
  ])('reads the last month of %s', (words, month) => {
    expect(monthOf(words)).toBe(month);
  });
});

describe('dueMonth', () => {
  it.each([
    ['新建公园5个，6月底前完成。', 6],
    ['新建公园5个，１２月底前完成。', 12],
    ['新建公园5个（责任单位：园林局；完成时限：9月底）。', 9],
    ['清淤河道2条，上半年完成。', 6],
    ['一季度开工率达到四成。', null],
    ['1月8日召开会议。', null],
    ['2026年6月底前新建公园5个。', 6],
    ['2027年3月底前新建公园5个。', null],
    ['（园林局牵头，8月底前完成）', null],
    ['新建公园5个。', null],
  ])('is set by “%s”', async (text, month) => {
    const plan = await readPlanText(`2026年工作要点\n一、任务\n${text}`);
    expect(dueMonth(plan, plan.passages[0]!)).toBe(month);
  });
});
