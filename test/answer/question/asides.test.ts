import { describe, expect, it } from 'vitest';
import { withoutAsides } from '../../../src/answer/question/asides.ts';

describe('withoutAsides', () => {
  it.each([
    ['局长问，新建公路多少公里', '新建公路多少公里'],
    ['想核实一下，新建公路多少公里', '新建公路多少公里'],
    ['核对一处表述：新建公路多少公里', '新建公路多少公里'],
    ['救助了多少只野生动物?像猴子、穿山甲那些', '救助了多少只野生动物'],
    ['我正开会呢，新建公路多少公里', '新建公路多少公里'],
    ['会上急用：新建公路多少公里', '新建公路多少公里'],
    ['领导等着要，新建公路多少公里', '新建公路多少公里'],
    ['急！新建公路多少公里', '新建公路多少公里'],
    ['改造厕所多少座,总数就行', '改造厕所多少座'],
    ['改造厕所多少座，给我个大数就好', '改造厕所多少座'],
    ['改造厕所多少座?只要数字即可。', '改造厕所多少座'],
  ])('leaves out what is said beside the question: %s', (question, asked) => {
    expect(withoutAsides(question)).toBe(asked);
  });

  it.each([
    '核实违法线索多少条',
    '像样的学校有几所',
    '局长接访多少次',
    '开会次数减少多少',
    '急救车配几辆，急诊科几个',
    '改造厕所多少座，总数多少',
    '改造厕所的总数就行吗',
  ])('leaves %s as it is', (question) => {
    expect(withoutAsides(question)).toBe(question);
  });
});
