import { describe, expect, it } from 'vitest';
import { loadWords } from '../../support.ts';
import { find, outcome } from '../find.ts';

const sample = await loadWords(`2025年水务工作要点
一、2024年工作回顾
（一）防洪工程加快。加固堤防15公里，改造泵站6座。
（二）节水取得成效。创建节水企业21家，漏损率降至9%。
同时也要看到，部分乡镇供水保障不足，管网老化率还有18%，基层技术人员缺口40人。
二、2025年主要任务
（一）保障供水
抓水源强储备。新建水库2座，储备水源3处。
治管网降漏损。改造管网88公里，更换水表1.5万只，漏损率控制在8%以内。
（二）改善生态
河道治理方面，整治河道30公里，清淤12万立方米。湿地保护方面，修复湿地400亩，投入资金1200万元。全年巡查5000次。
三、保障措施
（一）强化资金投入。争取上级资金2.4亿元，市级配套6000万元，资金到位率达到95%。
（二）强化队伍建设。招聘技术人员35名。
`);
const ask = (question: string) => outcome(find(sample, question)).map((line) => line.split(' ').at(-1));

describe('listScope', () => {
  it('narrows the part that an ordinal names by the words behind it', () => {
    expect(ask('第二部分保障供水这条有哪些指标')).toEqual(['2座', '3处', '88公里', '1.5万只', '8%']);
    expect(ask('第三部分强化队伍建设这条，具体是哪几个数')).toEqual(['35名']);
    expect(ask('第三部分有哪些数')).toEqual(['2.4亿元', '6000万元', '95%', '35名']);
  });

  it('takes the paragraph behind a lead that no heading opens', () => {
    expect(ask('治管网这一条今年有哪些量化任务')).toEqual(['88公里', '1.5万只', '8%']);
    expect(ask('今年抓水源强储备都定了哪些数')).toEqual(['2座', '3处']);
  });

  it('ends a field of a paragraph where the next one begins, the last one with its sentence', () => {
    expect(ask('今年河道治理方面有哪些数据')).toEqual(['30公里', '12万立方米']);
    expect(ask('今年湿地保护方面有哪些数据')).toEqual(['400亩', '1200万元']);
  });

  it('takes the sentences behind a lead inside a long paragraph, up to the next lead', async () => {
    const plan = await loadWords(
      '2025年工作报告\n一、2024年回顾\n全年新增企业70家。城乡面貌焕然一新。改造小区12个，新建绿道9公里。拆除违建3万平方米。民生福祉持续增进。新增学位600个。\n二、任务\n（一）全力以赴持续改善提升城乡面貌品质。去年底已征迁5户，新建公园8个。',
    );
    const listed = (question: string) => outcome(find(plan, question)).map((line) => line.split(' ').at(-1));
    expect(listed('去年城乡面貌这块的数据都报一下')).toEqual(['12个', '9公里', '3万平方米']);
    expect(listed('去年民生福祉那块有哪些数据')).toEqual(['600个']);
  });

  it('narrows the part about the problems to the one that is named', async () => {
    const plan = await loadWords(
      '2026年工作报告\n一、2025年回顾\n新建公园5个。\n二、存在的主要问题\n（一）要素制约仍然突出。土地缺口300亩，用工缺口2000人。\n（二）消费恢复缓慢。零售额下降2%，客流减少5%。\n三、任务\n要素保障专班解决用地500亩。',
    );
    const listed = (question: string) => outcome(find(plan, question)).map((line) => line.split(' ').at(-1));
    expect(listed('问题那部分，要素制约都摆了哪些数据')).toEqual(['300亩', '2000人']);
    expect(listed('问题那部分，消费恢复都摆了哪些数据')).toEqual(['2%', '5%']);
    expect(listed('问题那部分都摆了哪些数据')).toEqual(['300亩', '2000人', '2%', '5%']);
  });

  it('takes no heading of several years for one of them', async () => {
    const plan = await loadWords(
      '2026年政府工作报告\n一、过去五年\n（一）五年来，生态环境明显改善。2025年植树900亩，治理河道40公里。\n二、2025年工作\n（一）绿色底色更浓。新增绿地12公顷，关停企业8家，生态环境投诉下降8%。\n三、任务\n新建公园5个。',
    );
    const listed = (question: string) => outcome(find(plan, question)).map((line) => line.split(' ').at(-1));
    expect(listed('去年生态环境都有哪些指标')).toEqual(['12公顷', '8家', '8%']);
    expect(listed('生态环境明显改善那段有哪些指标')).toEqual(['900亩', '40公里']);
  });

  it('leaves out the problems that a review turns to at its end', () => {
    expect(ask('去年节水那一段有哪些数据')).toEqual(['21家', '9%']);
  });

  it('counts an item below the heading that the other words name', async () => {
    const plan = await loadWords(
      '2025年工作报告\n一、重点任务\n新建公路9公里。\n二、城市建设\n新建公园8个。\n三、办好三件民生实事\n今年要办好以下实事，投入不低于2亿元。\n1．稳就业。新增岗位500个。\n2．扩学位。新建学校2所，新增学位900个。\n3．助养老。新建助餐点7处。',
    );
    const listed = (question: string) => outcome(find(plan, question)).map((line) => line.split(' ').at(-1));
    expect(listed('第二件实事的数字有哪些')).toEqual(['2所', '900个']);
    expect(listed('第二部分有哪些数字')).toEqual(['8个']);
    expect(listed('今年的三件实事都有哪些数')).toEqual(['500个', '2所', '900个', '7处']);
  });

  it('takes the part whose sentence has the words, where no heading has them', async () => {
    const plan = await loadWords(
      '2025年质监工作要点\n一、任务\n（一）守住安全底线。检查企业800家，整改隐患90处。\n（二）提升设备水平。更换老旧锅炉60台，推广锅炉安全保险，投保锅炉500台。\n二、目标\n（一）主要指标\n抽检合格率98%，投诉办结率99%，PM2.5平均浓度控制在30微克/立方米。\n附：\n培训6次',
    );
    const listed = (question: string) => outcome(find(plan, question)).map((line) => line.split(' ').at(-1));
    expect(listed('锅炉安全保险这块有哪些指标')).toEqual(['60台', '500台']);
    expect(listed('空气质量方面有哪些指标')).toEqual(['30微克/立方米']);
  });

  it('means the main targets by main indicators of the whole plan', async () => {
    const plan = await loadWords(
      '2025年工作计划\n一、2025年主要目标\n覆盖率达到80%，培训干部500人。\n二、任务\n新建工业园2个，工业主要企业达到40家。',
    );
    const listed = (question: string) => outcome(find(plan, question)).map((line) => line.split(' ').at(-1));
    expect(listed('今年的主要指标有哪些')).toEqual(['80%', '500人']);
    expect(listed('工业方面的主要指标有哪些')).not.toContain('500人');
  });

  it('means the main targets of a field that stands in front, where the plan has a part of it', async () => {
    const plan = await loadWords(
      '2026年工作要点\n一、任务\n1. 推动工业提质。新建厂房12座，技改投资9亿元。\n2. 推动旅游。新增民宿20家。\n二、主要目标\n工业增加值增长8%，财政收入增长5%。',
    );
    const listed = (question: string) => outcome(find(plan, question)).map((line) => line.split(' ').at(-1));
    expect(listed('工业提质方面，主要目标都有哪些')).toEqual(['12座', '9亿元']);
    expect(listed('航天方面，主要目标都有哪些')).toEqual(['8%', '5%']);
    expect(listed('今年的主要目标都有哪些')).toEqual(['8%', '5%']);
  });

  it('keeps the kind of figure that is asked for', () => {
    expect(ask('保障措施里强化资金投入提到了哪些金额')).toEqual(['2.4亿元', '6000万元']);
    expect(ask('保障措施里强化资金投入提到了哪些比例')).toEqual(['95%']);
    expect(ask('强化资金投入这一条的比例有哪些')).toEqual(['95%']);
  });

  it('is the one heading that has what is quoted, and the main targets where just these words head a part', async () => {
    const plan = await loadWords(
      '2026年计划\n第一章 总体要求和主要目标\n一、主要预期目标\n产值增长8%，投资增长9%。\n二、进度\n一季度完成全年任务的25%。\n第二章 实事\n1.“一老一小”服务。建设养老中心1个、托育园3所。\n2.扩充学位。新增学位200个。',
    );
    const values = (question: string) => outcome(find(plan, question)).map((line) => line.split(' ').at(-1));
    expect(values('主要预期目标里的数都列一下')).toEqual(['8%', '9%']);
    expect(values('实事里“一老一小”那项包括哪些数')).toEqual(['1个', '3所']);
  });

  it('is of two that are quoted the inner one below the outer', async () => {
    const plan = await loadWords(
      '2026年计划\n一、实事\n1.“一老一小”服务。\n（1）“一老”照护。新建养老中心3个。\n（2）“一小”托育。新建托育园5所。\n2.“一小”乐园。新建乐园9个。',
    );
    const values = (question: string) => outcome(find(plan, question)).map((line) => line.split(' ').at(-1));
    expect(values('“一老一小”里讲“一小”的那部分有哪些数')).toEqual(['5所']);
    expect(values('“一老一小”里讲“一老”的那部分有哪些数')).toEqual(['3个']);
    expect(values('“一老一小”里讲“学位”的那部分有哪些数')).toEqual(['3个', '5所']);
    expect(values('“一老一小”那项有哪些数')).toEqual(['3个', '5所']);
  });

  it('is the heading that begins with the words, and the counted parts without their sum', async () => {
    const plan = await loadWords(
      '2026年工作要点\n一、任务\n1. 学前教育要在“稳”字上下功夫。新建幼儿园12所，普惠率达到90%。\n2. 产业。两条产业链总产值2750亿元，其中绿色石化1350亿元、海工装备1400亿元。\n3. 队伍。配备学前教育教研员12名。',
    );
    const values = (question: string) => outcome(find(plan, question)).map((line) => line.split(' ').at(-1));
    expect(values('学前教育今年都定了哪些数')).toEqual(['12所', '90%']);
    expect(values('两条产业链今年各自的产值目标分别是多少')).toEqual(['1350亿元', '1400亿元']);
  });
});
