import { describe, expect, it } from 'vitest';
import { detailAskedIn } from '../../../../src/answer/question/form/asks-detail.ts';

describe('detailAskedIn', () => {
  it.each([
    ['柴油货车谁负责', 'owner'],
    ['产业链链长谁当', 'owner'],
    ['步行街谁包联', 'owner'],
    ['几月底前完成', 'deadline'],
    ['谁负责，什么时候完成', 'both'],
    ['淘汰多少', null],
  ])('reads what %s asks of a task', (clause, asked) => {
    expect(detailAskedIn(clause)).toBe(asked);
  });
});
