import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { wrapText } from '../../src/export/card/wrap-text.ts';

/** Chinese characters are two wide, others one. */
const measure = (text: string) => Array.from(text).reduce((sum, char) => sum + (char.charCodeAt(0) > 255 ? 2 : 1), 0);

describe('wrapText', () => {
  it('breaks between characters, not inside numbers and words', () => {
    expect(wrapText('新建污水管网80公里', 14, measure)).toEqual(['新建污水管网', '80公里']);
    expect(wrapText('达到PM2.5目标', 8, measure)).toEqual(['达到', 'PM2.5目', '标']);
  });

  it('begins no line with a comma and ends none with an opening bracket', () => {
    expect(wrapText('一二三，四五', 6, measure)).toEqual(['一二', '三，四', '五']);
    expect(wrapText('一二（三四）', 6, measure)).toEqual(['一二', '（三', '四）']);
  });

  it('loses nothing and stays within the width', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('水', '，', '（', 'A', '8', '%', '𠮷') }),
        fc.integer({ min: 4, max: 20 }),
        (text, width) => {
          const lines = wrapText(text, width, measure);
          expect(lines.join('')).toBe(text);
          for (const line of lines) expect(measure(line)).toBeLessThanOrEqual(width);
        },
      ),
    );
  });
});
