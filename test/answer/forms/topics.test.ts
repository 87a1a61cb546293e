import { describe, expect, it } from 'vitest';
import { topicsOf } from '../../../src/answer/forms/topics.ts';
import { readQuestion } from '../../../src/answer/question/read-question.ts';
import { noMeanings } from '../../../src/answer/ranking/rank.ts';
import { loadWords } from '../support.ts';

const loaded = await loadWords(
  '2026年工作要点\n一、任务\n城市低保标准提高到750元，农村低保标准提高到580元。国家级示范园区新增2个，省级示范园区新增8个。货运量增长6%。',
);
const topics = (question: string): string[] =>
  topicsOf({
    loaded,
    query: readQuestion(question, loaded.plan, (gram) => loaded.terms.has(gram)),
    meanings: noMeanings,
  }).map((runs) => runs.join(''));

describe('topicsOf', () => {
  it.each([
    ['国家和省级的示范园区，今年哪个多', ['国家示范园区', '省级示范园区']],
    ['国家跟省级的示范园区，相差几个', ['国家示范园区', '省级示范园区']],
    ['国家级示范园区、省级示范园区的建设，哪个多', ['国家级示范园区', '省级示范园区建设']],
  ])('gives both what stands behind 的: %s', (question, expected) => {
    expect(topics(question)).toEqual(expected);
  });

  it.each([
    '城市低保和农村低保，哪个再增长',
    '城市低保和农村低保，哪个减少',
    '城市低保比农村低保，今年哪个涨得快',
    '城市低保比农村低保，哪个增长快',
    '城市低保比农村低保减少多少',
    '今年城市低保提高多少，农村低保增长多少',
  ])('takes how they move for no name: %s', (question) => {
    expect(topics(question)).toEqual(['城市低保', '农村低保']);
  });

  it.each(['城市低保标准提高到多少', '城市低保今年提高，去年减少'])('names one thing in %s', (question) => {
    expect(topics(question)).toEqual([]);
  });
});
