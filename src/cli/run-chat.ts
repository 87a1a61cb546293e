import { createInterface, type Interface } from 'node:readline/promises';
import pc from 'picocolors';
import type { Engine } from '../answer/engine.ts';
import { figureText } from '../answer/compose/slots.ts';
import { exampleQuestions } from '../bot/examples.ts';
import type { LoadedPlan, PlanLibrary } from '../library/plan-library.ts';
import { figureCount } from '../library/plan-report.ts';
import { planName } from '../plan/plan-name.ts';
import type { Section } from '../plan/plan.ts';
import { openEngine, type Environment } from './environment.ts';
import { paintAnswer } from './paint.ts';

/** Questions that a follow-up may lean on. */
const rememberedQuestions = 6;

const help = `直接输入问题即可，例如“去年PM2.5是多少”。可以接着问：“那今年呢”。
  /sections      目录
  /figures [节]  全部数字，或某一节的数字，例如 /figures 水环境
  /plans         已有的计划
  /help          本说明
  /quit          退出（也可按 Ctrl-D 或 Ctrl-C）`;

/** The terminal chat: the same engine as the bot's, until the input ends. */
export async function runChat(environment: Environment, planFile?: string): Promise<void> {
  const { engine, plans, warnWithoutModel, close } = await openEngine(environment, planFile);
  try {
    greet(plans);
    warnWithoutModel();
    await converse(engine, plans);
  } finally {
    close();
  }
}

function greet(plans: Pick<PlanLibrary, 'current' | 'list'>): void {
  const loaded = plans.current();
  if (!loaded) {
    console.log('还没有工作计划。请先用 npm run import -- 文件 导入。');
    return;
  }
  const { plan } = loaded;
  const others = plans.list().length - 1;
  console.log(
    pc.bold(`《${planName(plan)}》${plan.year === null ? '' : ` ${plan.year}年`}`) +
      `  ${plan.sections.length}个章节，${figureCount(loaded)}个数字${others > 0 ? `（另有${others}份计划，/plans 查看）` : ''}`,
  );
  console.log('可以问：');
  for (const question of exampleQuestions(loaded)) console.log(`  ${question}`);
  console.log(pc.dim('输入 /help 看说明，Ctrl-D 退出。'));
}

async function converse(engine: Engine, plans: Pick<PlanLibrary, 'current' | 'list'>): Promise<void> {
  const isTerminal = process.stdin.isTTY && process.stdout.isTTY;
  const terminal = createInterface({
    input: process.stdin,
    output: isTerminal ? process.stdout : undefined,
    terminal: isTerminal,
    prompt: pc.green('问> '),
    historySize: 200,
  });
  terminal.on('SIGINT', () => {
    terminal.close();
  });
  const history: string[] = [];
  if (isTerminal) terminal.prompt();
  for await (const typed of terminal) {
    const line = typed.trim();
    if (/^(?:\/quit|\/exit|退出|再见)$/.test(line)) break;
    if (line !== '') await respond(line, engine, plans, history);
    if (isTerminal) terminal.prompt();
  }
  closeQuietly(terminal, isTerminal);
}

function closeQuietly(terminal: Interface, isTerminal: boolean): void {
  terminal.close();
  if (isTerminal) console.log(pc.dim('\n再见。'));
}

async function respond(
  line: string,
  engine: Engine,
  plans: Pick<PlanLibrary, 'current' | 'list'>,
  history: string[],
): Promise<void> {
  if (line.startsWith('/')) {
    runChatCommand(line, plans);
    return;
  }
  const answer = await engine.ask(line, { history });
  console.log(paintAnswer(answer));
  history.push(line);
  if (history.length > rememberedQuestions) history.shift();
}

function runChatCommand(line: string, plans: Pick<PlanLibrary, 'current' | 'list'>): void {
  const [command = '', ...words] = line.split(/\s+/);
  const loaded = plans.current();
  switch (command) {
    case '/help':
      console.log(help);
      return;
    case '/plans':
      for (const { plan } of plans.list())
        console.log(`${plan === loaded?.plan ? '*' : ' '} ${plan.year ?? '----'}  ${planName(plan)}`);
      return;
    case '/sections':
      for (const { level, kind, path } of loaded?.plan.sections ?? [])
        if (kind !== 'measure') console.log('  '.repeat(level - 1) + (path.at(-1) ?? ''));
      return;
    case '/figures':
      if (loaded) printFigures(loaded, words.join(' '));
      return;
    default:
      console.log(`没有 ${command} 这个命令。输入 /help 看说明。`);
  }
}

function printFigures({ plan, figures }: LoadedPlan, wanted: string): void {
  const within = figures.filter(
    ({ role, section }) =>
      role === 'figure' && (wanted === '' || (section?.path.some((heading) => heading.includes(wanted)) ?? false)),
  );
  if (within.length === 0) {
    console.log(`没有名称含“${wanted}”的章节，或其中没有数字。输入 /sections 看目录。`);
    return;
  }
  let last: Section | null | undefined;
  for (const figure of within) {
    if (figure.section !== last) console.log(pc.bold(figure.section?.path.join(' › ') ?? planName(plan)));
    last = figure.section;
    console.log(
      `  ${pc.cyan(figureText(figure))} ${figure.indicator}${figure.period === 'achieved' ? pc.dim('（完成）') : ''}`,
    );
  }
}
