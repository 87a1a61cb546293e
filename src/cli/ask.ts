import { longestQuestion } from '../answer/engine.ts';
import type { Engine } from '../answer/engine.ts';
import type { LoadedPlan } from '../library/plan-library.ts';
import { UsageError } from '../errors.ts';
import { answerJson } from './answer-json.ts';
import { readBatchLine } from './batch-line.ts';
import { openEngine, openEnvironment, runCommand } from './environment.ts';
import { paintAnswer } from './paint.ts';
import { createProgram } from './program.ts';
import { readLines } from './read-lines.ts';

const program = createProgram('ask')
  .description('问一个问题；加 --json 从标准输入逐行读问题')
  .argument('[问题...]', '要问的问题，含空格时加引号')
  .option('--json', '批量方式：标准输入每行一个 JSON 对象（id, question, history），标准输出每行一个答案')
  .option('--plan <文件>', '只读这一份文件（txt、md、docx、pdf），不动已保存的计划');
program.parse();
const options = program.opts<{ json?: boolean; plan?: string }>();

await runCommand(async () => {
  const question = program.args.join(' ').trim();
  if (options.json !== true) checkQuestion(question);
  const { engine, plans, warnWithoutModel, close } = await openEngine(openEnvironment(), options.plan);
  try {
    warnWithoutModel();
    if (options.json === true) {
      await makeReady(engine, plans.current());
      await answerLines(engine, readLines(process.stdin));
    } else console.log(paintAnswer(await engine.ask(question)));
  } finally {
    close();
  }
});

/**
 * Opens the index and gathers the plan's words, so that no answer's time holds them. What fails here fails again, and is
 * told, at a question.
 */
async function makeReady(engine: Engine, plan: LoadedPlan | undefined): Promise<void> {
  engine.search('建设', 1);
  await plan?.retriever.prepare().catch(() => undefined);
}

function checkQuestion(question: string): void {
  if (question === '') throw new UsageError('请写上问题，例如：npm run ask -- "今年新建污水管网多少公里？"');
  if (question.length > longestQuestion)
    throw new UsageError(`问题有 ${question.length} 字，太长了。请控制在 ${longestQuestion} 字以内。`);
}

/** One answer a line, in order, as soon as the line is there; a bad line costs only itself and the exit code. */
async function answerLines(engine: Engine, lines: AsyncIterable<string | null>): Promise<void> {
  let number = 0;
  for await (const line of lines) {
    number += 1;
    if (line?.trim() === '') continue;
    const asked = readBatchLine(line);
    if ('reason' in asked) {
      process.exitCode = 1;
      console.log(JSON.stringify({ id: asked.id, line: number, status: 'error', reason: asked.reason }));
      continue;
    }
    const { id, question, history } = asked;
    const answer = await engine.ask(question, history === undefined ? {} : { history });
    console.log(JSON.stringify(answerJson(id, answer)));
  }
}
