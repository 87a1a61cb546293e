import { describe, expect, it } from 'vitest';
import { contradicts } from '../../../src/answer/ranking/contradictions.ts';
import { noMeanings, rankFigures } from '../../../src/answer/ranking/rank.ts';
import { readQuestion } from '../../../src/answer/question/read-question.ts';
import { loadWords } from '../support.ts';

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
