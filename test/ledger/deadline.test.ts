import { describe, expect, it } from 'vitest';
import { deadlineOf, readDeadline } from '../../src/ledger/deadline.ts';
import { buildTarget } from './builders.ts';

describe('readDeadline', () => {
  it.each([
    ['2025年6月30日前', '2025-06-30'],
    ['6月底前', '2025-06-30'],
    ['2025年12月底', '2025-12-31'],
    ['2025年12月', '2025-12-31'],
    ['10月15日前完成', '2025-10-15'],
    ['2025-09-30', '2025-09-30'],
    ['2025.6', null],
    ['上半年', '2025-06-30'],
    ['三季度末', '2025-09-30'],
    ['2026年第一季度', '2026-03-31'],
    ['年底前', '2025-12-31'],
    ['全年', '2025-12-31'],
    ['2027年底', '2027-12-31'],
    ['二〇二五年十一月底', '2025-11-30'],
    ['六月三十日', '2025-06-30'],
    ['9月中旬', '2025-09-20'],
    ['6月底前完成招标,11月底前完工', '2025-11-30'],
    ['2月30日', null],
    ['长期坚持', null],
    ['每季度末', null],
    ['持续推进', null],
    ['', null],
  ])('reads %s as %s', (text, date) => {
    expect(readDeadline(text, 2025)).toBe(date);
  });

  it('leaves a month without any year open', () => {
    expect(readDeadline('6月底', null)).toBeNull();
    expect(readDeadline('2025年6月底', null)).toBe('2025-06-30');
  });
});

describe('deadlineOf', () => {
  it("takes 完成时限, else the figure's or the plan's year's end", () => {
    expect(deadlineOf(buildTarget({ deadline: '6月底前' }))).toEqual({ date: '2025-06-30', stated: true });
    expect(deadlineOf(buildTarget())).toEqual({ date: '2025-12-31', stated: false });
    expect(deadlineOf(buildTarget({ year: 2027 }))).toEqual({ date: '2027-12-31', stated: false });
    expect(deadlineOf(buildTarget({}, { year: null }))).toBeNull();
  });

  it('falls back to the year’s end where the text names no date', () => {
    expect(deadlineOf(buildTarget({ deadline: '长期坚持' }))).toEqual({ date: '2025-12-31', stated: false });
  });
});
