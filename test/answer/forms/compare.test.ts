import { describe, expect, it } from 'vitest';
import { loadWords, sampleText } from '../support.ts';
import { find, outcome } from './find.ts';

const sample = await loadWords(sampleText);
const ask = (...questions: readonly string[]) => find(sample, ...questions);

describe('findCompare', () => {
  it.each([
    ['商圈和商店哪个多', ['建设智慧商圈 2个', '智慧商店 20个']],
    ['便民菜市场今年目标比去年高吗', ['新建便民菜市场 12个', '新建便民菜市场 15个']],
    ['网点覆盖率今年比去年高多少', ['社区商业网点覆盖率 85%', '社区商业网点覆盖率 90%']],
    ['今年和去年的外贸进出口总额增长相比', ['外贸进出口总额 6.5%', '外贸进出口总额 8%']],
  ])('sets side by side: %s', (question, expected) => {
    expect(outcome(ask(question))).toEqual(expected);
  });

  it.each(['步行街今年比去年多吗', '商圈和航天哪个多'])('refuses where one side is missing: %s', (question) => {
    expect(outcome(ask(question))).toEqual(['refused: no-comparison']);
  });

  it('compares the parts that one sentence tells apart', async () => {
    const plan = await loadWords(
      '2026年工作要点\n一、任务\n新增义务教育学位3150个，其中小学1800个、初中1350个。小学、初中差异系数分别降至0.42和0.38以下。',
    );
    expect(outcome(find(plan, '新增义务教育学位，小学多还是初中多'))).toEqual(['小学 1800个', '初中 1350个']);
    expect(outcome(find(plan, '差异系数小学和初中哪个更低'))).toEqual(['小学差异系数 0.42', '初中差异系数 0.38']);
  });

  it('gives both ends of a rise over years', async () => {
    const plan = await loadWords(
      '2026年政府工作报告\n一、“十四五”成就\n规上工业企业由41家增加到68家。\n二、2026年目标\n规上工业企业达到75家。',
    );
    expect(outcome(find(plan, '五年里规上工业企业从多少家增加到多少家'))).toEqual([
      '规上工业企业 41家',
      '规上工业企业 68家',
    ]);
  });

  it('compares a column of two rows', async () => {
    const plan = await loadWords(
      '# 2026年计划\n\n## 一、项目\n\n| 项目 | 总投资（万元） | 2026年计划投资（万元） |\n| --- | --- | --- |\n| 中医院康复楼 | 18600 | 8200 |\n| 精神卫生中心 | 31200 | 9500 |\n',
      'plan.md',
    );
    expect(
      outcome(find(plan, '中医院康复楼跟精神卫生中心，今年哪个计划投资更多')).map((line) => line.split(' ').at(-1)),
    ).toEqual(['8200', '9500']);
  });

  it('takes just the years that are named', async () => {
    const plan = await loadWords(
      '2026年政府工作报告\n一、2025年回顾\n2025年全市绿化覆盖率达到41%。\n二、2026年目标\n绿化覆盖率达到42%。\n三、展望\n到2030年绿化覆盖率达到45%。',
    );
    expect(outcome(find(plan, '绿化覆盖率2025年和2030年各是多少'))).toEqual([
      expect.stringContaining('41%'),
      expect.stringContaining('45%'),
    ]);
  });

  it('takes the result of the last year, not what had been planned', async () => {
    const plan = await loadWords(
      '# 2026年工作计划\n\n## 一、主要指标\n\n| 指标 | 2025年目标 | 2025年实际 | 2026年目标 |\n| --- | --- | --- | --- |\n| 就业率 | 57% | 58.3% | 62% |\n',
      'plan.md',
    );
    expect(outcome(find(plan, '就业率去年实际和今年目标差多少'))).toEqual(['就业率 58.3%', '就业率 62%']);
  });

  it('gives one predicate to both things', async () => {
    const plan = await loadWords(
      '2026年工作要点\n一、任务\n铜、铝精深加工率分别达到62%和58%。\n二、民生\n城市、农村低保标准分别提高到810元和660元。',
    );
    expect(outcome(find(plan, '铜跟铝，精深加工率哪个更高'))).toEqual(['铜精深加工率 62%', '铝精深加工率 58%']);
    expect(outcome(find(plan, '今年7月起城市低保比农村低保高出多少'))).toEqual([
      '城市低保标准 810元',
      '农村低保标准 660元',
    ]);
  });

  it('gives both ends of a change', async () => {
    const plan = await loadWords('2026年工作要点\n一、任务\n互认项目由216项扩展到300项，数控化率由66%提高到70%。');
    expect(outcome(find(plan, '互认项目从多少扩展到多少'))).toEqual(['互认项目 216项', '互认项目 300项']);
    expect(outcome(find(plan, '数控化率原来是多少，要提高到什么水平'))).toEqual(['数控化率 66%', '数控化率 70%']);
  });

  it('compares what is new with what is new, and totals only where they are asked for', async () => {
    const plan = await loadWords(
      '2026年工作报告\n一、2025年工作回顾\n新认定省级示范企业52家，累计264家。\n二、2026年工作安排\n新增省级示范企业45家。',
    );
    expect(outcome(find(plan, '新增省级示范企业：2025年完成数和2026年任务数对比'))).toEqual([
      expect.stringMatching(/52家$/),
      expect.stringMatching(/45家$/),
    ]);
  });

  it('does not take a sum over years for a side', async () => {
    const plan = await loadWords(
      '2026年工作报告\n一、2025年工作回顾\n改造城镇老旧小区112个。五年来，累计完成老旧小区改造586个。\n二、2026年工作安排\n改造城镇老旧小区96个。',
    );
    expect(outcome(find(plan, '老旧小区改造今年比去年是多了还是少了'))).toEqual([
      '改造城镇老旧小区 112个',
      '改造城镇老旧小区 96个',
    ]);
  });

  it('refuses what the plan does not have', () => {
    expect(ask('航天发射今年比去年多吗').kind).toBe('refusal');
  });
});
