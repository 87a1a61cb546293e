import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { dateIn } from '../../src/calendar-date.ts';
import { ReminderError } from '../../src/reminders/reminder-error.ts';
import { remindersAtMost } from '../../src/reminders/reminders.ts';
import { moveChat } from '../../src/storage/chats.ts';
import { day, ManualClock, monday9, openBench, TestLibrary, wish, zone, type Bench } from './support.ts';

let folder: string;
let clock: ManualClock;
let bench: Bench;

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'reminders-'));
  clock = new ManualClock(monday9 - 2 * day);
  bench = openBench(folder, clock);
});
afterEach(() => {
  bench.close();
  rmSync(folder, { recursive: true });
});

describe('Reminders', () => {
  it('previews zone and the next three dates', () => {
    const preview = bench.reminders.preview(wish());
    expect(preview.zone).toBe(zone);
    expect(preview.next.map((instant) => dateIn(zone, instant))).toEqual(['2025-03-31', '2025-04-07', '2025-04-14']);
    expect(preview.holidaysUntil).toBeNull();
  });

  it('names the last year of the holiday calendar where it matters', () => {
    const schedule = { ...wish().schedule, holidays: 'skip' as const };
    expect(bench.reminders.preview(wish({ schedule })).holidaysUntil).toBeGreaterThanOrEqual(2026);
  });

  it('refuses topics that the plan does not have, and a chat’s twenty-first reminder', () => {
    expect(() => bench.reminders.preview(wish({ topic: '天文' }))).toThrow(ReminderError);
    for (let count = 0; count < remindersAtMost; count += 1) bench.reminders.create(wish());
    expect(() => bench.reminders.create(wish())).toThrow(/最多/);
    expect(() => bench.reminders.create(wish({ chatId: -200 }))).not.toThrow();
  });

  it('refuses everything while there is no plan', () => {
    bench.library.plans = [];
    expect(() => bench.reminders.preview(wish())).toThrow(/还没有可用的计划/);
  });

  it('changes only the chat’s own reminders', () => {
    const { id } = bench.reminders.create(wish());
    const changes = [
      () => {
        bench.reminders.delete(-200, id);
      },
      () => {
        bench.reminders.pause(-200, id);
      },
      () => bench.reminders.sendNow(-200, id),
    ];
    for (const change of changes) expect(change).toThrow(ReminderError);
    bench.reminders.delete(-100, id);
    expect(bench.reminders.list(-100)).toEqual([]);
  });

  it('does not make up for what fell into a pause', async () => {
    const { id } = bench.reminders.create(wish());
    bench.reminders.pause(-100, id);
    clock.set(monday9 + 1000);
    await bench.runner.tick();
    bench.reminders.resume(-100, id);
    await bench.runner.tick();
    expect(bench.sent()).toEqual([]);
    clock.set(monday9 + 7 * day);
    await bench.runner.tick();
    expect(bench.sent()).toHaveLength(1);
  });

  it('keeps 09:00 when the zone changes', async () => {
    bench.reminders.create(wish());
    bench.reminders.changeZone(-100, 'Asia/Tokyo');
    clock.set(monday9 - 3_600_000);
    await bench.runner.tick();
    expect(bench.sent()).toHaveLength(1);
  });

  it('moves with a group that becomes a supergroup', async () => {
    bench.reminders.create(wish());
    moveChat(bench.db, -100, -1001);
    clock.set(monday9);
    await bench.runner.tick();
    expect(bench.sent().map(({ chatId }) => chatId)).toEqual([-1001]);
  });

  it('takes setting one in a later year than the plan’s as the wish to use that plan', async () => {
    clock.set(monday9 + 364 * day);
    expect(bench.reminders.preview(wish()).pastYear).toBe(true);
    bench.reminders.create(wish());
    clock.set(clock.now() + 7 * day);
    await bench.runner.tick();
    expect(bench.sent()[0]?.text).toContain('2025年目标');
  });

  it('survives a restart', async () => {
    bench.reminders.create(wish());
    bench.close();
    bench = openBench(folder, clock, new TestLibrary(bench.library.plans));
    clock.set(monday9);
    await bench.runner.tick();
    expect(bench.sent()).toHaveLength(1);
  });
});
