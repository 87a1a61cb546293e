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

describe('topicsOf by other names', async () => {
  const plan = await loadWords(
    '2026年工作要点\n一、任务\n水厂扩建总投资8亿元，跨江桥梁总投资20亿元。人工造林3万亩，新增封山育林5万亩，退化林修复2万亩。',
  );
  const read = (question: string): string[] =>
    topicsOf({
      loaded: plan,
      query: readQuestion(question, plan.plan, (gram) => plan.terms.has(gram)),
      meanings: noMeanings,
    }).map((runs) => runs.join(''));

  it.each([
    ['水厂扩建跟跨江桥梁，哪个项目花钱多', ['水厂扩建投资', '跨江桥梁投资']],
    ['水厂扩建跟跨江桥梁，哪个投入多', ['水厂扩建投资', '跨江桥梁投资']],
    ['水厂扩建跟跨江桥梁，哪个产值多', ['水厂扩建产值', '跨江桥梁产值']],
  ])('takes what is spent for 投资, nothing else: %s', (question, expected) => {
    expect(read(question)).toEqual(expected);
  });

  it('takes one that is named loosely beside one named well, where both are added up', () => {
    expect(read('新增造林和封山育林一共多少亩')).toEqual(['造林', '封山育林']);
    expect(read('新增造林和封山育林各多少亩')).not.toEqual(['造林', '封山育林']);
    expect(read('新增造林和养猪一共多少亩')).not.toEqual(['造林', '养猪']);
  });
});

describe('topicsOf kinds', () => {
  it.each([
    ['城市和农村两种低保标准哪个高', ['城市低保标准', '农村低保标准']],
    ['城市、农村两种低保标准的目标一共多少', ['城市低保标准', '农村低保标准']],
    ['轴承和装备两个产业的产值，哪个高', ['轴承产值', '装备产值']],
    ['轴承、装备两个产业的指标各多少', ['轴承产业', '装备产业']],
  ])('names each with what stands once behind: %s', (question, expected) => {
    expect(topics(question)).toEqual(expected);
  });

  it('are each one run, though 的 stands behind the kind', () => {
    const query = readQuestion('轴承、装备两个产业的产值各多少', loaded.plan, (gram) => loaded.terms.has(gram));
    expect(topicsOf({ loaded, query, meanings: noMeanings })).toEqual([['轴承产值'], ['装备产值']]);
  });
});
