import { describe, expect, it } from 'vitest';
import { sameIndicator } from '../../../src/answer/ranking/same-indicator.ts';
import type { Figure } from '../../../src/figures/figure.ts';
import { loadWords, sampleText } from '../support.ts';

const loaded = await loadWords(sampleText);
const named = (indicator: string): Figure => ({ ...loaded.figures[0]!, indicator });

describe('sameIndicator', () => {
  it.each([
    ['新建污水管网', '污水管网'],
    ['受污染耕地安全利用率', '受污染耕地安全利用率'],
    ['社会消费品零售总额', '社会消费零售总额'],
    ['空气质量优良天数比例', '优良天数比例'],
    ['完成人工造林', '人工造林'],
    ['规模以上工业总产值', '规上工业总产值'],
    ['新增就业', '新增就业人数'],
    ['绿色建筑占比', '绿色建筑占新建建筑的比例'],
    ['细颗粒物年均浓度', 'PM2.5年均浓度'],
    ['码头工程2026年投资', '码头工程投资'],
    ['码头工程年度计划投资', '码头工程投资'],
    ['码头工程计划投资', '码头工程年度投资'],
    ['居民消费价格', '居民消费价格涨幅'],
    ['装备制造、电子信息、纺织服装三大产业营业收入', '三大产业营业收入'],
  ])('takes %s and %s for one', (a, b) => {
    expect(sameIndicator(named(a), named(b))).toBe(true);
    expect(sameIndicator(named(b), named(a))).toBe(true);
  });

  it.each([
    ['城镇居民人均可支配收入', '农村居民人均可支配收入'],
    ['小学在校人数', '中学在校人数'],
    ['第一产业增加值', '第二产业增加值'],
    ['一般公共预算收入', '一般公共预算支出'],
    ['城镇调查失业率', '城镇登记失业率'],
    ['新建污水管网', '新建燃气管网'],
    ['学校', '高校'],
    ['工业企业', '工业企业亏损面'],
    ['A级旅游景区', '4A级旅游景区'],
    ['码头工程计划投资', '码头工程总投资'],
    ['年度计划完成率', '完成率目标值'],
    ['装备、电子两大产业营业收入', '三大产业营业收入'],
  ])('tells %s from %s', (a, b) => {
    expect(sameIndicator(named(a), named(b))).toBe(false);
    expect(sameIndicator(named(b), named(a))).toBe(false);
  });

  it('needs the same kind of unit, unless one of them is a change', () => {
    const of = (unit: string, aspect: Figure['aspect'] = 'level'): Figure => {
      const figure = named('工业企业');
      return { ...figure, aspect, quantity: { ...figure.quantity, unit } };
    };
    expect(sameIndicator(of('家'), of('%'))).toBe(false);
    expect(sameIndicator(of('元'), of('亩'))).toBe(false);
    expect(sameIndicator(of('元'), of('%', 'change'))).toBe(true);
  });
});
