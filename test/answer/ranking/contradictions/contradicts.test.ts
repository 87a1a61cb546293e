import { describe, expect, it } from 'vitest';
import { contradicts, surelyContradicts } from '../../../../src/answer/ranking/contradictions/contradicts.ts';
import { noMeanings, rankFigures } from '../../../../src/answer/ranking/rank.ts';
import { readQuestion } from '../../../../src/answer/question/read-question.ts';
import { loadWords } from '../../support.ts';

const loaded = await loadWords(`2026年工作要点
（二）重点任务
轨道交通1号线一期完成投资36亿元。市儿童医院二期新增床位260张。12号楼改造投资300万元。
`);

const best = (run: string) => rankFigures(loaded, [run], null, noMeanings)[0]!;

describe('contradicts', () => {
  it.each([['轨道交通2号线投资'], ['2号楼改造投资']])('tells numbered things apart: %s', (run) => {
    expect(contradicts(best(run), [run])).toBe(true);
  });

  it.each([['轨道交通1号线投资'], ['儿童医院2期床位'], ['12号楼改造投资']])(
    'lets a number pass that stands there: %s',
    (run) => {
      expect(contradicts(best(run), [run])).toBe(false);
    },
  );

  it('tells one account from another', async () => {
    const plan = await loadWords('2026年工作要点\n一、任务\n规上工业总产值突破3150亿元。');
    const [found] = rankFigures(plan, ['规上工业企业利润总额'], null, noMeanings);
    expect(contradicts(found!, ['规上工业企业利润总额'])).toBe(true);
    expect(contradicts(found!, ['规上工业总产值'])).toBe(false);
  });

  it.each([
    ['淘汰国三柴油货车300辆。', '淘汰国四柴油货车', '淘汰国三柴油货车'],
    ['创建二级医院6家。', '创建三级医院', '创建二级医院'],
    ['建成一级公路30公里。', '建成二级公路', '建成公路'],
    ['培训初中教师90人。', '培训小学教师', '培训初中教师'],
    ['培训小学、初中教师90人。', '培训幼儿园教师', '培训初中教师'],
  ])('tells one grade or stage of schooling from another: %s', async (task, other, same) => {
    const plan = await loadWords(`2026年工作要点\n一、任务\n${task}`);
    const contradicted = (run: string): boolean =>
      contradicts({ ...rankFigures(plan, [run], null, noMeanings)[0]!, near: 0.9 }, [run]);
    expect([other, same].map(contradicted)).toEqual([true, false]);
  });

  it.each([
    ['碳排放总量下降3%。', '碳排放强度下降', '碳排放总量下降'],
    ['水体磷含量下降3%。', '水体总磷浓度再下降', '水体磷含量下降'],
  ])('tells one measure from another, whichever way it moves: %s', async (task, other, same) => {
    const plan = await loadWords(`2026年工作要点\n一、任务\n${task}`);
    const contradicted = (run: string): boolean => contradicts(rankFigures(plan, [run], null, noMeanings)[0]!, [run]);
    expect([other, same].map(contradicted)).toEqual([true, false]);
  });

  it.each([
    ['次均住院费用9000元。', '次均门诊费用', true],
    ['次均门诊费用300元，住院患者转出率5%。', '次均住院费用', true],
    ['次均门诊费用300元，住院患者转出率5%。', '次均门诊费用', false],
    ['次均费用300元。', '次均门诊费用', false],
    ['门诊和住院服务900人次。', '门诊服务', false],
  ])('tells those who lie in from those who come: %s %s', async (task, run, expected) => {
    const plan = await loadWords(`2026年工作要点\n一、任务\n${task}`);
    expect(contradicts(rankFigures(plan, [run], null, noMeanings)[0]!, [run])).toBe(expected);
  });

  it('lets a grade or a stage pass where the figure says none', async () => {
    const plan = await loadWords('2026年工作要点\n一、任务\n淘汰柴油货车300辆。培训教师90人。');
    for (const run of ['淘汰国四柴油货车', '培训小学教师'])
      expect(contradicts({ ...rankFigures(plan, [run], null, noMeanings)[0]!, near: 0.9 }, [run]), run).toBe(false);
  });

  it('lets an attribute pass that the sentence of a figure in the unit asked for tells of', async () => {
    const plan = await loadWords('2026年工作要点\n一、任务\n发放补贴33.9亿元，惠及婴幼儿97.3万人。安装路灯430盏。');
    const contradicted = (question: string): boolean => {
      const { content, asks } = readQuestion(question, plan.plan);
      return contradicts(rankFigures(plan, content, asks[0] ?? null, noMeanings)[0]!, content);
    };
    expect(contradicted('给多少婴幼儿发了补贴')).toBe(false);
    expect(contradicted('给多少婴幼儿发了工资')).toBe(true);
    expect(contradicted('路灯投资多少')).toBe(true);
  });

  it('takes 增速 behind a name for no other thing, and a slip in the name of a town for none', async () => {
    const plan = await loadWords('2026年工作要点\n一、任务\n工业技改投资增长15%以上。柳林镇工业投资2.7亿元。');
    const first = (run: string) => rankFigures(plan, [run], null, noMeanings)[0]!;
    expect(contradicts(first('工业技改投资增速目标'), ['工业技改投资增速目标'])).toBe(false);
    expect(contradicts({ ...first('柳林镇工业投资'), near: 0.9 }, ['柳琳镇工业投资'])).toBe(false);
    expect(contradicts({ ...first('柳林镇工业投资'), near: 0.9 }, ['白石镇工业投资'])).toBe(true);
  });
});

