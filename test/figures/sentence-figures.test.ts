import { describe, expect, it } from 'vitest';
import type { Figure } from '../../src/figures/figure.ts';
import { figuresOf } from '../support/read-plan.ts';

const line = ({ indicator, quantity }: Figure): string =>
  [indicator, quantity.text, ...(quantity.qualifier === null ? [] : [quantity.qualifier])].join(' ');
const read = async (text: string): Promise<string[]> => (await figuresOf(text)).map(line);

describe('the figures of a sentence', () => {
  it.each([
    [
      '新建污水管网80公里，完成5座污水处理厂提标改造，城市生活污水集中收集率达75%。',
      ['新建污水管网 80公里', '污水处理厂提标改造 5座', '城市生活污水集中收集率 75% 达'],
    ],
    ['完成人工造林2万亩，封山育林5万亩。', ['人工造林 2万亩', '封山育林 5万亩']],
    ['创建省级森林城镇2个、森林乡村20个。', ['创建省级森林城镇 2个', '森林乡村 20个']],
    ['PM2.5平均浓度降至28微克/立方米。', ['PM2.5平均浓度 28微克/立方米 降至']],
    ['每千人口拥有床位7.5张。', ['每千人口拥有床位 7.5张']],
    ['每千人口床位数增加到7.4张。', ['每千人口床位数 7.4张 增加到']],
    ['居民消费价格上涨0.4%。', ['居民消费价格 0.4% 上涨']],
    ['传染病发病率控制在41.5/10万以内。', ['传染病发病率 41.5/10万 控制在…以内']],
    ['（一）新增学位1200个。', ['新增学位 1200个']],
    ['把森林覆盖率提高到62%。', ['森林覆盖率 62% 提高到']],
    ['三分之二的村实现通车。', ['村实现通车 三分之二']],
    ['30分钟内到达现场。', ['到达现场 30分钟']],
  ])('takes the words before or behind the number: %s', async (text, expected) => {
    expect(await read(text)).toEqual(expected);
  });

  it.each([
    ['地区生产总值达到286.4亿元，增长5.6%。', ['地区生产总值 286.4亿元 达到', '地区生产总值 5.6% 增长']],
    ['培训人员5000人次，同比增长12%。', ['培训人员 5000人次', '培训人员 12% 同比增长']],
    ['招引项目15—20个，力争投产10个。', ['招引项目 15—20个', '招引项目投产 10个']],
    ['新建学校3所、改造5所。', ['新建学校 3所', '新建学校改造 5所']],
  ])('remembers what the clause before was about: %s', async (text, expected) => {
    expect(await read(text)).toEqual(expected);
  });

  it('takes a bound right before a count for what is counted', async () => {
    const figures = await figuresOf('新签约亿元以上产业项目60个，其中10亿元以上12个、50亿元以上3个。');
    expect(figures.map((figure) => [line(figure), figure.role])).toEqual([
      ['产业项目 亿元 以上', 'limit'],
      ['新签约亿元以上产业项目 60个', 'figure'],
      ['新签约亿元以上产业项目 10亿元 以上', 'limit'],
      ['10亿元以上产业项目 12个', 'figure'],
      ['新签约亿元以上产业项目 50亿元 以上', 'limit'],
      ['50亿元以上产业项目 3个', 'figure'],
    ]);
  });

  it('takes ages and populations for bounds, not for figures', async () => {
    const figures = await figuresOf('开设2至3岁托班，70岁及以上老人体检率达到80%，人均预期寿命由78岁提高到79岁。');
    expect(figures.map(({ quantity, role }) => [quantity.text, role])).toEqual([
      ['2至3岁', 'limit'],
      ['70岁', 'limit'],
      ['80%', 'figure'],
      ['78岁', 'figure'],
      ['79岁', 'figure'],
    ]);
  });

  it('knows a growth from a level', async () => {
    const figures = await figuresOf('用电量达到12亿千瓦时，比上年增加0.8亿千瓦时，占比提高到30%。');
    expect(figures.map(({ aspect }) => aspect)).toEqual(['level', 'change', 'level']);
  });

  it.each([
    [
      '城镇、农村居民人均可支配收入分别增长5%和6.5%。',
      ['城镇居民人均可支配收入 5% 增长', '农村居民人均可支配收入 6.5% 增长'],
    ],
    ['小学、初中净入学率分别达到99.9%和99.5%。', ['小学净入学率 99.9% 达到', '初中净入学率 99.5% 达到']],
    ['自来水普及率、集中供水率分别达到96.5%和98%。', ['自来水普及率 96.5% 达到', '集中供水率 98% 达到']],
    [
      '第一、二、三产业增加值分别增长3%、5%和7%。',
      ['第一产业增加值 3% 增长', '第二产业增加值 5% 增长', '第三产业增加值 7% 增长'],
    ],
    ['机械制造业、电子制造业增加值分别增长3%和5%。', ['机械制造业增加值 3% 增长', '电子制造业增加值 5% 增长']],
    [
      '城区优秀校长、骨干校长交流比例分别达到15%和20%。',
      ['城区优秀校长交流比例 15% 达到', '骨干校长交流比例 20% 达到'],
    ],
    [
      '村卫生室、社区服务中心达到基本标准的比例分别达到80%和85%。',
      ['村卫生室达到基本标准的比例 80% 达到', '社区服务中心达到基本标准的比例 85% 达到'],
    ],
    ['患者规范治疗率、治愈率分别达到90%和70%。', ['患者规范治疗率 90% 达到', '患者规范治愈率 70% 达到']],
    ['火灾事故起数、死亡人数分别下降8%和9%。', ['火灾事故起数 8% 下降', '火灾事故死亡人数 9% 下降']],
    ['下派到村交流教师、校长分别达到86名和7名。', ['下派到村交流教师 86名 达到', '下派到村交流校长 7名 达到']],
    [
      '高考上线900人，其中艺术类上线200人，同比分别增加40人和15人。',
      ['高考上线 900人', '艺术类上线 200人', '高考上线 40人 增加', '艺术类上线 15人 增加'],
    ],
    [
      '实施“甲训”“乙训”项目，分别培训教师120人次和260人次。',
      ['“甲训”项目培训教师 120人次', '“乙训”项目培训教师 260人次'],
    ],
    [
      '新增甲类企业6家、乙类企业57家，累计分别达到22家和215家。',
      ['新增甲类企业 6家', '乙类企业 57家', '甲类企业累计 22家 达到', '乙类企业累计 215家 达到'],
    ],
    [
      '甲产业产值50亿元、乙产业产值120亿元，分别增长3%和5%。',
      ['甲产业产值 50亿元', '乙产业产值 120亿元', '甲产业产值 3% 增长', '乙产业产值 5% 增长'],
    ],
  ])('gives each of several names its own number: %s', async (text, expected) => {
    expect(await read(text)).toEqual(expected);
  });

  it.each([
    ['工业园区由12个整合为9个。', ['工业园区 12个', '工业园区 9个']],
    ['办结企业诉求430件，办结率达到98%。', ['办结企业诉求 430件', '企业诉求办结率 98% 达到']],
    ['服务热线办结率达到98%、满意率达到96%。', ['服务热线办结率 98% 达到', '服务热线满意率 96% 达到']],
    ['推进办学条件达标工程，新增操场3万平方米，达标率达到100%。', ['新增操场 3万平方米', '达标率 100% 达到']],
    ['建设示范校8所，小学开设通识课程，每学年不少于9课时。', ['建设示范校 8所', '小学开设通识课程 9课时 不少于']],
    ['办好实事：1.新建公园5个；2.改造街巷16条。', ['新建公园 5个', '改造街巷 16条']],
    ['粮食产量连续三年稳定在20万吨。', ['粮食产量 20万吨 稳定在']],
    ['新建基站230个、累计达到1200个。', ['新建基站 230个', '基站累计 1200个 达到']],
    [
      '工业增加值增长8%，高于全省平均水平1.5个百分点。',
      ['工业增加值 8% 增长', '工业增加值高于全省平均水平 1.5个百分点 高于'],
    ],
  ])('names what the words before have left to it: %s', async (text, expected) => {
    expect(await read(text)).toEqual(expected);
  });

  it('keeps one number that holds for two names as one figure', async () => {
    expect(await read('优良天数比例和水质优良率均达到95%以上。')).toEqual(['优良天数比例和水质优良率 95% 达到…以上']);
  });

  it('reads the parts behind 其中', async () => {
    expect(await read('新增学位1200个，其中公办800个、民办400个。')).toEqual([
      '新增学位 1200个',
      '公办 800个',
      '民办 400个',
    ]);
    expect(await read('完成投资1.2亿元（含中央资金3000万元）。')).toEqual(['投资 1.2亿元', '中央资金 3000万元']);
  });

  it.each([
    ['实现400总吨以下船舶生活污水收集装置全覆盖。', '400总吨'],
    ['引进亿元以上项目20个。', '亿元'],
    ['新增3岁以下婴幼儿托位500个。', '3岁'],
    ['建成220千伏变电站3座。', '220千伏'],
    ['打造万亩生态廊道。', '万亩'],
  ])('marks a bound on what is covered as a limit: %s', async (text, limit) => {
    const figures = await figuresOf(text);
    expect(figures.filter(({ role }) => role === 'limit').map(({ quantity }) => quantity.text)).toEqual([limit]);
  });

  it.each(['失业率控制在5%以内。', '城镇新增就业5000人以上。', '林下经济面积突破10万亩。', '优良率达93%以上。'])(
    'takes a target with a bound for no limit: %s',
    async (text) => {
      expect((await figuresOf(text)).map(({ role }) => role)).toEqual(['figure']);
    },
  );

  it('takes the level that an indicator comes from for a result, the one it goes to for a target', async () => {
    const figures = await figuresOf('森林覆盖率由2024年的60%提高到62%，办理时间由10个工作日压缩至3个工作日。');
    expect(figures.map(({ quantity, period, year }) => [quantity.text, period, year])).toEqual([
      ['60%', 'achieved', 2024],
      ['62%', 'target', 2025],
      ['10个工作日', 'achieved', null],
      ['3个工作日', 'target', 2025],
    ]);
  });

  it.each([
    ['查处违法行为200起。', '查处违法行为'],
    ['新签约30个项目。', '新签约项目'],
    ['在校学生5万人。', '在校学生'],
    ['再生水利用率达25%。', '再生水利用率'],
    ['应急演练4次。', '应急演练'],
    ['使用面积2000平方米。', '使用面积'],
    ['以工代赈项目8个。', '以工代赈项目'],
    ['汽车保有20万辆。', '汽车保有'],
    ['应届毕业生3000名。', '应届毕业生'],
    ['继续教育2万人次。', '继续教育'],
    ['为民办实事项目10件。', '为民办实事项目'],
  ])('leaves words whole that only look like adverbs: %s', async (text, indicator) => {
    expect((await figuresOf(text)).map((figure) => figure.indicator)).toEqual([indicator]);
  });

  it.each([
    '2025年3月15日前新建公园5个。',
    '到2025年底，全市力争新建公园5个。',
    '同时，进一步新建公园5个。',
    '我市还将新建公园5个。',
    '全年共新建公园5个。',
    '6月底前新建公园5个。',
  ])('trims times, places and adverbs: %s', async (text) => {
    expect((await figuresOf(text)).map((figure) => figure.indicator)).toEqual(['新建公园']);
  });

  it.each([
    [
      '下半年开工建设县科技馆，项目总建筑面积1.9万平方米，总投资2.2亿元，年度计划完成投资9000万元。',
      ['县科技馆总建筑面积 1.9万平方米', '县科技馆总投资 2.2亿元', '县科技馆年度计划完成投资 9000万元'],
    ],
    [
      '实施重大农业项目30个，总投资80亿元，年度计划投资25亿元，其中新开工12个、竣工9个。',
      [
        '重大农业项目 30个',
        '重大农业项目总投资 80亿元',
        '重大农业项目年度计划投资 25亿元',
        '重大农业项目新开工 12个',
        '重大农业项目竣工 9个',
      ],
    ],
    [
      '引进农业项目40个，其中加工项目15个，到位资金9亿元。',
      ['引进农业项目 40个', '加工项目 15个', '引进农业项目到位资金 9亿元'],
    ],
    [
      '安排科技创新资金800万元，单个项目补助最高不超过30万元。',
      ['科技创新资金 800万元', '科技创新资金单个项目补助 30万元 最高不超过'],
    ],
    ['推进青石水库建设，总库容900万立方米。', ['青石水库总库容 900万立方米']],
    ['改造老旧桥梁50座，其中使用30年以上的20座。', ['改造老旧桥梁 50座', '使用30年以上老旧桥梁 20座']],
    ['对举报非法采砂查实的，最高奖励5万元。', ['举报非法采砂奖励 5万元 最高']],
  ])('gives an amount without a name to what the sentence is about: %s', async (text, expected) => {
    expect((await figuresOf(text)).filter(({ role }) => role === 'figure').map(line)).toEqual(expected);
  });

  it.each([
    [
      '“端午”、中秋假期分别接待游客20万人次、31万人次，增长4%、6%。',
      [
        '“端午”假期接待游客 20万人次',
        '中秋假期接待游客 31万人次',
        '“端午”假期接待游客 4% 增长',
        '中秋假期接待游客 6% 增长',
      ],
    ],
    [
      '种子、饲料、农药残留检测分别完成200批次、300批次和400批次。',
      ['种子检测 200批次', '饲料检测 300批次', '农药残留检测 400批次'],
    ],
    ['对4个乡镇和9个部门开展督查。', ['乡镇 4个', '部门开展督查 9个']],
    ['8个国、省控断面水质达标率保持100%。', ['国、省控断面水质达标率 8个', '国、省控断面水质达标率 100% 保持']],
  ])('keeps what belongs together: %s', async (text, expected) => {
    expect(await read(text)).toEqual(expected);
  });

  it.each([
    ['接到报警后20分钟内赶到村口、1小时内书面汇报。', ['接到报警后赶到村口 20分钟', '书面汇报 1小时']],
    ['消防队每月至少拉练1次。', ['消防队每月拉练 1次 至少']],
    ['服务费用投入比例不低于保费的12%。', ['服务费用投入比例 12% 不低于']],
    ['自动化改造进度仅过六成。', ['自动化改造进度 六成 仅过']],
    ['列入考核的15项指标中，完成12项。', ['列入考核的指标 15项', '列入考核的指标 12项']],
  ])('reads bounds and times that stand apart from the name: %s', async (text, expected) => {
    expect(await read(text)).toEqual(expected);
  });
});
