import { describe, expect, it } from 'vitest';
import { topicOfDetail, withoutDetailWords } from '../../../src/answer/question/detail-words.ts';

describe('topicOfDetail', () => {
  it.each([
    ['重点产业链谁来担任链长', ['重点产业链', '链长']],
    ['产业链链长谁当', ['产业链链长']],
    ['改造管网谁负责', ['改造管网']],
    ['当好店小二谁负责', ['当好店小二']],
    ['充当联络员的谁负责', ['充当联络员']],
  ])('keeps of %s what names the task', (question, topic) => {
    expect(topicOfDetail(question, () => false)).toEqual(topic);
  });
});

describe('withoutDetailWords', () => {
  it.each([
    ['柴油货车谁负责', '柴油货车'],
    ['由谁负责柴油货车', '柴油货车'],
    ['改造管网几月底前完成', '改造管网'],
    ['责任单位是', ''],
  ])('leaves of %s what names the task', (clause, rest) => {
    expect(withoutDetailWords(clause)).toBe(rest);
  });
});
