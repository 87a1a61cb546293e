import { describe, expect, it } from 'vitest';
import { loadWords } from '../support.ts';
import { find, outcome } from './find.ts';

const sample = await loadWords(
  '2026年工作要点\n一、任务\n推进大气污染治理，整治扬尘工地30处，淘汰锅炉20台。水污染治理投资3亿元。\n二、其他\n新建公园5个。',
);
const ask = (question: string): readonly string[] => outcome(find(sample, question));

describe('topicFigures', () => {
  it.each(['噪声污染治理有什么要求', '光污染治理有哪些指标'])(
    'has none for a formal name that the plan has only half of: %s',
    (question) => {
      expect(ask(question)).toEqual(['refused: unknown']);
    },
  );

  it.each([
    ['水污染治理有哪些指标', ['水污染治理投资 3亿元']],
    ['大气污染治理有哪些指标', ['整治扬尘工地 30处', '淘汰锅炉 20台']],
  ])('has those that the words may mean: %s', (question, expected) => {
    expect(ask(question)).toEqual(expected);
  });
});
