import { describe, expect, it } from 'vitest';
import { deadlinesCalendar } from '../../src/export/calendar.ts';
import { buildPlan, waterAndAir } from '../ledger/builders.ts';
import { standingsWith } from './support.ts';

const calendarOf = (loaded = waterAndAir()) =>
  deadlinesCalendar(loaded.plan, standingsWith(loaded), Date.UTC(2025, 3, 1));
// Long lines are folded: a line end and a space stand for nothing.
const unfold = (text: string) => text.replace(/\r\n[ \t]/g, '');

describe('deadlinesCalendar', () => {
  it('has a whole day for each stated deadline and one for the rest at the year’s end', () => {
    const text = unfold(calendarOf());
    expect(text.match(/BEGIN:VEVENT/g)).toHaveLength(2);
    expect(text).toContain('DTSTART;VALUE=DATE:20250630');
    expect(text).toContain('DTEND;VALUE=DATE:20250701');
    expect(text).toContain('SUMMARY:污水处理厂提标改造 5座 到期');
    expect(text).toContain('责任单位：市住建局');
    expect(text).toContain('DTSTART;VALUE=DATE:20251231');
    expect(text).toContain('SUMMARY:2025年目标到期（4项');
  });

  it('keeps its ids when the plan is replaced by a corrected edition', () => {
    const ids = (text: string) => [...text.matchAll(/^UID:.*$/gm)].map(([line]) => line);
    const corrected = waterAndAir();
    expect(ids(calendarOf())).toEqual(
      ids(calendarOf({ plan: { ...corrected.plan, id: 'another' }, figures: corrected.figures })),
    );
  });

  it('leaves no event open where the plan names no year', () => {
    const loaded = buildPlan({ year: null, sections: [{ path: ['一、'], figures: [{}] }] });
    expect(calendarOf(loaded)).not.toContain('BEGIN:VEVENT');
  });
});
