import path from 'node:path';
import { SingleBar } from 'cli-progress';
import pc from 'picocolors';
import { PlanBotError } from '../errors.ts';
import type { PlanLibrary } from '../library/plan-library.ts';
import { planName } from '../plan/plan.ts';
import { openEnvironment, openPlans, openStore, readPlanFile, runCommand } from './environment.ts';
import { createProgram } from './program.ts';

const program = createProgram('import')
  .description('导入工作计划（txt、md、docx、pdf）；同名同年的计划会被替换')
  .argument('<文件...>');
program.parse();

await runCommand(async () => {
  const environment = openEnvironment();
  const database = openStore(environment);
  try {
    const library = await openPlans(environment, database);
    let failed = 0;
    for (const file of program.args) failed += (await importOne(library, file)) ? 0 : 1;
    if (failed > 0) {
      process.exitCode = 1;
      console.error(
        pc.red(`${failed} 个文件没有导入，其余 ${program.args.length - failed} 个已导入；没有导入的不影响原有计划。`),
      );
    }
  } finally {
    database.close();
  }
});

/** One broken file must not keep the others out. */
async function importOne(library: PlanLibrary, file: string): Promise<boolean> {
  const name = path.basename(file);
  const bar = new SingleBar({
    format: `${name} [{bar}] {value}/{total} 段`,
    hideCursor: true,
    clearOnComplete: true,
    stream: process.stderr,
  });
  try {
    const draft = await library.draft(readPlanFile(file), name);
    if (draft.plan.passages.length === 0) throw new PlanBotError('plan', `“${name}”里没有可读的正文。请检查文件内容。`);
    let started = false;
    const loaded = await library.commit(draft, {
      onProgress: (done, total) => {
        if (!started) bar.start(total, 0);
        started = true;
        bar.update(done);
      },
    });
    bar.stop();
    const { plan, figures } = loaded;
    const stated = figures.filter(({ role }) => role === 'figure').length;
    const replaced = draft.replaces === null ? '' : '，替换了原有的同名计划';
    console.log(
      `${pc.green('已导入')} ${planName(plan)}（${plan.year === null ? '年份不明' : `${plan.year}年`}）：${plan.sections.length}个章节，${stated}个数字${replaced}`,
    );
    for (const warning of new Set(draft.warnings)) console.log(pc.yellow(`  注意：${warning}`));
    return true;
  } catch (error) {
    bar.stop();
    if (!(error instanceof PlanBotError)) throw error;
    console.error(pc.red(`没有导入 ${name}：${error.message}`));
    return false;
  }
}
