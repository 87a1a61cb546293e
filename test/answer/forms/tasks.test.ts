import { describe, expect, it } from 'vitest';
import { loadWords } from '../support.ts';
import { find, outcome } from './find.ts';

const sample = await loadWords(
  `# 2025年园林工作要点

## 一、去年工作

去年3月底前完成绿道12公里。（2025年1月8日）

## 二、任务分解

新建口袋公园，上半年完成选址。

| 任务 | 目标值 | 责任单位 | 完成时限 |
| --- | --- | --- | --- |
| 修剪行道树 | 300株 | 养护管理处 | 3月底 |
| 改造公园 | 4个 | 工程建设处 | 9月底 |
| 补植草坪 | 2万平方米 | 养护管理处 | 11月底 |
| 古树体检 | 60株 | 科研所 | 年底前 |
`,
  'plan.md',
);
const ask = (question: string) => outcome(find(sample, question)).join('\n');

describe('tasksDue', () => {
  it('finds what is due by then, results of the past left out', () => {
    const due = ask('9月底前要完成的任务有哪些');
    for (const task of ['选址', '修剪行道树', '改造公园']) expect(due).toContain(task);
    for (const task of ['绿道', '补植草坪', '古树体检']) expect(due).not.toContain(task);
  });

  it('takes the end of the year for itself', () => {
    expect(ask('年底前完成的有哪些')).toContain('古树体检');
    expect(ask('年底前完成的有哪些')).not.toContain('补植草坪');
  });

  it('is asked again for another month', () => {
    const due = outcome(find(sample, '9月底前要完成的任务有哪些', '那11月底前呢')).join('\n');
    for (const task of ['修剪行道树', '改造公园', '补植草坪']) expect(due).toContain(task);
    expect(due).not.toContain('古树体检');
  });

  it('takes 今年 for no time of its own', () => {
    expect(ask('今年要建成哪些公园')).not.toContain('古树体检');
  });

  it('tells the years apart', async () => {
    const plan = await loadWords(
      '# 2026年重点工作\n\n## 附表\n\n| 项目名称 | 建设规模 | 责任领导 | 完工时间 |\n| --- | --- | --- | --- |\n| 环湖绿道 | 8公里 | 张兰 | 2026年8月 |\n| 游客中心 | 2处 | 李成 | 2027年3月 |\n',
      'plan.md',
    );
    const due = (question: string) => outcome(find(plan, question)).join('\n');
    expect(due('10月底前完工的项目有哪些')).toContain('环湖绿道');
    expect(due('10月底前完工的项目有哪些')).not.toContain('游客中心');
    expect(due('2027年完工的项目有哪些')).toContain('游客中心');
    expect(due('2027年完工的项目有哪些')).not.toContain('环湖绿道');
  });

  it('takes those of just then, or their numbers, where it is the time limit that is named', () => {
    const then = ask('任务表里完成时限是9月底的任务有哪些');
    expect(then).toContain('改造公园');
    for (const task of ['修剪行道树', '选址', '补植草坪']) expect(then).not.toContain(task);
    expect(outcome(find(sample, '时限为11月底的任务，各自的目标是多少'))).toEqual(['补植草坪 2万平方米']);
    expect(find(sample, '任务表里完成时限是7月底的任务有哪些').kind).toBe('refusal');
  });

  it('takes those with just the time limit that is quoted, of rows and of items with a note', async () => {
    const plan = await loadWords(
      '2026年工作要点\n一、任务\n改造校舍12栋。（市教育局牵头，8月底前完成）\n招聘教师90名。（市人社局牵头，6月底前完成）\n会议8月底前召开。',
    );
    expect(outcome(find(plan, '要求8月底前完成的有哪几件'))).toEqual(['改造校舍12栋。']);
    expect(outcome(find(plan, '8月底前要完成的任务有哪些'))).toEqual([
      '改造校舍12栋。',
      '招聘教师90名。',
      '会议8月底前召开。',
    ]);
    const rows = outcome(find(sample, '要求9月底前完成的有哪几件'));
    expect(rows).toEqual([expect.stringContaining('改造公园')]);
  });

  it('reads past a remark in brackets', () => {
    const due = ask('9月底以前（包括当月最后一天）要完成的任务有哪些');
    expect(due).toContain('改造公园');
    expect(due).not.toContain('补植草坪');
  });

  it('gives the numbers of what is due by then where these are asked for', () => {
    expect(outcome(find(sample, '9月底前要完成的任务有哪些，各自的目标数是多少'))).toEqual([
      '修剪行道树 300株',
      '改造公园 4个',
    ]);
    expect(find(sample, '9月底前要完成的任务有哪些').kind).toBe('passage');
  });

  it.each(['2027年才能完工的项目有哪些', '2027年底前才完工的项目有哪些', '2027年要能完工的项目有哪些'])(
    'hears of the year behind small words: %s',
    async (question) => {
      const plan = await loadWords(
        '# 2026年重点工作\n\n## 附表\n\n| 项目名称 | 建设规模 | 完工时间 |\n| --- | --- | --- |\n| 环湖绿道 | 8公里 | 2026年8月 |\n| 游客中心 | 2处 | 2027年3月 |\n',
        'plan.md',
      );
      expect(outcome(find(plan, question))).toEqual([expect.stringContaining('游客中心')]);
    },
  );

  it('leaves questions for a number to the figures', () => {
    expect(find(sample, '9月底前要完成改造公园多少个').kind).not.toBe('passage');
  });
});
