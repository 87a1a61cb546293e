import { describe, expect, it } from 'vitest';
import { readTime } from '../../../src/answer/question/read-time.ts';
import { readPlanText } from '../../support/read-plan.ts';

const plan = await readPlanText('2025年工作要点\n一、主要任务\n新建公路3公里。');
const undated = await readPlanText('工作要点\n一、主要任务\n新建公路3公里。');

describe('readTime', () => {
  it.each([
    ['今年建几个', 'target', 2025],
    ['本年度任务', 'target', 2025],
    ['年内建成几个', 'target', 2025],
    ['2025年目标', 'target', 2025],
    ['25年建几个', 'target', 2025],
    ['2025取证率', 'target', 2025],
    ['去年建了几个', 'achieved', 2024],
    ['上年度完成多少', 'achieved', 2024],
    ['头一年', 'achieved', 2024],
    ['2024年', 'achieved', 2024],
    ['明年建几个', 'target', 2026],
    ['前年建几个', 'achieved', 2023],
    ['大前年建几个', 'achieved', 2022],
    ['2019年建几个', 'achieved', 2019],
  ])('resolves %s against the year of the plan', (question, period, year) => {
    expect(readTime(question, plan)).toMatchObject({ period, year, stated: true, both: false });
  });

  it.each([
    ['目标是多少', 'target'],
    ['要建几个', 'target'],
    ['打算投多少', 'target'],
    ['完成了多少', 'achieved'],
    ['实际是多少', 'achieved'],
    ['建成了几座', 'achieved'],
    ['建几个', null],
    ['管网多少公里', null],
    ['主要指标有哪些', null],
    ['重要工作有哪些', null],
    ['学前一年免费惠及多少儿童', null],
    ['任务书有几份', null],
    ['科研成果卖多少钱', null],
    ['合同兑现的占几成', null],
    ['想做到多少', null],
    ['厅里的头头一年跑多少天', null],
    ['兑现了多少', 'achieved'],
    ['现在才多少', 'achieved'],
    ['目前只有几个', 'achieved'],
    ['眼下几个', 'achieved'],
    ['现在的办法怎么改', null],
    ['我要公园的面积', null],
    ['比以前快几分钟', null],
    ['以前建几个', 'achieved'],
    ['计划里提到几个公园', null],
    ['计划书有几份', null],
    ['计划建几个', 'target'],
  ])('takes a period, but no year, from the words of %s', (question, period) => {
    expect(readTime(question, plan)).toMatchObject({ period, year: null, stated: false });
  });

  it('gives every year that is named', () => {
    expect(readTime('2023年和2025年', plan)).toMatchObject({
      both: true,
      year: null,
      period: null,
      years: [2023, 2025],
    });
    expect(readTime('2024年和2025年', plan).years).toEqual([2024, 2025]);
  });

  it('reads a five-year plan to come as its last year, one that is over as a sum', () => {
    expect(readTime('“十五五”末达到多少', plan)).toMatchObject({ period: 'target', year: 2030, cumulative: false });
    expect(readTime('“十三五”期间建了几个', plan)).toMatchObject({ year: null, cumulative: true });
    expect(readTime('“十五五”期间建几个', undated)).toMatchObject({ year: null, cumulative: true });
  });

  it.each([
    ['上年纪的人住哪里', null],
    ['要做到多少', 'target'],
    ['做到多少', 'achieved'],
  ])('does not misread %s', (question, period) => {
    expect(readTime(question, plan)).toMatchObject({ period, year: null });
  });

  it('sees a comparison where both periods are named', () => {
    expect(readTime('去年和今年各多少', plan).both).toBe(true);
  });

  it('takes the year compared with for a base only', () => {
    expect(readTime('今年要比去年少开多少', plan)).toMatchObject({ both: false, period: 'target', year: 2025 });
    expect(readTime('今年比前年多建多少', plan)).toMatchObject({ both: false, period: 'target', year: 2025 });
    expect(readTime('今年和前年各多少', plan)).toMatchObject({ both: true, years: [2023, 2025] });
  });

  it.each(['五年来建了几个', '“十四五”期间新增几个', '近三年累计多少'])('reads %s as several years', (question) => {
    expect(readTime(question, plan)).toMatchObject({ cumulative: true, year: null });
  });

  it('knows the periods, not the years, of a plan without a year', () => {
    expect(readTime('今年建几个', undated)).toMatchObject({ period: 'target', year: null, stated: true });
    expect(readTime('去年建几个', undated)).toMatchObject({ period: 'achieved', year: null, stated: true });
  });

  it.each(['目前年产量多少', '以前年度结转多少', '今后年均增长多少', '房龄20年以上的小区几个', '20年期贷款多少'])(
    'reads no year inside another word: %s',
    (question) => {
      expect(readTime(question, plan).years).toEqual([]);
    },
  );
});

