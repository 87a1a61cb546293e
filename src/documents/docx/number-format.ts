const digits = '〇一二三四五六七八九';
const stems = '甲乙丙丁戊己庚辛壬癸';
const branches = '子丑寅卯辰巳午未申酉戌亥';
const legalDigits = '零壹贰叁肆伍陆柒捌玖';

/** A number as Word prints it in a numbering format (ST_NumberFormat); formats that no Chinese plan uses as digits. */
export function formatNumber(value: number, format: string): string {
  switch (format) {
    case 'none':
    case 'bullet':
      return '';
    case 'decimalZero':
      return String(value).padStart(2, '0');
    case 'upperRoman':
      return roman(value);
    case 'lowerRoman':
      return roman(value).toLowerCase();
    case 'upperLetter':
      return letters(value, 'A');
    case 'lowerLetter':
      return letters(value, 'a');
    case 'chineseCounting':
    case 'taiwaneseCounting':
      return chineseCounting(value);
    case 'chineseCountingThousand':
    case 'taiwaneseCountingThousand':
    case 'japaneseCounting':
      return placeValues(value, digits, '十百千', '零');
    case 'chineseLegalSimplified':
      return placeValues(value, legalDigits, '拾佰仟', '零');
    case 'ideographDigital':
    case 'taiwaneseDigital':
      return eachDigit(value, digits);
    case 'ideographTraditional':
      return nth(stems, value);
    case 'ideographZodiac':
      return nth(branches, value);
    case 'ideographZodiacTraditional':
      return value <= 60 ? `${stems[(value - 1) % 10] ?? ''}${branches[(value - 1) % 12] ?? ''}` : String(value);
    // Word prints brackets here, not circles as the standard has it.
    case 'ideographEnclosedCircle':
      return enclosed(value, 0x3220, 10);
    case 'decimalEnclosedCircle':
    case 'decimalEnclosedCircleChinese':
      return enclosed(value, 0x2460, 20);
    case 'decimalEnclosedParen':
      return enclosed(value, 0x2474, 20);
    case 'decimalEnclosedFullstop':
      return enclosed(value, 0x2488, 20);
    case 'decimalFullWidth':
    case 'decimalFullWidth2':
      return eachDigit(value, '０１２３４５６７８９');
    case 'numberInDash':
      return `- ${value} -`;
    default:
      return String(value);
  }
}

const eachDigit = (value: number, figures: string): string =>
  String(value).replaceAll(/\d/g, (digit) => figures[Number(digit)] ?? digit);

const nth = (characters: string, value: number): string => characters[value - 1] ?? String(value);

const enclosed = (value: number, first: number, count: number): string =>
  value >= 1 && value <= count ? String.fromCodePoint(first + value - 1) : String(value);

/** Letters repeat beyond z: aa, bb. The bound keeps a hostile start value from filling memory. */
function letters(value: number, first: 'A' | 'a'): string {
  if (value < 1 || value > 780) return String(value);
  const letter = String.fromCodePoint((first.codePointAt(0) ?? 0) + ((value - 1) % 26));
  return letter.repeat(Math.ceil(value / 26));
}

const romanSteps: readonly (readonly [number, string])[] = [
  [1000, 'M'],
  [900, 'CM'],
  [500, 'D'],
  [400, 'CD'],
  [100, 'C'],
  [90, 'XC'],
  [50, 'L'],
  [40, 'XL'],
  [10, 'X'],
  [9, 'IX'],
  [5, 'V'],
  [4, 'IV'],
  [1, 'I'],
];

function roman(value: number): string {
  if (value < 1 || value > 3999) return String(value);
  let rest = value;
  let printed = '';
  for (const [step, sign] of romanSteps) {
    printed += sign.repeat(Math.floor(rest / step));
    rest %= step;
  }
  return printed;
}

/** 十一 and 九十九 by place, from a hundred on digit by digit with a circle: 一○○. */
function chineseCounting(value: number): string {
  return value < 100 ? placeValues(value, digits, '十百千', '零') : eachDigit(value, '○一二三四五六七八九');
}

/** 一百零一, 二千零三十; the 一 before a leading 十 is not written. */
function placeValues(value: number, figures: string, units: string, zero: string): string {
  if (value < 1 || value > 9999) return String(value);
  const places = String(value).split('').reverse();
  let printed = '';
  let gap = false;
  for (let place = places.length - 1; place >= 0; place--) {
    const digit = Number(places[place]);
    if (digit === 0) {
      gap = true;
      continue;
    }
    if (gap && printed !== '') printed += zero;
    gap = false;
    const bareTen = place === 1 && digit === 1 && printed === '' && units.startsWith('十');
    printed += `${bareTen ? '' : (figures[digit] ?? '')}${place === 0 ? '' : (units[place - 1] ?? '')}`;
  }
  return printed;
}