describe('contradicts by what is asked and told', () => {
  const contradicted = async (task: string, ...runs: readonly string[]): Promise<boolean> => {
    const plan = await loadWords(`2026年工作要点\n一、任务\n${task}`);
    return contradicts(rankFigures(plan, runs, null, noMeanings)[0]!, runs);
  };

  it.each([
    ['新建普通高中3所。', ['撤并', '普通高中'], true],
    ['新建普通高中3所。', ['新建', '普通高中'], false],
    ['撤并教学点12个。', ['撤并', '教学点'], false],
    ['整合教学点12个。', ['撤并了', '教学点'], false],
    ['关停矿山3座。', ['取缔', '矿山'], false],
  ])('takes no building for a removal: %s %j', async (task, runs, expected) => {
    expect(await contradicted(task, ...runs)).toBe(expected);
  });

  it.each([
    [['撤并', '教学点'], false],
    [['撤并', '普通高中'], true],
  ])('reads what goes of the name of a row, too: %j', async (runs, expected) => {
    const plan = await loadWords(
      '# 2026年工作要点\n\n| 任务 | 目标数（所） |\n| --- | --- |\n| 撤并教学点 | 12 |\n| 新建普通高中 | 3 |\n',
      'plan.md',
    );
    expect(contradicts(rankFigures(plan, runs, null, noMeanings)[0]!, runs)).toBe(expected);
  });

  it.each([
    ['改造老旧小区3个。', ['老旧小区', '不是改造'], true],
    ['改造老旧小区3个。', ['老旧小区', '不含改造'], true],
    ['改造老旧小区3个。', ['老旧小区', '不是新建'], false],
  ])('leaves out what the question does by name: %s %j', async (task, runs, expected) => {
    expect(await contradicted(task, ...runs)).toBe(expected);
  });

  it.each([
    ['单位能耗二氧化碳排放下降3%。', ['单位GDP二氧化碳排放'], true],
    ['单位生产总值二氧化碳排放下降3%。', ['单位GDP二氧化碳排放'], false],
    ['居民消费价格涨幅控制在2%。', ['CPI涨幅'], false],
    ['居民消费价格涨幅控制在2%。', ['PPI涨幅'], true],
  ])('wants a statistic called by its letters to be told of: %s %j', async (task, runs, expected) => {
    expect(await contradicted(task, ...runs)).toBe(expected);
  });

  it.each([
    ['打120平均反应时间', false],
    ['拨打了110反应时间', false],
    ['120救护车反应时间', false],
    ['2120急救反应时间', true],
  ])('takes a call for help for no number: %s', async (run, expected) => {
    expect(await contradicted('急救平均反应时间缩短到9分钟。', run)).toBe(expected);
  });
});

describe('surelyContradicts', () => {
  it('leaves open what may be another way of saying it', async () => {
    const plan = await loadWords('2026年工作要点\n一、任务\n初中教师研究生学历占比达到9%。新建普通高中3所。');
    const said = (near: number, ...runs: readonly string[]): boolean[] => {
      const best = { ...rankFigures(plan, runs, null, noMeanings)[0]!, near };
      return [contradicts(best, runs), surelyContradicts(best, runs)];
    };
    expect(said(0.8, '小学教师研究生学历占比')[0]).toBe(true);
    expect(said(0.8, '西部初中教师研究生学历占比')).toEqual([true, false]);
    expect(said(0.8, '撤并', '普通高中')).toEqual([true, true]);
  });
});

describe('contradicts by what is all there is', () => {
  const contradicted = async (task: string, ...runs: readonly string[]): Promise<boolean> => {
    const plan = await loadWords(`2026年工作要点\n一、任务\n${task}`);
    return contradicts({ ...rankFigures(plan, runs, null, noMeanings)[0]!, near: 0.6 }, runs);
  };

  it.each([
    ['更新新能源公交车260辆。', ['新能源公交车总数'], true],
    ['更新新能源公交车260辆。', ['更新', '新能源公交车总数'], false],
    ['更新新能源公交车260辆。', ['新能源公交车'], false],
    ['新能源公交车总数达到260辆。', ['新能源公交车总数'], false],
    ['新能源公交车260辆。', ['新能源公交车总数'], false],
    ['新增新能源公交车累计达到260辆。', ['新能源公交车总数'], false],
    ['更新新能源公交车总数达到260辆。', ['新能源公交车总数'], false],
  ])('takes what a year adds for no total: %s %j', async (task, runs, expected) => {
    expect(await contradicted(task, ...runs)).toBe(expected);
  });

  it.each([
    ['铁水联运量增长20%。', ['客运量'], true],
    ['铁水联运量增长20%。', ['铁水联运量'], false],
    ['铁路客运量增长20%。', ['客运量'], false],
  ])('takes what is moved at its word: %s %j', async (task, runs, expected) => {
    expect(await contradicted(task, ...runs)).toBe(expected);
  });

  it.each([
    ['规上工业营业收入90亿元。', ['规上工业利润', '增长'], true],
    ['规上工业利润90亿元。', ['规上工业利润', '增长'], false],
  ])('tells accounts apart wherever they are named: %s %j', async (task, runs, expected) => {
    expect(await contradicted(task, ...runs)).toBe(expected);
  });
});
