import { findQuantities } from '../../figures/quantities.ts';
import { unitPattern } from '../../figures/units.ts';
import type { Condition, Query } from './query.ts';

const namedUnit = `[“"「']?([百千万亿]*${unitPattern})[”"」']?`;
const unitFilter = new RegExp(
  [
    `单位(?:是|为|用|写)?${namedUnit}`,
    `[以按用]${namedUnit}(?:为单位|作单位|做单位|来?计|来?算|来?定|的|表示)`,
    `(?:带|含|有)[“"「']([百千万亿]*${unitPattern})[”"」']`,
  ].join('|'),
);

/** 「单位是公里的」, 「以万亩为单位」, 「用“起”的」: the unit that a filter names. */
export function readUnitFilter(folded: string): string | null {
  const match = unitFilter.exec(folded);
  return match ? (match[1] ?? match[2] ?? match[3] ?? null) : null;
}

/** The bound on values that a question states; null where it states none. */
export function readCondition(folded: string): Condition | null {
  const quantity = findQuantities(folded).find(({ value }) => value !== null);
  if (quantity?.value == null) return null;
  const operator = readOperator(folded.slice(0, quantity.start), folded.slice(quantity.end));
  return operator === null ? null : { operator, value: quantity.value, unit: quantity.unit };
}

interface Operator {
  readonly operator: Condition['operator'];
  readonly before: RegExp;
  readonly after: RegExp | null;
}

const operators: readonly Operator[] = [
  { operator: '>=', before: /(?:不低于|不少于|不小于|至少|大于等于|≥|>=)[是为了]?$/, after: /^[及或和]?以上|^起步/ },
  { operator: '<=', before: /(?:不高于|不超过|不大于|至多|最多|小于等于|≤|<=|控制在)[是为了]?$/, after: /^[及或和]?以[下内]/ },
  { operator: '>', before: /(?:高于|超过|大于|多于|超|>|突破|高过)了?$/, after: null },
  { operator: '<', before: /(?:低于|小于|少于|不足|不到|<)了?$/, after: null },
  { operator: '=', before: /(?:^|等于|是|为|达到|达|写着|都是|要求|保持|定在|定为|到|=)了?$/, after: /^的/ },
]; // prettier-ignore

const readOperator = (before: string, after: string): Condition['operator'] | null =>
  operators.find((entry) => entry.before.test(before) || entry.after?.test(after) === true)?.operator ?? null;

const arithmetic: readonly (readonly [NonNullable<Query['arithmetic']>, RegExp])[] = [
  ['sum', /一共|总共|合计|加起来|加在一起|总和|总计|共计/],
  ['difference', /相差|差(?:多少|几|距)|[多少高低](?:多少|几|出)|[多高少低]了(?:多少|几)|还差/],
  ['highest', /最[高多大快]/],
  ['lowest', /最[低少小慢]/],
];

/** The arithmetic that a question asks for. */
export const readArithmetic = (folded: string): Query['arithmetic'] =>
  arithmetic.find(([, pattern]) => pattern.test(folded))?.[0] ?? null;
