import { describe, expect, it } from 'vitest';
import { loadWords, sampleText } from '../support.ts';
import { find, outcome } from './find.ts';

const sample = await loadWords(sampleText);
const ask = (...questions: readonly string[]) => find(sample, ...questions);

describe('findCompare', () => {
  it.each([
    ['商圈和商店哪个多', ['建设智慧商圈 2个', '智慧商店 20个']],
    ['便民菜市场今年目标比去年高吗', ['新建便民菜市场 12个', '新建便民菜市场 15个']],
    ['网点覆盖率今年比去年高多少', ['社区商业网点覆盖率 85%', '社区商业网点覆盖率 90%']],
    ['今年和去年的外贸进出口总额增长相比', ['外贸进出口总额 6.5%', '外贸进出口总额 8%']],
  ])('sets side by side: %s', (question, expected) => {
    expect(outcome(ask(question))).toEqual(expected);
  });

  it.each(['步行街今年比去年多吗', '商圈和航天哪个多'])('refuses where one side is missing: %s', (question) => {
    expect(outcome(ask(question))).toEqual(['refused: no-comparison']);
  });

  it('compares the parts that one sentence tells apart', async () => {
    const plan = await loadWords(
      '2026年工作要点\n一、任务\n新增义务教育学位3150个，其中小学1800个、初中1350个。小学、初中差异系数分别降至0.42和0.38以下。',
    );
    expect(outcome(find(plan, '新增义务教育学位，小学多还是初中多'))).toEqual(['小学 1800个', '初中 1350个']);
    expect(outcome(find(plan, '差异系数小学和初中哪个更低'))).toEqual(['小学差异系数 0.42', '初中差异系数 0.38']);
  });

  it('compares the parts that are set against each other by 比, and no year', async () => {
    const plan = await loadWords(
      '2026年工作要点\n一、任务\n新增义务教育学位3150个，其中小学1800个、初中1350个。\n二、2025年回顾\n新增义务教育学位2900个。',
    );
    const parts = ['小学 1800个', '初中 1350个'];
    expect(outcome(find(plan, '新增学位，小学比初中多多少'))).toEqual(parts);
    expect(outcome(find(plan, '新增义务教育学位的小学比初中能多多少'))).toEqual(parts);
    expect(outcome(find(plan, '新增义务教育学位比去年多多少'))).toEqual([
      '新增义务教育学位 2900个',
      '新增义务教育学位 3150个',
    ]);
    for (const which of ['哪样', '哪头', '哪类'])
      expect(outcome(find(plan, `新增学位，小学和初中${which}多`)), which).toEqual(parts);
    expect(outcome(find(plan, '新增学位，小学和初中哪年多'))).not.toEqual(parts);
  });

  it('compares the parts that a verb stands in front of', async () => {
    const plan = await loadWords('2026年工作要点\n一、任务\n新增小学学位800个，新增初中学位500个。培训教师90人。');
    const parts = ['新增小学学位 800个', '新增初中学位 500个'];
    expect(outcome(find(plan, '学位小学多还是初中多'))).toEqual(parts);
    expect(outcome(find(plan, '学位高中多还是初中多'))).not.toEqual(parts);
  });

  it('compares two kinds of what stands behind both', async () => {
    const plan = await loadWords('2026年工作要点\n一、任务\n国家湿地公园3个，省级湿地公园6个。国家粮库5座。');
    const kinds = ['国家湿地公园 3个', '省级湿地公园 6个'];
    expect(outcome(find(plan, '国家和省级的湿地公园，今年哪个多'))).toEqual(kinds);
    expect(outcome(find(plan, '国家和市级的湿地公园，今年哪个多'))).toEqual(['refused: no-comparison']);
  });

  it('tells how far two rates lie apart from how far something grows', async () => {
    const plan = await loadWords(
      '2026年政府工作报告\n一、2025年回顾\n2025年工业增加值增长7.2%。\n二、2026年目标\n工业增加值增长8%。',
    );
    expect(outcome(find(plan, '工业增加值增长目标比去年实际增速高多少'))).toEqual(['工业增加值 7.2%', '工业增加值 8%']);
    expect(outcome(find(plan, '工业增加值目标比去年增长多少'))).toEqual(['工业增加值 8%']);
  });

  it('compares levels where the difference is asked for in their unit', async () => {
    const plan = await loadWords(
      '2026年政府工作报告\n一、2025年回顾\n2025年工业投资达到120亿元，增加10亿元，增长9%。\n二、2026年目标\n工业投资达到150亿元，增加30亿元，增长11%。',
    );
    expect(outcome(find(plan, '今年工业投资和去年相比，增加了多少亿元'))).toEqual([
      '工业投资 120亿元',
      '工业投资 150亿元',
    ]);
    expect(outcome(find(plan, '今年工业投资和去年相比，增长快几个百分点'))).toEqual(['工业投资 9%', '工业投资 11%']);
  });

  it('compares lengths and sizes', async () => {
    const plan = await loadWords(
      '2026年工作要点\n一、任务\n城东绿道总长12公里，城西绿道总长30公里。城东公园面积3万平方米，城西公园面积9万平方米。',
    );
    expect(outcome(find(plan, '绿道城东比城西短几公里'))).toEqual(['城东绿道总长 12公里', '城西绿道总长 30公里']);
    expect(outcome(find(plan, '城西公园比城东公园大多少'))).toEqual([
      '城西公园面积 9万平方米',
      '城东公园面积 3万平方米',
    ]);
    expect(find(plan, '绿道城东比城北短几公里').kind).toBe('refusal');
  });

  it('gives both ends of a rise over years', async () => {
    const plan = await loadWords(
      '2026年政府工作报告\n一、“十四五”成就\n规上工业企业由41家增加到68家。\n二、2026年目标\n规上工业企业达到75家。',
    );
    expect(outcome(find(plan, '五年里规上工业企业从多少家增加到多少家'))).toEqual([
      '规上工业企业 41家',
      '规上工业企业 68家',
    ]);
  });

  it('adds the rate of a rise where it is asked for too', async () => {
    const plan = await loadWords(
      '2026年政府工作报告\n一、“十四五”成就\n规上工业企业由41家增加到68家，年均增长10.6%。\n二、2026年目标\n规上工业企业达到75家，增长9%。',
    );
    const ends = ['规上工业企业 41家', '规上工业企业 68家'];
    for (const rate of ['年均增长多少', '年均涨幅呢'])
      expect(outcome(find(plan, `规上工业企业从多少家增加到多少家，${rate}`)), rate).toEqual([
        ...ends,
        '规上工业企业 10.6%',
      ]);
    expect(outcome(find(plan, '规上工业企业从多少家增加到多少家'))).toEqual(ends);
    expect(outcome(find(plan, '规上工业企业增长多少'))).toEqual(['规上工业企业 9%']);
  });

  it('takes what is compared from the clause that asks, not from the one that names', async () => {
    const plan = await loadWords(
      '2026年工作要点\n一、2025年回顾\n一般公共预算收入120亿元，增长6.5%。\n二、2026年目标\n一般公共预算收入126亿元，增长5%。',
    );
    expect(outcome(find(plan, '一般公共预算收入，2026年的增长目标比2025年实际增幅低了多少个百分点'))).toEqual([
      '一般公共预算收入 6.5%',
      '一般公共预算收入 5%',
    ]);
    expect(outcome(find(plan, '一般公共预算收入，今年目标比去年实际多多少亿元'))).toEqual([
      '一般公共预算收入 120亿元',
      '一般公共预算收入 126亿元',
    ]);
  });

  it('keeps to one name over the years, whatever its aspect', async () => {
    const plan = await loadWords(
      '# 2026年计划\n\n## 一、指标\n\n| 指标 | 2025年实际 | 2030年目标 |\n| --- | --- | --- |\n| 工业增加值增速 | 6.8% | 7% |\n\n## 二、回顾\n\n2025年工业增加值增量增长9%。到2030年工业增加值增量增长12%。2025年规上工业增加值增长8%。到2030年规上工业增加值增长11%。\n',
      'plan.md',
    );
    expect(outcome(find(plan, '工业增加值增速2025年和2030年分别增长多少'))).toEqual([
      '工业增加值增速 6.8%',
      '工业增加值增速 7%',
    ]);
    expect(outcome(find(plan, '规上工业增加值2025年和2030年分别增长多少'))).toEqual([
      '规上工业增加值 8%',
      '规上工业增加值 11%',
    ]);
  });

  it('gives both ends of a rise that is named in part, not of another thing', async () => {
    const plan = await loadWords(
      '2026年政府工作报告\n一、“十四五”成就\n规模以上工业企业由41家增加到68家。培训工人300名。\n二、任务\n新建厂房3座。',
    );
    expect(outcome(find(plan, '五年里上规模的工业单位从多少家增加到多少家'))).toEqual([
      '规模以上工业企业 41家',
      '规模以上工业企业 68家',
    ]);
    expect(find(plan, '五年里养老驿站从多少家增加到多少家').kind).toBe('refusal');
  });

  it('compares a column of two rows', async () => {
    const plan = await loadWords(
      '# 2026年计划\n\n## 一、项目\n\n| 项目 | 总投资（万元） | 2026年计划投资（万元） |\n| --- | --- | --- |\n| 中医院康复楼 | 18600 | 8200 |\n| 精神卫生中心 | 31200 | 9500 |\n',
      'plan.md',
    );
    expect(
      outcome(find(plan, '中医院康复楼跟精神卫生中心，今年哪个计划投资更多')).map((line) => line.split(' ').at(-1)),
    ).toEqual(['8200', '9500']);
  });

  it('takes two rows that are counted, 两条链, by their names', async () => {
    const plan = await loadWords(
      '# 2026年计划\n\n## 一、产业\n\n| 产业链 | 2025年产值（亿元） | 2026年目标（亿元） |\n| --- | --- | --- |\n| 电子信息 | 340 | 372 |\n| 化工新材料 | 290 | 315 |\n| 纺织 | 90 | 100 |\n',
      'plan.md',
    );
    const targets = ['电子信息产值 372', '化工新材料产值 315'];
    expect(outcome(find(plan, '电子信息和化工新材料两条链，今年的目标哪个高'))).toEqual(targets);
    expect(outcome(find(plan, '电子信息跟化工新材料两条链，今年哪个产值更高'))).toEqual(targets);
    expect(outcome(find(plan, '电子信息和航空两条链，今年的目标哪个高'))).toEqual(['refused: no-comparison']);
  });

  it('compares in what a longer predicate of both says, 任务 and 指标 left out', async () => {
    const plan = await loadWords(
      '2026年工作要点\n一、任务\n康复楼计划投资3亿元、精神卫生中心迁建计划投资5亿元，康复楼床位300张。',
    );
    expect(outcome(find(plan, '康复楼跟精神卫生中心迁建，今年哪个的计划完成投资指标重'))).toEqual([
      '康复楼计划投资 3亿元',
      '精神卫生中心迁建计划投资 5亿元',
    ]);
    expect(find(plan, '康复楼跟精神卫生中心迁建，今年哪个负责').kind).not.toBe('compare');
  });

  it('compares two years of one thing that the plan names with both', async () => {
    const words = '提高比例、提高标准、对比先进、提高比重、高位推动，工作比以往提高。';
    const plan = await loadWords(
      `2026年工作要点\n一、2025年回顾\n${words}争取中央和省级资金5亿元。\n二、任务\n要高质量发展，比学赶超。争取中央和省级资金6.7亿元。`,
    );
    expect(outcome(find(plan, '争取中央和省里的资金，今年目标比去年高多少'))).toEqual([
      '中央和省级资金 5亿元',
      '中央和省级资金 6.7亿元',
    ]);
    const apart = await loadWords(
      '2026年工作要点\n一、2025年回顾\n服务区新建充电桩150个，枢纽新建充电桩90个。\n二、任务\n服务区新建充电桩210个，枢纽新建充电桩100个。',
    );
    expect(outcome(find(apart, '服务区和枢纽的充电桩，今年目标比去年高多少'))).toEqual([
      '服务区新建充电桩 210个',
      '枢纽新建充电桩 100个',
    ]);
  });

  it('takes just the years that are named', async () => {
    const plan = await loadWords(
      '2026年政府工作报告\n一、2025年回顾\n2025年全市绿化覆盖率达到41%。\n二、2026年目标\n绿化覆盖率达到42%。\n三、展望\n到2030年绿化覆盖率达到45%。',
    );
    expect(outcome(find(plan, '绿化覆盖率2025年和2030年各是多少'))).toEqual([
      expect.stringContaining('41%'),
      expect.stringContaining('45%'),
    ]);
  });

  it('takes the result of the last year, not what had been planned', async () => {
    const plan = await loadWords(
      '# 2026年工作计划\n\n## 一、主要指标\n\n| 指标 | 2025年目标 | 2025年实际 | 2026年目标 |\n| --- | --- | --- | --- |\n| 就业率 | 57% | 58.3% | 62% |\n',
      'plan.md',
    );
    expect(outcome(find(plan, '就业率去年实际和今年目标差多少'))).toEqual(['就业率 58.3%', '就业率 62%']);
  });

  it('gives one predicate to both things', async () => {
    const plan = await loadWords(
      '2026年工作要点\n一、任务\n铜、铝精深加工率分别达到62%和58%。\n二、民生\n城市、农村低保标准分别提高到810元和660元。',
    );
    expect(outcome(find(plan, '铜跟铝，精深加工率哪个更高'))).toEqual(['铜精深加工率 62%', '铝精深加工率 58%']);
    expect(outcome(find(plan, '今年7月起城市低保比农村低保高出多少'))).toEqual([
      '城市低保标准 810元',
      '农村低保标准 660元',
    ]);
  });

  it('gives both ends of a change', async () => {
    const plan = await loadWords('2026年工作要点\n一、任务\n互认项目由216项扩展到300项，数控化率由66%提高到70%。');
    expect(outcome(find(plan, '互认项目从多少扩展到多少'))).toEqual(['互认项目 216项', '互认项目 300项']);
    expect(outcome(find(plan, '数控化率原来是多少，要提高到什么水平'))).toEqual(['数控化率 66%', '数控化率 70%']);
  });

  it('compares what is new with what is new, and totals only where they are asked for', async () => {
    const plan = await loadWords(
      '2026年工作报告\n一、2025年工作回顾\n新认定省级示范企业52家，累计264家。\n二、2026年工作安排\n新增省级示范企业45家。',
    );
    expect(outcome(find(plan, '新增省级示范企业：2025年完成数和2026年任务数对比'))).toEqual([
      expect.stringMatching(/52家$/),
      expect.stringMatching(/45家$/),
    ]);
  });

  it('does not take a sum over years for a side', async () => {
    const plan = await loadWords(
      '2026年工作报告\n一、2025年工作回顾\n改造城镇老旧小区112个。五年来，累计完成老旧小区改造586个。\n二、2026年工作安排\n改造城镇老旧小区96个。',
    );
    expect(outcome(find(plan, '老旧小区改造今年比去年是多了还是少了'))).toEqual([
      '改造城镇老旧小区 112个',
      '改造城镇老旧小区 96个',
    ]);
  });

  it('refuses what the plan does not have', () => {
    expect(ask('航天发射今年比去年多吗').kind).toBe('refusal');
  });

  it('compares how fast things grow, whatever they are measured in', async () => {
    const plan = await loadWords(
      '2026年工作要点\n一、任务\n旅游收入达到90亿元、增长12.5%，农业产值达到70亿元、增长7%。小学在校生1.8万人、增长5%，初中在校生1.3万人、增长7%。',
    );
    const values = (question: string) => outcome(find(plan, question)).map((line) => line.split(' ').at(-1));
    expect(values('旅游收入和农业产值，今年哪个增长得快')).toEqual(['12.5%', '7%']);
    expect(values('旅游收入和农业产值，今年哪个高')).toEqual(['90亿元', '70亿元']);
    expect(values('在校生，小学和初中哪个增长快')).toEqual(['5%', '7%']);
    expect(values('在校生，小学和初中哪个多')).toEqual(['1.8万人', '1.3万人']);
  });

  it('compares industries by the measure that is named', async () => {
    const plan = await loadWords(
      '2026年工作要点\n一、任务\n轴承产业、装备产业分别新增企业9家、6家，产值分别达到200亿元、300亿元。',
    );
    const values = (question: string) => outcome(find(plan, question)).map((line) => line.split(' ').at(-1));
    expect(values('轴承产业和装备产业的产值，哪个高')).toEqual(['200亿元', '300亿元']);
    expect(values('轴承产业和装备产业新增企业，哪个多')).toEqual(['9家', '6家']);
  });

  it.each([
    '今年工业增加值比去年涨多少',
    '今年工业增加值跟去年比涨了几个点',
    '工业增加值跟去年相比增长多少',
    '今年工业增加值比去年同期增长多少',
  ])('gives the growth that is stated: %s', async (question) => {
    const plan = await loadWords(
      '2026年政府工作报告\n一、2025年回顾\n2025年工业增加值增长7.2%。\n二、2026年目标\n工业增加值增长8%。',
    );
    expect(outcome(find(plan, question))).toEqual(['工业增加值 8%']);
  });

  it('takes the growth that is stated of what the plan names with both', async () => {
    const plan = await loadWords('2026年工作要点\n一、任务\n进口和出口总额增长9%。新建公园3个。');
    expect(outcome(find(plan, '进口和出口总额跟去年比增长多少'))).toEqual(['进口和出口总额 9%']);
  });

  it('compares in what both periods tell of the thing itself', async () => {
    const plan = await loadWords(
      '2026年政府工作报告\n一、2025年回顾\n技改投资120亿元、增长9%。\n二、2026年目标\n技改投资增长11%。工业技改投资达到150亿元。',
    );
    expect(outcome(find(plan, '技改投资今年比去年高吗'))).toEqual(['技改投资 9%', '技改投资 11%']);
  });
});
