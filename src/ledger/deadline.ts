import type { PlanFigure } from '../answer/answer.ts';
import { calendarDate, monthEnd, yearEnd, type CalendarDate } from '../calendar-date.ts';
import { smallNumber, smallNumberPattern } from '../text/small-number.ts';

/** The last day on which a target may be met. */
export interface Deadline {
  readonly date: CalendarDate;
  /** True where the plan's 完成时限 names it, false where it is the year's end for want of one. */
  readonly stated: boolean;
}

/** The target's deadline: its 完成时限, else the end of its own or the plan's year; null where there is no year at all. */
export function deadlineOf({ plan, figure }: PlanFigure): Deadline | null {
  const year = figure.year ?? plan.year;
  const stated = figure.deadline === null ? null : readDeadline(figure.deadline.text, year);
  if (stated !== null) return { date: stated, stated: true };
  return year === null ? null : { date: yearEnd(year), stated: false };
}

const number = `(${smallNumberPattern})`;
const yearPrefix = `(?:${number}\\s*[年.\\-/]\\s*)?`;
const dayForm = new RegExp(`${yearPrefix}${number}\\s*[月.\\-/]\\s*${number}\\s*(?:日|号|(?![0-9]))`, 'g');
const monthForm = new RegExp(
  `${yearPrefix}${number}\\s*月(?!\\s*${smallNumberPattern}\\s*[日号])\\s*(上旬|中旬|下旬)?`,
  'g',
);
const quarterForm = new RegExp(`${yearPrefix}第?\\s*${number}\\s*季度`, 'g');
const halfForm = new RegExp(`${yearPrefix}(上半年|下半年)`, 'g');
const yearForm = new RegExp(`(${smallNumberPattern})\\s*年(?!\\s*${smallNumberPattern}\\s*(?:月|季))`, 'g');
const yearEndForm = /年底|年末|年内|全年|当年/;
/** Comes round again and again, so that only the year's end closes it. */
const recurring = /每(?:季度|月|周|年|天|日|半年)|长期|持续|常年|定期/;

/**
 * Reads 「6月底前」「2025年三季度」「2025-06-30」「上半年」; the latest where several are named, since that is when all is done.
 * `year` completes a date without one. null for texts without a date (长期坚持).
 */
export function readDeadline(text: string, year: number | null): CalendarDate | null {
  const folded = text.normalize('NFKC');
  if (recurring.test(folded)) return null;
  const dated = [...days(folded, year), ...months(folded, year), ...quarters(folded, year), ...halves(folded, year)];
  return (
    latest(dated) ?? latest([...years(folded)]) ?? (yearEndForm.test(folded) && year !== null ? yearEnd(year) : null)
  );
}

const latest = (dates: readonly CalendarDate[]): CalendarDate | null => dates.toSorted().at(-1) ?? null;

/** A year as written, else the plan's; 25年 is 2025. */
function yearOf(written: string | undefined, year: number | null): number | null {
  if (written === undefined) return year;
  const value = smallNumber(written);
  if (value === null) return null;
  if (value >= 1900) return value;
  return value < 100 ? 2000 + value : null;
}

function* days(text: string, year: number | null): Generator<CalendarDate> {
  for (const [, y, m, d] of text.matchAll(dayForm)) {
    const inYear = yearOf(y, year);
    const month = smallNumber(m ?? '');
    const day = smallNumber(d ?? '');
    if (inYear === null || month === null || day === null) continue;
    const date = calendarDate(inYear, month, day);
    if (date !== null) yield date;
  }
}

function* months(text: string, year: number | null): Generator<CalendarDate> {
  for (const [, y, m, part] of text.matchAll(monthForm)) {
    const inYear = yearOf(y, year);
    const month = smallNumber(m ?? '');
    if (inYear === null || month === null || month < 1 || month > 12) continue;
    const day = part === '上旬' ? 10 : part === '中旬' ? 20 : null;
    yield day === null ? monthEnd(inYear, month) : (calendarDate(inYear, month, day) ?? monthEnd(inYear, month));
  }
}

function* quarters(text: string, year: number | null): Generator<CalendarDate> {
  for (const [, y, q] of text.matchAll(quarterForm)) {
    const inYear = yearOf(y, year);
    const quarter = smallNumber(q ?? '');
    if (inYear !== null && quarter !== null && quarter >= 1 && quarter <= 4) yield monthEnd(inYear, quarter * 3);
  }
}

function* halves(text: string, year: number | null): Generator<CalendarDate> {
  for (const [, y, half] of text.matchAll(halfForm)) {
    const inYear = yearOf(y, year);
    if (inYear !== null) yield monthEnd(inYear, half === '上半年' ? 6 : 12);
  }
}

function* years(text: string): Generator<CalendarDate> {
  for (const [, y] of text.matchAll(yearForm)) {
    const inYear = yearOf(y, null);
    if (inYear !== null) yield yearEnd(inYear);
  }
}
