import { describe, expect, it } from 'vitest';
import { groupOf, placeOfRow } from '../../src/plan/table-text.ts';
import { readPlanText } from '../support/read-plan.ts';

describe('groupOf', () => {
  it('is the line over several columns that a row stands below', async () => {
    const plan = await readPlanText(
      '# 2025年要点\n\n| 任务 | 目标值 | 责任单位 |\n| --- | --- | --- |\n| 修路 | 9公里 | 交通局 |\n| 建集群行动 | | |\n| 新建厂房 | 3座 | 工信局 |\n| 共5项：略 | | |\n| 培训工人 | 90人 | 人社局 |\n',
      'plan.md',
    );
    const groups = plan.passages.map(({ table }) => table && groupOf(table.block, table.row));
    expect(groups).toEqual([null, null, '建集群行动', '建集群行动', '建集群行动']);
  });

  it('is none in a table of two columns', async () => {
    const plan = await readPlanText(
      '# 2025年要点\n\n| 任务 | 目标值 |\n| --- | --- |\n| 建集群行动 | |\n| 新建厂房 | 3座 |\n',
      'plan.md',
    );
    expect(plan.passages.map(({ table }) => table && groupOf(table.block, table.row))).toEqual([null, null]);
  });
});

describe('placeOfRow', () => {
  it('is the place whose row it is, behind its number too', async () => {
    const plan = await readPlanText(
      '# 2025年要点\n\n| 序号 | 县区 | 目标值 |\n| --- | --- | --- |\n| 1 | 澜江区 | 16 |\n| 2 | 合计 | 48 |\n| 3 | 修路 | 澜江区 |\n',
      'plan.md',
    );
    const places = plan.passages.flatMap(({ table }) => (table ? [placeOfRow(table.block, table.row)] : []));
    expect(places).toEqual(['澜江区', null, null]);
  });

  it('is the inner one of two columns below one heading', async () => {
    const plan = await readPlanText(
      '# 2025年要点\n\n| 地区 | 地区 | 新建公厕（座） | 责任单位 |\n| --- | --- | --- | --- |\n| 中心城区 | 澜江区 | 4 | 望溪区 |\n| 白石县 | 白石县 | 9 | 望溪区 |\n| 中心城区 | 小计 | 13 | 望溪区 |\n',
      'plan.md',
    );
    const places = plan.passages.flatMap(({ table }) => (table ? [placeOfRow(table.block, table.row)] : []));
    expect(places).toEqual(['澜江区', '白石县', null]);
  });
});
