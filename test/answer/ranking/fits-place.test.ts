import { describe, expect, it } from 'vitest';
import { fitPlace, placeOf } from '../../../src/answer/ranking/fits-place.ts';
import { loadWords } from '../support.ts';

const { plan, figures } = await loadWords(`临渚市2026年工作要点
一、2025年回顾
${'全市上下齐心协力，各项工作稳步向前。'.repeat(12)}
青岚市去年工业总产值4710亿元。全省工业税收平均增长8.1%。临渚市技改投资30亿元。办理市人大建议187件。
`);
const fit = (text: string, said: string): number =>
  fitPlace(
    placeOf(
      figures.find(({ quantity }) => quantity.text === text)!,
      plan,
    ),
    said,
  );

describe('fitPlace', () => {
  it.each([
    ['4710亿元', '去年工业总产值多少'],
    ['8.1%', '工业税收增长多少'],
  ])('puts %s of others behind', (text, said) => {
    expect(fit(text, said)).toBeLessThan(1);
  });

  it.each([
    ['4710亿元', '青岚市工业总产值多少'],
    ['8.1%', '全省工业税收平均增长多少'],
    ['30亿元', '技改投资多少'],
    ['187件', '建议办了多少件'],
  ])('leaves %s where it is for %s', (text, said) => {
    expect(fit(text, said)).toBe(1);
  });
});

describe('the rows of a table of places', async () => {
  const loaded = await loadWords(
    `# 临渚市2026年工作计划

## 一、总体要求

${'全市上下齐心协力，各项工作稳步向前。'.repeat(12)}

## 二、任务

| 县区 | 新建学校（所） |
| --- | --- |
| 澜江区 | 16 |
| 城关街道 | 3 |
| 老旧小区 | 4 |
`,
    'plan.md',
  );
  const fits = (said: string): number[] => loaded.figures.map((figure) => fitPlace(placeOf(figure, loaded.plan), said));

  it('are each of their place, a row of anything else of none', () => {
    expect(fits('新建学校几所')).toEqual([0.8, 0.8, 1]);
  });

  it('come forward where their place is named', () => {
    expect(fits('澜江区新建学校几所')).toEqual([1, 0.8, 1]);
  });
});
