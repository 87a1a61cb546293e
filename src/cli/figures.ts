import { figureText } from '../answer/compose/slots.ts';
import { planName } from '../plan/plan-name.ts';
import { figureJson } from './answer-json.ts';
import { openEngine, openEnvironment, runCommand } from './environment.ts';
import { formatTable } from './table.ts';
import { createProgram } from './program.ts';

const program = createProgram('figures')
  .description('列出计划里的全部数字')
  .option('--json', '每行一个 JSON 对象，按在文件中的次序')
  .option('--plan <文件>', '只读这一份文件，不动已保存的计划');
program.parse();
const options = program.opts<{ json?: boolean; plan?: string }>();

const periodNames = { target: '目标', achieved: '完成' } as const;

await runCommand(async () => {
  const { plans, close } = await openEngine(openEnvironment(), options.plan);
  const loaded = plans.current();
  close();
  if (!loaded) {
    console.log('还没有工作计划。请用 npm run import -- 文件 导入。');
    return;
  }
  const { plan, figures } = loaded;
  if (options.json === true) {
    for (const figure of figures) console.log(JSON.stringify(figureJson({ plan, figure })));
    return;
  }
  const rows = figures
    .filter(({ role }) => role === 'figure')
    .map((figure) => [
      figure.indicator,
      figureText(figure),
      figure.period === null ? '未写明' : periodNames[figure.period],
      figure.year === null ? '' : String(figure.year),
      figure.section?.path.map((heading) => heading.slice(0, 14)).join(' › ') ?? '',
    ]);
  console.log(`${planName(plan)}${plan.year === null ? '' : `（${plan.year}年）`}  ${rows.length}项`);
  console.log(formatTable(['指标', '数字', '目标/完成', '年份', '章节'], rows));
});
