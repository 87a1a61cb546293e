import { describe, expect, it } from 'vitest';
import { columnRole, rowWhen } from '../../src/figures/table-columns.ts';
import { readPlanText } from '../support/read-plan.ts';

describe('columnRole', async () => {
  const plan = await readPlanText('2025年工作要点\n\n一、任务\n新建3所。');

  it.each([
    ['序号', 'index'],
    ['计量单位', 'unit'],
    ['单位', 'unit'],
    ['责任单位', 'owner'],
    ['牵头部门', 'owner'],
    ['完成时限', 'deadline'],
    ['时间节点', 'deadline'],
    ['指标名称', 'label'],
    ['工作任务', 'label'],
    ['备注', 'remark'],
    ['指标属性', 'remark'],
  ] as const)('knows what %s holds', (heading, kind) => {
    expect(columnRole(heading, plan)).toMatchObject({ kind });
  });

  it.each([
    ['2024年实际', 'achieved', 2024],
    ['2024年完成情况', 'achieved', 2024],
    ['上年实绩', 'achieved', null],
    ['2025年目标', 'target', 2025],
    ['目标值', 'target', 2025],
    ['2025年 计划', 'target', 2025],
    ['２０２５年目标', 'target', 2025],
  ] as const)('knows when the values under %s hold', (heading, period, year) => {
    expect(columnRole(heading, plan)).toMatchObject({ kind: 'value', when: { period, year }, measure: '' });
  });

  it.each([
    ['具体目标', ''],
    ['增速目标 工业增加值增速', '工业增加值增速'],
    ['数量目标 新增企业（家）', '新增企业'],
    ['总投资（万元）', '总投资'],
    ['年度计划投资（万元）', '年度计划投资'],
    ['标准厂房面积', '标准厂房面积'],
  ])('takes from %s what is measured: %s', (heading, measure) => {
    expect(columnRole(heading, plan)).toMatchObject({ kind: 'value', measure });
  });

  it('adds to the indicator what the heading measures', () => {
    expect(columnRole('同比增长（%）', plan)).toMatchObject({ kind: 'value', measure: '同比增长', change: true });
    expect(columnRole('2025年投资', plan)).toMatchObject({ kind: 'value', measure: '投资', change: false });
  });

  it('leaves the time of a heading open that tells none', () => {
    expect(columnRole('面积（亩）', plan)).toMatchObject({ kind: 'value', when: null });
  });
});

describe('rowWhen', async () => {
  const plan = await readPlanText('2025年工作要点\n\n一、任务\n新建3所。');

  it.each([
    ['2024年实际', 'achieved', 2024],
    ['2025年目标', 'target', 2025],
    ['２０２５年 计划', 'target', 2025],
  ] as const)('knows when a row holds that is headed %s', (label, period, year) => {
    expect(rowWhen(label, plan)).toMatchObject({ period, year });
  });

  it.each(['2025年重点项目', '实际', '目标值', '新建学校', ''])('finds no time of its own in “%s”', (label) => {
    expect(rowWhen(label, plan)).toBeNull();
  });
});
