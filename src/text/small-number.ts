import { readChineseNumber } from './chinese-number.ts';

/** Matches what `smallNumber` reads, as the source of a regular expression. */
export const smallNumberPattern = '[0-9〇零一二两三四五六七八九十]{1,4}';

/** A number of a date or time, in Arabic or Chinese numerals: 5, 二十八, 二〇二五. null where it is no number. */
export const smallNumber = (text: string): number | null =>
  /^[0-9]+$/.test(text) ? Number(text) : readChineseNumber(text);
