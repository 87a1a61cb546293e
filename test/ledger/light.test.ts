import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '../../src/calendar-date.ts';
import { elapsedShare, judge, type Course } from '../../src/ledger/light.ts';

const course = (change: Partial<Course>): Course => ({
  goal: { direction: 'at-least', value: 80 },
  measure: 'adds-up',
  value: null,
  today: '2025-04-01',
  start: '2025-01-01',
  deadline: '2025-12-31',
  ...change,
});

describe('judge', () => {
  it('leaves what is not reported open until its deadline is past', () => {
    expect(judge(course({}))).toEqual({ light: 'none', state: 'unreported' });
    expect(judge(course({ today: '2025-12-31' })).state).toBe('unreported');
    expect(judge(course({ today: '2026-01-01' }))).toEqual({ light: 'red', state: 'overdue' });
  });

  it('compares what adds up with the elapsed time', () => {
    // 90 of 365 days are over: 24.7%, of which 90% are 17.8 and 60% are 11.8 of 80.
    expect(judge(course({ value: 65 }))).toEqual({ light: 'green', state: 'on-course' });
    expect(judge(course({ value: 18 })).light).toBe('green');
    expect(judge(course({ value: 17 }))).toEqual({ light: 'yellow', state: 'behind' });
    expect(judge(course({ value: 12 })).light).toBe('yellow');
    expect(judge(course({ value: 11 }))).toEqual({ light: 'red', state: 'far-behind' });
    expect(judge(course({ value: 0 })).light).toBe('red');
  });

  it('calls nothing far behind in the first month', () => {
    expect(judge(course({ value: 0, today: '2025-01-20' })).light).toBe('yellow');
  });

  it('says only reached or not yet reached of a level', () => {
    const level = { measure: 'level', goal: { direction: 'at-least', value: 75 } } as const;
    expect(judge(course({ ...level, value: 70, today: '2025-01-10' }))).toEqual({
      light: 'yellow',
      state: 'not-reached',
    });
    expect(judge(course({ ...level, value: 70, today: '2025-11-30' })).light).toBe('yellow');
    expect(judge(course({ ...level, value: 75 }))).toEqual({ light: 'green', state: 'reached' });
    expect(judge(course({ ...level, value: 74, today: '2026-02-01' }))).toEqual({ light: 'red', state: 'overdue' });
  });

  it('wants 降至 reached from above', () => {
    const goal = { direction: 'at-most', value: 28 } as const;
    expect(judge(course({ measure: 'level', goal, value: 30 })).state).toBe('not-reached');
    expect(judge(course({ measure: 'level', goal, value: 27.5 })).state).toBe('reached');
  });

  it('keeps a cap green until it is exceeded', () => {
    const cap = { measure: 'cap', goal: { direction: 'at-most', value: 10 } } as const;
    expect(judge(course({ ...cap, value: 9 }))).toEqual({ light: 'green', state: 'within' });
    expect(judge(course({ ...cap, value: 11 }))).toEqual({ light: 'red', state: 'exceeded' });
    expect(judge(course({ ...cap, value: 9, today: '2026-01-01' })).state).toBe('reached');
  });

  it('does not take more than an exact number for reached', () => {
    const goal = { direction: 'exactly', value: 3 } as const;
    expect(judge(course({ goal, value: 4 })).state).toBe('exceeded');
    expect(judge(course({ goal, value: 3 })).state).toBe('reached');
  });

  it('gives no colour where the plan’s number cannot be compared', () => {
    expect(judge(course({ goal: null, value: 3 }))).toEqual({ light: 'none', state: 'incomparable' });
  });

  it('never turns worse when more is reported on the same day', () => {
    const rank = { red: 0, yellow: 1, green: 2, none: 3 };
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 500 }),
        fc.double({ min: 0, max: 200, noNaN: true }),
        fc.double({ min: 0, max: 50, noNaN: true }),
        (days, value, more) => {
          const today = addDays('2025-01-01', days);
          const before = judge(course({ value, today })).light;
          const after = judge(course({ value: value + more, today })).light;
          expect(rank[after]).toBeGreaterThanOrEqual(rank[before]);
        },
      ),
    );
  });
});

describe('elapsedShare', () => {
  it('runs from nothing on the first day to one past the last', () => {
    expect(elapsedShare(course({ today: '2025-01-01' }))).toBe(0);
    expect(elapsedShare(course({ today: '2026-01-01' }))).toBe(1);
    expect(elapsedShare(course({ deadline: null }))).toBeNull();
  });
});
