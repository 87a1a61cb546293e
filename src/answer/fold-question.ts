import { Converter } from 'opencc-js/t2cn';
import { foldWidth } from '../plan/fold-width.ts';

type MakeConverter = (options: { from: string; to: string }) => (text: string) => string;
/** The package's type file imports without an extension, which Node's resolution does not follow. */
const toSimplified = (Converter as unknown as MakeConverter)({ from: 'tw', to: 'cn' });

/** A question in simplified characters and half width, without spaces between Chinese characters, PM2.5 spelt one way. */
export function foldQuestion(question: string): string {
  return toSimplified(foldWidth(question))
    .replace(/[\r\n\t]+/g, ' ')
    .replace(/(?<=[\u4e00-\u9fff]) +(?=[\u4e00-\u9fff])/g, '，')
    .replace(/pm\s*2[.。,]?5/gi, 'PM2.5')
    .replace(/pm\s*10(?!\d)/gi, 'PM10')
    .replace(/(?<![a-z])km(?![a-z])/gi, '公里')
    .replace(/(?<![a-z])m2(?![.\d])|㎡/gi, '平方米')
    .replace(/囗/g, '口')
    .trim();
}
