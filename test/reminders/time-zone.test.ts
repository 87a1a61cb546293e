import { describe, expect, it } from 'vitest';
import { ReminderError } from '../../src/reminders/reminder-error.ts';
import { readTimeZone } from '../../src/reminders/time-zone.ts';

describe('readTimeZone', () => {
  it.each([
    ['Asia/Shanghai', 'Asia/Shanghai'],
    ['北京时间', 'Asia/Shanghai'],
    ['asia/shanghai', 'Asia/Shanghai'],
    ['UTC', 'UTC'],
  ])('reads %s', (text, zone) => {
    expect(readTimeZone(text)).toBe(zone);
  });

  it.each(['Asia/Beijing', '+08:00', '东八区', '', 'Asia/Shanghai; DROP'])('refuses %j with examples', (text) => {
    expect(() => readTimeZone(text)).toThrow(ReminderError);
    expect(() => readTimeZone(text)).toThrow(/Asia\/Shanghai/);
  });
});
