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
  ])('writes %s as %s', (question, folded) => {
    expect(foldQuestion(question)).toBe(folded);
  });

  it('keeps words apart that a space or a line keeps apart', () => {
    expect(foldQuestion('污水 管网\n公里')).toBe('污水，管网，公里');
  });

  it.each(['新建污水管网多少公里', 'pm100', '软件 a b', '二十年', '二〇二五', '5 000辆', ''])(
    'leaves %s as it is',
    (question) => {
      expect(foldQuestion(question)).toBe(question);
    },
  );

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
