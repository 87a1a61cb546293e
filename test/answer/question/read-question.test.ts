import { describe, expect, it } from 'vitest';
import { readQuestion } from '../../../src/answer/question/read-question.ts';
import { loadWords, sampleText } from '../support.ts';

const { plan, terms } = await loadWords(sampleText);
const read = (question: string) => readQuestion(question, plan, (gram) => terms.has(gram));

describe('readQuestion', () => {
  it('reads what is asked, of what, and when', () => {
    expect(read('去年新建便民菜市场多少个？')).toMatchObject({
      raw: '去年新建便民菜市场多少个？',
      folded: '去年新建便民菜市场多少个?',
      form: 'single',
      content: ['新建便民菜市场'],
      background: [],
      wantsNumber: true,
      time: { period: 'achieved', year: 2024 },
      asks: [{ unit: '个' }],
      quantities: [],
      condition: null,
      arithmetic: null,
    });
  });

  it('reads traditional and full-width characters like the usual ones', () => {
    const usual = '改造步行街多少条,超过5条吗';
    expect(read('改造步行街多少條，超過５條嗎')).toEqual({ ...read(usual), raw: '改造步行街多少條，超過５條嗎' });
  });

  it.each(['哪三个坚持', '分几月份完成', '几号开会'])('wants a name or a time, not a number: %s', (question) => {
    expect(read(question).wantsNumber).toBe(false);
  });

  it('keeps the numbers of the question apart from what it is about', () => {
    expect(read('哪些超过50个').condition).toEqual({ operator: '>', value: 50, unit: '个' });
    expect(read('5000人次指什么').quantities).toMatchObject([{ value: 5000, unit: '人次' }]);
  });

  it('calls things by the plan’s own names where it has them', () => {
    expect(read('社零总额多少').folded).toBe('社会消费品零售总额多少');
    // The plan writes 外贸 itself, and knows nothing of 高新技术企业.
    expect(read('外贸多少').folded).toBe('外贸多少');
    expect(read('高企多少家').folded).toBe('高企多少家');
  });

  it.each(['', '   ', '？？', '🙂', '\u0000', 'a'.repeat(400), '多少'.repeat(200), '（'.repeat(300)])(
    'reads anything: %j',
    (question) => {
      expect(read(question).content).toBeInstanceOf(Array);
    },
  );
});
