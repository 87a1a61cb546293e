import { Decimal } from 'decimal.js';
import { readChineseNumber } from '../text/chinese-number.ts';
import { foldWidth } from '../text/fold-width.ts';
import { isCounted } from './chinese-counts.ts';
import { notAfterUnit, unitPattern } from './units.ts';

/** A number with its unit as found, before its meaning is known. Offsets are those of the text given. */
export interface RawQuantity {
  readonly start: number;
  readonly end: number;
  readonly value: number | null;
  readonly range: readonly [number, number] | null;
  readonly unit: string;
  /** 亿元以上, 万亩: a multiplier without a number of its own. */
  readonly bare: boolean;
}

const arabic = '\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?|\\d+(?:\\.\\d+)?';
const chinese = '(?!零(?:部件|配件))[零〇一二两三四五六七八九十百千万亿]+(?:点[零〇一二三四五六七八九]+)?';
const scale = '万亿|百万|千万|[百千万亿]';
const number = `(?:(?:${arabic})(?:[多余几]?(?:${scale}))?|${chinese})`;
const joint = '\\s*(?:-{1,2}|—{1,2}|~|～|至|到)\\s*';
const space = '[ \\t\\r\\n]*';
const reached =
  '(?:稳定在|保持在|提高到|提高至|提升到|提升至|上升到|升至|增至|达到|高达|达|降低到|下降到|降到|降至|缩小到|缩小至|扩大到|控制在|仅为|只有|为|约|不低于|不高于|不超过)';
const percentWords = `百分之(?:${chinese}|${arabic})`;

const patterns = {
  percent: new RegExp(`(${percentWords})(?:${joint}(${percentWords}))?`, 'g'),
  fraction: new RegExp(
    `((?:千分之|万分之)(?:${chinese}|${arabic}))|([一二两三四五六七八九十]{1,3}分之[一二两三四五六七八九十]{1,3})`,
    'g',
  ),
  amount:
    /(一半|半数)(?!径|导|成品|年|月|天)|([一二两三四五六七八九]成[半一二三四五六七八九]?)(?![功立为员效果绩本长人就品熟交都分])|(?<=翻)([一二两三四]番)/g,
  // 利用系数提高到0.562, 差异系数分别降至0.42和0.38: an index has no unit.
  index: new RegExp(
    `(?<=(?:系数|指数|倍率|倍数|收入比|[医床]护比|师生比|职普比|车桩比|PUE值?)[)）]?(?:分别)?(?:[由从](?:\\d+\\.\\d+(?=[\\u4e00-\\u9fff]))?)?${reached}{0,2}(?:\\d+\\.\\d+[和、])?)\\d+(?:\\.\\d+)?(?![\\d.%年月日个])`,
    'g',
  ),
  // 千人口献血率达到12.5: nor has a rate whose denominator its name gives; a percentage has its sign.
  bareRate: new RegExp(`(?<=率${reached}{0,2})\\d+\\.\\d+(?=(?:以上|以下|以内|左右)?(?:[,;。、)]|$))`, 'g'),
  // 36.5/10万: a rate as the statistics of health and safety print it.
  rate: new RegExp(`(${arabic})\\/((?:10|[十百千])?[千万](?:人口?)?)(?![\\d.])`, 'g'),
  // 比提高到2.8∶1, 比由2.8∶1缩小到2.5∶1; three shares (8∶42∶50) are no ratio of two.
  ratio:
    /(?<=(?:(?:比(?![赛武拼])|率(?![先领]))|[由从][\d.]+[:∶][\d.]+(?=[\u4e00-\u9fff]))[^,;。:∶\d]{0,8})(?<![\d.:∶])(\d+(?:\.\d+)?)\s?[:∶]\s?(\d+(?:\.\d+)?)(?![\d.]*[:∶])(?![\d.])/g,
  // 受教育年限提高到11.8年, 平均级别达到4.6级: a decimal measures; a whole number of years or levels may name, as
  // one of days dates: only 「15日内」 does not. 「应用水平达到5级,县中医医院达到4级」 has two levels.
  duration:
    /(?<![A-Za-z\d.])\d+\.\d+(年(?!度)|级)|(?<![月\d])\d+(日)(?=[以之]?内)|(?<=(?:年限|寿命|工龄|周期|学制)[^,;。\d]{0,8})\d+(年)(?![底末初度内前后来以的])|(?<=(?:应用水平|评价|评级|分级|等级|级别|成熟度)[^,;。\d]{0,8}(?:\d级,[\u4e00-\u9fff]{2,10}(?:达到|上|到))?)\d+(级)(?![以别])/g,
  // 12.4万脱贫人口: a counted noun without a measure word.
  unitless: new RegExp(`(${arabic})(万|亿)(?=[\\u4e00-\\u9fff]{2})(?![多余几来级元]|${unitPattern})`, 'g'),
  // 800台（套） is one unit, as printed.
  counted: new RegExp(
    `(${number})(?:${space}(%|${unitPattern})?${joint}(${number}))?[多余几来]?${space}(${unitPattern})(?:\\([\u4e00-\u9fff]\\))?`,
    'g',
  ),
} as const;

