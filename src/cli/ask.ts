import { z } from 'zod';
import { longestQuestion } from '../answer/engine.ts';
import type { Engine } from '../answer/engine.ts';
import type { LoadedPlan } from '../library/plan-library.ts';
import { UsageError } from '../errors.ts';
import { answerJson } from './answer-json.ts';
import { openEngine, openEnvironment, runCommand } from './environment.ts';
import { paintAnswer } from './paint.ts';
import { createProgram } from './program.ts';

const lineSchema = z.object({ id: z.unknown(), question: z.string(), history: z.array(z.string()).optional() });

const program = createProgram('ask')
  .description('问一个问题；加 --json 从标准输入逐行读问题')
  .argument('[问题...]')
  .option('--json', '批量方式：标准输入每行一个 JSON 对象（id, question, history），标准输出每行一个答案')
  .option('--plan <文件>', '只读这一份文件（txt、md、docx、pdf），不动已保存的计划');
program.parse();
const options = program.opts<{ json?: boolean; plan?: string }>();

await runCommand(async () => {
  const question = program.args.join(' ').trim();
  if (options.json !== true) checkQuestion(question);
  const lines = options.json === true ? await readInput() : [];
  const { engine, plans, close } = await openEngine(openEnvironment(), options.plan);
  try {
    if (options.json === true) {
      await makeReady(engine, plans.current());
      await answerLines(engine, lines);
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

async function readInput(): Promise<string[]> {
  const chunks: Buffer[] = [];
  for await (const chunk of process.stdin) chunks.push(chunk as Buffer);
  const bytes = Buffer.concat(chunks);
  try {
    if (bytes.includes(0)) throw new TypeError('NUL');
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes).split(/\r?\n/);
  } catch (cause) {
    throw new UsageError('标准输入不是 UTF-8 文本。请每行写一个 JSON 对象，例如 {"id":"1","question":"…"}。', {
      cause,
    });
  }
}

/** One answer a line, in order; a malformed line costs only itself and the exit code. */
async function answerLines(engine: Engine, lines: readonly string[]): Promise<void> {
  for (const [index, line] of lines.entries()) {
    if (line.trim() === '') continue;
    const asked = readLine(line);
    if ('reason' in asked) {
      process.exitCode = 1;
      console.log(JSON.stringify({ id: asked.id, line: index + 1, status: 'error', reason: asked.reason }));
      continue;
    }
    const answer = await engine.ask(asked.question, asked.history === undefined ? {} : { history: asked.history });
    console.log(JSON.stringify(answerJson(asked.id, answer)));
  }
}

type AskedLine = z.infer<typeof lineSchema>;

/** A line's question, or what is wrong with it; its id is kept where it has one. */
function readLine(line: string): AskedLine | { readonly id: unknown; readonly reason: string } {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return { id: null, reason: '这一行不是 JSON 对象' };
  }
  const id = typeof value === 'object' && value !== null && 'id' in value ? value.id : null;
  const result = lineSchema.safeParse(value);
  if (!result.success) {
    const fields = [...new Set(result.error.issues.map(({ path: [field] }) => String(field ?? '')))].filter(
      (field) => field !== '',
    );
    return {
      id,
      reason:
        fields.length === 0
          ? '这一行应为 JSON 对象，例如 {"id":"1","question":"…"}'
          : `${fields.join('、')} 缺少或不对：question 应为文字，history 应为文字的列表`,
    };
  }
  return result.data.question.trim() === '' ? { id, reason: 'question 是空的' } : result.data;
}
