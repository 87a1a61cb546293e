import { describe, expect, it } from 'vitest';
import { contradicts } from '../../../src/answer/ranking/contradictions.ts';
import { noMeanings, rankFigures } from '../../../src/answer/ranking/rank.ts';
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
});
