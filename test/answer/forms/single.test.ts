import { describe, expect, it } from 'vitest';
import { loadWords, sampleText } from '../support.ts';
import { find, outcome } from './find.ts';

const sample = await loadWords(sampleText);
const ask = (...questions: readonly string[]) => find(sample, ...questions);

describe('findSingle', () => {
  it.each([
    ['便民菜市场今年新建几个', '新建便民菜市场 15个'],
    ['便民菜市场去年新建几个', '新建便民菜市场 12个'],
    ['便民菜市场新建几个', '新建便民菜市场 15个'],
    ['外贸进出口总额增长多少', '外贸进出口总额 8%'],
    ['去年外贸进出口总额增长多少', '外贸进出口总额 6.5%'],
    ['去年外贸进出口总额多少亿元', '外贸进出口总额 120亿元'],
    ['五年来新增限额以上企业多少家', '新增限额以上企业 260家'],
  ])('finds the figure of the time and kind asked for: %s', (question, figure) => {
    expect(outcome(ask(question))).toEqual([figure]);
  });

  it('gives the other period as related', () => {
    expect(ask('便民菜市场今年新建几个')).toMatchObject({ related: [{ quantity: { text: '12个' } }] });
  });

  it('finds both where one sentence asks for two', () => {
    expect(outcome(ask('建设几个商圈，几个商店'))).toEqual(['建设智慧商圈 2个', '智慧商店 20个']);
  });

  it.each([
    ['去年改造步行街几条', 'other-period'],
    ['去年新增限额以上企业多少家', 'other-period'],
    ['2023年新建便民菜市场几个', 'other-year'],
    ['明年新建便民菜市场几个', 'other-year'],
    ['乡镇商贸中心建几个', 'no-number'],
    ['步行街改造多少公里', 'other-unit'],
    ['航天发射几次', 'unknown'],
    ['小学招生多少人', 'unknown'],
  ])('refuses %s: %s', (question, reason) => {
    expect(outcome(ask(question))).toEqual([`refused: ${reason}`]);
  });

  it.each([
    ['今年城镇居民人均可支配收入增长多少', '农村居民人均可支配收入'],
    ['去年小学在校人数多少', '中学在校人数'],
    ['今年第一产业增加值增长多少', '第二产业增加值'],
    ['去年城市低保标准多少', '农村低保标准'],
  ])('never takes the counterpart for what is asked: %s', async (question) => {
    const plan = await loadWords(
      `2025年政府工作报告
一、2024年回顾
中学在校人数达到1.2万人。城镇居民人均可支配收入增长5%。农村低保标准提高到每月600元。第一产业增加值增长3%。
二、2025年任务
小学在校人数达到1.8万人。农村居民人均可支配收入增长6%。城市低保标准提高到每月800元。第二产业增加值增长7%。`,
    );
    expect(outcome(find(plan, question))).toEqual(['refused: other-period']);
  });

  it('finds the figure of the time asked for beside one of another time', async () => {
    const plan = await loadWords(
      '2026年工作要点\n一、任务\n在去年彩票销售4980万元的基础上，今年销售额力争达到5300万元。推进海上风电项目建设，年内新增并网120万千瓦。\n二、2025年回顾\n海上风电累计并网210万千瓦。',
    );
    expect(outcome(find(plan, '彩票今年的销售目标是多少'))).toEqual(['销售额 5300万元']);
    expect(outcome(find(plan, '今年海上风电新增并网多少千瓦'))).toEqual(['新增并网 120万千瓦']);
  });

  it('reads each ask of two at its own time', async () => {
    const plan = await loadWords(
      '2026年政府工作报告\n一、2025年回顾\n城乡收入比缩小到1.85:1，接待国内外游客420万人次、旅游收入39亿元。\n二、“十五五”时期目标\n城乡收入比缩小到1.75:1以内。\n三、2026年任务\n接待游客470万人次、旅游收入45亿元。',
    );
    expect(outcome(find(plan, '城乡收入比现在是多少，到2030年要缩小到多少'))).toEqual([
      '城乡收入比 1.85:1',
      '城乡收入比 1.75:1',
    ]);
    expect(outcome(find(plan, '2025年接待游客多少，旅游收入多少'))).toEqual([
      '接待国内外游客 420万人次',
      '旅游收入 39亿元',
    ]);
  });

  it('finds what is new beside what is built, and a change beside its level', async () => {
    const plan = await loadWords(
      '2026年政府工作报告\n一、2025年回顾\n新建、改扩建中小学28所，新增学位1.86万个。监测到江豚43头，比上年增加6头。',
    );
    expect(
      outcome(find(plan, '去年新建、改扩建了几所学校，增加了多少学位')).map((line) => line.split(' ').at(-1)),
    ).toEqual(['28所', '1.86万个']);
    expect(outcome(find(plan, '去年监测到多少头江豚，比前一年多了几头')).map((line) => line.split(' ').at(-1))).toEqual(
      ['43头', '6头'],
    );
  });

  it('names what stands once for three things', async () => {
    const plan = await loadWords(
      '2026年工作要点\n一、任务\n更新改造供水管网220公里、燃气管网310公里、供热管网90公里。',
    );
    expect(outcome(find(plan, '供水、燃气、供热三种管网各更新改造多少')).map((line) => line.split(' ').at(-1))).toEqual(
      ['220公里', '310公里', '90公里'],
    );
  });

  it('gives all figures of the part that is named by its heading alone', async () => {
    const plan = await loadWords(
      '2026年工作要点\n一、任务\n1. 健全住房保障体系。筹集公租房4500套，新开工保障房1600套，发放补贴3100户。\n2. 改造小区。改造小区30个。',
    );
    expect(
      outcome(find(plan, '“健全住房保障体系”这条，今年都安排了多少套、多少户')).map((line) => line.split(' ').at(-1)),
    ).toEqual(['4500套', '1600套', '3100户']);
  });

  it('gives a figure for each of the things side by side', async () => {
    const plan = await loadWords(
      '2025年工作要点\n一、任务\n慢性病患者的签约率、随访率分别达到71%和66%，困难家庭救助金发放率达到98%。',
    );
    expect(outcome(find(plan, '慢性病患者的签约率和随访率各是多少'))).toEqual([
      expect.stringContaining('71%'),
      expect.stringContaining('66%'),
    ]);
  });

  it('takes the year’s own value before the one that was left behind', async () => {
    const plan = await loadWords('2025年工作要点\n一、任务\n每千人托位数由3.1个增加到4.2个。');
    expect(outcome(find(plan, '今年每千人托位数多少个'))).toEqual([expect.stringContaining('4.2个')]);
  });

  it('tells what one pays from the sum for all, a total from a mean, a change from a number', async () => {
    const plan = await loadWords(
      '2026年工作要点\n一、2025年回顾\n每千人口注册护士达到3.9人，注册护士达到5600人。居民医保基金支出31亿元，居民医保缴费标准400元。生产安全事故起数下降12%，发生较大事故3起。发放补贴33.9亿元，惠及婴幼儿97.3万人。',
    );
    expect(outcome(find(plan, '居民医保每人多少钱'))).toEqual(['居民医保缴费标准 400元']);
    expect(outcome(find(plan, '总共有多少名护士'))).toEqual(['注册护士 5600人']);
    expect(outcome(find(plan, '每千人口有多少名护士'))).toEqual(['每千人口注册护士 3.9人']);
    expect(outcome(find(plan, '生产安全事故起数，去年少了多少'))).toEqual(['生产安全事故起数 12%']);
    expect(outcome(find(plan, '给多少婴幼儿发了补贴'))).toEqual(['惠及婴幼儿 97.3万人']);
    expect(outcome(find(plan, '补贴发了多少亿元'))).toEqual(['发放补贴 33.9亿元']);
  });

  it('does not take another figure’s level for the one that is asked', async () => {
    const plan = await loadWords(
      '2025年政府工作报告\n一、2024年回顾\n全年规模以上企业亏损面为17%。\n二、2025年目标\n规模以上企业达到2100家。',
    );
    expect(outcome(find(plan, '规模以上企业亏损面'))).toEqual([expect.stringContaining('17%')]);
  });
});
