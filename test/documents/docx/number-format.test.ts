import { describe, expect, it } from 'vitest';
import { formatNumber } from '../../../src/documents/docx/number-format.ts';

describe('formatNumber', () => {
  it.each([
    ['decimal', [1, 12], '1 12'],
    ['decimalZero', [1, 12], '01 12'],
    ['decimalFullWidth', [1, 12], '１ １２'],
    ['chineseCounting', [1, 10, 11, 20, 21, 99, 100, 115], '一 十 十一 二十 二十一 九十九 一○○ 一一五'],
    [
      'chineseCountingThousand',
      [1, 10, 12, 30, 100, 101, 110, 2030, 1000],
      '一 十 十二 三十 一百 一百零一 一百一十 二千零三十 一千',
    ],
    ['japaneseCounting', [3, 18], '三 十八'],
    ['chineseLegalSimplified', [3, 10, 25], '叁 壹拾 贰拾伍'],
    ['ideographDigital', [1, 10, 20], '一 一〇 二〇'],
    ['ideographTraditional', [1, 10, 11], '甲 癸 11'],
    ['ideographZodiac', [1, 12], '子 亥'],
    ['ideographZodiacTraditional', [1, 60], '甲子 癸亥'],
    ['ideographEnclosedCircle', [1, 10], '㈠ ㈩'],
    ['decimalEnclosedCircle', [1, 20, 21], '① ⑳ 21'],
    ['decimalEnclosedCircleChinese', [2], '②'],
    ['decimalEnclosedParen', [1, 20], '⑴ ⒇'],
    ['decimalEnclosedFullstop', [1, 20], '⒈ ⒛'],
    ['lowerLetter', [1, 26, 27], 'a z aa'],
    ['upperLetter', [2], 'B'],
    ['upperRoman', [1, 4, 9, 14, 1994], 'I IV IX XIV MCMXCIV'],
    ['lowerRoman', [8], 'viii'],
    ['numberInDash', [2], '- 2 -'],
    ['somethingNew', [7], '7'],
  ])('prints %s as Word does', (format, values, expected) => {
    expect(values.map((value) => formatNumber(value, format)).join(' ')).toBe(expected);
  });
});
