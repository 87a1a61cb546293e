import { describe, expect, it } from 'vitest';
import { engineOf, loadWords } from '../support.ts';
import { find, outcome } from './find.ts';

const sample = await loadWords(
  `# 2025年园林工作要点

## 一、任务分解

| 任务 | 目标值 | 责任单位 | 责任领导 | 完工时间 |
| --- | --- | --- | --- | --- |
| 修剪行道树 | 300株 | 养护管理处 | 林海波 | 3月底 |
| 改造公园 | 4个 | 市建设局、工程处 | 高翔 | 9月底 |
| 补植草坪 | 2万平方米 | 养护管理处 | 高翔 | 11月底 |
`,
  'plan.md',
);
const ask = (question: string) => outcome(find(sample, question)).join('\n');

describe('tasksOfOwner', () => {
  it.each(['分解表里归养护管理处的任务，目标分别是多少', '任务表中养护管理处负责的两项，目标各是多少'])(
    'gives the numbers of an office: %s',
    (question) => {
      expect(outcome(find(sample, question))).toEqual(['修剪行道树 300株', '补植草坪 2万平方米']);
    },
  );

  it.each([
    '养护管理处牵头的任务有哪些',
    '分解表里养护管理处领了哪几项任务',
    '养护管理处承担几项任务',
    '养护管理处今年有哪些工作',
  ])('finds the tasks of an office: %s', (question) => {
    expect(ask(question)).toContain('修剪行道树');
    expect(ask(question)).toContain('补植草坪');
    expect(ask(question)).not.toContain('改造公园');
  });

  it('knows the main tasks from anything else that is called main', () => {
    expect(outcome(find(sample, '养护管理处牵头的重点任务，目标各是多少'))).toEqual([
      '修剪行道树 300株',
      '补植草坪 2万平方米',
    ]);
    expect(ask('养护管理处承担的全部主要工作')).toContain('修剪行道树');
    expect(find(sample, '养护管理处负责的重点路段有多少').kind).toBe('refusal');
  });

  it('finds those of a person, and of an office by its short name', () => {
    expect(ask('林海波负责的是哪个项目')).toContain('修剪行道树');
    expect(ask('高翔分管的项目有哪些')).toContain('补植草坪');
    expect(ask('建设局负责哪几项')).toContain('改造公园');
  });

  it('keeps to the appendix where that is named', async () => {
    const plan = await loadWords(
      '2026年工作要点\n一、任务\n新建公园5个。（责任单位：市城管局）\n附件\n重点任务清单\n1.改造公厕6座。（责任单位：市城管局）\n2.新建学校3所。（责任单位：市教育局）',
    );
    for (const question of ['附件里市城管局牵头的任务有哪些', '清单里市城管局负责几项实事'])
      expect(outcome(find(plan, question)), question).toEqual(['改造公厕6座。']);
    expect(outcome(find(plan, '市城管局牵头的实事'))).toEqual(['新建公园5个。', '改造公厕6座。']);
  });

  it('refuses somebody whom the plan does not name', () => {
    expect(find(sample, '丁晓云分管的项目有哪些').kind).toBe('refusal');
  });

  it('reads who leads and when the work ends from the columns headed so', () => {
    expect(find(sample, '改造公园是哪个领导负责，啥时候完工')).toMatchObject({ kind: 'detail', wanted: 'both' });
  });

  it('tells how many there are where it gives the first ones only', async () => {
    const rows = Array.from(
      { length: 14 },
      (_, index) => `| 第${String(index + 1)}号绿地 | ${String(index + 20)}亩 | 绿化处 |`,
    );
    const long = await loadWords(
      ['# 2025年工作要点', '', '## 一、任务', '', '| 任务 | 目标值 | 责任单位 |', '| --- | --- | --- |', ...rows].join(
        '\n',
      ),
      'plan.md',
    );
    const { text } = await engineOf(long).ask('绿化处牵头的任务有哪些');
    expect(text.split('\n')[0]).toBe('共14项，先列12项');
    expect((await engineOf(sample).ask('养护管理处牵头的任务有哪些')).text).not.toContain('共');
  });
});
