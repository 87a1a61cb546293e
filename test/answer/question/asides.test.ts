import { describe, expect, it } from 'vitest';
import { withoutAsides } from '../../../src/answer/question/asides.ts';

describe('withoutAsides', () => {
  it.each([
    ['局长问，新建公路多少公里', '新建公路多少公里'],
    ['想核实一下，新建公路多少公里', '新建公路多少公里'],
    ['核对一处表述：新建公路多少公里', '新建公路多少公里'],
    ['救助了多少只野生动物?像猴子、穿山甲那些', '救助了多少只野生动物'],
  ])('leaves out what is said beside the question: %s', (question, asked) => {
    expect(withoutAsides(question)).toBe(asked);
  });

  it.each(['核实违法线索多少条', '像样的学校有几所', '局长接访多少次'])('leaves %s as it is', (question) => {
    expect(withoutAsides(question)).toBe(question);
  });
});
