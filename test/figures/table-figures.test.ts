import { describe, expect, it } from 'vitest';
import { extractFigures } from '../../src/figures/extract-figures.ts';
import type { Figure } from '../../src/figures/figure.ts';
import { readPlanText } from '../support/read-plan.ts';

/** The figures of a table in a Markdown plan for 2025. */
async function inTable(rows: readonly string[], heading = '一、主要指标'): Promise<Figure[]> {
  const [header = '', ...body] = rows;
  const rule = `|${' --- |'.repeat(header.split('|').length - 2)}`;
  const plan = await readPlanText(
    `# 2025年工作计划\n\n## ${heading}\n\n${[header, rule, ...body].join('\n')}\n`,
    'plan.md',
  );
  const figures = extractFigures(plan);
  for (const { quantity } of figures)
    expect(plan.document.text.slice(quantity.start, quantity.end)).toBe(quantity.text);
  return figures;
}
const line = ({ indicator, quantity, period, year }: Figure): unknown[] => [indicator, quantity.text, period, year];

describe('the figures of a table', () => {
  it('takes the row for the indicator and the column for period and year', async () => {
    const figures = await inTable([
      '| 指标 | 2024年实际 | 2025年目标 |',
      '| 森林覆盖率 | 61.2% | 61.5% |',
      '| 新建学校 | 3所 | 5所 |',
    ]);
    expect(figures.map(line)).toEqual([
      ['森林覆盖率', '61.2%', 'achieved', 2024],
      ['森林覆盖率', '61.5%', 'target', 2025],
      ['新建学校', '3所', 'achieved', 2024],
      ['新建学校', '5所', 'target', 2025],
    ]);
  });

  it('takes the unit of a bare number from its own column, the heading or the row', async () => {
    const byColumn = await inTable([
      '| 指标 | 单位 | 目标值 |',
      '| 工业产值 | 亿元 | 612.4 |',
      '| 用电量 | 亿千瓦时 | 8.6 |',
      '| 粮食产量 | 万千克 | 3 |',
    ]);
    expect(
      byColumn.map(({ quantity }) => [quantity.text, quantity.value, quantity.unit, quantity.unitElsewhere]),
    ).toEqual([
      ['612.4', 61_240_000_000, '元', '亿元'],
      ['8.6', 860_000_000, '千瓦时', '亿千瓦时'],
      ['3', 30_000, '千克', '万千克'],
    ]);
    const [byHeading] = await inTable(['| 项目 | 面积（亩） |', '| 人工造林 | 300 |']);
    expect(byHeading!.quantity).toMatchObject({ text: '300', value: 300, unit: '亩' });
    const [byRow] = await inTable(['| 指标 | 目标值 |', '| 参保人数（万人） | 42 |']);
    expect(byRow).toMatchObject({
      indicator: '参保人数',
      quantity: { value: 420_000, unit: '人', unitElsewhere: '万人' },
    });
  });

  it('keeps bounds, ranges and growth of a cell', async () => {
    const figures = await inTable([
      '| 指标 | 单位 | 目标值 |',
      '| 优良率 | % | ≥95 |',
      '| 床位 | 张 | 15—20 |',
      '| 产值 | % | 增长8左右 |',
      '| 失业率 | % | 5以内 |',
    ]);
    expect(
      figures.map(({ quantity, aspect }) => [
        quantity.text,
        quantity.value,
        quantity.range,
        quantity.qualifier,
        aspect,
      ]),
    ).toEqual([
      ['95', 95, null, '≥', 'level'],
      ['15—20', null, [15, 20], null, 'level'],
      ['8', 8, null, '增长…左右', 'change'],
      ['5', 5, null, '以内', 'level'],
    ]);
  });

  it('gives the row’s 责任单位 and 完成时限 to its figures', async () => {
    const [figure] = await inTable([
      '| 任务 | 目标值 | 责任单位 | 完成时限 |',
      '| 新建公园 | 5个 | 市园林局、市住建局 | 6月底 |',
    ]);
    expect(figure!.owner?.text).toBe('市园林局、市住建局');
    expect(figure!.deadline?.text).toBe('6月底');
  });

  it('reads figures inside a cell of words', async () => {
    const figures = await inTable(['| 任务 | 工作内容 |', '| 水利 | 新建水闸2座，治理河道15公里 |']);
    expect(figures.map(({ indicator, quantity }) => [indicator, quantity.text])).toEqual([
      ['新建水闸', '2座'],
      ['治理河道', '15公里'],
    ]);
  });

  it('takes numbers of rows, dates and owners for no figures', async () => {
    const figures = await inTable([
      '| 序号 | 任务 | 责任单位 | 完成时限 |',
      '| 1 | 推进改革 | 第3科室 | 2025年6月30日 |',
      '| 2 | 加强宣传 | 12345热线中心 | 11月底 |',
    ]);
    expect(figures).toEqual([]);
  });

  it('takes a table of a review for results where no column says when', async () => {
    const figures = await inTable(['| 指标 | 数值 |', '| 新建学校 | 3所 |'], '一、2024年工作回顾');
    expect(figures.map(line)).toEqual([['新建学校', '3所', 'achieved', 2024]]);
  });

  it('names a row by its first name, not by a column that describes it with quantities', async () => {
    const figures = await inTable([
      '| 项目 | 建设内容 | 总投资（万元） | 年度计划投资（万元） | 责任单位 |',
      '| 城南水厂 | 厂房面积2万平方米，水池6座 | 30000 | 8000 | 水务局 |',
      '| 北山公园 | 步道5公里 | 4200 | 2100 | — |',
      '| 合计 | — | 34200 | 10100 | — |',
    ]);
    expect(figures.map(({ indicator, quantity, role }) => [indicator, quantity.text, role])).toEqual([
      ['城南水厂厂房面积', '2万平方米', 'figure'],
      ['城南水厂水池', '6座', 'figure'],
      ['城南水厂总投资', '30000', 'figure'],
      ['城南水厂年度计划投资', '8000', 'figure'],
      ['北山公园步道', '5公里', 'figure'],
      ['北山公园总投资', '4200', 'figure'],
      ['北山公园年度计划投资', '2100', 'figure'],
      ['合计总投资', '34200', 'total'],
      ['合计年度计划投资', '10100', 'total'],
    ]);
    expect(figures[2]!.quantity).toMatchObject({ value: 300_000_000, unit: '元', unitElsewhere: '万元' });
    expect(figures[4]!.owner).toBeNull();
  });

  it('names a row by the inner one of two columns below one heading', async () => {
    const figures = await inTable([
      '| 地区 | 地区 | 新建公厕（座） |',
      '| 中心城区 | 澜江区 | 4 |',
      '| 中心城区 | 望溪区 | 6 |',
      '| 白石县 | 白石县 | 9 |',
    ]);
    expect(figures.map(({ indicator }) => indicator)).toEqual(['澜江区新建公厕', '望溪区新建公厕', '白石县新建公厕']);
  });

  it('names a row by its first words where each column has a heading of its own', async () => {
    const [figure] = await inTable(['| 地区 | 底子 | 新建公厕（座） |', '| 老城 | 薄弱 | 4 |']);
    expect(figure!.indicator).toBe('老城新建公厕');
  });

  it('keeps an age in a name from making the column a description', async () => {
    const figures = await inTable(['| 类别 | 指标 | 目标值 |', '| 教育 | 6岁以下儿童入园率 | 91% |']);
    expect(figures.at(-1)).toMatchObject({ indicator: '6岁以下儿童入园率', quantity: { text: '91%' } });
  });

  it('leaves general words of a heading out, and takes the noun of a cell that has one', async () => {
    const figures = await inTable([
      '| 重点任务 | 具体目标 |',
      '| 社区食堂建设 | 12家 |',
      '| 急救站点布局 | 新增9个，平均反应时间10分钟以内 |',
      '| 数字教室创建 | 建成率88% |',
    ]);
    expect(figures.map(({ indicator }) => indicator)).toEqual([
      '社区食堂建设',
      '急救站点布局新增',
      '急救站点布局平均反应时间',
      '数字教室创建建成率',
    ]);
  });

  it('takes a column of growth for changes', async () => {
    const figures = await inTable(['| 乡镇 | 工业增加值增速 | 新增企业（家） |', '| 东河镇 | 8.3% | 4 |']);
    expect(figures.map(({ indicator, aspect, quantity }) => [indicator, aspect, quantity.unit])).toEqual([
      ['东河镇工业增加值增速', 'change', '%'],
      ['东河镇新增企业', 'level', '家'],
    ]);
  });

  it('tells the whole of a project from the part of one year, and dates and owners by their headings', async () => {
    const figures = await inTable([
      '| 项目名称 | 建设规模 | 总投资（万元） | 2025年投资（万元） | 分管领导 | 竣工时间 |',
      '| 河东水厂 | 日供水由2万吨提升到3万吨 | 5200 | 1800 | 周文 | 2026年5月 |',
    ]);
    expect(figures.map(({ indicator, quantity, period, year }) => [indicator, quantity.text, period, year])).toEqual([
      ['河东水厂日供水', '2万吨', 'achieved', null],
      ['河东水厂日供水', '3万吨', 'target', 2025],
      ['河东水厂总投资', '5200', 'target', null],
      ['河东水厂投资', '1800', 'target', 2025],
    ]);
    expect(figures.at(-1)).toMatchObject({ owner: { text: '周文' }, deadline: { text: '2026年5月' } });
  });
});

