import { describe, expect, it } from 'vitest';
import {
  addDays,
  calendarDate,
  dateIn,
  dayText,
  daysBetween,
  isoWeek,
  monthEnd,
  weekday,
} from '../src/calendar-date.ts';

describe('calendarDate', () => {
  it('knows the days of a month', () => {
    expect(calendarDate(2025, 2, 28)).toBe('2025-02-28');
    expect(calendarDate(2025, 2, 29)).toBeNull();
    expect(calendarDate(2024, 2, 29)).toBe('2024-02-29');
    expect(calendarDate(2025, 13, 1)).toBeNull();
    expect(monthEnd(2025, 2)).toBe('2025-02-28');
  });
});

describe('dateIn', () => {
  it('gives the day of the zone, not of the machine', () => {
    const instant = Date.UTC(2025, 2, 31, 16, 30);
    expect(dateIn('Asia/Shanghai', instant)).toBe('2025-04-01');
    expect(dateIn('UTC', instant)).toBe('2025-03-31');
  });
});

describe('days', () => {
  it('counts over months and years', () => {
    expect(daysBetween('2025-01-01', '2025-12-31')).toBe(364);
    expect(daysBetween('2025-03-02', '2025-02-28')).toBe(-2);
    expect(addDays('2024-02-28', 2)).toBe('2024-03-01');
    expect(weekday('2025-03-31')).toBe(1);
    expect(weekday('2025-03-30')).toBe(7);
  });
});

describe('isoWeek', () => {
  it.each([
    ['2025-04-01', 2025, 14],
    ['2024-12-30', 2025, 1],
    ['2027-01-01', 2026, 53],
    ['2025-01-05', 2025, 1],
    ['2025-01-06', 2025, 2],
  ])('puts %s into %i, week %i', (date, year, week) => {
    expect(isoWeek(date)).toEqual({ year, week });
  });
});

describe('dayText', () => {
  it('names the year only where it is another', () => {
    expect(dayText('2025-03-08', 2025)).toBe('3月8日');
    expect(dayText('2026-03-08', 2025)).toBe('2026年3月8日');
  });
});
