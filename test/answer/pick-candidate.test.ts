import { describe, expect, it } from 'vitest';
import { chosenPlace, pickFrom } from '../../src/answer/pick-candidate.ts';

describe('chosenPlace', () => {
  it.each([
    ['第二个', 2],
    ['那第三项呢？', 3],
    ['第1个', 1],
    ['第十个吧', 10],
  ])('reads %s as %d', (question, place) => {
    expect(chosenPlace(question)).toBe(place);
  });

  it.each(['第二产业增加值', '第一季度完成多少', '二', '第二个目标是什么'])(
    'takes %s for a question of its own',
    (question) => {
      expect(chosenPlace(question)).toBeNull();
    },
  );
});

describe('pickFrom', () => {
  it('finds nothing beyond the end of a list, or in a finding that lists none', () => {
    expect(pickFrom({ kind: 'ambiguous', figures: [], topic: '创建' }, 1)).toBeNull();
    expect(pickFrom({ kind: 'figure', figures: [], related: [] }, 1)).toBeNull();
  });
});
