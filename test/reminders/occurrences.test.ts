import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dateIn, dateParts, weekday } from '../../src/calendar-date.ts';
import { chineseHolidays } from '../../src/reminders/holidays.ts';
import { nextOccurrence, nextOccurrences, occurrencesBetween } from '../../src/reminders/occurrences.ts';
import type { DayRule, Schedule } from '../../src/reminders/schedule.ts';

const at9 = (rule: DayRule, holidays: Schedule['holidays'] = 'keep'): Schedule => ({
  rule,
  hour: 9,
  minute: 0,
  holidays,
});
const inShanghai = (schedule: Schedule, from: string, count: number) =>
  nextOccurrences(schedule, 'Asia/Shanghai', Date.parse(from), count).map((instant) =>
    dateIn('Asia/Shanghai', instant),
  );

describe('nextOccurrences', () => {
  it('keeps Monday 09:00 of Shanghai, wherever the program runs', () => {
    const monday = at9({ kind: 'weekly', weekdays: [1] });
    expect(new Date(nextOccurrence(monday, 'Asia/Shanghai', Date.parse('2025-03-30T00:00:00Z'))).toISOString()).toBe(
      '2025-03-31T01:00:00.000Z',
    );
    // At the very instant the next one is meant.
    expect(inShanghai(monday, '2025-03-31T01:00:00Z', 1)).toEqual(['2025-04-07']);
  });

  it('takes the last day in months that are shorter', () => {
    expect(inShanghai(at9({ kind: 'monthly', day: 31 }), '2025-01-01T00:00:00Z', 4)).toEqual([
      '2025-01-31',
      '2025-02-28',
      '2025-03-31',
      '2025-04-30',
    ]);
    expect(inShanghai(at9({ kind: 'monthly', day: 29 }), '2024-02-01T00:00:00Z', 2)).toEqual([
      '2024-02-29',
      '2024-03-29',
    ]);
    expect(inShanghai(at9({ kind: 'monthly', day: 29 }), '2025-02-01T00:00:00Z', 2)).toEqual([
      '2025-02-28',
      '2025-03-29',
    ]);
    expect(inShanghai(at9({ kind: 'monthly', day: 'last' }), '2025-02-01T00:00:00Z', 2)).toEqual([
      '2025-02-28',
      '2025-03-31',
    ]);
  });

  it('knows quarters', () => {
    expect(inShanghai(at9({ kind: 'quarterly', month: 1, day: 1 }), '2025-01-01T12:00:00Z', 2)).toEqual([
      '2025-04-01',
      '2025-07-01',
    ]);
    expect(inShanghai(at9({ kind: 'quarterly', month: 3, day: 'last' }), '2025-01-01T00:00:00Z', 2)).toEqual([
      '2025-03-31',
      '2025-06-30',
    ]);
  });

  it('knows working days with 调休: none in the National Day week of 2025, the Sundays and Saturdays around it', () => {
    expect(inShanghai(at9({ kind: 'workdays' }), '2025-09-27T00:00:00Z', 6)).toEqual([
      '2025-09-28',
      '2025-09-29',
      '2025-09-30',
      '2025-10-09',
      '2025-10-10',
      '2025-10-11',
    ]);
  });

  it('skips a holiday, or moves to the next working day, as chosen', () => {
    const first = { kind: 'monthly', day: 1 } as const;
    expect(inShanghai(at9(first), '2025-09-15T00:00:00Z', 1)).toEqual(['2025-10-01']);
    expect(inShanghai(at9(first, 'skip'), '2025-09-15T00:00:00Z', 1)).toEqual(['2025-11-01']);
    expect(inShanghai(at9(first, 'move'), '2025-09-15T00:00:00Z', 2)).toEqual(['2025-10-09', '2025-11-01']);
    // An ordinary weekend is no holiday.
    expect(inShanghai(at9({ kind: 'weekly', weekdays: [7] }, 'skip'), '2025-03-01T00:00:00Z', 1)).toEqual([
      '2025-03-02',
    ]);
  });

  it('sends once where several move to the same day', () => {
    expect(inShanghai(at9({ kind: 'daily' }, 'move'), '2025-09-30T12:00:00Z', 2)).toEqual(['2025-10-09', '2025-10-10']);
  });

  it('goes by weekends alone past the year its calendar ends', () => {
    const end = chineseHolidays.lastYear + 1;
    expect(end).toBeGreaterThan(2026);
    for (const date of inShanghai(at9({ kind: 'workdays' }), `${end}-09-28T00:00:00Z`, 10)) {
      expect(weekday(date)).toBeLessThanOrEqual(5);
    }
  });
});

