import { describe, expect, it } from 'vitest';
import { fulfils } from '../../../src/answer/forms/fulfils.ts';
import type { Condition } from '../../../src/answer/question/query.ts';
import { loadWords, sampleText } from '../support.ts';
import { find, outcome } from './find.ts';

const sample = await loadWords(sampleText);

describe('findFilter', () => {
  it.each([
    ['哪些达到100%', ['消除隐患率 100%']],
    ['哪些不低于90%', ['社区商业网点覆盖率 90%', '消除隐患率 100%']],
    ['去年哪些达到85%', ['社区商业网点覆盖率 85%']],
    ['单位是件的有哪些', ['处理投诉 30件']],
    ['哪些超过50个', ['refused: unknown']],
    ['哪些指标是777%', ['refused: unknown']],
  ])('%s', (question, expected) => {
    expect(outcome(find(sample, question))).toEqual(expected);
  });
});

describe('findFilter of a part', () => {
  it('keeps to the part that is named by its heading or a word of it', async () => {
    const plan = await loadWords(
      '2026年工作要点\n一、2025年回顾\n培训医师90名。\n二、重点任务\n（一）加强人才队伍建设\n引进博士60名，招聘护士900人。死亡率控制在3‰以内。\n（二）改善条件\n选派医师700名，新增床位800张。',
    );
    expect(outcome(find(plan, '人才队伍建设这部分，人数在500以上的有哪些'))).toEqual(['招聘护士 900人']);
    expect(outcome(find(plan, '重点任务中以“名”为单位的有哪些'))).toEqual(['引进博士 60名', '选派医师 700名']);
    expect(outcome(find(plan, '用千分号‰的数据有哪些'))).toEqual(['死亡率 3‰']);
  });

  it('takes what stands below a heading that has the word for named so', async () => {
    const plan = await loadWords(
      '2026年工作要点\n一、任务\n（一）引育产业人才\n引进博士60名，招聘护士900名。\n（二）改善条件\n选派医师700名，新增床位800张。',
    );
    expect(outcome(find(plan, '人才指标里以“名”为单位的有哪些'))).toEqual(['引进博士 60名', '招聘护士 900名']);
    expect(outcome(find(plan, '人才指标里超过500名的有哪些'))).toEqual(['招聘护士 900名']);
    expect(outcome(find(plan, '超过500名的有哪些'))).toEqual(['招聘护士 900名', '选派医师 700名']);
  });
});

describe('findFilter of tables', () => {
  it('reads the unit of a row or column, and both periods where both are named', async () => {
    const plan = await loadWords(
      '# 2025年计划\n\n## 一、指标\n\n| 指标 | 2024年实际 | 2025年目标 | 增长 |\n| --- | --- | --- | --- |\n| 接待游客（万人次） | 210 | 230 | 9.5% |\n| 旅游收入（亿元） | 12 | 14 | 16.7% |\n\n## 二、任务\n\n博物馆年参观40万人次，发放补贴30万元。去年图书馆接待20万人次。\n',
      'plan.md',
    );
    const values = (question: string) => outcome(find(plan, question)).map((line) => line.split(' ').at(-1));
    expect(values('2025年目标中以“万人次”为单位的有哪些')).toEqual(['230', '40万人次']);
    expect(values('以“万人次”为单位的数有哪些，去年今年都算上')).toEqual(['210', '230', '40万人次', '20万人次']);
    expect(values('指标表里2025年的目标值挨个报')).toEqual(['230', '14']);
  });
});

describe('findFilter of one table or unit', () => {
  const values = (loaded: Awaited<ReturnType<typeof loadWords>>, question: string) =>
    outcome(find(loaded, question)).map((line) => line.split(' ').at(-1));

  it('keeps to the table whose caption has the number that is named', async () => {
    const plan = await loadWords(
      '# 2026年计划\n\n## 一、产业\n\n表1 主要指标\n\n| 指标 | 2026年目标 |\n| --- | --- |\n| 产值 | 9亿元 |\n| 投资 | 3亿元 |\n\n表2 重点项目\n\n| 项目 | 2026年投资 |\n| --- | --- |\n| 水厂 | 4亿元 |\n| 桥梁 | 8亿元 |\n',
      'plan.md',
    );
    expect(values(plan, '项目表（表2）里超过5亿元的有哪些')).toEqual(['8亿元']);
    expect(values(plan, '项目表（表1）里超过5亿元的有哪些')).toEqual(['9亿元']);
    expect(values(plan, '项目表里超过5亿元的有哪些')).toEqual(['9亿元', '8亿元']);
    expect(values(plan, '项目表（表4）里超过5亿元的有哪些')).toEqual(['9亿元', '8亿元']);
  });

  it('takes all figures of a unit that is named, not those of a column only', async () => {
    const plan = await loadWords(
      '# 2026年计划\n\n## 一、任务\n\n| 乡镇 | 技改项目（个） | 产业投资（万元） |\n| --- | --- | --- |\n| 东山镇 | 60 | 9000 |\n| 西河镇 | 75 | 21000 |\n\n发放产业投资补贴300万元，培训干部12次。\n',
      'plan.md',
    );
    expect(values(plan, '今年以“万元”为单位的产业投资任务有哪些')).toEqual(['9000', '21000', '300万元']);
    expect(values(plan, '产业投资超过1万元的乡镇有哪些')).toEqual(['9000', '21000']);
  });

  it('takes what is measured, and what is done, for no part of the plan', async () => {
    const plan = await loadWords(
      '2026年工作要点\n一、工业投资\n完成工业投资3亿元。\n二、民生\n新建水厂投资6亿元，改造管网投资5000万元。',
    );
    expect(values(plan, '今年投资超过1亿元的有哪些')).toEqual(['3亿元', '6亿元']);
    expect(values(plan, '今年新建的投资超过1亿元的有哪些')).toEqual(['3亿元', '6亿元']);
    expect(values(plan, '今年工业投资超过1亿元的有哪些')).toEqual(['3亿元']);
  });
});