describe('columns that share what they measure', () => {
  it('takes the noun of the result for the target beside it', async () => {
    const figures = await inTable(['| 产业链 | 2024年产值 | 2025年目标 |', '| 生物医药 | 124亿元 | 140亿元 |']);
    expect(figures.map(line)).toEqual([
      ['生物医药产值', '124亿元', 'achieved', 2024],
      ['生物医药产值', '140亿元', 'target', 2025],
    ]);
  });

  it('tells what had been planned for the last year from what was reached', async () => {
    const figures = await inTable([
      '| 指标 | 2024年目标 | 2024年实际 | 2025年目标 |',
      '| 优良率 | 52% | 50.7% | 54% |',
    ]);
    expect(figures.map(({ quantity, period, year }) => [quantity.text, period, year])).toEqual([
      ['52%', 'target', 2024],
      ['50.7%', 'achieved', 2024],
      ['54%', 'target', 2025],
    ]);
  });
});

describe('a table that has its years in rows', () => {
  it('takes the column for the indicator and the row for period and year', async () => {
    const figures = await inTable([
      '| 年度 | 新建公园（个） | 绿化率 |',
      '| 2024年实际 | 12 | 41% |',
      '| 2025年目标 | 15 | 42% |',
    ]);
    expect(figures.map(line)).toEqual([
      ['新建公园', '12', 'achieved', 2024],
      ['绿化率', '41%', 'achieved', 2024],
      ['新建公园', '15', 'target', 2025],
      ['绿化率', '42%', 'target', 2025],
    ]);
  });

  it('leaves a row its name that is more than a time', async () => {
    const figures = await inTable(['| 类别 | 新建公园（个） |', '| 2025年重点项目 | 9 |']);
    expect(figures.map(line)).toEqual([['2025年重点项目新建公园', '9', 'target', 2025]]);
  });
});

