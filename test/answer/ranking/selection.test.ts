import { describe, expect, it } from 'vitest';
import { noMeanings, rankFigures, type Candidate } from '../../../src/answer/ranking/rank.ts';
import { readTime } from '../../../src/answer/question/read-time.ts';
import { asGoodAs, evidenceFor, fitsTime, meantWith, preferMeaning } from '../../../src/answer/ranking/selection.ts';
import type { Figure } from '../../../src/figures/figure.ts';
import { loadWords, sampleText, told } from '../support.ts';

const loaded = await loadWords(sampleText);
const { plan, figures } = loaded;
const ranked = (run: string) => rankFigures(loaded, [run], null, noMeanings);
const of = (text: string): Figure => figures.find(({ quantity }) => quantity.text === text)!;

describe('fitsTime', () => {
  const [target, result, over] = [of('15个'), of('12个'), of('260家')];
  const open: Figure = { ...target, period: null, year: null };
  const placeholder: Figure = { ...result, year: null };
  const fits = (question: string): string[] =>
    Object.entries({ target, result, over, open, placeholder })
      .filter(([, figure]) => fitsTime(figure, readTime(question, plan), plan))
      .map(([name]) => name);

  it.each([
    ['几个', ['target', 'result', 'over', 'open', 'placeholder']],
    ['今年几个', ['target', 'open']],
    ['目标是几个', ['target', 'open']],
    ['2025年几个', ['target', 'open']],
    ['去年几个', ['result', 'placeholder']],
    ['2024年几个', ['result', 'placeholder']],
    ['完成了几个', ['result', 'over', 'open', 'placeholder']],
    ['明年几个', []],
    ['2019年几个', []],
    ['五年来几个', ['over']],
  ])('%s', (question, expected) => {
    expect(fits(question)).toEqual(expected);
  });
});

describe('evidenceFor', () => {
  it('is the words where they name the figure', () => {
    expect(evidenceFor(ranked('便民菜市场'), ['便民菜市场'])).toBe('words');
  });

  it.each(['航天发射', '人造卫星', '粮食总产量', '失业率'])('is none for what the plan does not have: %s', (run) => {
    expect(evidenceFor(ranked(run), [run])).toBeNull();
  });

  it('is none without candidates, or with the wrong unit', () => {
    expect(evidenceFor([], ['菜市场'])).toBeNull();
    const [best, ...others] = ranked('便民菜市场');
    expect(evidenceFor([{ ...best!, unitFit: 0.3 }, ...others], ['便民菜市场'])).toBeNull();
  });

  it('is the meaning where it leads clearly', () => {
    const candidate = (figure: Figure, similarity: number, score: number): Candidate => ({
      figure, coverage: 0.1, near: 0.1, named: 0, elsewhere: 0, followed: 0, similarity, unitFit: 1, score,
    }); // prettier-ignore
    const [first, second] = [of('15个'), of('40家')];
    expect(evidenceFor([candidate(first, 0.62, 0.3), candidate(second, 0.4, 0.1)], ['集市'])).toBe('meaning');
    expect(evidenceFor([candidate(first, 0.62, 0.3), candidate(second, 0.4, 0.1)], [])).toBeNull();
    expect(evidenceFor([candidate(first, 0.41, 0.3), candidate(second, 0.4, 0.29)], ['集市'])).toBeNull();
  });
});

describe('the candidates meant', () => {
  it('with the best are those of its indicator, of either period', () => {
    expect(
      meantWith(ranked('便民菜市场'))
        .map(({ figure }) => told(figure))
        .toSorted(),
    ).toEqual(['新建便民菜市场 12个', '新建便民菜市场 15个']);
    expect(meantWith([])).toEqual([]);
  });

  it('as well as the best score nearly the same', () => {
    const all = ranked('便民菜市场');
    for (const { score } of asGoodAs(all)) expect(score).toBeGreaterThanOrEqual(0.9 * all[0]!.score);
    expect(asGoodAs([])).toEqual([]);
  });

  it('stay in order where words decide', () => {
    const all = ranked('便民菜市场');
    expect(preferMeaning(all)).toBe(all);
    expect(preferMeaning([])).toEqual([]);
  });
});
