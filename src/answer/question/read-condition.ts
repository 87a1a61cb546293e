import { findQuantities, readNumber } from '../../figures/quantities.ts';
import { unitPattern } from '../../figures/units.ts';
import type { Condition, Query } from './query.ts';

const namedUnit = `[“"「']?([百千万亿]*${unitPattern}(?:\\([\\u4e00-\\u9fff]\\))?)[”"」']?`;
const unitFilter = new RegExp(
  [
    `单位(?:是|为|用|写|[带含有])?${namedUnit}`,
    `[以按用拿]${namedUnit}(?:[作做当为](?:计量|统计|计数)?单位|来?计|来?数|来?算|来?定|来?说|来?报|来?统计|下达?的?|布置的?|的|表示)`,
    `[跟与和]?[“"「']([百千万亿]*${unitPattern})[”"」'](?:有关|相关)`,
    `(?:带|含|有)[“"「']([百千万亿]*${unitPattern})[”"」']`,
  ].join('|'),
);

/** 「单位是公里的」, 「以万亩为单位」, 「用“起”的」: the unit that a filter names. */
export function readUnitFilter(folded: string): string | null {
  if (/[按用以拿]千分之几|千分号/.test(folded)) return '‰';
  if (/[按用以拿](?:百分号|百分数|百分比)|百分号/.test(folded)) return '%';
  const match = unitFilter.exec(folded);
  return match ? (match[1] ?? match[2] ?? match[3] ?? match[4] ?? null) : null;
}

/** 「上亿元的」, 「过百万的」, 「逾千人」: a multiplier alone is the bound. */
const overMultiplier = new RegExp(
  `(?<!以)(?:上|过|逾|超|超过|突破|破)([十百千万亿]{1,3})(${unitPattern})?(?=[的有是项笔,，。?？]|哪|$)`,
);
/** 「超过60的」, 「80以上的」: the unit stands where the figures stand. */
const bareNumber =
  /(?:不低于|不少于|不小于|不大于|至少|高于|超过|大于|多于|不高于|不超过|低于|小于|少于|达到)(\d+(?:\.\d+)?)(?=[的有是,，。?？]|哪|$)|(?<![\d.])(\d+(?:\.\d+)?[百千万亿]*)(?=及?以[上下内])/;

/** A bound with its place in the question. */
interface Bound extends Condition {
  readonly start: number;
  readonly end: number;
}

/** The bound on values that a question states; null where it states none. */
export function readCondition(folded: string): Condition | null {
  const bound = readBound(folded);
  return bound && { operator: bound.operator, value: bound.value, unit: bound.unit };
}

/** The second bound of 「4000万元以上、不到1亿元」; null where one bound is all. */
export function readOtherBound(folded: string): Condition | null {
  const range = readRange(folded);
  if (range) return { operator: range.high.operator, value: range.high.value, unit: range.high.unit };
  const first = readBound(folded);
  if (!first) return null;
  const rest = folded.slice(first.end);
  // Right behind the first one, so that no other number of the question is taken for a bound.
  const joined = /^(?:[及或和]?以[上下内])?(?:[、,，]|但|且|而|又|到|至)+/.exec(rest);
  const second = joined && readBound(rest.slice(joined[0].length));
  return second && second.start <= nearBehind
    ? { operator: second.operator, value: second.value, unit: second.unit === '' ? first.unit : second.unit }
    : null;
}

const nearBehind = 6;

/** A question without its bound and the unit it filters by: what is left names the things meant. */
export function withoutCondition(folded: string): string {
  const bound = readBound(folded);
  const rest =
    bound === null
      ? folded
      : `${folded.slice(0, bound.start).replace(wordsBefore, '')}|${withoutSecond(folded.slice(bound.end).replace(wordsBehind, ''))}`;
  return rest.replace(unitFilter, '|');
}

/** The rest behind the first bound, without a second one. */
function withoutSecond(rest: string): string {
  const second = /^[、,，但且而又到至]/.test(rest) ? readBound(rest) : null;
  return second && second.start <= nearBehind + 1 ? rest.slice(second.end).replace(wordsBehind, '') : rest;
}

const wordsBefore =
  /(?:不低于|不少于|不小于|大于等于|不高于|不超过|不大于|小于等于|至少|至多|最多|高于|低于|超过|大于|小于|多于|少于|不足|不到|突破|高过|控制在|要求|达到|保持|等于|都?是|为|达|超|上|过|逾|在|[≥≤<>=])*[是为了在]?$/;
const wordsBehind = /^[及或和]?以[上下内]|^起步|^(?:或者?|及|和)?(?:更[高多大好低少小]|[往朝][上下])/;

