import { describe, expect, it } from 'vitest';
import { namesCounterpart, namesOtherKind } from '../../../src/answer/ranking/counterpart.ts';
import { noMeanings, rankFigures, type Candidate } from '../../../src/answer/ranking/rank.ts';
import { loadWords } from '../support.ts';

const loaded = await loadWords(`2026年工作要点
一、重点任务
初中教师研究生学历占比达到9%。普通高中生均公用经费标准提高到1200元。培育绿色工厂10家。建设零碳园区1个。
二、企业
企业诉求办结率达到95%。
`);
const best = (run: string): Candidate => ({ ...rankFigures(loaded, [run], null, noMeanings)[0]!, near: 0.8 });
const known = (words: string): boolean => loaded.plan.document.text.includes(words);

describe('namesCounterpart', () => {
  it.each(['小学教师研究生学历占比', '初中生均公用经费标准'])('tells %s from its counterpart', (run) => {
    expect(namesCounterpart(best(run), [run])).toBe(true);
  });

  it.each(['初中教师研究生学历占比', '高中生均公用经费标准', '企业诉求办结率'])('lets %s pass', (run) => {
    expect(namesCounterpart(best(run), [run])).toBe(false);
  });
});

describe('namesOtherKind', () => {
  it('refuses a kind that the plan has of another thing', () => {
    expect(namesOtherKind(best('零碳工厂'), ['零碳工厂'], known)).toBe(true);
    expect(namesOtherKind(best('绿色工厂'), ['绿色工厂'], known)).toBe(false);
    // A word that the plan does not use may be one for what it has.
    expect(namesOtherKind(best('环保工厂'), ['环保工厂'], known)).toBe(false);
  });
});

describe('places', () => {
  it.each(['西部企业诉求办结率', '柳荫镇企业诉求办结率'])('tells %s from that of the whole', (run) => {
    expect(namesCounterpart(best(run), [run])).toBe(true);
  });

  it.each(['全县企业诉求办结率', '乡镇企业诉求办结率'])('lets %s pass', (run) => {
    expect(namesCounterpart(best('企业诉求办结率'), [run])).toBe(false);
  });
});
