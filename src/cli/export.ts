import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { Option } from 'commander';
import { UsageError } from '../errors.ts';
import { exportFormats, exportPlan, type ExportFormat } from '../export/export-plan.ts';
import { dateIn } from '../calendar-date.ts';
import { Ledger } from '../ledger/ledger.ts';
import { makeFolder } from '../make-folder.ts';
import { openDatabase } from '../storage/database.ts';
import { ProgressReportStore } from '../storage/progress-reports.ts';
import { openEnvironment, openPlanFile, openPlans, openStoreIfAny, runCommand } from './environment.ts';
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
  const { timeZone } = environment.config;
  const stored = openStoreIfAny(environment);
  const loaded =
    options.plan === undefined
      ? (await openPlans(environment, stored)).current()
      : await openPlanFile(environment, options.plan);
  if (loaded === undefined) throw new UsageError('还没有工作计划。请用 --plan 指定一份文件，或先导入。');
  // Without a store there are no reports.
  const database = stored ?? openDatabase(':memory:');
  const now = Date.now();
  const standings = new Ledger(new ProgressReportStore(database)).standings(loaded, null, dateIn(timeZone, now));
  for (const format of options.format === undefined ? exportFormats : [options.format]) {
    const { name, bytes } = await exportPlan({ loaded, standings, zone: timeZone, now }, format);
    console.log(write(name, bytes));
  }
  database.close();
});

/** Where the file now lies. Throws `UsageError` where it cannot be written. */
function write(name: string, bytes: Uint8Array): string {
  const file = path.join(options.out, name);
  try {
    makeFolder(options.out);
    writeFileSync(file, bytes);
  } catch (cause) {
    throw new UsageError(`不能写到 ${file}。请检查路径、权限和磁盘空间，或用 --out 换一个目录。`, { cause });
  }
  return file;
}
