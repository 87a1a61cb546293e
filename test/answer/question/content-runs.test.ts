import { describe, expect, it } from 'vitest';
import { contentRuns } from '../../../src/answer/question/content-runs.ts';

describe('contentRuns', () => {
  it.each([
    ['今年新建污水管网多少公里?', ['新建污水管网']],
    ['请问去年完成外贸进出口总额多少', ['外贸进出口总额']],
    ['耕地安全利用率要达到多少', ['耕地安全利用率']],
    ['那土壤呢', ['土壤']],
    ['PM2.5平均浓度目标是多少', ['PM2.5平均浓度']],
    ['比重要达到多少', ['比重']],
    ['多少学生受益', ['学生', '受益']],
    ['多少个车位', ['车位']],
    ['失信被执行人有多少', ['失信被执行人']],
    ['民办高校有几所', ['民办高校']],
    ['请核一下污水管网多少公里', ['污水管网']],
    ['核实一下公园的原文是多少', ['公园']],
    ['那几个公园面积多少', ['公园面积']],
    ['垃圾分类这类小区多少', ['垃圾分类', '小区']],
    ['猴子、穿山甲之类多少', ['猴子', '穿山甲']],
    ['202x年污水管网多少公里', ['污水管网']],
    ['公园那边多少', ['公园']],
    ['那条公路多少公里', ['公路']],
    ['这块公园多少亩', ['公园']],
    ['那段公路多少公里', ['公路']],
    ['这项补贴多少', ['补贴']],
    ['公园那一块多少', ['公园']],
    ['提了几条公园', ['公园']],
    ['那段里说了哪些数', []],
    ['河段治理多少公里', ['河段治理']],
    ['请示件多少', ['请示件']],
    ['周边公园多少', ['周边公园']],
    ['学前一年毛入园率多少', ['学前一年毛入园率']],
    ['我市公园多少个', ['公园']],
    ['我区公园多少个', ['公园']],
    ['三句话说一下公园', ['公园']],
    ['一句话新闻几条', ['新闻']],
    ['招老师比去年多', ['招老师', '多']],
    ['招老师占比去年多少', ['招老师', '比']],
  ])('keeps what %s names', (question, runs) => {
    expect(contentRuns(question)).toEqual(runs);
  });

  it.each(['', '???', '今年多少', '去年完成了多少个?', '目标是多少', '那这个呢?'])(
    'finds nothing named in %s',
    (question) => {
      expect(contentRuns(question)).toEqual([]);
    },
  );

  it.each([
    ['数字化改造多少家', '数字化改造'],
    ['地块调查几个', '地块调查'],
    ['优良天数是多少', '优良天数'],
  ])('leaves a function word in a word that the plan has: %s', (question, run) => {
    const words = ['数字', '字化', '地块', '天数', '数字化'];
    expect(contentRuns(question, (gram) => words.includes(gram))).toEqual([run]);
    expect(contentRuns(question)).not.toEqual([run]);
  });

  it.each([
    ['现有公园多少个', ['公园']],
    ['投资完成多少', ['投资']],
    ['投资完成得怎么样', ['投资']],
    ['投资完成率多少', ['投资完成率']],
  ])('leaves out 现有 and 完成, though the plan goes on from them: %s', (question, runs) => {
    expect(contentRuns(question, (words) => ['现有公园', '投资完成'].includes(words))).toEqual(runs);
  });
});
