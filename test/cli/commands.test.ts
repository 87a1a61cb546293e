import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { openPlanFile } from '../../src/cli/environment.ts';
import { loadConfig } from '../../src/config.ts';
import { DocumentError } from '../../src/errors.ts';
import { createLog } from '../../src/log.ts';
import { repositoryFile, seedFile } from '../support/read-plan.ts';
import { runCommand, type CommandOptions, type CommandResult } from '../support/run-command.ts';

// One index for all, so that only the first command embeds the seed.
const folder = mkdtempSync(path.join(tmpdir(), 'workplan-cli-'));
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});
const settings = { INDEX_DIR: path.join(folder, 'index'), DATA_DIR: path.join(folder, 'data') };
const run = (name: string, args: readonly string[] = [], { input, env }: CommandOptions = {}): Promise<CommandResult> =>
  runCommand(name, args, { ...(input === undefined ? {} : { input }), env: { ...settings, ...env } });

const file = (name: string, contents: string | Uint8Array): string => {
  const place = path.join(folder, name);
  writeFileSync(place, contents);
  return place;
};

/** A failure is one line of Chinese on standard error, nothing on standard output, and an exit code. */
function expectRefusal({ code, stdout, stderr }: CommandResult, said: RegExp): void {
  expect(stderr).toMatch(said);
  expect(stderr.trim().split('\n')).toHaveLength(1);
  expect(stderr).toMatch(/请|用 --help/);
  expect(stderr).not.toMatch(/\n\s+at |Error:/);
  expect(stdout).toBe('');
  expect(code).toBe(1);
}

const figureSchema = z.object({
  text: z.string().min(1),
  value: z.number().nullable(),
  unit: z.string(),
  qualifier: z.string().nullable(),
  indicator: z.string().min(1),
  period: z.enum(['target', 'achieved']).nullable(),
  year: z.number().int().nullable(),
  source: z.object({
    document: z.string().min(1),
    section: z.array(z.string()),
    quote: z.string().min(1),
    start: z.number().int().nonnegative(),
    end: z.number().int().positive(),
  }),
});
const answerSchema = z.object({
  id: z.unknown(),
  status: z.enum(['answered', 'not_found']),
  text: z.string().min(1),
  figures: z.array(figureSchema),
  passages: z.array(
    z.object({
      document: z.string().min(1),
      section: z.array(z.string()),
      text: z.string().min(1),
      start: z.number().int(),
      end: z.number().int(),
    }),
  ),
  related: z.array(figureSchema),
  derived: z.array(z.object({ text: z.string(), from: z.array(figureSchema) })),
  ms: z.number().nonnegative(),
});
const faultSchema = z.object({
  id: z.unknown(),
  line: z.number(),
  status: z.literal('error'),
  reason: z.string().min(1),
});

const seed = readFileSync(seedFile, 'utf8');
const lines = (text: string): unknown[] =>
  text.split('\n').filter((line) => line !== '').map((line) => JSON.parse(line) as unknown); // prettier-ignore
const asked = (...questions: readonly object[]): string =>
  questions.map((question) => JSON.stringify(question)).join('\n');

describe('figures', () => {
  it('prints every figure of the seed as JSON, in document order, each cut from the file', async () => {
    const { code, stdout, stderr } = await run('figures', ['--json']);
    expect([code, stderr]).toEqual([0, '']);
    const figures = z.array(figureSchema).parse(lines(stdout));
    expect(figures.length).toBeGreaterThanOrEqual(39);
    for (const { text, source } of figures) {
      expect(seed.slice(source.start, source.end)).toBe(text);
      expect(seed).toContain(source.quote);
      for (const heading of source.section) expect(seed).toContain(heading);
    }
    const starts = figures.map(({ source }) => source.start);
    expect(starts).toEqual(starts.toSorted((a, b) => a - b));
  });

  it('prints a table that a person can read', async () => {
    const { code, stdout } = await run('figures');
    expect(code).toBe(0);
    expect(stdout).toMatch(/^全市生态环境保护工作会议.*2025年.*\d+项\n/);
    expect(stdout).toMatch(/新建污水管网 +80公里 +目标 +2025 +二、/);
  });

  it('reads another file and stores nothing of it', async () => {
    const plan = file('small.md', '# 岚溪县2026年工作要点\n\n## 一、任务\n\n新建学校3所。\n');
    const { code, stdout } = await run('figures', ['--json', '--plan', plan]);
    expect(code).toBe(0);
    expect(z.array(figureSchema).parse(lines(stdout))).toMatchObject([
      { text: '3所', indicator: '新建学校', year: 2026 },
    ]);
    expect(existsSync(settings.DATA_DIR)).toBe(false);
  });
});

