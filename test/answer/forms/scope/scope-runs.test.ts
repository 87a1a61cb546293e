import { describe, expect, it } from 'vitest';
import { scopeRuns } from '../../../../src/answer/forms/scope/scope-runs.ts';
import { wordsOf } from '../../../../src/answer/question/known-words.ts';
import { readQuestion } from '../../../../src/answer/question/read-question.ts';
import { noMeanings } from '../../../../src/answer/ranking/rank.ts';
import { loadWords } from '../../support.ts';

const loaded = await loadWords('2026年工作要点\n一、民生实事\n1.修路。修路3公里。\n2.助餐。新建助餐点7处。');
const runs = (question: string): string[] =>
  scopeRuns({ loaded, query: readQuestion(question, loaded.plan, wordsOf(loaded)), meanings: noMeanings });

describe('scopeRuns', () => {
  it.each([
    ['民生实事第2件有哪些数', ['民生实事']],
    ['民生实事里第2件有哪些数', ['民生实事']],
    ['第2件民生实事有哪些数', ['民生实事']],
    ['第2件有哪些数', []],
    ['民生实事有哪些数', ['民生实事']],
  ])('leaves the number of an item out, on whichever side of the name: %s', (question, expected) => {
    expect(runs(question)).toEqual(expected);
  });
});
