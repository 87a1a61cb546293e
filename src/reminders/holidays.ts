import chineseDays from 'chinese-days';
import type { CalendarDate } from '../calendar-date.ts';

/** Working days and public holidays of the People's Republic of China, as the State Council published them. */
export interface HolidayCalendar {
  /** With 调休: some Saturdays and Sundays are, some weekdays are not. */
  isWorkday(date: CalendarDate): boolean;
  /** A day off for a holiday, its weekend days included; an ordinary weekend is none. */
  isHoliday(date: CalendarDate): boolean;
  /** The last year it knows; after that only weekends are told apart. */
  readonly lastYear: number;
}

/** Holidays are named by the library with commas: 「National Day,国庆节,3」; ordinary days by their weekday. */
const isNamed = (date: CalendarDate): boolean => chineseDays.getDayDetail(date).name.includes(',');

function findLastYear(): number {
  let year = 2024;
  while (isNamed(`${year + 1}-10-01`)) year += 1;
  return year;
}

export const chineseHolidays: HolidayCalendar = {
  isWorkday: (date) => chineseDays.isWorkday(date),
  isHoliday: (date) => !chineseDays.isWorkday(date) && isNamed(date),
  lastYear: findLastYear(),
};
