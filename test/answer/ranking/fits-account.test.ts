import { describe, expect, it } from 'vitest';
import { accountOf, fitAccount } from '../../../src/answer/ranking/fits-account.ts';
import { noMeanings, rankFigures } from '../../../src/answer/ranking/rank.ts';
import { figuresOf } from '../../support/read-plan.ts';
import { loadWords } from '../support.ts';

describe('accountOf', () => {
  it.each([
    ['规上工业企业利润总额', '利润'],
    ['工业增加值', '增加值'],
    ['利润率', null],
    ['公园', null],
  ])('reads of %s what it is entered as', (words, account) => {
    expect(accountOf(words)).toBe(account);
  });
});

describe('fitAccount', () => {
  it('puts a figure of another account behind', async () => {
    const [income, parks] = await figuresOf('工业营业收入达到90亿元。新建公园3个。');
    const fits = (...runs: readonly string[]): boolean[] =>
      [income!, parks!].map((figure) => fitAccount(figure, runs) === 1);
    expect(fits('工业利润总额')).toEqual([false, true]);
    expect(fits('工业营业收入')).toEqual([true, true]);
    expect(fits('工业')).toEqual([true, true]);
  });

  it('counts in ranking', async () => {
    const plan = await loadWords('2026年工作要点\n一、任务\n工业营业收入90亿元。');
    const score = (run: string): number => rankFigures(plan, [run], null, noMeanings)[0]!.score;
    // Both end in what the plan does not have; only 税金 is an account.
    expect(score('工业税金')).toBeLessThan(0.9 * score('工业税款'));
  });
});
