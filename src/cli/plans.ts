import pc from 'picocolors';
import { PlanBotError } from '../errors.ts';
import type { LoadedPlan, PlanLibrary } from '../library/plan-library.ts';
import { figureCount } from '../library/plan-report.ts';
import { planName } from '../plan/plan-name.ts';
import { sayCurrent } from './current-plan.ts';
import { openEnvironment, openPlans, openStore, runCommand } from './environment.ts';
import { formatTable } from './table.ts';
import { createProgram } from './program.ts';
import { takeIn, type TakeInOptions } from './take-in.ts';

const program = createProgram('plans')
  .description('列出、查看、替换、撤下工作计划，设定当前计划')
  .helpCommand('help [命令]', '显示一个命令的说明');
program
  .command('list', { isDefault: true })
  .description('列出全部计划')
  .action(() => run(list));
program.command('show <编号>').description('查看一份计划的目录').action((id: string) => run((library) => { show(find(library, id)); })); // prettier-ignore
program.command('use <编号>').description('设为当前计划').action((id: string) => run((library) => { use(library, id); })); // prettier-ignore
program.command('withdraw <编号>').description('撤下一份计划').action((id: string) => run((library) => { withdraw(library, id); })); // prettier-ignore
program
  .command('replace <编号> <文件>')
  .description('用新文件替换一份计划')
  .option('--force', '没有读到数字的文件也用来替换')
  .action((id: string, file: string, options: TakeInOptions) => run((library) => replace(library, id, file, options)));
await program.parseAsync();

/** Runs a subcommand over the stored plans. */
function run(action: (library: PlanLibrary) => void | Promise<void>): Promise<void> {
  return runCommand(async () => {
    const environment = openEnvironment();
    const database = openStore(environment);
    try {
      await action(await openPlans(environment, database));
    } finally {
      database.close();
    }
  });
}

/** By id or the beginning of one. Throws `PlanBotError` where none or several fit. */
function find(library: PlanLibrary, id: string): LoadedPlan {
  const found = library.list().filter(({ plan }) => plan.id.startsWith(id));
  const [only] = found;
  if (only === undefined || found.length > 1) {
    throw new PlanBotError(
      'plan',
      `${found.length > 1 ? '有几份计划的' : '没有计划的'}编号以 ${id} 开头。用 npm run plans 查看编号。`,
    );
  }
  return only;
}

function list(library: PlanLibrary): void {
  const current = library.current();
  const rows = library
    .list()
    .map((loaded) => [
      loaded === current ? '*' : '',
      loaded.plan.id,
      loaded.plan.year === null ? '' : String(loaded.plan.year),
      planName(loaded.plan),
      String(figureCount(loaded)),
      loaded.plan.document.name,
    ]);
  if (rows.length === 0) console.log('还没有工作计划。用 npm run import -- 文件 导入。');
  else console.log(formatTable(['当前', '编号', '年份', '标题', '数字', '文件'], rows));
}

function show(loaded: LoadedPlan): void {
  const { plan } = loaded;
  console.log(pc.bold(`${planName(plan)}${plan.year === null ? '' : `（${plan.year}年）`}`));
  for (const { level, kind, path } of plan.sections)
    if (kind !== 'measure') console.log('  '.repeat(level - 1) + (path.at(-1) ?? ''));
  console.log(`${figureCount(loaded)}个数字。用 npm run figures 查看当前计划的全部数字。`);
}

function use(library: PlanLibrary, id: string): void {
  const { plan } = find(library, id);
  library.setCurrent(plan.id);
  console.log(`当前计划：${planName(plan)}。导入更新的计划也不会换掉它；要换请再用 plans use。`);
}

function withdraw(library: PlanLibrary, id: string): void {
  const { plan } = find(library, id);
  const before = library.current();
  library.withdraw(plan.id);
  console.log(`已撤下：${planName(plan)}`);
  sayCurrent(library, before);
}

/** The new file is taken in first, so that a broken one leaves the old plan in place. */
async function replace(library: PlanLibrary, id: string, file: string, { force }: TakeInOptions): Promise<void> {
  const before = library.current();
  const taken = await takeIn(library, file, { replaces: find(library, id), ...(force === undefined ? {} : { force }) });
  sayCurrent(library, before, [taken]);
}
