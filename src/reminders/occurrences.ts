import { Cron } from 'croner';
import { addDays, dateIn, dateParts, type CalendarDate } from '../calendar-date.ts';
import { chineseHolidays, type HolidayCalendar } from './holidays.ts';
import type { DayTime, MonthDay, Schedule } from './schedule.ts';

const msPerDay = 86_400_000;
/** No holiday with its 调休 is longer, so that nothing moves further than this. */
const longestMoveDays = 16;
/** Windows searched for the next one, in days: most lie in the first, a quarter's and a skipped one in the later ones. */
const windows = [8, 40, 120, 500];

/**
 * The instants (milliseconds since 1970) after `from` up to and including `to` at which a schedule is due, ascending.
 * A local time that daylight saving skips is due at the jump; one that it repeats is due the first time only. The
 * result depends on the instants alone, so that any partition of a span gives the same ones, each once.
 */
export function occurrencesBetween(
  schedule: Schedule,
  zone: string,
  from: number,
  to: number,
  holidays: HolidayCalendar = chineseHolidays,
): readonly number[] {
  const { rule } = schedule;
  const moves = schedule.holidays === 'move' && rule.kind !== 'workdays';
  const base = cronsOf(schedule, zone).flatMap((cron) =>
    runs(cron, moves ? from - longestMoveDays * msPerDay : from, to),
  );
  const kept = base.flatMap((instant) => {
    const date = dateIn(zone, instant);
    if (rule.kind === 'workdays') return holidays.isWorkday(date) ? [instant] : [];
    if (schedule.holidays === 'keep' || !holidays.isHoliday(date)) return [instant];
    return moves ? [instantOn(nextWorkday(date, holidays), schedule, zone)] : [];
  });
  // Several may move to the same working day, or onto one that is due there anyway.
  return [...new Set(kept)].filter((instant) => instant > from && instant <= to).sort((a, b) => a - b);
}

/** The first instant after `after` at which a schedule is due. */
export function nextOccurrence(
  schedule: Schedule,
  zone: string,
  after: number,
  holidays: HolidayCalendar = chineseHolidays,
): number {
  for (const days of windows) {
    const [first] = occurrencesBetween(schedule, zone, after, after + days * msPerDay, holidays);
    if (first !== undefined) return first;
  }
  throw new RangeError(`a schedule without occurrences: ${JSON.stringify(schedule)}`);
}

/** The next few, for a preview. */
export function nextOccurrences(
  schedule: Schedule,
  zone: string,
  after: number,
  count: number,
  holidays: HolidayCalendar = chineseHolidays,
): readonly number[] {
  const found: number[] = [];
  for (let last = after; found.length < count;) {
    last = nextOccurrence(schedule, zone, last, holidays);
    found.push(last);
  }
  return found;
}

/** Cron patterns whose runs together are the rule's days at the schedule's time. */
function cronsOf(schedule: Schedule, zone: string): readonly Cron[] {
  return patternsOf(schedule).map(
    (days) => new Cron(`${schedule.minute} ${schedule.hour} ${days}`, { timezone: zone, paused: true, mode: '5-part' }),
  );
}

function patternsOf({ rule }: Schedule): readonly string[] {
  switch (rule.kind) {
    case 'daily':
    case 'workdays':
      return ['* * *'];
    case 'weekly':
      // Cron counts Sunday as 0.
      return [`* * ${rule.weekdays.map((day) => day % 7).join(',')}`];
    case 'monthly':
      return monthDays(rule.day, [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);
    case 'quarterly':
      return monthDays(
        rule.day,
        [0, 3, 6, 9].map((before) => before + rule.month),
      );
  }
}

/** The day in each of the months, or their last day where they are shorter. */
function monthDays(day: MonthDay, months: readonly number[]): readonly string[] {
  const isShort = (month: number): boolean =>
    day !== 'last' && (month === 2 ? day > 28 : day > 30 && [4, 6, 9, 11].includes(month));
  const ending = months.filter((month) => day === 'last' || isShort(month));
  const dated = months.filter((month) => !ending.includes(month));
  return [
    ...(dated.length > 0 ? [`${day} ${dated.join(',')} *`] : []),
    ...(ending.length > 0 ? [`L ${ending.join(',')} *`] : []),
  ];
}

function runs(cron: Cron, from: number, to: number): number[] {
  const found: number[] = [];
  let last = new Date(from);
  for (;;) {
    const next = cron.nextRun(last);
    if (next === null || next.getTime() > to) return found;
    found.push(next.getTime());
    last = next;
  }
}

/** The time of day on one date; at the jump where daylight saving skips it. */
function instantOn(date: CalendarDate, { hour, minute }: DayTime, zone: string): number {
  const { year, month, day } = dateParts(date);
  const cron = new Cron(`${minute} ${hour} ${day} ${month} *`, { timezone: zone, paused: true, mode: '5-part' });
  // Two days before, no zone has reached that date.
  const next = cron.nextRun(new Date(Date.UTC(year, month - 1, day) - 2 * msPerDay));
  if (next === null) throw new RangeError(`no ${hour}:${minute} on ${date} in ${zone}`);
  return next.getTime();
}

function nextWorkday(date: CalendarDate, holidays: HolidayCalendar): CalendarDate {
  let next = addDays(date, 1);
  while (!holidays.isWorkday(next)) next = addDays(next, 1);
  return next;
}
