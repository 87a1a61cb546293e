import { describe, expect, it } from 'vitest';
import { extractFigures } from '../../src/figures/extract-figures.ts';
import { figuresOf, readPlanText } from '../support/read-plan.ts';

const when = async (text: string): Promise<unknown[]> =>
  (await figuresOf(text)).map(({ period, year }) => [period, year]);

/** The figures of a whole plan for 2025. */
async function inPlan(text: string): Promise<[string, string | null, number | null][]> {
  const figures = extractFigures(await readPlanText(`2025年工作要点\n${text}`));
  return figures.map(({ quantity, period, year }) => [quantity.text, period, year]);
}

describe("headings beyond the plan's own year", () => {
  it.each([
    ['二、“十五五”时期发展展望\n——港口提能。货物吞吐量达到2.5亿吨。', 2030],
    ['三、“十五五”时期的总体思路和主要目标\n（二）主要目标\n货物吞吐量达到2.5亿吨。', 2030],
    ['二、今后五年的奋斗目标\n货物吞吐量达到2.5亿吨。', 2029],
    ['二、“十五五”开局之年的重点任务\n货物吞吐量达到2.5亿吨。', 2025],
  ])('date their targets: %s', async (text, year) => {
    expect(await inPlan(text)).toEqual([['2.5亿吨', 'target', year]]);
  });

  it('tell the years of a review apart from its year', async () => {
    const text = `一、2024年工作和“十四五”时期回顾
（一）一年来的工作
改造老旧小区120个。
（二）“十四五”时期的发展成就
各位代表！刚刚过去的五年极不平凡。
第一，城乡面貌焕然一新。改造老旧小区640个，城乡收入比由2.06:1缩小到1.85:1。`;
    expect(await inPlan(text)).toEqual([
      ['120个', 'achieved', 2024],
      ['640个', 'achieved', null],
      ['2.06:1', 'achieved', null],
      ['1.85:1', 'achieved', 2024],
    ]);
  });
});

describe('time words of other things', () => {
  it('date no task by what a lesson is drawn from, nor a yearly mean by one year', async () => {
    const text =
      '一、主要任务\n汲取近年来事故教训，安检覆盖率达到95%。\n二、“十四五”成就\n产值由2020年的40亿元增加到2024年的60亿元，年均增长8%。';
    expect(await inPlan(text)).toEqual([
      ['95%', 'target', 2025],
      ['40亿元', 'achieved', 2020],
      ['60亿元', 'achieved', 2024],
      ['8%', 'achieved', null],
    ]);
  });
});

describe('levels reached', () => {
  it.each([
    [
      '五年来，PM2.5平均浓度由50微克/立方米降到36微克/立方米。',
      [
        ['achieved', null, true],
        ['achieved', 2024, false],
      ],
    ],
    ['五年来，森林覆盖率达到61%。', [['achieved', 2024, false]]],
    [
      '五年来，累计新增就业12万人，民生支出达到300亿元。',
      [
        ['achieved', null, true],
        ['achieved', null, true],
      ],
    ],
    [
      '2024年，供水普及率由92%提高到95%。',
      [
        ['achieved', 2023, false],
        ['achieved', 2024, false],
      ],
    ],
    [
      '今年，供水普及率由92%提高到95%。',
      [
        ['achieved', null, false],
        ['target', 2025, false],
      ],
    ],
  ])('dates the end by the last year, sums by all of them: %s', async (text, expected) => {
    const figures = await figuresOf(text);
    expect(figures.map(({ period, year, cumulative }) => [period, year, cumulative])).toEqual(expected);
  });

  it('plans a rate of finding as any other', async () => {
    expect(await when('抽检问题发现率达到3%以上，核查处置完成率达到99%。')).toEqual([
      ['target', 2025],
      ['target', 2025],
    ]);
  });
});