describe('ask', () => {
  it('answers one question with figure, section and sentence', async () => {
    const { code, stdout, stderr } = await run('ask', ['今年新建污水管网多少公里？']);
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout.split('\n')[0]).toContain('80公里');
    expect(stdout).toContain('目标');
    expect(stdout).toContain('(二)实施水环境巩固提升行动');
    expect(stdout).toContain('城市生活污水集中收集率达75%');
    expect(stdout).not.toContain('\u001b[');
  });

  it('answers in batch mode line by line, in order, each figure cut from the file', async () => {
    const input = asked(
      { id: 'a', question: '今年新建污水管网多少公里？' },
      { id: 7, question: '去年优良天数比例是多少？' },
      { id: 'c', question: '今年新建几座机场？' },
      { id: 'd', question: '那今年呢？', history: ['去年国考断面水质优良率是多少？'] },
    );
    const { code, stdout, stderr } = await run('ask', ['--json'], {
      input: `\ufeff${input.replace('\n', '\n\n')}\r\n`,
    });
    expect([code, stderr]).toEqual([0, '']);
    const answers = z.array(answerSchema).parse(lines(stdout));
    expect(answers.map(({ id, status }) => [id, status])).toEqual([
      ['a', 'answered'],
      [7, 'answered'],
      ['c', 'not_found'],
      ['d', 'answered'],
    ]);
    expect(answers.map(({ figures }) => figures.map(({ text }) => text))).toEqual([
      ['80公里'],
      ['89.3%'],
      [],
      ['100%'],
    ]);
    expect(answers[3]!.figures[0]!.period).toBe('target');
    for (const { figures, related, passages } of answers) {
      for (const { text, source } of [...figures, ...related]) expect(seed.slice(source.start, source.end)).toBe(text);
      for (const { text, start, end } of passages) expect(seed.slice(start, end)).toBe(text);
    }
  });

  it('answers the good lines around bad ones, and ends with exit code 1', async () => {
    const good = { id: 'good', question: '今年新建污水管网多少公里？' };
    const bad = ['不是 JSON', '{"id":1}', '{"id":2,"question":"  "}', '{"id":3,"question":"好","history":"x"}', '[]'];
    // A NUL, and 污水 in GB18030.
    const bytes = [Buffer.from('{"question":"\0"}\n'), Buffer.of(0xce, 0xdb, 0xcb, 0xae, 0x0a)];
    const text = [JSON.stringify(good), ...bad, ''].join('\n');
    const input = Buffer.concat([Buffer.from(text), ...bytes, Buffer.from(JSON.stringify(good))]);
    const { code, stdout, stderr } = await run('ask', ['--json'], { input });
    expect([code, stderr]).toEqual([1, '']);
    const [first, ...rest] = lines(stdout);
    const last = rest.pop();
    for (const answer of [first, last])
      expect(answerSchema.parse(answer)).toMatchObject({ id: 'good', figures: [{ text: '80公里' }] });
    const faults = z.array(faultSchema).parse(rest);
    expect(faults.map(({ line }) => line)).toEqual([2, 3, 4, 5, 6, 7, 8]);
    expect(faults.map(({ id }) => id)).toEqual([null, 1, 2, 3, null, null, null]);
  });

  it('answers each line of a batch before the next one is written', async () => {
    const child = spawn(process.execPath, ['--import', 'tsx', 'src/cli/ask.ts', '--json'], {
      cwd: repositoryFile('.'),
      env: { PATH: process.env.PATH ?? '', ...settings },
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    const answers = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
    const next = async (): Promise<unknown> => JSON.parse((await answers.next()).value as string) as unknown;
    child.stdin.write('{"question":"今年新建污水管网多少公里？"}\n');
    expect(await next()).toMatchObject({ id: null, status: 'answered', figures: [{ text: '80公里' }] });
    child.stdin.write('{"id":"b","question":"封山育林多少亩？"}\n');
    expect(await next()).toMatchObject({ id: 'b', figures: [{ text: '5万亩' }] });
    child.stdin.end();
    expect(await new Promise((resolve) => child.once('close', resolve))).toBe(0);
  });

  it('refuses a question of 10,000 characters, alone and in a batch', async () => {
    const question = '污水管网多少公里'.repeat(1250);
    expectRefusal(await run('ask', [question]), /太长/);
    const { stdout } = await run('ask', ['--json'], { input: asked({ id: 1, question }) });
    expect(z.array(answerSchema).parse(lines(stdout))).toMatchObject([{ status: 'not_found', figures: [] }]);
  });

  it.each([
    ['an empty question', ['  '], /请写上问题/],
    ['an unknown option', ['--jsn'], /没有 --jsn 这个选项/],
  ] as const)('refuses %s', async (_, args, said) => {
    expectRefusal(await run('ask', args), said);
  });
});

describe('a plan that cannot be read', () => {
  const noise = Uint8Array.from({ length: 3000 }, (_, at) => (at * 7919) % 256);

  it('is named in one clear line', async () => {
    expectRefusal(
      await run('figures', ['--json', '--plan', path.join(folder, 'nowhere.txt')]),
      /没有这个文件.*nowhere/,
    );
    expectRefusal(await run('ask', ['--plan', file('empty.txt', ''), '多少']), /empty\.txt.*空文件/);
  });

  // The same, without a process each.
  it.each([
    ['a folder', () => folder, /目录/],
    ['white space alone', () => file('blank.txt', ' \n\u3000\n'), /blank\.txt/],
    ['signs alone', () => file('signs.txt', '——\n……\n'), /signs\.txt.*没有可读的正文/],
    ['a binary file', () => file('noise.txt', noise), /noise\.txt/],
    ['a text that is called docx', () => file('fake.docx', '新建学校3所。'), /fake\.docx/],
    ['a broken docx', () => file('broken.docx', 'PK\u0003\u0004 nothing'), /broken\.docx/],
    ['a broken pdf', () => file('broken.pdf', '%PDF-1.7 nothing'), /broken\.pdf/],
  ])('is refused with its name and a cure: %s', async (_, make, said) => {
    const environment = { config: loadConfig(settings), log: createLog({ level: 'silent' }) };
    const refused = openPlanFile(environment, make());
    await expect(refused).rejects.toThrow(DocumentError);
    await expect(refused).rejects.toThrow(said);
    await expect(refused).rejects.toThrow(/^[^\n]*请[^\n]*$/);
  });
});

describe('settings', () => {
  it('names all wrong ones, and not their values', async () => {
    const { code, stdout, stderr } = await run('ask', ['多少'], {
      env: { LOG_LEVEL: 'deafening', TIMEZONE: 'Mars/Base', BOT_TOKEN: 'sesame' },
    });
    expect([code, stdout]).toEqual([1, '']);
    for (const name of ['LOG_LEVEL', 'TIMEZONE', 'BOT_TOKEN']) expect(stderr).toContain(`${name}：`);
    expect(stderr).not.toMatch(/deafening|Mars|sesame/);
  });

  it('answers from memory where the index cannot be saved', async () => {
    const nowhere = existsSync('/proc/self') ? '/proc/nope' : file('occupied', '');
    const env = { INDEX_DIR: path.join(nowhere, 'index') };
    const plan = file('tiny.txt', '2026年工作要点\n\n一、任务\n新建学校3所。\n');
    const { code, stdout } = await run('ask', ['--plan', plan, '今年盖几所学校？'], { env });
    expect(code).toBe(0);
    expect(stdout).toContain('3所');
  });
});

describe('chat', () => {
  const talk = async (...typed: readonly string[]): Promise<CommandResult> =>
    run('chat', [], { input: `${typed.join('\n')}\n` });

  it('greets with the plan and questions that it answers', async () => {
    const { code, stdout, stderr } = await talk();
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout).toMatch(/《全市生态环境保护工作会议/);
    const examples = stdout.split('\n').filter((line) => /^ {2}\S.*[？?]$/.test(line));
    expect(examples).toHaveLength(3);
    const input = asked(...examples.map((question) => ({ id: 0, question: question.trim() })));
    const answers = z.array(answerSchema).parse(lines((await run('ask', ['--json'], { input })).stdout));
    expect(answers.map(({ status }) => status)).toEqual(['answered', 'answered', 'answered']);
  });

  it('answers line by line, follow-ups too, and goes on after a refusal', async () => {
    const { code, stdout } = await talk(
      '今年新建几座机场？',
      '去年国考断面水质优良率是多少？',
      '',
      '那受污染耕地安全利用率呢？',
    );
    expect(code).toBe(0);
    expect(stdout).toMatch(/没有[\s\S]*100%[\s\S]*93%/);
  });

  it('knows its commands, and ends at 退出', async () => {
    const { code, stdout } = await talk('/help', '/sections', '/figures 水环境', '/figures 机场', '/nope', '退出', '今年新建污水管网多少公里？'); // prettier-ignore
    expect(code).toBe(0);
    expect(stdout).toContain('/sections');
    expect(stdout).toContain('  (二)实施水环境巩固提升行动');
    expect(stdout).toMatch(/80公里.*新建污水管网/);
    expect(stdout).toMatch(/没有名称含“机场”的章节/);
    expect(stdout.trimEnd()).toMatch(/没有 \/nope 这个命令.*$/);
  });
});

