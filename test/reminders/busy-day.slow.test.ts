import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { dateIn, weekday } from '../../src/calendar-date.ts';
import type { Schedule } from '../../src/reminders/schedule.ts';
import { day, hour, ManualClock, monday9, openBench, wish, zone } from './support.ts';

const chats = 500;
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'reminders-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

describe('a week of 500 chats in fast time', () => {
  it('sends every chat its reminder once a working day at nine, paced, over restarts and a clock set back', async () => {
    const clock = new ManualClock(monday9 - 2 * day);
    let bench = openBench(folder, clock, undefined, { perSecond: 20 });
    const schedule: Schedule = { rule: { kind: 'workdays' }, hour: 9, minute: 0, holidays: 'keep' };
    for (let chatId = 1; chatId <= chats; chatId += 1) bench.reminders.create(wish({ chatId, schedule }));
    const end = monday9 + 5 * day;
    let step = 0;
    while (clock.now() < end) {
      step += 1;
      clock.set(clock.now() + 10 * 60_000);
      if (step % 50 === 0) clock.set(clock.now() - hour / 2);
      if (step % 97 === 0) {
        bench.close();
        bench = openBench(folder, clock, undefined, { perSecond: 20 });
      }
      await bench.runner.tick();
    }
    const sent = bench.sent();
    bench.close();
    const days = new Map<string, { chats: Set<number>; first: number; last: number }>();
    for (const { chatId, at } of sent) {
      const date = dateIn(zone, at);
      const of = days.get(date) ?? { chats: new Set(), first: at, last: at };
      days.set(date, of);
      expect(of.chats.has(chatId)).toBe(false);
      of.chats.add(chatId);
      of.last = at;
    }
    // 4 April 2025 was 清明.
    expect([...days.keys()]).toEqual(['2025-03-31', '2025-04-01', '2025-04-02', '2025-04-03']);
    for (const [date, { chats: reached, first, last }] of days) {
      expect(weekday(date)).toBeLessThanOrEqual(5);
      expect(reached.size).toBe(chats);
      expect(last - first).toBeGreaterThan((chats / 20 - 2) * 1000);
      expect(last - first).toBeLessThan(2 * hour);
    }
  });
});
