import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { Option } from 'commander';
import { UsageError } from '../errors.ts';
import { exportFormats, exportPlan, type ExportFormat } from '../export/export-plan.ts';
import { dateIn } from '../ledger/calendar-date.ts';
import { Ledger } from '../ledger/ledger.ts';
import { openDatabase } from '../storage/database.ts';
import { ProgressReportStore } from '../storage/progress-reports.ts';
import { openEnvironment, openPlanFile, openPlans, runCommand } from './environment.ts';
import { createProgram } from './program.ts';

const program = createProgram('export')
  .description('导出全部指标（xlsx、csv）和完成时限（ics）；已报进度取对所有聊天有效的那些')
  .addOption(new Option('--format <格式>', '只要这一种').choices(exportFormats))
  .option('--out <目录>', '放到这个目录', '.')
  .option('--plan <文件>', '只读这一份文件，不动已保存的计划');
program.parse();
const options = program.opts<{ format?: ExportFormat; out: string; plan?: string }>();

await runCommand(async () => {
  const environment = openEnvironment();
  const { timeZone, databaseFile } = environment.config;
  const stored = existsSync(databaseFile) ? openDatabase(databaseFile) : null;
  const loaded =
    options.plan === undefined
      ? (await openPlans(environment, stored)).current()
      : await openPlanFile(environment, options.plan);
  if (loaded === undefined) throw new UsageError('还没有工作计划。请用 --plan 指定一份文件，或先导入。');
  // Without a store there are no reports.
  const database = stored ?? openDatabase(':memory:');
  const now = Date.now();
  const standings = new Ledger(new ProgressReportStore(database)).standings(loaded, null, dateIn(timeZone, now));
  mkdirSync(options.out, { recursive: true });
  for (const format of options.format === undefined ? exportFormats : [options.format]) {
    const { name, bytes } = await exportPlan({ loaded, standings, zone: timeZone, now }, format);
    const file = path.join(options.out, name);
    writeFileSync(file, bytes);
    console.log(file);
  }
  database.close();
});
