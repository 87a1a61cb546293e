import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Ledger, targetsOf } from '../../src/ledger/ledger.ts';
import { ProgressError } from '../../src/ledger/progress-error.ts';
import { parseReportText } from '../../src/ledger/report-text.ts';
import { standingLine } from '../../src/ledger/standing-line.ts';
import { moveChat } from '../../src/storage/chats.ts';
import { openDatabase, type Database } from '../../src/storage/database.ts';
import { ProgressReportStore } from '../../src/storage/progress-reports.ts';
import { waterAndAir } from './builders.ts';

const march28 = Date.UTC(2025, 2, 28, 2);
const office = { userId: 1, userName: '王某', chatId: null };
let folder: string;
let db: Database;
let ledger: Ledger;

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'ledger-'));
  db = openDatabase(path.join(folder, 'bot.db'));
  ledger = new Ledger(new ProgressReportStore(db));
});
afterEach(() => {
  db.close();
  rmSync(folder, { recursive: true });
});

const report = (
  loaded: ReturnType<typeof waterAndAir>,
  text: string,
  by = office as { userId: number; userName: string; chatId: number | null },
) => {
  const read = parseReportText(text)!;
  const target = targetsOf(loaded).find(({ figure }) => figure.indicator === read.indicator)!;
  return ledger.record(target, read, by, march28);
};
const lines = (loaded: ReturnType<typeof waterAndAir>, chatId: number | null, today = '2025-04-01') =>
  ledger.standings(loaded, chatId, today).map((standing) =>
    standingLine(standing, 'Asia/Shanghai', today)
      .slots.map(({ text }) => text)
      .join(''),
  );

describe('Ledger', () => {
  it('shows each target with light, progress, deadline and owner', () => {
    const loaded = waterAndAir();
    report(loaded, '新建污水管网 65公里');
    report(loaded, '污水处理厂提标改造 0座');
    expect(lines(loaded, null)).toEqual([
      '⚪ 淘汰国三及以下柴油货车 目标5000辆，未报进度',
      '⚪ 新增新能源公交车比例 目标80%，未报进度',
      '🟢 新建污水管网 65/80公里（81%，3月28日报）',
      '🔴 污水处理厂提标改造 0/5座（0%，3月28日报，6月30日到期） · 市住建局',
      '⚪ 城市生活污水集中收集率 目标75%，未报进度',
    ]);
  });

  it('shows a level as reported and its target, reached or not yet', () => {
    const loaded = waterAndAir();
    report(loaded, '城市生活污水集中收集率 70%');
    expect(lines(loaded, null).at(-1)).toBe('🟡 城市生活污水集中收集率 已报70%，目标75%（3月28日报，尚未达到）');
    report(loaded, '城市生活污水集中收集率 76%');
    expect(lines(loaded, null).at(-1)).toBe('🟢 城市生活污水集中收集率 已报76%，目标75%（3月28日报，已达到）');
  });

  it('names what is due soon and what is overdue', () => {
    const loaded = waterAndAir();
    report(loaded, '污水处理厂提标改造 4座');
    expect(lines(loaded, null, '2025-06-10')[3]).toContain('近期到期：6月30日');
    expect(lines(loaded, null, '2025-07-01')[3]).toMatch(/^🔴.*逾期，6月30日到期/);
  });

  it('keeps every report and lets the newest count', () => {
    const loaded = waterAndAir();
    report(loaded, '新建污水管网 65公里');
    report(loaded, '新建污水管网 60公里 更正');
    const target = targetsOf(loaded)[2]!;
    expect(ledger.history(loaded, target, null).map(({ text, note }) => [text, note])).toEqual([
      ['65公里', ''],
      ['60公里', '更正'],
    ]);
    expect(lines(loaded, null)[2]).toContain('60/80公里');
  });

  it('cannot be made to forget or change a report', () => {
    report(waterAndAir(), '新建污水管网 65公里');
    expect(() => db.run('DELETE FROM progress_reports')).toThrow(/never deleted/);
    expect(() => db.run('UPDATE progress_reports SET value = 80')).toThrow(/never changed/);
  });

  it('counts a group’s report in that group only, and moves with it', () => {
    const loaded = waterAndAir();
    report(loaded, '新建污水管网 65公里', { userId: 2, userName: '李某', chatId: -5 });
    expect(lines(loaded, -6)[2]).toContain('未报进度');
    expect(lines(loaded, -5)[2]).toContain('65/80公里');
    moveChat(db, -5, -1005);
    expect(lines(loaded, -1005)[2]).toContain('65/80公里');
  });

  it('refuses another unit', () => {
    const read = parseReportText('新建污水管网 65%')!;
    expect(() => ledger.record(targetsOf(waterAndAir())[2]!, read, office, march28)).toThrow(ProgressError);
  });

  it('keeps the reports when the plan is replaced by a corrected edition', () => {
    report(waterAndAir(), '新建污水管网 65公里');
    expect(lines(waterAndAir({ name: 'corrected.docx' }), null)[2]).toContain('65/80公里');
    expect(lines(waterAndAir({ year: 2026 }), null)[2]).toContain('未报进度');
  });

  it('puts every numeral of a report into a slot of its own kind', () => {
    const loaded = waterAndAir();
    report(loaded, '新建污水管网 65公里');
    for (const standing of ledger.standings(loaded, null, '2025-04-01')) {
      const line = standingLine(standing, 'Asia/Shanghai', '2025-04-01');
      for (const slot of line.slots) if (slot.kind === 'words') expect(slot.text).not.toMatch(/[0-9]/);
    }
  });
});
