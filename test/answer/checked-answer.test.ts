import { describe, expect, it } from 'vitest';
import { checkedAnswer } from '../../src/answer/checked-answer.ts';
import { composeAnswer, type ComposedAnswer } from '../../src/answer/compose/compose-answer.ts';
import { line, words } from '../../src/answer/compose/slots.ts';
import { readQuestion } from '../../src/answer/question/read-question.ts';
import { renderText } from '../../src/answer/render-text.ts';
import { keptLog, loadWords, sampleText } from './support.ts';

const loaded = await loadWords(sampleText);
const figure = loaded.figures.find(({ quantity }) => quantity.text === '3条')!;
const answer = composeAnswer(loaded, readQuestion('步行街改造几条', loaded.plan), {
  kind: 'figure',
  figures: [figure],
  related: [],
});
const withLine = (text: string): ComposedAnswer => {
  const lines = [line('headline', words(text)), ...answer.lines];
  return { ...answer, lines, text: renderText(lines) };
};

describe('checkedAnswer', () => {
  it('lets an answer pass that holds to its figures', () => {
    const { log, lines } = keptLog();
    expect(checkedAnswer(answer, log)).toBe(answer);
    expect(lines).toEqual([]);
  });

  it('gives the passage instead of an answer that does not', () => {
    const { log } = keptLog();
    const checked = checkedAnswer(withLine('大约800公里'), log);
    expect(checked).toMatchObject({ status: 'answered', kind: 'passage', figures: [], derived: [], related: [] });
    expect(checked.text).toBe(
      [
        '请以原文为准：',
        '原文：改造步行街3条，建设智慧商圈2个、智慧商店20个，新建便民菜市场15个。',
        '出处：三、重点任务 › （一）促进消费提质 › 一是建设商圈',
      ].join('\n'),
    );
    expect(checked.passages.map(({ passage }) => passage)).toEqual([figure.passage]);
  });

  it('logs what failed', () => {
    const { log, lines } = keptLog();
    checkedAnswer(withLine('大约800公里'), log);
    expect(lines).toHaveLength(1);
    expect(JSON.parse(lines[0]!)).toMatchObject({
      level: 50,
      faults: [{ kind: 'words', text: '大约800公里', reason: 'words hold a numeral' }],
    });
  });

  it('shows at most three passages, of a list too', () => {
    const { log } = keptLog();
    const figures = loaded.figures.map((of) => ({ plan: loaded.plan, figure: of }));
    expect(checkedAnswer({ ...withLine('3'), figures }, log).passages.length).toBeLessThanOrEqual(3);
  });

  it('gives no passage where a refusal has none', () => {
    const { log } = keptLog();
    const refused: ComposedAnswer = { ...withLine('没有800公里'), status: 'not_found', kind: 'refusal', figures: [] };
    const checked = checkedAnswer(refused, log);
    expect(checked.status).toBe('not_found');
    expect(checked.text).not.toContain('800');
  });
});
