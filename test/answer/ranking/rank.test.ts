import { describe, expect, it } from 'vitest';
import type { Ask } from '../../../src/answer/question/query.ts';
import { emphasize, meaning, noMeanings, rankFigures } from '../../../src/answer/ranking/rank.ts';
import { readAsks } from '../../../src/answer/question/read-asks.ts';
import { loadWords, sampleText, told } from '../support.ts';

const loaded = await loadWords(sampleText);
const ask = (question: string): Ask | null => readAsks(question)[0] ?? null;
const first = (runs: readonly string[], question: string): string =>
  told(rankFigures(loaded, runs, ask(question), noMeanings)[0]!.figure);

describe('rankFigures', () => {
  it('ranks every figure, best first, with evidence from 0 to 1', () => {
    const ranked = rankFigures(loaded, ['便民菜市场'], ask('几个'), noMeanings);
    expect(ranked).toHaveLength(loaded.figures.length);
    expect(ranked.map(({ score }) => score)).toEqual(ranked.map(({ score }) => score).toSorted((a, b) => b - a));
    for (const { coverage, near, named: share, elsewhere, unitFit } of ranked)
      for (const value of [coverage, near, share, elsewhere, unitFit]) {
        expect(value).toBeGreaterThanOrEqual(0);
        expect(value).toBeLessThanOrEqual(1 + 1e-9);
      }
  });

  it.each([
    ['商圈', '建设几个', '建设智慧商圈 2个'],
    ['商店', '建设几个', '智慧商店 20个'],
    ['电商人员', '培训多少人次', '培训电商人员 3000人次'],
    ['投诉', '多少件', '处理投诉 30件'],
    ['通关', '要多少小时', '通关时间 20小时'],
  ])('puts the unit asked for first: %s %s', (run, question, expected) => {
    expect(first([run], question)).toBe(expected);
  });

  it('parts change from level', () => {
    expect(first(['外贸进出口总额'], '增长多少')).toMatch(/^外贸进出口总额 [68]/);
    expect(first(['外贸进出口总额'], '达到多少亿元')).toBe('外贸进出口总额 120亿元');
  });

  it('parts what a year brings from the total of all years', async () => {
    const plan = await loadWords('2026年工作要点\n一、任务\n续建环湖路，总投资9亿元，完成工程量3亿元。');
    const best = (question: string): string =>
      told(rankFigures(plan, ['环湖路工程'], ask(question), noMeanings)[0]!.figure);
    expect(best('年内投资多少')).toBe('工程量 3亿元');
    expect(best('年内总投资多少')).toBe('环湖路总投资 9亿元');
    expect(best('投资多少')).toBe('环湖路总投资 9亿元');
  });

  it.each([
    ['几个', '个', 1],
    ['几处', '个', 0.95],
    ['几家', '个', 0.84],
    ['多少公里', '个', 0.3],
    ['多少', '个', 1],
    ['多少万元', '元', 1],
    ['多少钱', '元', 0.97],
    ['多少户', '人', 0.55],
    ['多少个', '人', 0.85],
    ['百分之几', '家', 0.3],
  ])('fits %s to %s', async (question, unit, fit) => {
    const { figures, ...plan } = await loadWords('2025年工作要点\n一、任务\n新建公园3个。');
    const own = figures.map((figure) => ({ ...figure, quantity: { ...figure.quantity, unit } }));
    expect(rankFigures({ ...plan, figures: own }, ['公园'], ask(question), noMeanings)[0]?.unitFit).toBe(fit);
  });

  it('puts what is added behind where the stock is asked for', async () => {
    const plan = await loadWords('2025年工作要点\n一、任务\n新增规上企业20家，规上企业达到300家。');
    expect(told(rankFigures(plan, ['规上企业'], ask('一共有多少家'), noMeanings)[0]!.figure)).toBe('规上企业 300家');
  });

  it('puts behind what is left to do, and what is counted by another noun', async () => {
    const best = async (task: string, runs: readonly string[], question: string): Promise<string> => {
      const plan = await loadWords(`2026年工作要点\n一、2025年回顾\n${task}`);
      return told(rankFigures(plan, runs, ask(question), noMeanings)[0]!.figure);
    };
    const roads = '打通断头路12条，仍有断头路17处。';
    expect(await best(roads, ['断头路'], '去年打通了几处断头路')).toBe('打通断头路 12条');
    expect(await best(roads, ['断头路'], '断头路还有几处')).toBe('仍有断头路 17处');
    const places = '改扩建城区幼儿园6个，新增公办学位1800个。';
    expect(await best(places, ['改扩建城区增加', '公办学位'], '改扩建城区增加多少公办学位')).toBe(
      '新增公办学位 1800个',
    );
    expect(await best(places, ['改扩建城区', '幼儿园'], '改扩建城区多少幼儿园')).toBe('改扩建城区幼儿园 6个');
  });

  it('lets the earlier topic decide between equals only', async () => {
    const plan = await loadWords('2025年工作要点\n一、任务\n小学新增学位300个。中学新增学位500个。');
    const best = (background: readonly string[]): string | undefined =>
      rankFigures(plan, ['学位'], null, noMeanings, background)[0]?.figure.quantity.text;
    expect(best(['中学'])).toBe('500个');
    expect(best(['小学'])).toBe('300个');
  });

  it('tells rows of one name apart by the line that they stand below', async () => {
    const row = (action: string, count: number) => `| ${action} | | |\n| 新增企业 | ${String(count)}家 | 工信局 |\n`;
    const plan = await loadWords(
      `# 2026年要点\n\n| 任务 | 目标值 | 责任单位 |\n| --- | --- | --- |\n${row('稳增长行动', 9)}${row('建集群行动', 6)}`,
      'plan.md',
    );
    const best = (run: string): string => told(rankFigures(plan, [run], ask('几家'), noMeanings)[0]!.figure);
    expect(['稳增长行动新增企业', '建集群行动新增企业'].map(best)).toEqual(['新增企业 9家', '新增企业 6家']);
  });

  it('counts meaning between unrelated and equivalent texts', () => {
    expect([0.1, 0.3, 0.525, 0.75, 0.9].map(meaning)).toEqual([0, 0, expect.closeTo(0.5), 1, 1]);
  });
});

describe('emphasize', () => {
  it('puts those first that have the words that count most', () => {
    const ranked = rankFigures(loaded, ['智慧'], null, noMeanings);
    const [first] = emphasize(loaded, ranked, ['商店']);
    expect(told(first!.figure)).toBe('智慧商店 20个');
    expect(emphasize(loaded, ranked, [])).toBe(ranked);
  });

  it('puts what is just so called first in the sentence of the best, not elsewhere', async () => {
    const plan = await loadWords(
      '2026年工作要点\n一、任务\n村卫生室1500个，村医4000人。\n二、其他\n改造卫生院180家，村卫生室90个。',
    );
    const even = plan.figures.map((figure) => ({
      ...rankFigures(plan, ['村卫生室'], null, noMeanings)[0]!,
      figure,
      score: 1,
    }));
    const firstAfter = (text: string): string => {
      const best = even.find(({ figure }) => figure.quantity.text === text)!;
      return told(emphasize(plan, [best, ...even.filter((other) => other !== best)], ['村卫生室'])[0]!.figure);
    };
    expect(firstAfter('180家')).toBe('村卫生室 90个');
    expect(firstAfter('4000人')).toBe('村卫生室 1500个');
  });
});