describe('import and plans', { timeout: 60_000 }, () => {
  const data = path.join(folder, 'stored');
  const inStore = (name: string, args: readonly string[] = []): Promise<CommandResult> =>
    run(name, args, { env: { DATA_DIR: data } });

  it('adds plans beside the seed, past a broken one, and asks the newest', async () => {
    const plan = file('new.txt', '岚溪县2026年工作要点\n\n一、任务\n新建学校3所。\n');
    const imported = await inStore('import', [plan, file('rotten.docx', 'PK\u0003\u0004')]);
    expect(imported.code).toBe(1);
    expect(imported.stdout).toContain('岚溪县2026年工作要点');
    expect(imported.stderr).toContain('rotten.docx');
    const listed = await inStore('plans');
    expect(listed.stdout).toMatch(/岚溪县2026年工作要点[\s\S]*全市生态环境保护工作会议/);
    expect((await inStore('ask', ['今年新建几所学校？'])).stdout).toContain('3所');
  });

  it('says which plan is current after each change, how to change it, and what replaced what', async () => {
    const health = file('health.txt', '岚溪县卫生健康局2026年工作要点\n\n一、任务\n新建医院2所。\n');
    const added = await inStore('import', [health]);
    expect(added.stdout).toMatch(/^已导入 岚溪县卫生健康局2026年工作要点（2026年）：1个章节，1个数字\n/);
    expect(added.stdout).toContain('当前计划：岚溪县2026年工作要点（2026年）。');
    const id = /plans -- use (\w{12})/.exec(added.stdout)?.[1] ?? '';
    expect(added.stderr).toBe('');
    expect((await inStore('plans', ['use', id])).stdout).toContain('当前计划：岚溪县卫生健康局2026年工作要点');
    const again = await inStore('import', [file('same.txt', readFileSync(health))]);
    expect(again.stdout).toMatch(/^没有变化：这份文件已经导入过，就是 岚溪县卫生健康局2026年工作要点（2026年）\n/);
    // Chosen: a newer year does not take over.
    const newer = await inStore('import', [file('2027.txt', '沅台市2027年工作要点\n\n一、任务\n新建医院9所。\n')]);
    expect(newer.stdout).toContain('当前计划：岚溪县卫生健康局2026年工作要点（2026年）。');
    const renamed = file('renamed.txt', '岚溪县卫健局2026年工作要点\n\n一、任务\n新建医院4所。\n');
    const replaced = await inStore('plans', ['replace', id, renamed]);
    expect(replaced.stdout).toMatch(
      /已导入 岚溪县卫健局2026年工作要点.*，替换了 岚溪县卫生健康局2026年工作要点（2026年）/,
    );
    expect(replaced.stdout).toContain('注意：标题与原来的不同，原来是“岚溪县卫生健康局2026年工作要点”。');
    expect(replaced.stdout).toMatch(/当前计划：岚溪县卫健局.*原来是 岚溪县卫生健康局/);
  });

  it('replaces no plan by a file without a figure, unless it is told to', async () => {
    const before = (await inStore('plans')).stdout;
    const [id] = /[0-9a-f]{12}(?=.*岚溪县2026年工作要点)/.exec(before)!;
    const bare = file('bare.txt', '岚溪县2026年工作要点\n\n一、任务\n加强领导，狠抓落实。\n');
    expectRefusal(
      await inStore('plans', ['replace', id, bare]),
      /没有读到任何数字，没有用它替换“岚溪县2026年工作要点”.*--force/,
    );
    expectRefusal(await inStore('import', [bare]), /没有导入 bare\.txt.*没有读到任何数字.*--force/);
    expect((await inStore('plans')).stdout).toBe(before);
    const forced = await inStore('plans', ['replace', id, '--force', bare]);
    expect([forced.code, forced.stderr]).toEqual([0, '']);
    expect(forced.stdout).toContain('注意：没有读到任何数字，请确认这是计划文件。');
  });

  // Making folders under /proc once did not end.
  it('says at once where it cannot store', async () => {
    const nowhere = existsSync('/proc/self') ? '/proc/nope' : path.join(file('occupied-too', ''), 'data');
    expectRefusal(await run('import', [seedFile], { env: { DATA_DIR: nowhere } }), /数据目录.*DATA_DIR/);
  });
});