describe('a growth beside its level', () => {
  it('is of the time of that level where its column has none', async () => {
    const figures = await inTable([
      '| 产业 | 2024年营业收入（亿元） | 同比增速（%） | 2025年目标（亿元） |',
      '| 电池 | 98 | 6.1 | 110 |',
    ]);
    expect(figures.map(line)).toEqual([
      ['电池营业收入', '98', 'achieved', 2024],
      ['电池同比增速', '6.1', 'achieved', 2024],
      ['电池营业收入', '110', 'target', 2025],
    ]);
  });

  it('keeps a time of its own, and takes none from a column that is no level or stands behind it', async () => {
    const own = await inTable(['| 产业 | 2024年营业收入（亿元） | 2025年增速（%） |', '| 电池 | 98 | 6.1 |']);
    expect(own.map(line)).toContainEqual(['电池增速', '6.1', 'target', 2025]);
    const behind = await inTable(['| 产业 | 同比增速（%） | 2024年营业收入（亿元） |', '| 电池 | 6.1 | 98 |']);
    expect(behind.map(line)).toContainEqual(['电池同比增速', '6.1', 'target', 2025]);
  });
});

describe('a bare number of a cell', () => {
  it.each([
    ['-3.5', -3.5],
    ['−3.5', -3.5],
    ['－2', -2],
  ])('may be below zero: %s', async (cell, value) => {
    const [figure] = await inTable(['| 产业 | 同比增速（%） |', `| 钢铁 | ${cell} |`]);
    expect(figure).toMatchObject({ aspect: 'change', quantity: { text: cell, value, unit: '%' } });
  });

  it('may count in 万, and still be a range or nothing at all', async () => {
    const figures = await inTable([
      '| 产业 | 2025年目标（亿元） |',
      '| 钢铁 | 1.2万 |',
      '| 电池 | 12-15 |',
      '| 纺织 | - |',
    ]);
    expect(figures.map(({ quantity }) => [quantity.text, quantity.value, quantity.range])).toEqual([
      ['1.2万', 1_200_000_000_000, null],
      ['12-15', null, [1_200_000_000, 1_500_000_000]],
    ]);
  });
});
