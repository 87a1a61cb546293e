import { describe, expect, it } from 'vitest';
import { readTime } from '../../../src/answer/question/read-time.ts';
import { fitsTime } from '../../../src/answer/ranking/fits-time.ts';
import type { Figure } from '../../../src/figures/figure.ts';
import { loadWords, sampleText } from '../support.ts';

const loaded = await loadWords(sampleText);
const { plan } = loaded;
const of = (text: string): Figure => loaded.figures.find(({ quantity }) => quantity.text === text)!;

describe('fitsTime', () => {
  const [target, result, over] = [of('15个'), of('12个'), of('260家')];
  const open: Figure = { ...target, period: null, year: null };
  const placeholder: Figure = { ...result, year: null };
  const fits = (question: string): string[] =>
    Object.entries({ target, result, over, open, placeholder })
      .filter(([, figure]) => fitsTime(figure, readTime(question, plan), plan))
      .map(([name]) => name);

  it.each([
    ['几个', ['target', 'result', 'over', 'open', 'placeholder']],
    ['今年几个', ['target', 'open']],
    ['目标是几个', ['target', 'open']],
    ['2025年几个', ['target', 'open']],
    ['去年几个', ['result', 'placeholder']],
    ['2024年几个', ['result', 'placeholder']],
    ['完成了几个', ['result', 'over', 'open', 'placeholder']],
    ['明年几个', []],
    ['2019年几个', []],
    ['五年来几个', ['over']],
  ])('%s', (question, expected) => {
    expect(fits(question)).toEqual(expected);
  });

  it('answers what is done by now neither by what the year is to bring nor by what the last one brought', () => {
    for (const period of ['target', 'result']) expect(fits('今年已完成几个')).not.toContain(period);
    expect(fits('去年已完成几个')).toContain('result');
    expect(fits('今年要完成几个')).toContain('target');
  });
});

describe('fitsTime of five years', async () => {
  const report = await loadWords(`2026年政府工作报告
一、“十四五”成就
“十四五”时期，研发投入强度由1.48%提高到2.35%，新建公园50个。
二、过去五年
五年来，绿化率由30%提高到41%。
三、“十五五”时期目标
“十五五”期间，计划投资9200亿元。
四、2026年任务
新建公园3个。
`);
  const years = (text: string): number[] => {
    const figure = report.figures.find(({ quantity }) => quantity.text === text)!;
    return [2019, 2020, 2021, 2025, 2026, 2029, 2030].filter((year) =>
      fitsTime(figure, readTime(`${year}年多少`, report.plan), report.plan),
    );
  };

  it.each([
    ['1.48%', [2020]],
    ['30%', [2020]],
    ['2.35%', [2025]],
    ['50个', []],
  ])('takes the level that the years began with for the year before them: %s', (text, expected) => {
    expect(years(text)).toEqual(expected);
  });

  it('takes the sum of the years ahead for their last one', () => {
    expect(years('9200亿元')).toEqual([2026, 2030]);
    expect(years('3个')).toEqual([2026]);
  });

  it('takes what it came to for the years, not where it began', () => {
    const fits = (text: string): boolean => {
      const figure = report.figures.find(({ quantity }) => quantity.text === text)!;
      return fitsTime({ ...figure, cumulative: true }, readTime('五年来多少', report.plan), report.plan);
    };
    expect([fits('30%'), fits('41%')]).toEqual([false, true]);
  });
});
