import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readChineseNumber } from '../../src/text/chinese-number.ts';

const digits = Array.from('零一二三四五六七八九');

/** Writes 0 … 9999 the schoolbook way: 1050 is 一千零五十. */
function writeGroup(value: number): string {
  const scales = ['千', '百', '十', ''];
  let text = '';
  for (const [index, digit] of [...String(value).padStart(4, '0')].entries()) {
    if (digit !== '0') text += digits[Number(digit)]! + scales[index]!;
    else if (text !== '' && !text.endsWith('零')) text += '零';
  }
  return text.replace(/零$/, '');
}

/** Writes a number below ten thousand 亿 group by group; knows nothing of short forms. */
function writeNumber(value: number): string {
  if (value === 0) return '零';
  const groups = [Math.floor(value / 1e8), Math.floor(value / 1e4) % 1e4, value % 1e4];
  let text = '';
  for (const [index, group] of groups.entries()) {
    if (group === 0) continue;
    if (text !== '' && group < 1000) text += '零';
    text += writeGroup(group) + ['亿', '万', ''][index]!;
  }
  return text;
}

describe('readChineseNumber', () => {
  it.each([
    ['零', 0],
    ['〇', 0],
    ['十', 10],
    ['十五', 15],
    ['二十', 20],
    ['一百零五', 105],
    ['一百一十', 110],
    ['三百二十', 320],
    ['一千零一十', 1010],
    ['两千万', 20_000_000],
    ['一万零五百', 10_500],
    ['三千五百万', 35_000_000],
    ['一亿零三百万', 103_000_000],
    ['两万', 20_000],
    ['万', 10_000],
    ['百', 100],
  ])('reads %s', (text, value) => {
    expect(readChineseNumber(text)).toBe(value);
  });

  it.each([
    ['二百五', 250],
    ['三千五', 3500],
    ['一万五', 15_000],
    ['一万五千', 15_000],
    ['一亿三', 130_000_000],
  ])('counts a last digit without its scale in the next lower one: %s', (text, value) => {
    expect(readChineseNumber(text)).toBe(value);
  });

  it.each([
    ['二十万亿', 20e12],
    ['一万亿', 1e12],
    ['三万二千亿', 32_000e8],
    ['千亿', 1e11],
  ])('multiplies the 万 before an 亿: %s', (text, value) => {
    expect(readChineseNumber(text)).toBe(value);
  });

  it.each([
    ['二〇二五', 2025],
    ['一五', 15],
    ['三点一四', 3.14],
    ['七点一', 7.1],
    ['十二点五', 12.5],
  ])('reads digits one by one and decimals: %s', (text, value) => {
    expect(readChineseNumber(text)).toBe(value);
  });

  it.each(['', '点五', '五点', '五点十', '一点二点三', '百分', '廿', '三x', '几十', '二三十', '五六百'])(
    'makes no number of “%s”',
    (text) => {
      expect(readChineseNumber(text)).toBeNull();
    },
  );

  it('reads back what a naive writer writes', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 999_999_999_999 }), (value) => {
        expect(readChineseNumber(writeNumber(value))).toBe(value);
      }),
    );
  });

  it('reads small numbers back, each of them', () => {
    for (let value = 0; value <= 2100; value += 1) expect(readChineseNumber(writeNumber(value))).toBe(value);
  });

  it('reads 两 where 二 may stand', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9 }), fc.constantFrom('百', '千', '万', '亿'), (rest, scale) => {
        const tail = `零${digits[rest]!}`;
        expect(readChineseNumber(`两${scale}${tail}`)).toBe(readChineseNumber(`二${scale}${tail}`));
      }),
    );
  });
});