/** Reads every number with a unit; years, dates, ordinals, names and phrases such as 六个百分百 are left out. */
export function findQuantities(text: string): RawQuantity[] {
  const folded = foldWidth(text);
  const found = [
    ...percentQuantities(folded),
    ...fractions(folded),
    ...counted(folded),
    ...unitless(folded),
    ...ratios(folded),
    ...[...folded.matchAll(patterns.duration)].map((match) =>
      quantityAt(match, Number(match[0].slice(0, -1)), null, match[1] ?? match[2] ?? match[3] ?? match[4] ?? ''),
    ),
    ...[...folded.matchAll(patterns.index), ...folded.matchAll(patterns.bareRate)].map((match) =>
      quantityAt(match, readNumber(match[0]), null, ''),
    ),
  ].sort((a, b) => a.start - b.start || b.end - a.end);
  const kept: RawQuantity[] = [];
  for (const quantity of found) {
    if (quantity.start >= (kept.at(-1)?.end ?? 0)) kept.push(quantity);
  }
  return kept.map((quantity, index) => withSharedUnit(folded, quantity, kept[index + 1]));
}

/** 「分别提高1.6个和7.5个百分点」: the first is given in points too. */
function withSharedUnit(folded: string, quantity: RawQuantity, next: RawQuantity | undefined): RawQuantity {
  const shares =
    quantity.unit === '个' && next?.unit === '个百分点' && /^[、和及与]$/.test(folded.slice(quantity.end, next.start));
  return shares ? { ...quantity, unit: next.unit } : quantity;
}

/** The value of a number as written, in its unit; null where it is no number: 2.4万, 1,100, 三百二十, 一万五千. */
export function readNumber(printed: string): number | null {
  const text = printed.replace(/[,\s多余几]/g, '');
  const match = /^(\d+(?:\.\d+)?)(万亿|百万|千万|[百千万亿])?$/.exec(text);
  if (!match) return readChineseNumber(text);
  const factor = match[2] === undefined ? 1 : (readChineseNumber(match[2]) ?? 1);
  return new Decimal(match[1] ?? '0').times(match[2] === '万亿' ? 1e12 : factor).toNumber();
}

/** Two neighbouring digits stand for either: 两三, 二三十, 五六百. null where the numeral is exact. */
function readApproximate(printed: string): [number, number] | null {
  const [, first = '', second = '', rest = ''] =
    /^([一二两三四五六七八])([二三四五六七八九])([十百千]?[万亿]*)$/.exec(printed) ?? [];
  const [low, high] = [first + rest, second + rest].map(readChineseNumber);
  if (first === '' || low == null || high == null) return null;
  return readChineseNumber(second) === (readChineseNumber(first) ?? 0) + 1 ? [low, high] : null;
}

function percentQuantities(folded: string): RawQuantity[] {
  return [...folded.matchAll(patterns.percent)].map((match) => {
    const [low, high] = [match[1], match[2]].map((part) => (part === undefined ? null : readNumber(part.slice(3))));
    return quantityAt(match, low ?? null, high ?? null, '%');
  });
}

function fractions(folded: string): RawQuantity[] {
  const words = [...folded.matchAll(patterns.fraction), ...folded.matchAll(patterns.amount)];
  return words.map((match) => ({ ...quantityAt(match, null, null, /[成番]/.exec(match[0])?.[0] ?? ''), value: null }));
}

/** 36.5/10万 in its own unit; 2.8∶1 as the quotient. */
function ratios(folded: string): RawQuantity[] {
  const rates = [...folded.matchAll(patterns.rate)].filter(({ 1: first }) => first !== '1');
  return [
    ...rates.map((match) => quantityAt(match, readNumber(match[1] ?? ''), null, `1/${match[2] ?? ''}`)),
    ...[...folded.matchAll(patterns.ratio)].map((match) =>
      quantityAt(
        match,
        new Decimal(match[1] ?? '0').div(match[2] === '0' ? 1 : (match[2] ?? '1')).toNumber(),
        null,
        '',
      ),
    ),
  ];
}

