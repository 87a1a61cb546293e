import { describe, expect, it } from 'vitest';
import { statedWithoutNumber } from '../../../src/answer/forms/without-number.ts';
import { readQuestion } from '../../../src/answer/question/read-question.ts';
import { noMeanings, rankFigures } from '../../../src/answer/ranking/rank.ts';
import { loadWords } from '../support.ts';

describe('statedWithoutNumber', async () => {
  const loaded = await loadWords('2026年工作要点\n一、任务\n新建公园投资3亿元，打造老街夜间消费集聚区。改造广场3处。');
  const stated = (near: number, ...content: readonly string[]): string | undefined => {
    const query = { ...readQuestion(`${content.join('，')}多少`, loaded.plan), content };
    const ranked = rankFigures(loaded, content, null, noMeanings).filter(
      ({ figure }) => figure.quantity.text === '3亿元',
    );
    return statedWithoutNumber({ loaded, query, meanings: noMeanings }, { ...ranked[0]!, near }, ranked)?.text;
  };

  it.each([
    [0.3, ['老街夜间消费集聚区', '投资'], true],
    // A short name may stand there for another reason.
    [0.3, ['夜间消费', '投资'], false],
    [0.05, ['夜间消费', '投资'], true],
    [0.6, ['老街夜间消费集聚区', '投资'], false],
  ])('finds a long name in a clause of its own: near %s, %j', (near, content, expected) => {
    expect(stated(near, ...content) !== undefined).toBe(expected);
  });
});
