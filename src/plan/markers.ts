import { readChineseNumber } from '../text/chinese-number.ts';
import { foldWidth } from '../text/fold-width.ts';

const numeral = '[零〇一二三四五六七八九十百]{1,4}';

/** Behind a decimal number it is a measurement. */
const measured = '(?:[百千万亿]|公里|千米|米|平方|立方|公顷|亩|吨|元|倍|个|千瓦|兆瓦|小时|微克|毫克|成)';

/** How a heading is numbered. The order of this list is the customary nesting of Chinese official documents. */
const styles = [
  { style: 'part', pattern: new RegExp(`^第(${numeral}|\\d{1,2})(?:编|部分|板块)`) },
  { style: 'chapter', pattern: new RegExp(`^第(${numeral}|\\d{1,2})章`) },
  { style: 'article', pattern: new RegExp(`^第(${numeral}|\\d{1,2})节`) },
  // 「第一、」 opens a part of a speech; inside a paragraph it is a measure.
  { style: 'ordinal', pattern: new RegExp(`^第(${numeral})[、,:](?!${numeral}[、产])`) },
  { style: 'chinese', pattern: new RegExp(`^(${numeral})(?:、|[.](?!\\d))`) },
  { style: 'chinese-parenthesis', pattern: new RegExp(`^[(〔[](${numeral})[)〕\\]][、.]?`) },
  {
    style: 'decimal-nested',
    // 「2.5公里…」 opens with a figure.
    pattern: new RegExp(`^(\\d{1,2}(?:\\.\\d{1,2}){1,3})(?=[\\s、.]|[^\\d.%‰\\sA-Z])(?!${measured})[、.]?`),
  },
  // 「6.5G基站」 is the sixth item.
  { style: 'decimal', pattern: /^(\d{1,3})(?:、|[.)](?!\d)|[.](?=\d[A-Z]))/ },
  { style: 'decimal-parenthesis', pattern: /^\((\d{1,3})\)[、.]?/ },
  { style: 'circled', pattern: /^([①-⑳⑴-⒇])[、.]?/ },
  // 「专栏3 开发区提质增效」: a box inside a part.
  { style: 'box', pattern: new RegExp(`^专栏\\s*(${numeral}|\\d{1,2})(?=[\\s:、.“《\\u4e00-\\u9fff]|$)[\\s:、.]*`) },
  { style: 'letter', pattern: /^([a-zA-Z])[、.)](?=\s*[\u4e00-\u9fff])/ },
] as const;

export type MarkerStyle = (typeof styles)[number]['style'] | 'outline' | 'appendix' | 'plain';

export interface Marker {
  readonly style: MarkerStyle;
  /** As printed. */
  readonly text: string;
  readonly ordinal: number | null;
}

/** Customary depth of a numbering, for texts that skip levels; lower is further out. */
export const styleRank = (style: MarkerStyle): number => styles.findIndex((entry) => entry.style === style);

const circledOrdinal = (char: string): number => {
  const code = char.codePointAt(0) ?? 0;
  return code >= 0x2474 ? code - 0x2473 : code - 0x245f;
};

/** Headed without a number behind the last words of a report. */
const glossary = /^(?:有关|部分|相关)?(?:名词|用语|术语|概念)(?:解释|注释|说明|释义|注解)$/;

/** The numbering that a paragraph opens with: 一、 （二） 1. (3) ① 第一章 1.2; null where it opens with text. */
export function readMarker(line: string): Marker | null {
  const folded = foldWidth(line);
  const appendix =
    /^(?:附件|附表|附录|附)\s*(\d{1,2}|[一二三四五六七八九十]{1,2})?\s*(?:[:.、]|$|(?=[\s\u4e00-\u9fff]))/.exec(folded);
  // 「附近」, 「附属」 and 「附件要求…」 open ordinary words; a heading has a colon, a number or stands alone.
  if (
    appendix &&
    /^(?:附件|附表|附录)?\s*[\d一二三四五六七八九十]*\s*(?::|$)|^附:|^(?:附件|附表|附录)\s*[\d一二三四五六七八九十]/.test(
      folded,
    )
  ) {
    const ordinal = appendix[1] === undefined ? null : (readChineseNumber(appendix[1]) ?? Number(appendix[1]));
    return { style: 'appendix', text: line.slice(0, appendix[0].length).trimEnd(), ordinal };
  }
  if (glossary.test(folded.trim())) return { style: 'appendix', text: '', ordinal: null };
  for (const { style, pattern } of styles) {
    const match = pattern.exec(folded);
    if (!match) continue;
    const printed = match[1] ?? '';
    return { style, text: line.slice(0, match[0].length), ordinal: readOrdinal(style, printed) };
  }
  return null;
}

function readOrdinal(style: MarkerStyle, printed: string): number | null {
  if (style === 'circled') return circledOrdinal(printed);
  if (style === 'letter') return printed.toLowerCase().charCodeAt(0) - 96;
  if (style === 'decimal-nested') return Number(printed.slice(printed.lastIndexOf('.') + 1));
  if (/^\d+$/.test(printed)) return Number(printed);
  return readChineseNumber(printed);
}
