import { describe, expect, it } from 'vitest';
import { fulfils } from '../../../src/answer/forms/filter.ts';
import type { Condition } from '../../../src/answer/question/query.ts';
import { loadWords, sampleText } from '../support.ts';
import { find, outcome } from './find.ts';

const sample = await loadWords(sampleText);

describe('findFilter', () => {
  it.each([
    ['哪些达到100%', ['消除隐患率 100%']],
    ['哪些不低于90%', ['社区商业网点覆盖率 90%', '消除隐患率 100%']],
    ['去年哪些达到85%', ['社区商业网点覆盖率 85%']],
    ['单位是件的有哪些', ['处理投诉 30件']],
    ['哪些超过50个', ['refused: unknown']],
    ['哪些指标是777%', ['refused: unknown']],
  ])('%s', (question, expected) => {
    expect(outcome(find(sample, question))).toEqual(expected);
  });
});

describe('fulfils', () => {
  const figure = sample.figures.find(({ quantity }) => quantity.text === '15个')!;
  const bound = (operator: Condition['operator'], value: number, unit = '个'): Condition => ({ operator, value, unit });

  it.each<[Condition['operator'], number, boolean]>([
    ['=', 15, true],
    ['=', 14, false],
    ['>=', 15, true],
    ['>=', 16, false],
    ['>', 15, false],
    ['>', 14, true],
    ['<=', 15, true],
    ['<=', 14, false],
    ['<', 15, false],
    ['<', 16, true],
  ])('15 %s %d: %s', (operator, value, expected) => {
    expect(fulfils(figure, bound(operator, value))).toBe(expected);
  });

  it('compares nothing of another unit, nor what has no value', () => {
    expect(fulfils(figure, bound('>=', 1, '家'))).toBe(false);
    expect(fulfils({ ...figure, quantity: { ...figure.quantity, value: null } }, bound('>=', 1))).toBe(false);
  });

  it('takes a range by its nearer end', () => {
    const range = { ...figure, quantity: { ...figure.quantity, value: null, range: [10, 20] as const } };
    expect(fulfils(range, bound('>=', 10))).toBe(true);
    expect(fulfils(range, bound('>=', 15))).toBe(false);
    expect(fulfils(range, bound('<=', 20))).toBe(true);
    expect(fulfils(range, bound('=', 10))).toBe(false);
  });
});
