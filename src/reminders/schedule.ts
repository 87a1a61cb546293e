import { z } from 'zod';

const day = z.union([z.number().int().min(1).max(31), z.literal('last')]);

/** On which days a reminder comes. Weekdays count from Monday 1 to Sunday 7. */
const dayRule = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('daily') }),
  /** Monday to Friday as the State Council's calendar has them, 调休 included. */
  z.object({ kind: z.literal('workdays') }),
  z.object({ kind: z.literal('weekly'), weekdays: z.array(z.number().int().min(1).max(7)).min(1) }),
  /** The 29th to 31st mean the last day in shorter months. */
  z.object({ kind: z.literal('monthly'), day }),
  /** A day of the first, second or third month of each quarter. */
  z.object({ kind: z.literal('quarterly'), month: z.number().int().min(1).max(3), day }),
]);

/** keep: public holidays make no difference; skip: nothing that day; move: on the next working day instead. */
const holidayPolicy = z.enum(['keep', 'skip', 'move']);

/** When a reminder comes, in local time of its zone. Kept as JSON, so that stored ones are checked when read. */
export const scheduleSchema = z.object({
  rule: dayRule,
  hour: z.number().int().min(0).max(23),
  minute: z.number().int().min(0).max(59),
  holidays: holidayPolicy,
});

export type Schedule = z.infer<typeof scheduleSchema>;
export type DayRule = z.infer<typeof dayRule>;
export type MonthDay = z.infer<typeof day>;
export type HolidayPolicy = z.infer<typeof holidayPolicy>;
/** A time of day. */
export type DayTime = Pick<Schedule, 'hour' | 'minute'>;
