import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitClauses } from '../../src/figures/clauses.ts';
import { foldWidth } from '../../src/text/fold-width.ts';

const clauses = (text: string): string[] =>
  splitClauses(foldWidth(text)).map(({ start, end }) => text.slice(start, end));

describe('splitClauses', () => {
  it.each([
    ['新建80公里，完成5座，达75%。', ['新建80公里', '完成5座', '达75%']],
    ['甲；乙：丙', ['甲', '乙', '丙']],
    ['投入1,100万元，新建3所', ['投入1,100万元', '新建3所']],
    ['投入1，100万元，新建3所', ['投入1，100万元', '新建3所']],
    ['实施“绿水，青山”工程，新建3所', ['实施“绿水，青山”工程', '新建3所']],
    ['投资5亿元（中央2亿元，省3亿元），增长3%', ['投资5亿元（中央2亿元，省3亿元）', '增长3%']],
    ['引号“没有收尾，新建3所。改造2所，', ['引号“没有收尾，新建3所', '改造2所']],
    ['2024,2025年', ['2024', '2025年']],
    ['，，', []],
    ['', []],
  ])('cuts “%s”', (text, expected) => {
    expect(clauses(text)).toEqual(expected);
  });

  it('gives spans in order without overlap; between them stand only stops', () => {
    const text = fc.string({ unit: fc.constantFrom('甲', '1', ',', '。', ';', '“', '”', '(', ')', ' ') });
    fc.assert(
      fc.property(text, (sample) => {
        let last = 0;
        for (const { start, end } of splitClauses(sample)) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(sample.slice(last, start)).toMatch(/^[,;:。!?\s“”()]*$/);
          last = end;
        }
      }),
    );
  });
});
