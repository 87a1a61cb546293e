import { expect, it } from 'vitest';
import { askingChange } from '../../../src/answer/forms/asking-change.ts';
import { readQuestion } from '../../../src/answer/question/read-question.ts';
import { noMeanings } from '../../../src/answer/ranking/rank.ts';
import { loadWords } from '../support.ts';

it.each(['旅游收入多少亿元', '旅游收入'])('asks again for how fast things grow, in no unit: %s', async (question) => {
  const loaded = await loadWords('2026年工作要点\n一、任务\n旅游收入增长9%。');
  const { query } = askingChange({ loaded, query: readQuestion(question, loaded.plan), meanings: noMeanings });
  expect(query.asks).toMatchObject([{ content: ['旅游收入'], unitClass: null, aspect: 'change', number: true }]);
});