describe('the period of a figure', () => {
  it('takes a numbered part of a plan for what is to come', async () => {
    expect(await when('新建公园5个。')).toEqual([['target', 2025]]);
  });

  it.each([
    ['去年新建公园5个。', null],
    ['上年新建公园5个。', null],
    ['2024年新建公园5个。', 2024],
    ['过去一年，新建公园5个。', null],
    ['一年来，全市新建公园5个。', null],
    ['“十四五”以来，累计新建公园5个。', null],
  ])('takes past time words for a result: %s', async (text, year) => {
    expect(await when(text)).toEqual([['achieved', year]]);
  });

  it.each([
    ['今年新建公园5个。', 2025],
    ['2025年新建公园5个。', 2025],
    ['到2030年新建公园5个。', 2030],
    ['年内新建公园5个。', 2025],
  ])('takes time words ahead for a target: %s', async (text, year) => {
    expect(await when(text)).toEqual([['target', year]]);
  });

  it.each(['目前公园共有5个。', '截至目前，建成公园5个。', '今年以来新建公园5个。'])(
    'leaves the present open: %s',
    async (text) => {
      expect(await when(text)).toEqual([[null, null]]);
    },
  );

  it.each(['财政收入比上年增长5%。', '财政收入较2024年增长5%。', '财政收入与去年同期相比增长5%。'])(
    'does not take what is compared with for the time: %s',
    async (text) => {
      expect(await when(text)).toEqual([['target', 2025]]);
    },
  );

  it.each(['查处环境违法案件200起。', '救护野生动物87只。', '移送案件10起。'])(
    'leaves open when things happened that nobody plans: %s',
    async (text) => {
      expect(await when(text)).toEqual([[null, null]]);
    },
  );

  it.each([
    ['编制2025—2030年公园布局规划，新建公园5个。', 2025],
    ['落实《公园建设行动方案（2023—2027年）》，新建公园5个。', 2025],
    ['“十五五”末公园达到80个。', 2030],
  ])('does not take the years in a name for a date: %s', async (text, year) => {
    expect(await when(text)).toEqual([['target', year]]);
  });

  it('ends a later year with its sentence among the tasks of this year', async () => {
    expect(
      await inPlan(
        '一、2025年重点工作\n到2030年，公园达到80个；绿道达到90公里。新建公园5个。\n改造公园3个，到2027年绿地达到70亩；种树600株。',
      ),
    ).toEqual([
      ['80个', 'target', 2030],
      ['90公里', 'target', 2030],
      ['5个', 'target', 2025],
      ['3个', 'target', 2025],
      ['70亩', 'target', 2027],
      ['600株', 'target', 2025],
    ]);
  });

  it('keeps a later year through the paragraph where the heading speaks of years', async () => {
    expect(await inPlan('一、“十五五”时期目标任务\n到2030年，公园达到80个。新建绿道90公里。\n种树600株。')).toEqual([
      ['80个', 'target', 2030],
      ['90公里', 'target', 2030],
      ['600株', 'target', 2030],
    ]);
  });

  it('takes sums over years for cumulative', async () => {
    const figures = await figuresOf('到2030年，城镇化率达到70%；五年新增就业30万人以上。');
    expect(figures.map(({ cumulative }) => cumulative)).toEqual([false, true]);
    const review = extractFigures(
      await readPlanText('2025年工作要点\n一、2024年工作回顾\n五年来，公园由2019年的20个增加到50个。累计种树9万株。'),
    );
    expect(review.at(-1)).toMatchObject({ period: 'achieved', cumulative: true });
  });

  it('takes the time of a lead for what its paragraph says', async () => {
    const review = extractFigures(
      await readPlanText(
        '2025年工作要点\n一、2024年工作回顾\n——五年来，城乡面貌焕然一新。改造小区90个，新修道路300公里。\n——五年来，民生福祉更加厚实。新增学位8000个，新建医院2家。',
      ),
    );
    expect(review.map(({ cumulative }) => cumulative)).toEqual([true, true, true, true]);
  });

  it('tells review from plan by the headings', async () => {
    expect(
      await inPlan('一、2024年工作回顾\n新建公园5个。\n二、2025年目标任务\n新建公园8个。\n三、保障措施\n培训300人次。'),
    ).toEqual([
      ['5个', 'achieved', 2024],
      ['8个', 'target', 2025],
      ['300人次', 'target', 2025],
    ]);
  });

  it.each([
    ['一、问题不能回避', 'achieved', null],
    ['一、差距不可忽视', 'achieved', null],
    ['一、问题导向抓整改', 'target', 2025],
  ])('takes a heading that admits a problem for a review, one that solves it for tasks: %s', async (...parts) => {
    const [heading, ...when] = parts;
    expect(await inPlan(`${heading}\n缺口教师30名。`)).toEqual([['30名', ...when]]);
  });

  it.each([
    ['一、去年的家底怎么看', 'achieved', null],
    ['一、过去一年的得与失', 'achieved', null],
    ['一、去年干得怎样、今年往哪使劲', 'target', 2025],
    ['一、比去年再快一步', 'target', 2025],
    ['一、对照去年定目标', 'target', 2025],
  ])('takes a heading of the last year for a review, one that only starts from it for tasks: %s', async (...parts) => {
    const [heading, ...when] = parts;
    expect(await inPlan(`${heading}\n新建公园5个。`)).toEqual([['5个', ...when]]);
  });

  it('takes “重点工作进展” inside a review for results all the same', async () => {
    expect(await inPlan('一、2024年工作总结\n（一）重点任务进展\n新建公园5个。\n二、任务\n新建公园8个。')).toEqual([
      ['5个', 'achieved', 2024],
      ['8个', 'target', 2025],
    ]);
  });

  it('lets a word in the sentence speak against the heading', async () => {
    expect(await inPlan('一、主要任务\n去年新建公园5个，今年新建公园8个。')).toEqual([
      ['5个', 'achieved', null],
      ['8个', 'target', 2025],
    ]);
  });

  it('carries a time word through its paragraph, not into the next', async () => {
    expect(await inPlan('一、主要任务\n去年工作扎实推进。新建公园5个。\n新建广场8个。')).toEqual([
      ['5个', 'achieved', null],
      ['8个', 'target', 2025],
    ]);
  });

  it('marks results of several years as cumulative', async () => {
    const [figure] = await figuresOf('五年来，新建公园50个。');
    expect(figure).toMatchObject({ period: 'achieved', cumulative: true });
  });

  it('tells a review of the last year from one of several', async () => {
    const ofHeading = async (title: string): Promise<boolean[]> =>
      extractFigures(await readPlanText(`2026年政府工作报告\n一、${title}\n新建公园5个。\n二、今年任务\n新建2个。`))
        .slice(0, 1)
        .map(({ cumulative }) => cumulative);
    expect(await ofHeading('2025年工作回顾和“十四五”发展成就')).toEqual([false]);
    expect(await ofHeading('看成绩，“十四五”收官收得稳')).toEqual([false]);
    expect(await ofHeading('关于2025年工作和五年来成就')).toEqual([false]);
    expect(await ofHeading('“十四五”时期工作回顾')).toEqual([true]);
    expect(await ofHeading('2021至2025年和五年来发展成就')).toEqual([true]);
  });

  it('takes a sum over years for what its part speaks of, and a level for no sum', async () => {
    const figures = extractFigures(
      await readPlanText(
        '2026年政府工作报告\n一、“十五五”时期总体目标\n碳排放五年累计下降17%，清洁能源比重提高到24%。',
      ),
    );
    expect(figures).toMatchObject([
      { period: 'target', year: 2030, cumulative: true },
      { period: 'target', year: 2030, cumulative: false },
    ]);
    // The sentence behind goes on with the sum.
    expect(
      extractFigures(await readPlanText('2026年政府工作报告\n一、回顾\n五年累计新建公园50个。改造公厕80座。')),
    ).toMatchObject([
      { period: 'achieved', cumulative: true },
      { period: 'achieved', cumulative: true },
    ]);
  });

  it('ends a time in brackets with them, and what led to a task before its items', async () => {
    expect(await inPlan('一、任务\n发病率降至38/10万（2024年为41/10万），治愈率保持在92%以上。')).toEqual([
      ['38/10万', 'target', 2025],
      ['41/10万', 'achieved', 2024],
      ['92%', 'target', 2025],
    ]);
    expect(
      await inPlan('一、任务\n去年产值突破700亿元，学校要接得住。一是调结构，新增专业14个。二是促贯通，招生4500人。'),
    ).toEqual([
      ['700亿元', 'achieved', null],
      ['14个', 'target', 2025],
      ['4500人', 'target', 2025],
    ]);
  });

  it('guesses nothing before the first heading', async () => {
    expect(await inPlan('新建公园5个。改造2个。\n')).toEqual([
      ['5个', null, null],
      ['2个', null, null],
    ]);
  });

  it('gives no year where the plan has only a placeholder', async () => {
    const figures = extractFigures(await readPlanText('202x年工作要点\n一、任务\n今年新建公园5个。'));
    expect(figures).toMatchObject([{ period: 'target', year: null }]);
  });
});

