import { describe, expect, it } from 'vitest';
import { goalOf, meets } from '../../src/ledger/goal.ts';
import { measureOf } from '../../src/ledger/measure.ts';
import { buildTarget } from './builders.ts';

describe('goalOf', () => {
  it.each([
    [null, 'at-least'],
    ['以上', 'at-least'],
    ['达到…以上', 'at-least'],
    ['不低于', 'at-least'],
    ['不少于', 'at-least'],
    ['突破', 'at-least'],
    ['稳定在…以上', 'at-least'],
    ['左右', 'at-least'],
    ['≥', 'at-least'],
    ['以下', 'at-most'],
    ['以内', 'at-most'],
    ['不超过', 'at-most'],
    ['不高于', 'at-most'],
    ['不突破', 'at-most'],
    ['降至', 'at-most'],
    ['下降到', 'at-most'],
    ['缩短至', 'at-most'],
    ['压减至', 'at-most'],
    ['压缩至…以内', 'at-most'],
    ['控制在…以内', 'at-most'],
    ['≤', 'at-most'],
    ['恰好', 'exactly'],
  ] as const)('reads %s as %s', (qualifier, direction) => {
    expect(goalOf(buildTarget({ qualifier }))).toEqual({ direction, value: 80 });
  });

  it('reads a fall as a floor of the change: more than 3% is better', () => {
    const target = buildTarget({ qualifier: '下降', text: '3%', value: 3, unit: '%', aspect: 'change' });
    expect(goalOf(target)?.direction).toBe('at-least');
  });

  it('takes the nearer end of a range', () => {
    expect(goalOf(buildTarget({ value: null, range: [2, 3] }))?.value).toBe(2);
    expect(goalOf(buildTarget({ value: null, range: [2, 3], qualifier: '以内' }))?.value).toBe(3);
  });

  it('has none for words of amount', () => {
    expect(goalOf(buildTarget({ text: '几十个', value: null }))).toBeNull();
  });
});

describe('meets', () => {
  it('compares by direction', () => {
    expect(meets({ direction: 'at-least', value: 75 }, 75)).toBe(true);
    expect(meets({ direction: 'at-most', value: 28 }, 28.1)).toBe(false);
    expect(meets({ direction: 'exactly', value: 3 }, 4)).toBe(false);
  });
});

describe('measureOf', () => {
  it.each([
    [{}, 'adds-up'],
    [{ indicator: '建设示范区', text: '10个', unit: '个' }, 'adds-up'],
    [{ indicator: '招聘教师', text: '300名', unit: '名' }, 'adds-up'],
    [{ indicator: '率先创建示范县', text: '2个', unit: '个' }, 'adds-up'],
    [{ indicator: '城市生活污水集中收集率', text: '75%', unit: '%' }, 'level'],
    [{ indicator: '污染溯源时间', text: '2小时', unit: '小时', qualifier: '缩短至' }, 'level'],
    [{ indicator: 'PM2.5平均浓度', text: '28微克/立方米', unit: '微克/立方米', qualifier: '降至' }, 'level'],
    [{ indicator: '林下经济面积', text: '10万亩', unit: '亩', qualifier: '突破' }, 'level'],
    [{ indicator: '化肥使用量', text: '2%', unit: '%', qualifier: '减少', aspect: 'change' }, 'level'],
    [{ indicator: '红色研学活动', text: '150场次', unit: '场次', qualifier: '不少于' }, 'adds-up'],
    [{ indicator: '净增规模以上工业企业', text: '21家', unit: '家' }, 'adds-up'],
    [{ indicator: '每千人口注册护士数', text: '3.6人', unit: '人' }, 'level'],
    [{ indicator: '较大事故', text: '10起', unit: '起', qualifier: '控制在…以内' }, 'cap'],
    [{ indicator: '较大事故', text: '10起', unit: '起', qualifier: '不超过' }, 'cap'],
  ] as const)('takes %o as %s', (spec, measure) => {
    expect(measureOf(buildTarget(spec))).toBe(measure);
  });
});
