import path from 'node:path';
import pc from 'picocolors';
import { PlanBotError } from '../errors.ts';
import type { LoadedPlan, PlanLibrary } from '../library/plan-library.ts';
import { lazyEmbedder, openEnvironment, openPlans, openStore, runCommand, warnWithoutModel } from './environment.ts';
import { sayCurrent } from './current-plan.ts';
import { createProgram } from './program.ts';
import { takeIn, type TakeInOptions } from './take-in.ts';

const program = createProgram('import')
  .description('导入工作计划（txt、md、docx、pdf）；同名同年的计划会被替换')
  .argument('<文件...>', '一份或几份文件')
  .option('--force', '没有读到数字的文件也用来替换同名同年的计划');
program.parse();
const options = program.opts<TakeInOptions>();

await runCommand(async () => {
  const environment = openEnvironment();
  const database = openStore(environment);
  try {
    const embedder = lazyEmbedder(environment.config);
    warnWithoutModel(embedder);
    const library = await openPlans(environment, database, embedder);
    const before = library.current();
    const taken: LoadedPlan[] = [];
    for (const file of program.args) {
      const loaded = await importOne(library, file);
      if (loaded !== null) taken.push(loaded);
    }
    if (taken.length > 0) sayCurrent(library, before, taken);
    const failed = program.args.length - taken.length;
    if (failed === 0) return;
    process.exitCode = 1;
    if (program.args.length === 1) return;
    const others = taken.length === 0 ? '' : `，其余 ${taken.length} 个已导入`;
    console.error(pc.red(`${failed} 个文件没有导入${others}；没有导入的不影响原有计划。`));
  } finally {
    database.close();
  }
});

/** The plan; null where the file was refused, since one broken file must not keep the others out. */
async function importOne(library: PlanLibrary, file: string): Promise<LoadedPlan | null> {
  try {
    return await takeIn(library, file, options);
  } catch (error) {
    if (!(error instanceof PlanBotError)) throw error;
    console.error(pc.red(`没有导入 ${path.basename(file)}：${error.message}`));
    return null;
  }
}
