/** A day without time or zone, written 'YYYY-MM-DD', so that comparing the texts compares the days. */
export type CalendarDate = string;

const msPerDay = 86_400_000;

/** The day of these numbers, month 1 to 12; null where the calendar has no such day. */
export function calendarDate(year: number, month: number, day: number): CalendarDate | null {
  const at = new Date(Date.UTC(year, month - 1, day));
  const exists = at.getUTCFullYear() === year && at.getUTCMonth() === month - 1 && at.getUTCDate() === day;
  return exists ? at.toISOString().slice(0, 10) : null;
}

/** The last day of a month, month 1 to 12. */
export const monthEnd = (year: number, month: number): CalendarDate =>
  new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10);

export const yearEnd = (year: number): CalendarDate => monthEnd(year, 12);

const dayFormats = new Map<string, Intl.DateTimeFormat>();
const timeFormats = new Map<string, Intl.DateTimeFormat>();

function formatFor(zone: string, cache: Map<string, Intl.DateTimeFormat>, options: Intl.DateTimeFormatOptions) {
  let format = cache.get(zone);
  if (format === undefined) {
    // This locale writes dates as 2025-03-28 and, with h23, midnight as 00:00.
    format = new Intl.DateTimeFormat('en-CA', { timeZone: zone, ...options });
    cache.set(zone, format);
  }
  return format;
}

/** The day that an instant (milliseconds since 1970) falls on in an IANA zone. Throws RangeError for an unknown zone. */
export const dateIn = (zone: string, instant: number): CalendarDate =>
  formatFor(zone, dayFormats, { year: 'numeric', month: '2-digit', day: '2-digit' }).format(instant);

/** The time of day there, 「09:00」. */
export const timeIn = (zone: string, instant: number): string =>
  formatFor(zone, timeFormats, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(instant);

const toUtc = (date: CalendarDate): number => Date.parse(`${date}T00:00:00Z`);

/** How many days `to` lies after `from`; negative when before. */
export const daysBetween = (from: CalendarDate, to: CalendarDate): number =>
  Math.round((toUtc(to) - toUtc(from)) / msPerDay);

export const addDays = (date: CalendarDate, days: number): CalendarDate =>
  new Date(toUtc(date) + days * msPerDay).toISOString().slice(0, 10);

export interface DateParts {
  readonly year: number;
  /** 1 to 12. */
  readonly month: number;
  readonly day: number;
}

export const dateParts = (date: CalendarDate): DateParts => ({
  year: Number(date.slice(0, 4)),
  month: Number(date.slice(5, 7)),
  day: Number(date.slice(8, 10)),
});

/** Monday 1 to Sunday 7. */
export const weekday = (date: CalendarDate): number => new Date(toUtc(date)).getUTCDay() || 7;

/** The ISO week and the year it belongs to: the last days of December can be week 1 of the next year. */
export function isoWeek(date: CalendarDate): { readonly year: number; readonly week: number } {
  // A week belongs to the year of its Thursday.
  const thursday = addDays(date, 4 - weekday(date));
  const { year } = dateParts(thursday);
  return { year, week: Math.floor(daysBetween(`${year}-01-01`, thursday) / 7) + 1 };
}

/** 「3月28日」, with the year in front where it is not `year`. */
export function dayText(date: CalendarDate, year?: number): string {
  const parts = dateParts(date);
  const day = `${parts.month}月${parts.day}日`;
  return parts.year === year ? day : `${parts.year}年${day}`;
}