const budget = await loadWords(`2025年财政工作要点
一、2024年工作回顾
税收收入增长21%，土地收入下降26%，债务利息支出下降30%，民生支出增长8%。
二、2025年任务
安排教育资金1.3亿元，安排交通资金9000万元，争取债券12亿元。新建粮库6座、改造单位食堂4座，绿化8公顷，培训干部1.2万人。
`);

describe('findFilter of amounts and changes', () => {
  it.each([
    ['今年金额上亿元的有哪几笔', ['1.3亿元', '12亿元']],
    ['今年过十亿的资金有哪些', ['12亿元']],
    ['今年人数上万的任务有哪些', ['1.2万人']],
    ['去年增幅在20%以上的有哪些', ['21%']],
    ['去年下降的指标有哪些', ['26%', '30%']],
    ['去年增长的指标有哪些', ['21%', '8%']],
    ['去年降幅超过25%的有哪些', ['26%', '30%']],
    ['今年的任务里单位是“座”的有哪些', ['6座', '4座']],
    ['今年的工作里，用“公顷”计的有哪些', ['8公顷']],
    ['今年以“座”为单位的任务有哪几项', ['6座', '4座']],
    ['今年哪些任务超过100亩', ['8公顷']],
    ['今年哪些是按亿元算的', ['1.3亿元', '12亿元']],
  ])('%s', (question, expected) => {
    expect(outcome(find(budget, question)).map((line) => line.split(' ').at(-1))).toEqual(expected);
  });
});

describe('fulfils', () => {
  const figure = sample.figures.find(({ quantity }) => quantity.text === '15个')!;
  const bound = (operator: Condition['operator'], value: number, unit = '个'): Condition => ({ operator, value, unit });

  it.each<[Condition['operator'], number, boolean]>([
    ['=', 15, true],
    ['=', 14, false],
    ['>=', 15, true],
    ['>=', 16, false],
    ['>', 15, false],
    ['>', 14, true],
    ['<=', 15, true],
    ['<=', 14, false],
    ['<', 15, false],
    ['<', 16, true],
  ])('15 %s %d: %s', (operator, value, expected) => {
    expect(fulfils(figure, bound(operator, value))).toBe(expected);
  });

  it('compares nothing of another unit, nor what has no value', () => {
    expect(fulfils(figure, bound('>=', 1, '家'))).toBe(false);
    expect(fulfils({ ...figure, quantity: { ...figure.quantity, value: null } }, bound('>=', 1))).toBe(false);
  });

  it('takes a range by its nearer end', () => {
    const range = { ...figure, quantity: { ...figure.quantity, value: null, range: [10, 20] as const } };
    expect(fulfils(range, bound('>=', 10))).toBe(true);
    expect(fulfils(range, bound('>=', 15))).toBe(false);
    expect(fulfils(range, bound('<=', 20))).toBe(true);
    expect(fulfils(range, bound('=', 10))).toBe(false);
  });

  it('reads a unit and a bound that stand for the whole document', async () => {
    const plan = await loadWords(
      '2026年工作要点\n一、任务\n改造危桥64座，新建变电站3座，剩余1150套全部交付。\n二、资金\n争取资金3亿元，完成投资5000万元，培训5200人次。',
    );
    expect(outcome(find(plan, '用“座”作单位的数有哪些，全部列出来'))).toHaveLength(2);
    expect(outcome(find(plan, '帮我找以人次计的数'))).toEqual([expect.stringContaining('5200人次')]);
    expect(outcome(find(plan, '全文金额在1亿元以上的'))).toEqual([expect.stringContaining('3亿元')]);
    expect(outcome(find(plan, '投资不足1亿元的'))).toEqual([expect.stringContaining('5000万元')]);
  });

  it('takes a word of the question for a kind of row only where it names one', async () => {
    const plan = await loadWords(
      `# 2025年工作要点

## 重点项目

| 项目 | 2025年投资（万元） | 类型 |
| --- | --- | --- |
| 甲园 | 320 | 新建 |
| 乙园 | 450 | 续建 |

## 教育

新建学校6所。
`,
      'plan.md',
    );
    expect(outcome(find(plan, '今年新建几所学校'))).toEqual([expect.stringContaining('6所')]);
    expect(outcome(find(plan, '新建项目有哪些，各投多少'))).toEqual([expect.stringContaining('320')]);
  });

  it('takes the rows of a kind that is called their 属性, and a unit with a bracket', async () => {
    const plan = await loadWords(
      '# 2026年计划\n\n## 一、目标\n\n| 指标 | 2026年目标 | 属性 |\n| --- | --- | --- |\n| 产值增速 | 8% | 预期性 |\n| 能耗降幅 | 3% | 约束性 |\n\n更新设备4.5万台（套），生产机器人5.2万台。\n',
      'plan.md',
    );
    const values = (question: string) => outcome(find(plan, question)).map((line) => line.split(' ').at(-1));
    expect(values('目标表里属性是约束性的有哪几项')).toEqual(['3%']);
    expect(values('今年任务里单位是“万台（套）”的有哪些')).toEqual(['4.5万台（套）']);
  });
});
