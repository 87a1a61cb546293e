import type { RawQuantity } from '../../figures/quantities.ts';
import type { UnitClass } from '../../figures/units.ts';

/** What kind of answer a question wants. */
export type Form =
  | 'single'
  | 'list'
  | 'filter'
  | 'compare'
  | 'reverse'
  | 'passage'
  | 'owner'
  | 'deadline'
  | 'count'
  | 'other'
  | 'acknowledgement';

/** Whether a question of this form asks nothing of a plan. */
export const asksNothing = (form: Form): boolean => form === 'other' || form === 'acknowledgement';

/** One thing asked for: 「改了几个，多少户受益」 asks for two. */
export interface Ask {
  /** The unit named with 多少 or 几, else null. */
  readonly unit: string | null;
  readonly unitClass: UnitClass | null;
  /** The class is only likely (贷款 is money): other figures stay possible. */
  readonly implied: boolean;
  /** 一共有多少 asks for what there is, not for what is added. */
  readonly stock: boolean;
  /** True where 多少 or 几 asks for it. */
  readonly number: boolean;
  /** change for 增长多少, 降幅; level for 总量; null where the question leaves it open. */
  readonly aspect: 'level' | 'change' | null;
  /** upper for 最高多少, 控制在多少以内; lower for 至少多少; null where no bound is asked for. */
  readonly bound: 'upper' | 'lower' | null;
  /** The part of the question around this ask, as it stands. */
  readonly text: string;
  /** The part of the question around this ask, without function words. */
  readonly content: readonly string[];
}

/** What the question says of the time. */
export interface AskedTime {
  readonly period: 'target' | 'achieved' | null;
  /** Set where a year is named, by number or as 今年, 去年, 明年 of a plan whose year is known. */
  readonly year: number | null;
  /** All years named, 今年 and 去年 resolved. */
  readonly years: readonly number[];
  /** True for 今年, 去年 or a year; false where only words such as 目标 or 完成了 tell. */
  readonly stated: boolean;
  /** Both periods are named: a comparison. */
  readonly both: boolean;
  /** 五年来, “十四五”期间. */
  readonly cumulative: boolean;
}

/** A bound on values: 不低于95%. */
export interface Condition {
  readonly operator: '>=' | '>' | '<=' | '<' | '=';
  readonly value: number;
  readonly unit: string;
}

/** A question as understood. */
export interface Query {
  /** As the chat has it. */
  readonly raw: string;
  /** Simplified characters, half width, official names. */
  readonly folded: string;
  readonly form: Form;
  /** The words that name something, function words left out, one run a stretch. */
  readonly content: readonly string[];
  /** The topic of the question before, where this one follows it; it only decides between equals. */
  readonly background: readonly string[];
  /** Of a question that goes on with the topic before: its own words, which decide first. */
  readonly emphasis: readonly string[];
  readonly asks: readonly Ask[];
  /** True where a number is asked for (多少, 几, 百分之几). */
  readonly wantsNumber: boolean;
  readonly time: AskedTime;
  readonly quantities: readonly RawQuantity[];
  readonly condition: Condition | null;
  /** The other end of a range: 「4000万元以上、不到1亿元」. */
  readonly otherBound: Condition | null;
  /** Arithmetic asked for: 一共, 差多少, 哪个最高. */
  readonly arithmetic: 'sum' | 'difference' | 'highest' | 'lowest' | null;
}