describe('times that end with their part', () => {
  it('dates the one item, not the next', async () => {
    expect(
      await inPlan(
        '一、2024年工作回顾\n存在问题：一是就业压力大，今年毕业生预计2900人。二是服务不均，农村床位占比只有38%。\n二、任务\n新建3所。',
      ),
    ).toEqual([
      ['2900人', 'target', 2025],
      ['38%', 'achieved', 2024],
      ['3所', 'target', 2025],
    ]);
  });

  it('takes what a task puts in of the last year for that alone', async () => {
    expect(await inPlan('一、重点任务\n引进人才18名，2024年引进11名；招聘医生30名。')).toEqual([
      ['18名', 'target', 2025],
      ['11名', 'achieved', 2024],
      ['30名', 'target', 2025],
    ]);
    expect(await inPlan('一、重点任务\n加固水库11座，其中上年新查出的4座优先安排。补建设施31座。')).toMatchObject([
      ['11座', 'target', 2025],
      ['4座', 'achieved', null],
      ['31座', 'target', 2025],
    ]);
  });

  it('dates nothing by the level that a target starts from', async () => {
    expect(await inPlan('一、任务\n入园率在去年94.8%的基础上再提高0.5个百分点。支持40所幼儿园开设托班。')).toEqual([
      ['94.8%', 'achieved', null],
      ['0.5个百分点', 'target', 2025],
      ['40所', 'target', 2025],
    ]);
  });

  it('reads 年内 of a review as the year reviewed', async () => {
    expect(await inPlan('一、2024年工作回顾\n年内新查出病险水库4座。\n二、任务\n新建3所。')).toEqual([
      ['4座', 'achieved', 2024],
      ['3所', 'target', 2025],
    ]);
  });

  it.each([
    ['年内新查出病险水库4座。整治水库9座。', ['4座', '9座']],
    ['本年度各项工作有序推进，新建公园5个。', ['5个']],
    ['本年度各项工作有序推进。新建公园5个。', ['5个']],
  ])('dates by the year reviewed what comes after such a word too: %s', async (sentences, values) => {
    expect(await inPlan(`一、2024年工作回顾\n${sentences}`)).toEqual(values.map((value) => [value, 'achieved', 2024]));
    expect(await inPlan(`一、任务\n${sentences}`)).toEqual(values.map((value) => [value, 'target', 2025]));
  });

  it('dates no further sentence by a remark in brackets', async () => {
    expect(await inPlan('一、任务\n发病率降至38/10万以下（2024年为41.3/10万）。治愈率保持在92%以上。')).toEqual([
      ['38/10万', 'target', 2025],
      ['41.3/10万', 'achieved', 2024],
      ['92%', 'target', 2025],
    ]);
    expect(await inPlan('一、任务\n去年新建公园（含口袋公园）3个。改造公园2个。')).toEqual([
      ['3个', 'achieved', null],
      ['2个', 'achieved', null],
    ]);
  });

  it('ends a span of years that is mentioned behind a semicolon', async () => {
    expect(
      await inPlan(
        '一、2024年工作完成情况\n用水总量2.31亿立方米；“十四五”期间用水量累计下降19.6%。建成节水型单位22家。\n二、任务\n新建3所。',
      ),
    ).toEqual([
      ['2.31亿立方米', 'achieved', 2024],
      ['19.6%', 'achieved', null],
      ['22家', 'achieved', 2024],
      ['3所', 'target', 2025],
    ]);
  });
});

