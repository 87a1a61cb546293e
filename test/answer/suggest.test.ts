import { describe, expect, it } from 'vitest';
import { exampleFigures, questionFor } from '../../src/answer/suggest.ts';
import { engineOf, loadWords, sampleText } from './support.ts';

const loaded = await loadWords(sampleText);

describe('questionFor', () => {
  it.each([
    ['15个', '今年新建便民菜市场多少个？'],
    ['12个', '去年新建便民菜市场多少个？'],
    ['90%', '今年社区商业网点覆盖率是多少？'],
    ['8%', '今年外贸进出口总额增长多少？'],
  ])('asks for %s: %s', (text, question) => {
    expect(questionFor(loaded.figures.find(({ quantity }) => quantity.text === text)!)).toBe(question);
  });
});

describe('exampleFigures', () => {
  it('are targets with short names, and their questions are answered by them', async () => {
    const examples = exampleFigures(loaded.figures);
    expect(examples.length).toBeGreaterThan(5);
    const engine = engineOf(loaded);
    for (const figure of examples) {
      expect(figure.period).toBe('target');
      expect((await engine.ask(questionFor(figure))).figures[0]?.figure.indicator, figure.indicator).toBe(
        figure.indicator,
      );
    }
  });
});
