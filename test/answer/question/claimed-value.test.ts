import { describe, expect, it } from 'vitest';
import { withoutClaim } from '../../../src/answer/question/claimed-value.ts';

describe('withoutClaim', () => {
  it.each([
    ['污水管网初稿上写的是80公里,原文是多少', '污水管网,原文是多少'],
    ['污水管网我记得是80公里,核一下', '污水管网,核一下'],
    ['污水管网有人说是80公里,到底多少', '污水管网,到底多少'],
    ['新建学校我手上的讲稿里写的5所,对不对', '新建学校,是多少'],
    ['新建学校材料里写的是5所,改造3所,准不准', '新建学校,改造,是多少'],
  ])('leaves out the value that is to be checked, and who has it: %s', (question, rest) => {
    expect(withoutClaim(question)).toBe(rest);
  });

  it.each([
    ['污水管网新建80公里对不对'],
    ['材料费用多少,控制在80万元吗'],
    ['污水管网我记得是80公里'],
    ['80公里指什么'],
    [''],
  ])('leaves what nobody claims, or nobody wants checked, as it is: %s', (question) => {
    expect(withoutClaim(question)).toBe(question);
  });

  it.each([
    ['材料里写的超过80公里的有几个', '超过80公里的有几个'],
    ['初稿上写的是80%以上,核一下', '80%以上,核一下'],
    ['底稿里写的3A级景区有几家', '3A级景区有几家'],
    ['简报上写的2025年新建80公里,对吗', '2025年新建,是多少'],
  ])('keeps a bound, a name and a year, which are no claim: %s', (question, rest) => {
    expect(withoutClaim(question)).toBe(rest);
  });
});