describe('daylight saving', () => {
  const daily = (hour: number, minute: number): Schedule => ({
    rule: { kind: 'daily' },
    hour,
    minute,
    holidays: 'keep',
  });
  const days = (schedule: Schedule, from: string, to: string) =>
    occurrencesBetween(schedule, 'America/New_York', Date.parse(from), Date.parse(to)).map((instant) =>
      new Date(instant).toISOString(),
    );

  it('is due once at the jump where 02:30 is skipped', () => {
    expect(days(daily(2, 30), '2025-03-09T00:00:00Z', '2025-03-10T00:00:00Z')).toEqual(['2025-03-09T07:00:00.000Z']);
  });

  it('is due once where 01:30 comes twice', () => {
    expect(days(daily(1, 30), '2025-11-02T00:00:00Z', '2025-11-03T00:00:00Z')).toEqual(['2025-11-02T05:30:00.000Z']);
    // Asked between the two.
    expect(days(daily(1, 30), '2025-11-02T05:45:00Z', '2025-11-03T00:00:00Z')).toEqual([]);
  });
});

const zone = fc.constantFrom(
  'Asia/Shanghai',
  'America/New_York',
  'Europe/Berlin',
  'Australia/Lord_Howe',
  'America/Santiago',
  'Asia/Kathmandu',
);
const day = fc.oneof(fc.integer({ min: 1, max: 31 }), fc.constant('last' as const));
const rule: fc.Arbitrary<DayRule> = fc.oneof(
  fc.constant({ kind: 'daily' as const }),
  fc.constant({ kind: 'workdays' as const }),
  fc.record({
    kind: fc.constant('weekly' as const),
    weekdays: fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1 }),
  }),
  fc.record({ kind: fc.constant('monthly' as const), day }),
  fc.record({ kind: fc.constant('quarterly' as const), month: fc.integer({ min: 1, max: 3 }), day }),
);
const schedule: fc.Arbitrary<Schedule> = fc.record({
  rule,
  hour: fc.integer({ min: 0, max: 23 }),
  minute: fc.integer({ min: 0, max: 59 }),
  holidays: fc.constantFrom('keep' as const, 'skip' as const, 'move' as const),
});
const instant = fc.integer({ min: Date.UTC(2025, 0, 1), max: Date.UTC(2026, 11, 1) });
const span = fc.integer({ min: 1, max: 60 * 86_400_000 });

describe('occurrencesBetween', () => {
  it('gives the same instants however a span is cut, each once and in order', () => {
    fc.assert(
      fc.property(
        schedule,
        zone,
        instant,
        span,
        fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 5 }),
        (each, tz, from, length, cuts) => {
          const whole = occurrencesBetween(each, tz, from, from + length);
          const edges = [
            from,
            ...cuts.map((cut) => from + Math.floor(cut * length)).sort((a, b) => a - b),
            from + length,
          ];
          const pieces = edges.slice(1).flatMap((to, index) => occurrencesBetween(each, tz, edges[index]!, to));
          expect(pieces).toEqual(whole);
          expect(new Set(whole).size).toBe(whole.length);
        },
      ),
      { numRuns: 150 },
    );
  });

  it('is due at most once a day, and on a day of its rule', () => {
    fc.assert(
      fc.property(schedule, zone, instant, (each, tz, from) => {
        const dates = occurrencesBetween(each, tz, from, from + 60 * 86_400_000).map((due) => dateIn(tz, due));
        expect(new Set(dates).size).toBe(dates.length);
        if (each.holidays !== 'keep') return;
        for (const date of dates) {
          if (each.rule.kind === 'weekly') expect(each.rule.weekdays).toContain(weekday(date));
          if (each.rule.kind === 'monthly' && each.rule.day !== 'last' && each.rule.day <= 28)
            expect(dateParts(date).day).toBe(each.rule.day);
        }
      }),
      { numRuns: 150 },
    );
  });
});
