import { describe, expect, it } from 'vitest';
import { noMeanings, rankFigures } from '../../../src/answer/ranking/rank.ts';
import { asGoodAs, meantWith, preferNamedPart } from '../../../src/answer/ranking/selection.ts';
import { wordsOf } from '../../../src/answer/question/known-words.ts';
import { readQuestion } from '../../../src/answer/question/read-question.ts';
import { loadWords, sampleText, told } from '../support.ts';

const loaded = await loadWords(sampleText);
const ranked = (run: string) => rankFigures(loaded, [run], null, noMeanings);

describe('the candidates meant', () => {
  it('with the best are those of its indicator, of either period', () => {
    expect(
      meantWith(ranked('便民菜市场'))
        .map(({ figure }) => told(figure))
        .toSorted(),
    ).toEqual(['新建便民菜市场 12个', '新建便民菜市场 15个']);
    expect(meantWith([])).toEqual([]);
  });

  it('as well as the best score nearly the same', () => {
    const all = ranked('便民菜市场');
    for (const { score } of asGoodAs(all)) expect(score).toBeGreaterThanOrEqual(0.9 * all[0]!.score);
    expect(asGoodAs([])).toEqual([]);
  });

  it('put the later of two indicators of one sentence first where the question names both', async () => {
    const plan = await loadWords('2026年工作要点\n一、任务\n乡村教师补助提高到450元，偏远地区提高到700元。');
    const question = '偏远地区，乡村教师补助提高到多少元';
    const all = rankFigures(plan, ['偏远地区', '乡村教师补助'], null, noMeanings).toSorted(
      (a, b) => a.figure.quantity.start - b.figure.quantity.start,
    );
    expect(preferNamedPart(all, question, '')[0]!.figure.quantity.text).toBe('700元');
    expect(preferNamedPart(all, '', '')[0]!.figure.quantity.text).toBe('700元');
    const [one] = all;
    expect(preferNamedPart([one!], question, '')).toEqual([one]);
  });

  it.each([
    ['境外展会是多少场次', '12场次'],
    ['支持企业参加的境外展会多少场次', '12场次'],
    ['国内外展会多少场次', '45场次'],
  ])('puts the part first that the question names beside the whole: %s', async (question, expected) => {
    const plan = await loadWords('2026年工作要点\n一、任务\n支持企业参加国内外展会45场次，其中境外展会12场次。');
    const { content, asks } = readQuestion(question, plan.plan, wordsOf(plan));
    const all = rankFigures(plan, content, asks[0] ?? null, noMeanings);
    expect(preferNamedPart(all, question, question)[0]!.figure.quantity.text).toBe(expected);
  });

  it('puts the figure in the measure word asked for first', async () => {
    const plan = await loadWords('2026年工作要点\n一、任务\n建设安宁疗护病区2个，设置床位40张。');
    const { content, asks } = readQuestion('安宁疗护病区设置多少张床位', plan.plan, wordsOf(plan));
    const all = rankFigures(plan, content, asks[0] ?? null, noMeanings);
    expect(preferNamedPart(all, '', '安宁疗护病区设置多少张床位', '张')[0]!.figure.quantity.text).toBe('40张');
  });
});
