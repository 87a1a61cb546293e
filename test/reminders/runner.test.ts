import fc from 'fast-check';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { occurrencesBetween } from '../../src/reminders/occurrences.ts';
import { waterAndAir } from '../ledger/builders.ts';
import { day, hour, ManualClock, monday9, openBench, TestLibrary, wish, zone, type Bench } from './support.ts';

let folder: string;
let clock: ManualClock;
let open: Bench[];

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'reminders-'));
  clock = new ManualClock(monday9 - 2 * day);
  open = [];
});
afterEach(() => {
  for (const bench of open) bench.close();
  rmSync(folder, { recursive: true });
});

const start = (library?: TestLibrary, options?: Parameters<typeof openBench>[3]): Bench => {
  const bench = openBench(folder, clock, library, options);
  open.push(bench);
  return bench;
};
const states = (bench: Bench) => {
  const rows = bench.db.all('SELECT state, count(*) AS n FROM occurrences GROUP BY state');
  return Object.fromEntries(rows.map((row) => [row.text('state'), row.integer('n')]));
};
const tickAt = async (bench: Bench, instant: number) => {
  clock.set(instant);
  await bench.runner.tick();
};

describe('ReminderRunner', () => {
  it('sends the state of the topic by the plan in force, with its year and sources', async () => {
    const bench = start();
    bench.reminders.create(wish());
    await tickAt(bench, monday9 - 1);
    expect(bench.sent()).toEqual([]);
    await tickAt(bench, monday9);
    expect(bench.sent().map(({ text }) => text)).toEqual([
      [
        '📌 水环境 · 2025年第14周',
        '全市生态环境保护工作会议 · 2025年目标 · 截至3月31日',
        '⚪ 3项',
        '⚪ 新建污水管网 目标80公里，未报进度',
        '⚪ 污水处理厂提标改造 目标5座，未报进度，6月30日到期 · 市住建局',
        '⚪ 城市生活污水集中收集率 目标75%，未报进度',
        '二、攻坚战 › (二)实施水环境巩固提升行动',
      ].join('\n'),
    ]);
    await tickAt(bench, monday9 + 30_000);
    expect(bench.sent()).toHaveLength(1);
  });

  it('46: sends what it missed once within the grace, as 补发, and records the rest', async () => {
    const bench = start();
    bench.reminders.create(wish({ schedule: { ...wish().schedule, rule: { kind: 'daily' } } }));
    await tickAt(bench, monday9 + 3 * day + 2 * hour);
    expect(bench.sent().map(({ text }) => text.split('\n')[0])).toEqual([
      '📌 水环境 · 2025年第14周（补发，原定4月3日09:00）',
    ]);
    expect(states(bench)).toEqual({ handed: 1, missed: 4 });
  });

  it('46: sends nothing past the grace', async () => {
    const bench = start();
    bench.reminders.create(wish());
    await tickAt(bench, monday9 + day);
    expect(bench.sent()).toEqual([]);
    expect(states(bench)).toEqual({ missed: 1 });
  });

  it('46: one that waits over the grace, claimed or not, is not sent any more', async () => {
    const bench = start();
    const { id } = bench.reminders.create(wish());
    bench.environment.occurrences.enter(id, monday9, 'pending', monday9);
    bench.environment.occurrences.claim('a process that died', monday9, 60_000, 10);
    await tickAt(bench, monday9 + 2 * day);
    expect(bench.sent()).toEqual([]);
    expect(states(bench)).toEqual({ missed: 1 });
  });

  it('48: two processes on one store send each occurrence once', async () => {
    const one = start();
    const two = start();
    for (let chatId = 1; chatId <= 60; chatId += 1) one.reminders.create(wish({ chatId }));
    clock.set(monday9);
    await Promise.all([one.runner.tick(), two.runner.tick()]);
    const chats = one.sent().map(({ chatId }) => chatId);
    expect(chats).toHaveLength(60);
    expect(new Set(chats).size).toBe(60);
  });

  it('48: takes over from a process that died, once its lease is over', async () => {
    const bench = start();
    const { id } = bench.reminders.create(wish());
    clock.set(monday9);
    bench.environment.occurrences.enter(id, monday9, 'pending', monday9);
    bench.environment.occurrences.claim('dead', monday9, 60_000, 10);
    await tickAt(bench, monday9 + 30_000);
    expect(bench.sent()).toEqual([]);
    await tickAt(bench, monday9 + 60_000);
    expect(bench.sent()).toHaveLength(1);
  });

  it('49: neither a clock set back an hour nor one a day ahead sends twice', async () => {
    const bench = start();
    bench.reminders.create(wish());
    await tickAt(bench, monday9 + 10);
    await tickAt(bench, monday9 - hour);
    await tickAt(bench, monday9 + 10);
    await tickAt(bench, monday9 + day);
    await tickAt(bench, monday9 + 60_000);
    expect(bench.sent()).toHaveLength(1);
    await tickAt(bench, monday9 + 7 * day);
    expect(bench.sent()).toHaveLength(2);
  });

  it('49: a clock that ran a year ahead for a moment silences nothing', async () => {
    const bench = start();
    bench.reminders.create(wish());
    await tickAt(bench, monday9 + 200 * day + hour);
    await tickAt(bench, monday9 - hour);
    await tickAt(bench, monday9);
    expect(bench.sent()).toHaveLength(1);
    await tickAt(bench, monday9 + 7 * day);
    expect(bench.sent()).toHaveLength(2);
  });

  it('49: not even one that ran past the plan’s year', async () => {
    const bench = start();
    bench.reminders.create(wish());
    await tickAt(bench, monday9 + 50 * 7 * day);
    await tickAt(bench, monday9 - hour);
    await tickAt(bench, monday9);
    await tickAt(bench, monday9 + 7 * day);
    expect(bench.sent().map(({ text }) => text.slice(3, 6))).toEqual(['202', '水环境', '水环境']);
  });

  it('51: paces many chats due at once and goes on after a stop where it stood', async () => {
    const bench = start(undefined, { perSecond: 20 });
    for (let chatId = 1; chatId <= 100; chatId += 1) bench.reminders.create(wish({ chatId }));
    clock.set(monday9);
    await bench.runner.tick();
    const times = bench.sent().map(({ at }) => at);
    expect(times).toHaveLength(100);
    for (let index = 20; index < 100; index += 1)
      expect(times[index]! - times[index - 20]!).toBeGreaterThanOrEqual(999);
  });

  it('52: a reminder that fails three times in a row pauses with the reason; others are not touched', async () => {
    const bench = start();
    bench.delivery.outcomes = (key) =>
      key.startsWith('reminder:1:') ? { kind: 'failed', reason: '400 Bad Request' } : { kind: 'sent' };
    bench.reminders.create(wish());
    bench.reminders.create(wish({ chatId: -200 }));
    for (let week = 0; week < 3; week += 1) await tickAt(bench, monday9 + week * 7 * day);
    expect(bench.reminders.list(-100)[0]).toMatchObject({
      reminder: { state: 'paused', pauseKind: 'failing', pauseNote: '400 Bad Request' },
    });
    expect(bench.reminders.list(-200)[0]?.reminder.state).toBe('active');
  });

  it('52: leaves a chat that cannot be reached alone, says why, and goes on when it is back', async () => {
    const bench = start();
    bench.reminders.create(wish());
    bench.environment.chats.pause(-100, '机器人被移出了群', clock.now());
    await tickAt(bench, monday9);
    expect(bench.sent()).toEqual([]);
    expect(bench.reminders.list(-100)[0]?.chatPaused).toBe('机器人被移出了群');
    bench.environment.chats.resume(-100);
    await tickAt(bench, monday9 + hour);
    expect(bench.sent()[0]?.text).toContain('补发');
  });

  it('sends nothing to a chat that is no longer on the list', async () => {
    const bench = start(undefined, { allows: (chatId) => chatId !== -100 });
    bench.reminders.create(wish());
    bench.reminders.create(wish({ chatId: -200 }));
    await tickAt(bench, monday9);
    expect(bench.sent().map(({ chatId }) => chatId)).toEqual([-200]);
    expect(states(bench)).toEqual({ handed: 1, skipped: 1 });
  });

  it('53: speaks of the plan in force at the time of sending', async () => {
    const library = new TestLibrary([waterAndAir()]);
    const bench = start(library);
    bench.reminders.create(wish());
    library.plans = [waterAndAir({ title: '修订后的工作要点' })];
    await tickAt(bench, monday9);
    expect(bench.sent()[0]?.text).toContain('修订后的工作要点 · 2025年目标');
  });

  it('uses the plan that the chat has chosen', async () => {
    const [current, chosen] = [waterAndAir(), waterAndAir({ title: '另一份计划' })];
    const bench = start(new TestLibrary([current, chosen]));
    bench.environment.chats.change(-100, { planId: chosen.plan.id });
    bench.reminders.create(wish());
    await tickAt(bench, monday9);
    expect(bench.sent()[0]?.text).toContain('另一份计划');
  });

  it('keeps to the plan that it was made for when another body’s becomes the current one', async () => {
    const [own, other] = [waterAndAir(), waterAndAir({ title: '卫生健康局工作要点' })];
    const library = new TestLibrary([own]);
    const bench = start(library);
    bench.reminders.create(wish());
    library.plans = [other, own];
    await tickAt(bench, monday9);
    expect(bench.sent()[0]?.text).toContain(`${own.plan.title!} · 2025年目标`);
    expect(bench.reminders.list(-100)[0]?.otherPlan).toBe(own);
    // A new one is made for the plan that its confirmation shows.
    bench.reminders.create(wish({ topic: '空气质量' }));
    await tickAt(bench, monday9 + 7 * day);
    expect(bench.sent()[2]?.text).toContain('卫生健康局工作要点 · 2025年目标');
    expect(bench.reminders.list(-100)[1]?.otherPlan).toBeNull();
    // A newer year of another body does not take over while the plan's own year lasts.
    library.plans = [waterAndAir({ title: '卫生健康局工作要点', year: 2026 }), own];
    await tickAt(bench, monday9 + 14 * day);
    expect(bench.sent()[3]?.text).toContain(`${own.plan.title!} · 2025年目标`);
  });

  it('goes over to the next edition of its plan, within the year only where that has the topic', async () => {
    const own = waterAndAir({ title: '岚溪县2025年工作要点' });
    const next = waterAndAir({ title: '岚溪县2026年工作要点', year: 2026 });
    const library = new TestLibrary([own]);
    const bench = start(library);
    bench.reminders.create(wish());
    library.plans = [{ plan: next.plan, figures: [] }, own];
    await tickAt(bench, monday9);
    expect(bench.sent()[0]?.text).toContain('岚溪县2025年工作要点');
    library.plans = [next, own];
    await tickAt(bench, monday9 + 7 * day);
    expect(bench.sent()[1]?.text).toContain('岚溪县2026年工作要点');
    library.plans = [{ plan: next.plan, figures: [] }, own];
    await tickAt(bench, monday9 + 40 * 7 * day);
    expect(bench.sent()[2]?.text).toMatch(/找不到这条提醒所关注的内容：岚溪县2026年工作要点/);
  });

  it('goes over to a current plan of the new year once its own year is over, unless that was confirmed', async () => {
    const [own, other] = [waterAndAir(), waterAndAir({ title: '另一份计划', year: 2026 })];
    const library = new TestLibrary([own]);
    const bench = start(library);
    bench.reminders.create(wish());
    bench.reminders.create(wish({ chatId: -200 }));
    const january = monday9 + 40 * 7 * day;
    await tickAt(bench, january);
    bench.reminders.confirmYear(-200, 2025);
    library.plans = [other, own];
    await tickAt(bench, january + day);
    await tickAt(bench, january + 7 * day);
    const texts = new Map(bench.sent().map(({ chatId, text }) => [chatId, text]));
    expect(texts.get(-100)).toContain('另一份计划 · 2026年目标');
    expect(texts.get(-200)).toContain(`${own.plan.title!} · 2025年目标`);
  });

  it('tells a chat once that the plan’s year is over, pauses, and goes on when that is confirmed', async () => {
    const bench = start();
    bench.reminders.create(wish());
    bench.reminders.create(wish({ topic: '空气质量' }));
    const january = monday9 + 40 * 7 * day;
    await tickAt(bench, january);
    await tickAt(bench, january + 7 * day);
    expect(bench.sent().map(({ text }) => text)).toEqual([expect.stringContaining('2025年已经结束')]);
    expect(bench.reminders.list(-100).map(({ reminder }) => reminder.pauseKind)).toEqual(['past-year', 'past-year']);
    expect(bench.reminders.confirmYear(-100, 2025)).toBe(2);
    await tickAt(bench, january + 14 * day);
    expect(bench.sent()).toHaveLength(3);
  });

  it('goes on by itself when a plan of the new year is in force', async () => {
    const library = new TestLibrary([waterAndAir()]);
    const bench = start(library);
    bench.reminders.create(wish());
    const january = monday9 + 40 * 7 * day;
    await tickAt(bench, january);
    library.plans = [waterAndAir({ year: 2026 })];
    await tickAt(bench, january + day);
    await tickAt(bench, january + 7 * day);
    expect(bench.sent()).toHaveLength(2);
    expect(bench.sent()[1]?.text).toContain('2026年目标');
  });

  it('pauses with a notice when the plan in force has nothing on the topic', async () => {
    const library = new TestLibrary([waterAndAir()]);
    const bench = start(library);
    bench.reminders.create(wish({ topic: '污水管网' }));
    const other = waterAndAir();
    library.plans = [{ plan: other.plan, figures: other.figures.slice(0, 2) }];
    await tickAt(bench, monday9);
    expect(bench.sent()[0]?.text).toContain('找不到这条提醒所关注的内容');
    library.plans = [waterAndAir()];
    await tickAt(bench, monday9 + 7 * day);
    await tickAt(bench, monday9 + 14 * day);
    expect(bench.sent()).toHaveLength(2);
  });

  it('sends now when asked, without touching the schedule', async () => {
    const bench = start();
    const { id } = bench.reminders.create(wish());
    expect(bench.reminders.sendNow(-100, id)).toBe(true);
    expect(bench.reminders.sendNow(-100, id)).toBe(false);
    await bench.runner.tick();
    await tickAt(bench, monday9);
    expect(bench.sent()).toHaveLength(2);
    expect(bench.sent()[0]?.text).not.toContain('补发');
  });

  it('lets all go on that the year’s end has paused, counts those, and asks none again that was paused by hand', async () => {
    const bench = start();
    for (const topic of ['水环境', '空气质量', '污水管网']) bench.reminders.create(wish({ topic }));
    bench.reminders.pause(-100, 3);
    const january = monday9 + 40 * 7 * day;
    await tickAt(bench, january);
    expect(bench.reminders.confirmYear(-100, 2025)).toBe(2);
    expect(bench.reminders.list(-100).map(({ reminder }) => reminder.state)).toEqual(['active', 'active', 'paused']);
    bench.reminders.resume(-100, 3);
    await tickAt(bench, january + 7 * day);
    expect(bench.sent()).toHaveLength(4);
  });

  it('begins none after a stop, by hand either, and sends it after the next start', async () => {
    const bench = start();
    const ids = [1, 2, 3].map((chatId) => [chatId, bench.reminders.create(wish({ chatId })).id] as const);
    for (const [chatId, id] of ids) bench.reminders.sendNow(chatId, id);
    const prepare = bench.delivery.prepare.bind(bench.delivery);
    let stopped: Promise<void> | undefined;
    bench.delivery.prepare = (message) => {
      stopped ??= bench.runner.stop();
      return prepare(message);
    };
    await bench.runner.tick();
    await stopped;
    expect(bench.sent().map(({ chatId }) => chatId)).toEqual([1]);
    await bench.runner.tick();
    expect(states(bench)).toEqual({ handed: 1, pending: 2 });
    bench.runner.start();
    await bench.runner.tick();
    await bench.runner.stop();
    expect(bench.sent().map(({ chatId }) => chatId)).toEqual([1, 2, 3]);
  });

  it('survives an error while writing and gives up after a few tries', async () => {
    const bench = start();
    bench.reminders.create(wish());
    bench.delivery.prepare = () => Promise.reject(new Error('no room for a picture'));
    for (let minute = 0; minute < 10; minute += 1) await tickAt(bench, monday9 + minute * 60_000);
    expect(states(bench)).toEqual({ failed: 1 });
  });
});

