import { describe, expect, it } from 'vitest';
import { loadWords, sampleText } from '../support.ts';
import { find, outcome } from './find.ts';

const sample = await loadWords(sampleText);
const ask = (...questions: readonly string[]) => find(sample, ...questions);

describe('findList', () => {
  it.each([
    [
      '第三部分第一项有哪些数',
      [
        '改造步行街 3条',
        '建设智慧商圈 2个',
        '智慧商店 20个',
        '新建便民菜市场 15个',
        '培训电商人员 5000人次',
        '建设直播基地 三个',
      ],
    ],
    ['外贸方面的指标有哪些', ['新增外贸企业 40家', '引进外资项目 18个', '通关时间 20小时', '处理投诉 30件']],
    ['主要目标有哪些', ['社区商业网点覆盖率 90%', '外贸进出口总额 8%', '社会消费品零售总额 350亿元']],
  ])('lists what stands in the part that is named: %s', (question, expected) => {
    expect(outcome(ask(question))).toEqual(expected);
  });

  it('lists results, none of several years, where only the past is named', () => {
    expect(outcome(ask('去年有哪些成绩'))).toEqual([
      '外贸进出口总额 120亿元',
      '外贸进出口总额 6.5%',
      '社区商业网点覆盖率 85%',
      '新建便民菜市场 12个',
      '培训电商人员 3000人次',
    ]);
  });

  it('keeps to the kind of quantity that is asked for', async () => {
    const plan = await loadWords(
      '2025年工作要点\n一、任务\n做强主导产业3个。装备、电子两大主导产业产值分别达到78亿元和52亿元。',
    );
    expect(outcome(find(plan, '主导产业今年产值目标分别多少')).map((line) => line.split(' ').at(-1))).toEqual([
      '78亿元',
      '52亿元',
    ]);
  });

  it('keeps to the kind of quantity, and to the measure, that is asked for of a part', async () => {
    const plan = await loadWords(
      '2026年工作要点\n一、任务\n（一）产业\n做强主导产业3个。装备产值达到78亿元，电子产值达到52亿元，技改投资9亿元。\n（二）农业\n粮食产量20万吨，蔬菜产量30万吨，补贴资金2亿元。\n（三）旅游\n新建民宿20家，旅游产值4亿元。',
    );
    const values = (question: string) => outcome(find(plan, question)).map((line) => line.split(' ').at(-1));
    expect(values('产业这部分的产值目标分别是多少')).toEqual(['78亿元', '52亿元']);
    expect(values('农业这部分的目标分别多少吨')).toEqual(['20万吨', '30万吨']);
    expect(values('产业这部分的目标分别是多少')).toEqual(['3个', '78亿元', '52亿元', '9亿元']);
    // One figure is no list of its own.
    expect(values('旅游这部分的产值目标分别是多少')).toEqual(['20家', '4亿元']);
  });

  it('keeps to the unit that a measure word with 数 names', async () => {
    const plan = await loadWords(
      '2026年工作要点\n一、任务\n（一）医疗\n新增床位600张，新建医院2所，培训医生90人。急诊床位120张。\n（二）药品\n新增品种12种，种植药材9万亩，目录收录30种。',
    );
    const values = (question: string) => outcome(find(plan, question)).map((line) => line.split(' ').at(-1));
    expect(values('医疗方面的张数有哪些')).toEqual(['600张', '120张']);
    expect(values('药品方面对品种数各有什么要求')).toEqual(['12种', '30种']);
    // No figure is counted so; 人数 is said of people however they are counted.
    expect(values('医疗方面的辆数有哪些')).toEqual(['600张', '2所', '90人', '120张']);
    expect(values('医疗方面的人数有哪些')).toEqual(['600张', '2所', '90人', '120张']);
  });

  it('leaves the sum in where it is asked for beside its parts', async () => {
    const plan = await loadWords(
      '2026年工作要点\n一、任务\n两条产业链总产值2750亿元，其中绿色石化1350亿元、海工装备1400亿元。',
    );
    const values = (question: string) => outcome(find(plan, question)).map((line) => line.split(' ').at(-1));
    expect(values('两条产业链产值总的和各自的目标列一下')).toEqual(['2750亿元', '1350亿元', '1400亿元']);
    expect(values('两条产业链产值各自的目标列一下')).toEqual(['1350亿元', '1400亿元']);
  });

  it('lists results of several years where these are asked for', () => {
    expect(outcome(ask('五年来的数据有哪些'))).toEqual([expect.stringContaining('260家')]);
  });

  it('lists results of several years of the part that is named so, and of no other', async () => {
    const plan = await loadWords(
      '2026年政府工作报告\n一、2025年回顾\n——五年来，创新动能加速集聚。新增高企90家，建成平台12个。\n——五年来，民生福祉更加厚实。新增学位8000个，新建医院2家。\n2025年，新建公园5个，植树300株。\n二、任务\n新建学校6所，改造小区9个。',
    );
    const listed = (question: string) => outcome(find(plan, question)).map((line) => line.split(' ').at(-1));
    expect(listed('“五年来，创新动能加速集聚”那段里有哪些数据')).toEqual(['90家', '12个']);
    expect(listed('创新动能加速集聚那段里有哪些数据')).toEqual(['90家', '12个']);
    expect(listed('去年有哪些成绩')).toEqual(['5个', '300株']);
    expect(find(plan, '创新动能加速集聚那段今年有哪些数据').kind).toBe('refusal');
  });

  it('lists the row of a table that is called one, however short its name', async () => {
    const plan = await loadWords(
      '# 2026年计划\n\n## 一、指标\n\n| 指标 | 2025年实际 | 2026年目标 |\n| --- | --- | --- |\n| 新能源汽车 | 5万辆 | 6万辆 |\n| 失业率 | 5.2% | 5.5% |\n| 化肥 | 3万吨 | 2万吨 |\n',
      'plan.md',
    );
    const listed = (question: string) => outcome(find(plan, question)).map((line) => line.split(' ').at(-1));
    expect(listed('表里化肥那一行的数都报一下')).toEqual(['3万吨', '2万吨']);
    expect(listed('表里新能源汽车那一行有哪些数')).toEqual(['5万辆', '6万辆']);
    expect(listed('指标表里的数都报一下')).toHaveLength(6);
  });

  it('lists the row that is named of a table that is called by its number', async () => {
    const plan = await loadWords(
      '# 2026年计划\n\n## 一、指标\n\n表1 主要指标\n\n| 指标 | 2025年实际 | 2026年目标 |\n| --- | --- | --- |\n| 失业率 | 5.2% | 5.5% |\n| 化肥 | 3万吨 | 2万吨 |\n',
      'plan.md',
    );
    const listed = (question: string) => outcome(find(plan, question)).map((line) => line.split(' ').at(-1));
    expect(listed('附表1里化肥的数都报一下')).toEqual(['3万吨', '2万吨']);
    expect(listed('表1化肥的数都报一下')).toEqual(['3万吨', '2万吨']);
    expect(listed('表1里的数都报一下')).toHaveLength(4);
  });

  it('lists the table whose caption has the number that is named', async () => {
    const plan = await loadWords(
      '# 2026年计划\n\n## 一、指标\n\n表1 主要指标\n\n| 指标 | 2026年目标 |\n| --- | --- |\n| 就业人数（万人） | 6 |\n| 失业率 | 5.5% |\n\n表2 重点项目\n\n| 项目 | 2026年投资（亿元） |\n| --- | --- |\n| 水厂 | 3 |\n| 桥梁 | 9 |\n',
      'plan.md',
    );
    const listed = (question: string) => outcome(find(plan, question)).map((line) => line.split(' ').at(-1));
    expect(listed('表2里的目标都报一下')).toEqual(['3', '9']);
    expect(listed('表1里的目标都报一下')).toEqual(['6', '5.5%']);
    expect(listed('表3里的指标都报一下')).toEqual(['6', '5.5%']);
  });

  it('lists the rows below a line of a table that is named', async () => {
    const plan = await loadWords(
      '# 2026年要点\n\n## 一、任务分工\n\n| 任务 | 目标值 | 责任单位 |\n| --- | --- | --- |\n| 一、稳增长行动 | | |\n| 修路 | 9公里 | 交通局 |\n| 改造市场 | 2个 | 商务局 |\n| 二、建集群行动 | | |\n| 新建厂房 | 3座 | 工信局 |\n| 培训工人 | 90人 | 人社局 |\n\n## 二、建集群行动\n\n新增企业30家。\n',
      'plan.md',
    );
    const listed = (question: string) => outcome(find(plan, question)).map((line) => line.split(' ').at(-1));
    expect(listed('分工表里建集群行动下面的目标有哪些')).toEqual(['3座', '90人']);
    expect(listed('稳增长行动有哪些指标')).toEqual(['9公里', '2个']);
    // A part of the plan is called so, too.
    expect(listed('建集群行动有哪些指标')).toEqual(['30家']);
    expect(listed('分工表里的目标都列一下')).toHaveLength(4);
  });

  it('keeps the order of the document', () => {
    const list = ask('商圈有哪些指标');
    const ids = list.kind === 'list' ? list.figures.map(({ id }) => id) : [];
    expect(ids).toEqual(ids.toSorted((a, b) => a - b));
    expect(ids.length).toBeGreaterThan(1);
  });

  it('refuses a topic that the plan does not have', () => {
    expect(outcome(ask('航天有哪些指标'))).toEqual(['refused: unknown']);
  });
});
