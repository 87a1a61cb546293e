import { describe, expect, it } from 'vitest';
import { distribute } from '../../src/figures/distribute.ts';
import {
  headNoun,
  isRelational,
  isVerbOnly,
  joinIndicator,
  thingOf,
  trimAfter,
  trimBefore,
  withoutProject,
} from '../../src/figures/indicator.ts';

describe('trimBefore', () => {
  it.each([
    ['力争新建污水管网', '新建污水管网'],
    ['、其中农村居民收入', '农村居民收入'],
    ['到2025年底森林覆盖率达到', '森林覆盖率'],
    ['12月18日至20日举办论坛', '举办论坛'],
    ['优良率（国控断面）', '优良率'],
    ['入户总数', '入户总数'],
    ['全市累计', ''],
    ['五年来', ''],
    ['三年累计', ''],
    ['十年间', ''],
    ['五年以上教龄教师', '五年以上教龄教师'],
    ['“十四五”刚开局的时候绿化覆盖率', '绿化覆盖率'],
    ['十四五起步之年', ''],
    ['“十四五”规划项目', '“十四五”规划项目'],
    ['三年之内', ''],
    ['三年之内漏损率', '三年之内漏损率'],
    ['两年内', ''],
    ['两年制专业', '两年制专业'],
    ['虽说入网率', '入网率'],
    ['义诊去年做了', '义诊'],
    ['病床今年开到', '病床'],
    ['教师今年一共招了', '教师'],
    ['沿街店铺开', '沿街店铺开'],
    ['东山县去年绿化覆盖率', '东山县绿化覆盖率'],
    ['绿化覆盖率去年', '绿化覆盖率'],
    ['东山县比去年绿化覆盖率', '东山县比去年绿化覆盖率'],
    ['就是托育床位', '托育床位'],
    ['成就是托育', '成就是托育'],
    ['三年行动计划项目', '三年行动计划项目'],
    ['①新建公园', '新建公园'],
    ['⑵新建公园', '新建公园'],
    ['(2)新建公园', '新建公园'],
    ['（12）新建公园', '新建公园'],
    ['工业投资上半年', '工业投资'],
    ['工业投资前三季度', '工业投资'],
    ['工业投资第一季度', '工业投资'],
    ['', ''],
  ])('trims “%s”', (text, expected) => {
    expect(trimBefore(text)).toBe(expected);
  });
});

describe('trimAfter', () => {
  it.each([
    ['污水处理厂提标改造、收集率', '污水处理厂提标改造'],
    ['的村庄', '村庄'],
    ['以上', ''],
    ['目标任务', ''],
    ['（含中央资金', ''],
    ['项目（含续建）建成', '项目建成'],
    ['', ''],
  ])('trims “%s”', (text, expected) => {
    expect(trimAfter(text)).toBe(expected);
  });
});

describe('joinIndicator', () => {
  it.each([
    ['完成', '污水处理厂提标改造', '污水处理厂提标改造'],
    ['新建', '公园', '新建公园'],
    ['完成人工造林', '', '人工造林'],
    ['新建污水管网', '', '新建污水管网'],
    ['全市', '村庄', '全市村庄'],
    ['打造“候鸟天堂', '', '打造候鸟天堂'],
    ['设立总规模', '产业引导基金', '产业引导基金总规模'],
    ['实施总投资', '项目', '项目总投资'],
    ['产业引导基金总规模', '', '产业引导基金总规模'],
  ])('joins “%s” and “%s”', (before, after, expected) => {
    expect(joinIndicator(before, after)).toBe(expected);
  });
});

describe('isVerbOnly', () => {
  it('knows a run of verbs from a noun', () => {
    expect(['完成', '新建、改扩建', '', '建成了'].map(isVerbOnly)).toEqual([true, true, true, true]);
    expect(['新建公园', '收入', '完成投资'].map(isVerbOnly)).toEqual([false, false, false]);
  });
});

describe('headNoun', () => {
  it.each([
    ['新建污水管网', '污水管网'],
    ['污水管网', '污水管网'],
    ['试办特色班', '特色班'],
    ['试验田', '试验田'],
    ['造林', '造林'],
  ])('leaves the verbs of “%s” out', (indicator, noun) => {
    expect(headNoun(indicator)).toBe(noun);
  });
});

describe('isRelational', () => {
  it('knows amounts that need what they belong to', () => {
    expect(['投资', '占比', '增速', '总投资'].every(isRelational)).toBe(true);
    expect(['投资项目', '人工造林', '森林覆盖率'].some(isRelational)).toBe(false);
  });

  it('knows what was set at first and what came of it as such', () => {
    expect(['年初定的', '年初确定', '当初提出的', '最后实际', '实际只', '最终实际'].every(isRelational)).toBe(true);
    expect(['年初库存', '实际利用外资', '最后一公里', '定的标准'].some(isRelational)).toBe(false);
    expect(['年初大家在这里定的目标', '当初定的目标'].every(isRelational)).toBe(true);
    expect(['年初大家在这里种的树', '定的目标'].some(isRelational)).toBe(false);
  });

  it('knows the ground of a project and a mean of so many people as such', () => {
    expect(['项目占地', '用地', '项目用地', '平均每千人口', '平均每万人'].every(isRelational)).toBe(true);
    expect(['工业用地', '平均每千人口床位数', '平均工资'].some(isRelational)).toBe(false);
    expect(['平均时间', '平均用时'].every(isRelational)).toBe(true);
    expect(['到场平均时间', '平均时间表'].some(isRelational)).toBe(false);
  });

  it('knows amounts of an industry as such', () => {
    expect(['产业产值', '产业总产值'].every(isRelational)).toBe(true);
    expect(['产业投资', '轴承产业产值'].some(isRelational)).toBe(false);
    expect(['产业产值', '项目总投资', '产业'].map(withoutProject)).toEqual(['产值', '总投资', '产业']);
  });
});

describe('distribute', () => {
  it.each([
    ['城镇和农村居民人均可支配收入', 2, ['城镇居民人均可支配收入', '农村居民人均可支配收入']],
    ['小学、初中净入学率', 2, ['小学净入学率', '初中净入学率']],
    ['优良天数比例、水质优良率', 2, ['优良天数比例', '水质优良率']],
    ['自来水普及率、集中供水率', 2, ['自来水普及率', '集中供水率']],
    ['社会参与率和和谐社区覆盖率', 2, ['社会参与率', '和谐社区覆盖率']],
    ['第一、二、三产业增加值', 3, ['第一产业增加值', '第二产业增加值', '第三产业增加值']],
    ['甲、乙、丙三大产业产值', 3, ['甲产业产值', '乙产业产值', '丙产业产值']],
  ])('divides “%s”', (names, count, expected) => {
    expect(distribute(names, count)).toEqual(expected);
  });

  it.each([
    ['森林覆盖率', 2],
    ['甲、乙、丙产值', 2],
    ['森林覆盖率', 1],
  ])('does not divide “%s” into %i', (names, count) => {
    expect(distribute(names, count)).toEqual([]);
  });
});

describe('thingOf', () => {
  it.each([
    ['高端轴承产业', '高端轴承产业'],
    ['做强智能装备产业', '智能装备产业'],
    ['发展现代服务产业链', '现代服务产业链'],
    ['环湖绿道项目', '环湖绿道项目'],
    ['新产业', ''],
    ['装备和电子产业', ''],
    ['推进高质量跨越式绿色低碳循环发展产业', ''],
    ['重点任务', ''],
  ])('reads of “%s” the industry or the project', (title, thing) => {
    expect(thingOf(title)).toBe(thing);
  });
});