describe('exactly what was promised', () => {
  it('every due time is sent or recorded as missed exactly once, over restarts and gaps', async () => {
    const step = fc.oneof(
      fc.record({ kind: fc.constant('wait' as const), ms: fc.integer({ min: 1000, max: 60 * hour }) }),
      fc.record({ kind: fc.constant('back' as const), ms: fc.integer({ min: 1000, max: 30 * hour }) }),
      fc.constant({ kind: 'restart' as const }),
      fc.constant({ kind: 'tick' as const }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 30 }), async (steps) => {
        const own = mkdtempSync(path.join(tmpdir(), 'reminders-'));
        const ownClock = new ManualClock(monday9 - 2 * day);
        const schedule = { ...wish().schedule, rule: { kind: 'daily' as const } };
        let bench = openBench(own, ownClock);
        bench.reminders.create(wish({ schedule }));
        const from = ownClock.now();
        let furthest = from;
        for (const each of steps) {
          if (each.kind === 'wait') ownClock.set(ownClock.now() + each.ms);
          if (each.kind === 'back') ownClock.set(Math.max(from, ownClock.now() - each.ms));
          if (each.kind === 'restart') {
            bench.close();
            bench = openBench(own, ownClock);
          }
          await bench.runner.tick();
          furthest = Math.max(furthest, ownClock.now());
        }
        ownClock.set(furthest);
        await bench.runner.tick();
        const dueTimes = bench.environment.occurrences.latest(1, 1000).map(({ dueAt }) => dueAt);
        const keys = bench.sent().map(({ key }) => key);
        bench.close();
        rmSync(own, { recursive: true });
        expect(new Set(keys).size).toBe(keys.length);
        expect(dueTimes.toSorted((a, b) => a - b)).toEqual(occurrencesBetween(schedule, zone, from, furthest));
      }),
      { numRuns: 40 },
    );
  }, 60_000);
});
