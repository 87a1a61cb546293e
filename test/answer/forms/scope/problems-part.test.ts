import { describe, expect, it } from 'vitest';
import { pointsAtProblems, problemsPart } from '../../../../src/answer/forms/scope/problems-part.ts';
import { readPlanText } from '../../../support/read-plan.ts';

describe('problemsPart', () => {
  it.each([
    ['问题也要摆一摆', true],
    ['差距要说透', true],
    ['问题导向', false],
  ])('is the part that is headed so: %s', async (title, expected) => {
    const { sections } = await readPlanText(`2026年工作要点\n一、工作成效\n新建公园3个。\n二、${title}\n厂房少2座。`);
    expect(problemsPart(sections)?.title === title).toBe(expected);
  });
});

describe('pointsAtProblems', () => {
  it.each([
    ['谈到问题的时候说了哪些数', true],
    ['讲不足那里提了几个数', true],
    ['讲问题学校有几所', false],
  ])('hears of it in %s', (question, expected) => {
    expect(pointsAtProblems.test(question)).toBe(expected);
  });
});
