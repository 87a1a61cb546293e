import { describe, expect, it } from 'vitest';
import { foldQuestion } from '../../../src/answer/question/fold-question.ts';

describe('foldQuestion', () => {
  it.each([
    ['汙水管網多少公里', '污水管网多少公里'],
    ['電動車充電樁建幾個', '电动车充电桩建几个'],
    ['臺灣農民創業園', '台湾农民创业园'],
    ['张县长让我核一下，公园建几个', '公园建几个'],
    ['新建５０公里？', '新建50公里?'],
    ['ＰＭ２．５', 'PM2.5'],
    ['pm2.5', 'PM2.5'],
    ['pm25', 'PM2.5'],
    ['pm2。5是多少', 'PM2.5是多少'],
    ['PM 2,5', 'PM2.5'],
    ['pm10', 'PM10'],
    ['人囗', '人口'],
    ['二〇二五年建几个', '2025年建几个'],
    ['二零二四年与二○一九年', '2024年与2019年'],
    ['新建多少km', '新建多少公里'],
    ['  问\n', '问'],
    ['社零总额曾速目标事多少', '社零总额增速目标是多少'],
    ['今年新增多小家', '今年新增多少家'],
    ['社零总额増长多少', '社零总额增长多少'],
    ['新建几多个', '新建多少个'],
    ['入学率、巩固率两个率各是多少', '入学率、巩固率各是多少'],
    ['小学、初中两个数分别是多少', '小学、初中分别是多少'],
    ['绿道修多少公理', '绿道修多少公里'],
    ['绿道修几公离', '绿道修几公里'],
    ['今年班列开行列数', '今年班列开行多少列'],
    ['今年演出场数有多少？', '今年演出多少场?'],
    ['城市公交台数是多少', '城市公交多少台'],
    ['今年的按排', '今年的安排'],
    ['年度木标', '年度目标'],
    ['开头三个月新建几个', '一季度新建几个'],
    ['前3个月新建几个', '一季度新建几个'],
    ['前半年新建几个', '上半年新建几个'],
    ['头半年新建几个', '上半年新建几个'],
    ['后半年新建几个', '下半年新建几个'],
  ])('writes %s as %s', (question, folded) => {
    expect(foldQuestion(question)).toBe(folded);
  });

  it('keeps words apart that a space or a line keeps apart', () => {
    expect(foldQuestion('污水 管网\n公里')).toBe('污水，管网，公里');
  });

  it.each([
    '新建污水管网多少公里',
    'pm100',
    '软件 a b',
    '四个率先',
    '多少公理论',
    '公理几条',
    '二十年',
    '二〇二五',
    '5 000辆',
    '演出场数',
    '演出活动场数与人数',
    '新增床位张数',
    '三个月内建几个',
    '一个半年',
    '',
  ])('leaves %s as it is', (question) => {
    expect(foldQuestion(question)).toBe(question);
  });

  it.each([
    ['局长问，新建几个', '新建几个'],
    ['领导要我问一下，新建几个', '新建几个'],
    ['领导要求新建几个', '领导要求新建几个'],
    ['校长要轮训多少人', '校长要轮训多少人'],
    ['县长要，新建几个', '新建几个'],
  ])('leaves out who wants to know, and nothing else: %s', (question, folded) => {
    expect(foldQuestion(question)).toBe(folded);
  });
});

describe('what stands around a question', () => {
  it.each([
    ['想核实一下，公园建几个', '公园建几个'],
    ['核对一处表述：公园建几个', '公园建几个'],
    ['麻烦核一下：公园建几个', '公园建几个'],
    ['帮我查证一下，公园建几个', '公园建几个'],
    ['核实公园建几个', '核实公园建几个'],
    ['要核查的隐患有多少，排查几处', '要核查的隐患有多少,排查几处'],
    ['公园建几个，想核实一下，广场呢', '公园建几个,想核实一下,广场呢'],
  ])('leaves out that something is to be checked, and no more: %s', (question, folded) => {
    expect(foldQuestion(question)).toBe(folded);
  });

  it.each([
    ['监测到多少只野生动物？像猴子、穿山甲那些', '监测到多少只野生动物'],
    ['改造多少设施，比如公厕、路灯之类的', '改造多少设施'],
    ['像公园那些建几个', '像公园那些建几个'],
    ['改造多少设施，比如公厕改造几座', '改造多少设施,比如公厕改造几座'],
  ])('leaves out examples of what was named, not what is asked: %s', (question, folded) => {
    expect(foldQuestion(question)).toBe(folded);
  });

  it.each([
    ['全运会拿了多少金牌、银牌、铜牌', '全运会拿了金牌、银牌、铜牌各多少'],
    ['全运会拿了多少枚金牌、银牌？', '全运会拿了金牌、银牌各多少枚?'],
    ['全运会拿了多少金牌', '全运会拿了多少金牌'],
    ['拿了多少金牌、银牌各几枚', '拿了多少金牌、银牌各几枚'],
    ['新建几所小学、中学，投资多少', '新建几所小学、中学,投资多少'],
  ])('asks for each of the row behind 多少: %s', (question, folded) => {
    expect(foldQuestion(question)).toBe(folded);
  });
});
