import { describe, expect, it } from 'vitest';
import {
  readArithmetic,
  readCondition,
  readUnitFilter,
  withoutCondition,
  readOtherBound,
} from '../../../src/answer/question/read-condition.ts';

describe('readCondition', () => {
  it.each([
    ['哪些达到100%', '=', 100, '%'],
    ['写着100%的', '=', 100, '%'],
    ['哪些要求达到95%以上', '>=', 95, '%'],
    ['不低于95%的', '>=', 95, '%'],
    ['数量上万的有哪些', '>=', 10000, ''],
    ['人数在500以上的任务', '>=', 500, '人'],
    ['至少20家', '>=', 20, '家'],
    ['2万亩以上的有哪些', '>=', 20000, '亩'],
    ['超过50公里的', '>', 50, '公里'],
    ['高过8%的', '>', 8, '%'],
    ['定得比96%还高的', '>', 96, '%'],
    ['比10%低的', '<', 10, '%'],
    ['数量在10万以上的是哪几个', '>=', 100000, ''],
    ['金额在1亿元到5亿元之间的', '>=', 100000000, '元'],
    ['不超过三十件', '<=', 30, '件'],
    ['控制在20小时以内', '<=', 20, '小时'],
    ['低于10%', '<', 10, '%'],
    ['不足5个', '<', 5, '个'],
    ['金额上亿元的有哪几笔', '>=', 100000000, '元'],
    ['投资过百万的有哪些', '>=', 1000000, '元'],
    ['上千人的活动', '>=', 1000, '人'],
    ['金额超过100亿的有哪些', '>', 10000000000, '元'],
    ['超过60的县区有哪些', '>', 60, ''],
    ['80以上的有哪些', '>=', 80, ''],
    ['95%或者更高的有哪些', '>=', 95, '%'],
    ['1亿元往上的有哪些', '>=', 100000000, '元'],
    ['20家或更少的有哪些', '<=', 20, '家'],
    ['500人往下的有哪些', '<=', 500, '人'],
  ])('reads the bound of %s', (question, operator, value, unit) => {
    expect(readCondition(question)).toEqual({ operator, value, unit });
  });

  it.each(['新建80公里管网', '哪些指标最高', '3年以内', '“六个百分百”的要求', 'PM2.5的目标', ''])(
    'finds no bound in %s',
    (question) => {
      expect(readCondition(question)).toBeNull();
    },
  );
});

describe('withoutCondition', () => {
  it.each([
    ['重点项目里哪些投资超过2亿元', '重点项目里哪些投资|'],
    ['哪些比率不低于95%', '哪些比率|'],
    ['金额上亿元的有哪几笔', '金额|的有哪几笔'],
    ['控制在20小时以内的有哪些', '|的有哪些'],
    ['单位是公里的有哪些', '|的有哪些'],
    ['达到95%或者更高的有哪些', '|的有哪些'],
    ['金额5亿元往上的有哪些', '金额|的有哪些'],
    ['商圈有哪些', '商圈有哪些'],
  ])('leaves of %s what names things', (question, rest) => {
    expect(withoutCondition(question)).toBe(rest);
  });
});

describe('readUnitFilter', () => {
  it.each([
    ['单位是公里的', '公里'],
    ['以万亩为单位', '万亩'],
    ['用“起”的', '起'],
    ['按亿元算的', '亿元'],
    ['哪些带“%”的', '%'],
    ['用公里表示', '公里'],
    ['以“条”下达的', '条'],
    ['按公里布置的', '公里'],
    ['用‰表示的', '‰'],
    ['以“%”为单位的', '%'],
    ['按“‰”来算', '‰'],
    ['用百分号表示的', '%'],
    ['按百分比算的', '%'],
    ['带百分号的', '%'],
  ])('reads the unit that %s names', (question, unit) => {
    expect(readUnitFilter(question)).toBe(unit);
  });

  it.each([
    '以上有哪些',
    '用起来的',
    '以人为本',
    '多少公里',
    '责任单位是谁',
    '按50%的比例',
    '提高百分之几',
    '以人为责任单位',
    '用人单位下达的',
  ])('names no unit: %s', (question) => {
    expect(readUnitFilter(question)).toBeNull();
  });
});

describe('readOtherBound', () => {
  it('reads the other end of a range', () => {
    expect(readOtherBound('4000万元以上、不到1亿元的有哪些')).toEqual({ operator: '<', value: 100000000, unit: '元' });
    expect(readOtherBound('4000万元以上的有哪些')).toBeNull();
    expect(readOtherBound('哪些要求达到100%')).toBeNull();
  });
});

describe('readArithmetic', () => {
  it.each([
    ['一共多少', 'sum'],
    ['加起来几家', 'sum'],
    ['两个差多少', 'difference'],
    ['高了几个点', 'difference'],
    ['还差多少', 'difference'],
    ['哪个最高', 'highest'],
    ['最少的是哪个', 'lowest'],
    ['多少公里', null],
    ['差别化政策有哪些', null],
  ])('reads %s as %s', (question, arithmetic) => {
    expect(readArithmetic(question)).toBe(arithmetic);
  });
});

describe('bounds of two ends and units', () => {
  it('reads the other end of a range', () => {
    expect(readOtherBound('金额在1亿元到5亿元之间的都找给我')).toEqual({
      operator: '<=',
      value: 500000000,
      unit: '元',
    });
  });

  it.each([
    ['单位带立方米的', '立方米'],
    ['拿“张”作单位的', '张'],
    ['用亿元说的', '亿元'],
    ['以“座”当单位的', '座'],
    ['按千分之几报的', '‰'],
    ['以公里为计量单位的', '公里'],
    ['用“座”作统计单位的', '座'],
    ['按亩做计数单位的', '亩'],
  ])('reads the unit of %s', (question, unit) => {
    expect(readUnitFilter(question)).toBe(unit);
  });
});
