import { describe, expect, it } from 'vitest';
import { byMeaning, likelihood, meaningFeatures } from '../../../src/answer/ranking/likely-meant.ts';
import { noMeanings, rankFigures, type Candidate } from '../../../src/answer/ranking/rank.ts';
import { loadWords, sampleText } from '../support.ts';

const loaded = await loadWords(sampleText);
const [first, second] = rankFigures(loaded, ['便民菜市场'], null, noMeanings).filter(
  ({ figure }, index, all) => all.findIndex((other) => other.figure.indicator === figure.indicator) === index,
);
const near = (candidate: Candidate, similarity: number, sentence = similarity): Candidate => ({
  ...candidate,
  coverage: 0.1,
  near: 0.05,
  named: 0,
  similarity,
  sentence,
  unitFit: 1,
});

describe('likelihood', () => {
  it('grows with the meaning and with its lead', () => {
    const of = (own: number, rival: number): number =>
      likelihood([near(first!, own), near(second!, rival)], ['买菜', '地方'], null);
    expect(of(0.7, 0.4)).toBeGreaterThan(of(0.6, 0.4));
    expect(of(0.6, 0.4)).toBeGreaterThan(of(0.6, 0.58));
    expect(of(0.75, 0.4)).toBeGreaterThan(0.5);
    expect(of(0.4, 0.39)).toBeLessThan(0.5);
  });

  it('is nothing without candidates', () => {
    expect(likelihood([], ['买菜'], null)).toBe(0);
    expect(meaningFeatures([], ['买菜'], null)).toBeNull();
  });
});

describe('byMeaning', () => {
  it('puts first what is near with its whole sentence', () => {
    const [clause, sentence] = [near(first!, 0.55, 0.3), near(second!, 0.53, 0.6)];
    expect(byMeaning([clause, sentence])).toEqual([sentence, clause]);
  });
});