/** 「1亿元到5亿元之间」 */
function readRange(folded: string): { readonly low: Bound; readonly high: Bound } | null {
  const found = findQuantities(folded).find(({ range, end }) => range !== null && /^之?间/.test(folded.slice(end)));
  if (!found?.range) return null;
  const { start, end, unit } = found;
  const [low, high] = found.range;
  return {
    low: { operator: '>=', value: low, unit, start, end },
    high: { operator: '<=', value: high, unit, start, end },
  };
}

function readBound(folded: string): Bound | null {
  const range = readRange(folded);
  if (range) return range.low;
  const quantity = findQuantities(folded).find(({ value, bare }) => value !== null && !bare);
  if (quantity?.value != null) {
    const operator = readOperator(folded.slice(0, quantity.start), folded.slice(quantity.end));
    return (
      operator && {
        operator,
        value: quantity.value,
        unit: unitOf(quantity, folded),
        start: quantity.start,
        end: quantity.end,
      }
    );
  }
  return readOver(folded) ?? readBare(folded);
}

/** 「超过100亿的」 leaves the 元 out. */
const unitOf = (
  { unit, start, end }: { readonly unit: string; readonly start: number; readonly end: number },
  folded: string,
): string => (unit !== '' ? unit : (spokenUnit(folded) ?? (folded.slice(start, end).includes('亿') ? '元' : '')));

function readOver(folded: string): Bound | null {
  const match = overMultiplier.exec(folded);
  const value = readNumber(match?.[1] ?? '');
  // 「数量上万的」: of whatever is counted.
  const unit = match?.[2] ?? spokenUnit(folded) ?? (/数量|数字|规模/.test(folded) ? '' : null);
  if (!match || value === null || unit === null) return null;
  return { operator: '>=', value, unit, start: match.index, end: match.index + match[0].length };
}

/** A million without a unit is one of what is spoken of. */
const spokenUnit = (folded: string): string | null =>
  /金额|资金|投资|钱|元/.test(folded) ? '元' : folded.includes('人数') ? '人' : null;

function readBare(folded: string): Bound | null {
  const match = bareNumber.exec(folded);
  const digits = match?.[1] ?? match?.[2];
  if (!match || digits === undefined) return null;
  const start = match.index + match[0].indexOf(digits);
  const end = start + digits.length;
  const operator = readOperator(folded.slice(0, start), folded.slice(end));
  const unit = folded.includes('人数') ? '人' : '';
  return operator && { operator, value: readNumber(digits) ?? Number(digits), unit, start, end };
}

interface Operator {
  readonly operator: Condition['operator'];
  readonly before: RegExp;
  readonly after: RegExp | null;
}

const operators: readonly Operator[] = [
  { operator: '>=', before: /(?:不低于|不少于|不小于|至少|大于等于|≥|>=)[是为了]?$/, after: /^[及或和]?以上|^起步|^(?:或者?|及|和)?(?:更[高多大好]|往上|朝上)/ },
  { operator: '<=', before: /(?:不高于|不超过|不大于|至多|最多|小于等于|≤|<=|控制在)[是为了]?$/, after: /^[及或和]?以[下内]|^(?:或者?|及|和)?(?:更[低少小]|往下)/ },
  { operator: '>', before: /(?:高于|超过|大于|多于|超|>|突破|高过)了?$/, after: null },
  { operator: '<', before: /(?:低于|小于|少于|不足|不到|<)了?$/, after: null },
  { operator: '=', before: /(?:^|等于|是|为|达到|达|写着|都是|要求|保持|定在|定为|到|=)了?$/, after: /^的/ },
]; // prettier-ignore

const readOperator = (before: string, after: string): Condition['operator'] | null =>
  readComparison(before, after) ??
  operators.find((entry) => entry.before.test(before) || entry.after?.test(after) === true)?.operator ??
  null;

/** 「比96%还高」 */
function readComparison(before: string, after: string): Condition['operator'] | null {
  const compared = before.endsWith('比') ? /^(?:还|更|要)*([高多大低少小])/.exec(after)?.[1] : undefined;
  if (compared === undefined) return null;
  return /[高多大]/.test(compared) ? '>' : '<';
}

const arithmetic: readonly (readonly [NonNullable<Query['arithmetic']>, RegExp])[] = [
  ['sum', /一共|总共|合计|加起来|合起来|加在一起|合在一起|总和|总计|共计/],
  ['difference', /相差|差(?:多少|几|距)|[多少高低](?:多少|几|出)|[多高少低]了(?:多少|几)|还差/],
  // 「最多能坐多少人」, 「最高支持多少」 ask for a limit.
  ['highest', /最[高多大快](?!能|可|不能|不得|不许|限|控制|可以|允许|不超过|支持|补助|补贴|奖励|给予)/],
  ['lowest', /最[低少小慢]/],
];

/** The arithmetic that a question asks for. */
export const readArithmetic = (folded: string): Query['arithmetic'] =>
  arithmetic.find(([, pattern]) => pattern.test(folded))?.[0] ?? null;
