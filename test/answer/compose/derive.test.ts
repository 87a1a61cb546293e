import { describe, expect, it } from 'vitest';
import type { Derived, PlanFigure } from '../../../src/answer/answer.ts';
import { derive } from '../../../src/answer/compose/derive.ts';
import { loadWords } from '../support.ts';

/** The figures of a plan with this task, in document order. */
async function figuresOf(task: string, review = ''): Promise<PlanFigure[]> {
  const text = `2025年工作要点\n一、2024年回顾\n${review}\n二、2025年任务\n${task}\n`;
  const { plan, figures } = await loadWords(text);
  return figures.map((figure) => ({ plan, figure }));
}

const shown = (derived: Derived | null) => derived && { value: derived.value, unit: derived.unit, text: derived.text };

describe('derive', () => {
  it('adds in decimal arithmetic', async () => {
    expect(shown(derive('sum', await figuresOf('改造管网0.1公里，新建管网0.2公里。')))).toEqual({
      value: 0.3,
      unit: '公里',
      text: '以上合计0.3公里（推算）',
    });
  });

  it('states a rise over years without a year for where it began', async () => {
    const { plan, figures } = await loadWords('2026年政府工作报告\n一、“十四五”成就\n规上企业由41家增加到68家。');
    const [from, to] = figures.map((figure) => ({ plan, figure }));
    expect(shown(derive('difference', [from!, to!]))?.text).toBe('增加27家（推算）');
  });

  it('tells of two things the one named first by the other', async () => {
    const [few, many] = await figuresOf('改造学校12所，新建幼儿园15所。');
    expect(shown(derive('difference', [few!, many!]))).toEqual({
      value: 3,
      unit: '所',
      text: '改造学校比新建幼儿园少3所（推算）',
    });
    expect(shown(derive('difference', [many!, few!]))).toMatchObject({
      value: -3,
      text: '新建幼儿园比改造学校多3所（推算）',
    });
  });

  it('names two periods of one indicator by their times', async () => {
    const figures = await figuresOf('新建口袋公园15个。', '新建口袋公园12个。');
    expect(derive('difference', figures)?.text).toBe('2025年目标比2024年完成数多3个（推算）');
  });

  it('gives the difference of percentages in 个百分点', async () => {
    const figures = await figuresOf('垃圾分类覆盖率达到92.3%。', '垃圾分类覆盖率达到89.4%。');
    expect(shown(derive('difference', figures))).toEqual({
      value: 2.9,
      unit: '%',
      text: '2025年目标比2024年完成数高2.9个百分点（推算）',
    });
  });

  it('says no more than the numbers where a figure is a bound', async () => {
    const figures = await figuresOf('垃圾分类覆盖率达到93%以上。', '垃圾分类覆盖率达到93%。');
    expect(shown(derive('difference', figures))).toMatchObject({
      value: 0,
      text: '2025年目标与2024年完成数按数值持平（推算）',
    });
  });

  it('keeps the scale that both figures are printed in', async () => {
    const places = await figuresOf('甲县高标准农田9万亩，乙县高标准农田8.2万亩。');
    expect(derive('difference', places)?.text).toContain('0.8万亩');
    const incomes = await figuresOf('城镇居民收入38620元，农村居民收入21450元。');
    expect(derive('difference', incomes)?.text).toContain('17170元');
  });

  it('takes a scale for a sum only from all that is added', async () => {
    const mixed = await figuresOf('甲县补助5000万元，乙县补助6000万元，丙县补助3亿元。');
    expect(derive('sum', mixed)?.text).toContain('4.1亿元');
  });

  it('shows large amounts in 万 and 亿', async () => {
    const figures = await figuresOf('人工造林2.5万亩，封山育林5万亩。');
    expect(derive('sum', figures)?.text).toBe('以上合计7.5万亩（推算）');
    const money = await figuresOf('完成工业投资120.5亿元，争取上级资金8000万元。');
    expect(shown(derive('sum', money))).toEqual({
      value: 12_130_000_000,
      unit: '元',
      text: '以上合计121.3亿元（推算）',
    });
  });

  it('compares Chinese numerals with Arabic ones', async () => {
    const figures = await figuresOf('培育龙头企业二十家，培育小微企业35家。');
    expect(derive('difference', figures)?.text).toBe('培育龙头企业比培育小微企业少15家（推算）');
  });

  it('names the highest and the lowest, several where they are equal', async () => {
    const figures = await figuresOf('新建小学3所，新建中学5所，新建幼儿园5所。');
    expect(shown(derive('highest', figures))).toEqual({
      value: null,
      unit: null,
      text: '新建中学、新建幼儿园最高（推算）',
    });
    expect(derive('lowest', figures)?.text).toBe('新建小学最低（推算）');
  });

  it('states a share of the first in the second, about where it is rounded', async () => {
    expect(shown(derive('share', await figuresOf('移送案件20件，查处案件80件。')))).toEqual({
      value: 25,
      unit: '%',
      text: '移送案件占查处案件的25%（推算）',
    });
    expect(shown(derive('share', await figuresOf('办结投诉47起，受理投诉60起。')))).toEqual({
      value: 78.3,
      unit: '%',
      text: '办结投诉约占受理投诉的78.3%（推算）',
    });
  });

  it('states no share of nothing, of three, or of what stays open', async () => {
    const three = await figuresOf('新建小学3所，新建中学5所，新建幼儿园9所。');
    expect(derive('share', three)).toBeNull();
    expect(derive('share', three.slice(0, 1))).toBeNull();
    expect(derive('share', await figuresOf('移送案件20件，查处案件0件。'))).toBeNull();
    expect(derive('share', await figuresOf('新建公路3公里，新建学校5所。'))).toBeNull();
    expect(derive('share', await figuresOf('新建小学3—5所，新建中学5所。'))).toBeNull();
  });

  it('keeps the figures that it comes from', async () => {
    const figures = await figuresOf('新建小学3所，新建中学5所。');
    expect(derive('sum', figures)?.from).toEqual(figures);
  });

  it.each([
    ['another unit', '新建公路3公里，新建学校5所。'],
    ['a range', '新建小学3—5所，新建中学5所。'],
    ['a fraction', '垃圾分类覆盖率达到三分之二，垃圾回收率达到50%。'],
    ['a change beside a level', '绿色产业产值占比30%，绿色产业产值增长8%。'],
  ])('derives nothing from %s', async (_, task) => {
    const figures = await figuresOf(task);
    expect(figures).toHaveLength(2);
    for (const operation of ['sum', 'difference', 'highest', 'lowest'] as const)
      expect(derive(operation, figures)).toBeNull();
  });

  it('derives nothing from one figure, and no difference from three', async () => {
    const figures = await figuresOf('新建小学3所，新建中学5所，新建幼儿园9所。');
    expect(derive('sum', [])).toBeNull();
    expect(derive('sum', figures.slice(0, 1))).toBeNull();
    expect(derive('difference', figures)).toBeNull();
  });

  it('counts table cells in the unit of their column', async () => {
    const { plan, figures } = await loadWords(
      '# 2025年工作要点\n\n| 指标 | 单位 | 2025年目标 |\n| --- | --- | --- |\n| 小学在校人数 | 万人 | 1.8 |\n| 中学在校人数 | 万人 | 1.2 |\n',
      'plan.md',
    );
    const from = figures.map((figure) => ({ plan, figure }));
    expect(derive('sum', from)?.text).toBe('以上合计3万人（推算）');
    expect(derive('difference', from)?.text).toBe('小学在校人数比中学在校人数多0.6万人（推算）');
  });
});
