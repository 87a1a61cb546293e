import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldWidth } from '../../src/text/fold-width.ts';

describe('foldWidth', () => {
  it.each([
    ['（１．５％）', '(1.5%)'],
    ['ＰＭ２．５', 'PM2.5'],
    ['１５－２０％', '15-20%'],
    ['３﹪', '3%'],
    ['一、\u3000二', '一、 二'],
    ['9•15', '9·15'],
    ['3–5', '3-5'],
  ])('folds %s', (text, folded) => {
    expect(foldWidth(text)).toBe(folded);
  });

  it('leaves Chinese characters, quotation marks and the long dash alone', () => {
    const text = '“十四五”——《规划》、。〔2025〕3号';
    expect(foldWidth(text)).toBe(text);
  });

  it('keeps every offset, whatever the text', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary' }),
        fc.string({ unit: fc.constantFrom('（', '１', '﹪', '・', '𠀀') }),
        (a, b) => {
          expect(foldWidth(a + b)).toHaveLength((a + b).length);
          expect(foldWidth(a) + foldWidth(b)).toBe(foldWidth(a + b));
        },
      ),
    );
  });

  it('changes nothing the second time', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(foldWidth(foldWidth(text))).toBe(foldWidth(text));
      }),
    );
  });
});