describe('the last year beside 比', () => {
  it.each([
    ['绿电占比去年是31.2%。', 'achieved', null],
    ['绿电占比2024年是31.2%。', 'achieved', 2024],
    ['绿电占比比去年提高1.3个百分点。', 'target', 2025],
    ['绿电占比较2024年提高1.3个百分点。', 'target', 2025],
    ['人均寿命比“十三五”末提高1.3岁。', 'target', 2025],
    ['人均寿命较十三五末提高1.3岁。', 'target', 2025],
    ['人均寿命“十三五”末为78.2岁。', 'achieved', 2020],
    ['床位占比“十三五”末为31%。', 'achieved', 2020],
  ])('dates a share, nothing that is compared with it: %s', async (text, ...expected) => {
    expect(await when(text)).toEqual([expected]);
  });
});

describe('what is put in of another year', () => {
  it('dates neither the rest of its sentence nor the next one', async () => {
    expect(await inPlan('一、任务\n入网率86.4%，2023年是84.9%，漏损率7%。新建公园5个。')).toEqual([
      ['86.4%', 'target', 2025],
      ['84.9%', 'achieved', 2023],
      ['7%', 'target', 2025],
      ['5个', 'target', 2025],
    ]);
    expect(await inPlan('一、去年的家底怎么看\n入网率86.4%，2023年是84.9%，漏损率7%。新建公园5个。')).toEqual([
      ['86.4%', 'achieved', null],
      ['84.9%', 'achieved', 2023],
      ['7%', 'achieved', null],
      ['5个', 'achieved', null],
    ]);
  });

  it('is dated on where the sentence opens with it', async () => {
    expect(await inPlan('一、任务\n2023年是起步之年，新建公园5个。改造公厕3座。')).toEqual([
      ['5个', 'achieved', 2023],
      ['3座', 'achieved', 2023],
    ]);
  });
});

describe('a sum over years', () => {
  const sums = async (text: string): Promise<boolean[]> => (await figuresOf(text)).map(({ cumulative }) => cumulative);

  it.each([
    ['五年新增企业360家。', [true]],
    ['改造道路9公里，三年建成学校20所。', [false, true]],
    ['第五年新增企业360家。', [false]],
    ['五年级新增学生360名。', [false]],
  ])('may go without 累计: %s', async (text, expected) => {
    expect(await sums(text)).toEqual(expected);
  });
});
