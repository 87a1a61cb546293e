const digits: Readonly<Record<string, number>> = {
  零: 0, 〇: 0, 一: 1, 二: 2, 两: 2, 三: 3, 四: 4, 五: 5, 六: 6, 七: 7, 八: 8, 九: 9,
}; // prettier-ignore
const scales: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 };

/**
 * Reads a Chinese numeral: 三百二十, 一万五千, 二十万亿, 两万, 一五 (digit by digit), 三点五.
 * Returns null where the characters make no number.
 */
export function readChineseNumber(text: string): number | null {
  const [whole = '', fraction, ...rest] = text.split('点');
  if (rest.length > 0 || whole === '') return null;
  const integer = readInteger(whole);
  if (integer === null) return null;
  if (fraction === undefined) return integer;
  const decimals = [...fraction].map((char) => digits[char]);
  if (decimals.length === 0 || decimals.includes(undefined)) return null;
  return Number(`${integer}.${decimals.join('')}`);
}

function readInteger(text: string): number | null {
  if (/^[零〇一二两三四五六七八九]{2,}$/.test(text)) return Number([...text].map((char) => digits[char]).join(''));
  let total = 0; // finished 亿 and 万 groups
  let group = 0; // inside the current group of four
  let digit: number | null = null;
  let lastScale = 1;
  for (const char of text) {
    if (char in digits) {
      // 二三十 is twenty or thirty: no one number.
      if (digit !== null && digit !== 0) return null;
      digit = digits[char] ?? 0;
      if (char === '零' || char === '〇') lastScale = 1;
    } else if (char in scales) {
      const scale = scales[char] ?? 1;
      group += (digit ?? (group === 0 || char === '十' ? 1 : 0)) * scale;
      lastScale = scale;
      digit = null;
    } else if (char === '万' || char === '亿') {
      const scale = char === '万' ? 1e4 : 1e8;
      group += digit ?? 0;
      digit = null;
      // 二十万亿: the 亿 multiplies the 万 before it.
      if (char === '亿' && group === 0 && total > 0) total *= scale;
      else if (char === '亿') total = (total + group) * scale;
      else total += (group === 0 ? 1 : group) * scale;
      if (char === '亿' && total === 0) total = scale;
      group = 0;
      lastScale = scale;
    } else return null;
  }
  // 一万五 is 15,000: a last digit right after a scale counts in the next lower one.
  if (digit !== null) group += lastScale >= 100 ? (digit * lastScale) / 10 : digit;
  return total + group;
}