function counted(folded: string): RawQuantity[] {
  const found: RawQuantity[] = [];
  for (const match of folded.matchAll(patterns.counted)) {
    const [whole, first = '', , second, printedUnit = ''] = match;
    const unit = printedUnit.replace(/[\r\n]+/g, '');
    const before = folded.slice(Math.max(0, match.index - 8), match.index);
    const after = folded.slice(match.index + whole.length, match.index + whole.length + 6);
    if (notAfterUnit[unit]?.test(after)) continue;
    if (isName(before, first, unit, after)) continue;
    const bare = /^[百千万亿]+$/.test(first);
    if (
      !/\d/.test(first) &&
      second === undefined &&
      !bare &&
      !isCounted(clauseBefore(folded, match.index), first, unit, after)
    )
      continue;
    if (bare && !isBareAmount(before, first, unit, after)) continue;
    const about = readApproximate(first);
    if (about !== null && second === undefined) {
      found.push({ ...quantityAt(match, about[0], about[1], unit), bare });
      continue;
    }
    // 15-20万人: the multiplier counts for both ends.
    const shared = second === undefined ? undefined : new RegExp(`(?:${scale})$`).exec(second)?.[0];
    const low = readNumber(shared !== undefined && /\d$/.test(first) ? first + shared : first);
    const high = second === undefined ? null : readNumber(second);
    if (low === null || (second !== undefined && high === null)) continue;
    found.push({ ...quantityAt(match, low, high, unit.replace('百分点', '个百分点').replace('个个', '个')), bare });
  }
  return found;
}

function unitless(folded: string): RawQuantity[] {
  return [...folded.matchAll(patterns.unitless)]
    .filter((match) => !isName(folded.slice(Math.max(0, match.index - 8), match.index), match[0], '', ''))
    .map((match) => quantityAt(match, readNumber(match[0]), null, ''));
}

function quantityAt(match: RegExpExecArray, low: number | null, high: number | null, unit: string): RawQuantity {
  return {
    start: match.index,
    end: match.index + match[0].length,
    value: high === null ? low : null,
    range: low !== null && high !== null ? [low, high] : null,
    unit,
    bare: false,
  };
}

/** Numbers that name something: PM2.5, 第3条, G319, 1/10万, 7×24小时, 前10名, 2025年. */
function isName(before: string, printed: string, unit: string, after: string): boolean {
  // 「新增AED200台」: what an abbreviation names is counted; G319, 5G and PM10 are names to the end.
  const counts = unit !== '' && /(?<![A-Za-z\d])(?!PM|GB|DB)[A-Z]{2,5}$/.test(before);
  if (
    (/[A-Za-z./+×xX〔[#]$/.test(before) && !counts) ||
    /(?:第|(?<![底末月日旬])前|排名|名列|位列|每|每隔|时隔|热线)$/.test(before)
  )
    return true;
  // 「三个100%」 is a way of speaking, as 「六个百分百」 is.
  if (unit === '%' && /[一二两三四五六七八九十]个$/.test(before)) return true;
  if (/\d$/.test(before) || /\d[,-]$/.test(before)) return true;
  if (
    /^(?:24|二十四)小时$/.test(printed + unit) &&
    /^(?:值|在线|服务|不间断|开放|全天|不打烊|监|[“「]|.{0,5}(?:热线|值守|值班))/.test(after)
  )
    return true;
  // “15分钟就业服务圈” is a name.
  if (/[“「]$/.test(before) && unit === '分钟') return true;
  // 市委六届十一次全会
  if (unit === '次' && /[届]$/.test(before)) return true;
  // A duration inside a name: 「三年行动」, 「百日」; 5年内 is none of this project's units.
  return /^[级号线路]/.test(after) && /^[GSXY]?\d/.test(printed);
}

/** The comma clause up to the numeral. */
const clauseBefore = (folded: string, at: number): string => /[^,;:。!?\n]*$/.exec(folded.slice(0, at))?.[0] ?? '';

/** 突破百亿元, 亿元以上, 万亩廊道; not 千家万户. */
function isBareAmount(before: string, printed: string, unit: string, after: string): boolean {
  if (/[一二三四五六七八九十几数上成]$/.test(before)) return false;
  if (!/元|亩|吨|平方|公里|千瓦|人次|标箱/.test(unit) || /^户(?!均)/.test(after)) return false;
  // 万元GDP用水量, 万元工业增加值能耗: so much for each 10,000 yuan.
  if (printed === '万' && unit === '元' && !/^(?:以上|以下|以内|级)/.test(after)) return false;
  return (
    /(?:突破|超过|超|达到|达|迈上|跨越|跨上|过|近)$/.test(before) || /^(?:以上|以下|级|[\u4e00-\u9fff])/.test(after)
  );
}
