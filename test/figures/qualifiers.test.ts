import { describe, expect, it } from 'vitest';
import { joinQualifier, readAhead, readPrefix, readSuffix } from '../../src/figures/qualifiers.ts';

/** The qualifier before the number of 「…80公里」 and the words left for the indicator. */
function prefix(text: string): { left: string; qualifier: string | null; change: boolean } {
  const at = text.search(/\d/);
  const { start, text: qualifier, change } = readPrefix(text, 0, at);
  return { left: text.slice(0, start), qualifier, change };
}

describe('readPrefix', () => {
  it.each([
    ['优良率达75%', '优良率', '达'],
    ['优良率达到75%', '优良率', '达到'],
    ['浓度降至28微克', '浓度', '降至'],
    ['时间缩短至2小时', '时间', '缩短至'],
    ['优良率保持100%', '优良率', '保持'],
    ['优良率保持在95%', '优良率', '保持在'],
    ['失业率控制在5%', '失业率', '控制在'],
    ['公共图书馆不少于3座', '公共图书馆', '不少于'],
    ['优良率不低于95%', '优良率', '不低于'],
    ['浓度不高于30微克', '浓度', '不高于'],
    ['面积突破10万亩', '面积', '突破'],
    ['面积超过10万亩', '面积', '超过'],
    ['标准提高到每人每月720元', '标准', '提高到'],
    ['收入稳定在5万元', '收入', '稳定在'],
    ['新增约30家', '新增', '约'],
    ['用能≤30吨', '用能', '≤'],
    ['产值逼近500亿元', '产值', '逼近'],
    ['能耗压到3吨', '能耗', '压到'],
    ['能耗降到了3吨', '能耗', '降到了'],
    ['入网率不到30%', '入网率', '不到'],
  ])('reads the bound of “%s”', (text, left, qualifier) => {
    expect(prefix(text)).toEqual({ left, qualifier, change: false });
  });

  it.each([
    ['产值增长5%', '产值', '增长'],
    ['产值同比增长5%', '产值', '同比增长'],
    ['浓度下降3%', '浓度', '下降'],
    ['时间缩短2小时', '时间', '缩短'],
    ['收入比上年增加3亿元', '收入', '比上年增加'],
    ['面积扩大了5亩', '面积', '扩大了'],
    ['产值增5%', '产值', '增'],
    ['能耗降3%', '能耗', '降'],
    ['用电量再降3%', '用电量', '再降'],
    ['时间再压2天', '时间', '再压'],
    ['房价涨2%', '房价', '涨'],
    ['质量提升5%', '质量', '提升'],
    ['企业比去年多了5家', '企业', '比去年多了'],
    ['企业较上年少5家', '企业', '较上年少'],
    ['东河县企业比我们多9家', '东河县企业', '比我们多'],
  ])('tells a change from a level: “%s”', (text, left, qualifier) => {
    expect(prefix(text)).toEqual({ left, qualifier, change: true });
  });

  it.each([
    ['收入比2024年增加', '收入', '比2024年增加'],
    ['面积较2020年末扩大', '面积', '较2020年末扩大'],
    ['企业比2024年多', '企业', '比2024年多'],
    ['收入2024年增加', '收入2024年', '增加'],
    ['收入比2024年底前增加', '收入比2024年底前', '增加'],
  ])('takes a year that a change is counted from into it, no other one: “%s”', (text, left, qualifier) => {
    const { start, text: found, change } = readPrefix(text, 0, text.length);
    expect([text.slice(0, start), found, change]).toEqual([left, qualifier, true]);
  });

  it.each(['新建污水管网80公里', '培训人员300人', '完成造林2万亩'])('finds none in “%s”', (text) => {
    expect(prefix(text).qualifier).toBeNull();
  });

  it.each([
    '家庭医生签约10万人',
    '财政节约1.2亿元',
    '查处违法行为200起',
    '隐患存在12处',
    '规上100家',
    '办理行政许可200件',
    '电力供应20万千瓦',
    '取得重大突破5项',
    '通达30个村',
    '预约50万人次',
    '企业新增5家',
    '机构净增3家',
    '产能扩增4万吨',
    '空降3名',
    '土壤沉降3厘米',
    '老旧小区改造提升30个',
    '背街小巷整治提升20条',
    '设施优化提升3处',
    '参加人数比预计多9人',
    '新生报到300人',
  ])('leaves a word whole that only ends like a qualifier: “%s”', (text) => {
    expect(prefix(text)).toEqual({ left: text.slice(0, text.search(/\d/)), qualifier: null, change: false });
  });
});

describe('readSuffix', () => {
  it.each([
    ['5%以上', '以上'],
    ['5%及以上', '及以上'],
    ['5%以内', '以内'],
    ['5%左右，', '左右'],
    ['5%。', ''],
    ['5%的企业', ''],
  ])('reads “%s”', (text, suffix) => {
    expect(readSuffix(text, 2)).toBe(suffix);
  });
});

describe('joinQualifier', () => {
  it.each([
    ['达', '以上', '达…以上'],
    ['控制在', '以内', '控制在…以内'],
    ['增长', '左右', '增长…左右'],
    ['在', '以内', '以内'],
    [null, '以上', '以上'],
    ['达', '', '达'],
    [null, '', null],
  ])('joins %s and “%s”', (before, after, joined) => {
    expect(joinQualifier(before, after)).toBe(joined);
  });
});

describe('readAhead', () => {
  it('takes how far something lies ahead of all for no bound of it', () => {
    const ahead = readAhead('工业增加值高于全省平均水平', '个百分点');
    expect(ahead).toMatchObject({ text: null, change: true });
    expect(ahead?.without('工业增加值高于全省平均水平')).toBe('工业增加值高于全省平均水平');
    expect(readAhead('工业增加值不低于全省平均水平', '个百分点')?.text).toBe('不低于');
  });
});