describe('years without 年', () => {
  it('reads both of a comparison', () => {
    expect(readTime('演练2025比2024多几场', plan)).toMatchObject({ both: true, years: [2025, 2024] });
  });

  it.each(['2025个', '2025.5亿元', '2025户'])('takes %s for an amount', (question) => {
    expect(readTime(question, plan).years).toEqual([]);
  });

  it('reads 明年 of a plan dated the year before as its year', async () => {
    const dated = await readPlanText(
      '2024年工作总结和2025年工作安排\n（2024年12月26日）\n一、主要任务\n新建公路3公里。',
    );
    expect(readTime('明年建几个', dated)).toMatchObject({ period: 'target', year: 2025 });
  });

  it('leaves out a year that is not wanted', () => {
    expect(readTime('今年任务中有哪些（去年的不要）', plan)).toMatchObject({ years: [2025], both: false });
  });
});

describe('years from one to another', () => {
  const span = (question: string) => readTime(question, plan).years.toSorted((a, b) => a - b);

  it.each([
    ['从2022年到2025年四年各是多少', [2022, 2023, 2024, 2025]],
    ['从2023至2025年，每年是多少', [2023, 2024, 2025]],
  ])('are read with those between, where each is asked for: %s', (question, years) => {
    expect(span(question)).toEqual(years);
  });

  it.each([
    ['从2022年到2025年提高了多少', [2022, 2025]],
    ['2022年和2025年每年多少', [2022, 2025]],
    ['从2024年到2025年各年多少', [2024, 2025]],
    ['从2015年到2025年每年多少', [2015, 2025]],
  ])('are those that are named: %s', (question, years) => {
    expect(span(question)).toEqual(years);
  });
});

describe('what is done by now', () => {
  it.each([
    ['今年已完成多少', 2025],
    ['今年已经建了几个', 2025],
    ['今年建成多少公里了', 2025],
    ['今年进度怎么样', 2025],
    ['目前修了几公里', null],
    ['到现在培训了多少人', null],
    ['绿道修好几公里了', null],
    ['完成到什么程度', null],
  ])('is no target: %s', (question, year) => {
    expect(readTime(question, plan)).toMatchObject({ period: 'achieved', year });
  });

  it.each(['今年建几个', '今年建成多少公里', '明年已完成多少', '2027年建成多少公里了', '今年进度要达到多少'])(
    'is not asked for by %s',
    (question) => {
      expect(readTime(question, plan).period).toBe('target');
    },
  );
});

describe('several years that are over', () => {
  it.each(['过去三年建几个', '近五年建几个', '前三年要建几个'])('are read of %s', (question) => {
    expect(readTime(question, plan)).toMatchObject({ period: 'achieved', year: null, cumulative: true });
  });

  it.each(['学前三年毛入园率多少', '未来三年建几个', '三年行动建几个'])('are not named by %s', (question) => {
    expect(readTime(question, plan)).toMatchObject({ period: null, cumulative: false });
  });

  it('are those of a five-year plan before this one, whatever its verbs say', async () => {
    const later = await readPlanText('2026年工作要点\n一、主要任务\n新建公路3公里。');
    expect(readTime('“十四五”这五年要争取到多少', later)).toMatchObject({ period: 'achieved', cumulative: true });
    expect(readTime('“十五五”期间要争取到多少', later)).toMatchObject({ period: 'target', year: 2030 });
    expect(readTime('“十四五”期间要争取到多少', plan)).toMatchObject({ period: 'target' });
  });

  it('are none where they stand in the title of a part', () => {
    expect(readTime('“五年来，创新动能加速集聚”那段里有哪些数据', plan)).toMatchObject({ cumulative: false });
    expect(readTime('五年来创新动能那段里有哪些数据', plan)).toMatchObject({ cumulative: true });
    expect(readTime('“去年”建了几个', plan)).toMatchObject({ period: 'achieved', year: 2024 });
  });
});

describe('years compared with and years summed up', () => {
  it.each([
    ['和去年比增长多少', null, false],
    ['跟上年同期相比涨了几个点', 'achieved', false],
    ['今年和去年相比增长多少', null, true],
    ['和去年比怎么样', 'achieved', false],
  ])('names no time with the year that a change is counted from: %s', (question, period, both) => {
    const year = question.endsWith('怎么样') ? 2024 : null;
    expect(readTime(question, plan)).toMatchObject({ period, year, both });
  });

  it.each([
    ['五年下来压到了多少', false],
    ['“十四五”期间降到多少', false],
    ['五年下来累计降到多少', true],
    ['五年下来建了多少', true],
    ['五年加起来建了多少', true],
    ['三年合计建多少', true],
  ])('asks for a level, or for a sum: %s', async (question, cumulative) => {
    const later = await readPlanText('2026年工作要点\n一、主要任务\n新建公路3公里。');
    expect(readTime(question, later).cumulative).toBe(cumulative);
  });
});
