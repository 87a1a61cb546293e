import { describe, expect, it } from 'vitest';
import { writeOutShortForms } from '../../../src/answer/question/short-forms.ts';

const text =
  '特殊类型招生控制线上线620人。在市第十届运动会上夺得金牌30枚。全省国家级经济开发区评价列第六。保障性租赁住房1500套。';
const known = (pair: string): boolean => text.includes(pair);
const write = (question: string): string => writeOutShortForms(question, text, known);

describe('writeOutShortForms', () => {
  it.each([
    ['特控线上线多少人', '特殊类型招生控制线上线多少人'],
    ['保租房多少套', '保障性租赁住房多少套'],
    ['全国经开区排名', '全国经济开发区排名'],
  ])('writes %s out', (question, expected) => {
    expect(write(question)).toBe(expected);
  });

  it('writes out letters that the plan has in brackets only', () => {
    const cabinets = '配置自动体外除颤器（AED）900台。';
    expect(writeOutShortForms('AED配多少台', cabinets, (pair) => cabinets.includes(pair))).toBe('动体外除颤器配多少台');
    const both = `${cabinets}新增AED200台。`;
    expect(writeOutShortForms('AED配多少台', both, (pair) => both.includes(pair))).toBe('AED配多少台');
  });

  it.each(['金牌多少枚', '污水管网多少公里', ''])('leaves %j as it is', (question) => {
    expect(write(question)).toBe(question);
  });

  it('writes out nothing that may stand for two names', () => {
    const two = '甲类乙种丙级线路，甲方乙方丙方线索。';
    expect(writeOutShortForms('甲乙线多少', two, (pair) => two.includes(pair))).toBe('甲乙线多少');
  });
});
