import type { Span } from '../documents/plain-document.ts';
import type { Passage, Section } from '../plan/plan.ts';

/** A number with its unit, cut from the text. */
export interface Quantity extends Span {
  /** Verbatim: `document.text.slice(start, end)`. */
  readonly text: string;
  /** As read, in `unit`: 2万亩 is 20000. null for ranges, fractions and words of amount. For comparing only, never shown. */
  readonly value: number | null;
  /** Both ends of a range, else null. */
  readonly range: readonly [number, number] | null;
  /** Without 万/亿: 亩, 元, %, 个, 微克/立方米. */
  readonly unit: string;
  /** The unit as printed elsewhere, where a table's cell holds the bare number: 万人 of a unit column; else null. */
  readonly unitElsewhere: string | null;
  /** As printed around the number, 「达…以上」 where it has two parts; null where there is none. */
  readonly qualifier: string | null;
}

/** target: what the plan asks for; achieved: what the past period brought; null: the text leaves it open. */
export type Period = 'target' | 'achieved' | null;

/** What the number tells of its indicator: its level, or how much it changes (增长, 下降, 提高 by …). */
export type Aspect = 'level' | 'change';

/** A cell or phrase of the plan that belongs to a figure, with its place. */
export interface Detail extends Span {
  readonly text: string;
}

/** One indicator with one quantity, and the place they stand in. */
export interface Figure {
  /** Position in the plan's list of figures, in document order. */
  readonly id: number;
  readonly quantity: Quantity;
  /** What is measured, made of words of the passage: 新建污水管网. */
  readonly indicator: string;
  readonly period: Period;
  /** null where the text does not say. */
  readonly year: number | null;
  /**
   * limit: bounds what an indicator covers (400总吨以下船舶); total: the 合计 of a table that lists the parts.
   * Both are answered when asked for, never listed as a target.
   */
  readonly role: 'figure' | 'limit' | 'total';
  readonly aspect: Aspect;
  /** True for results of several years (五年来, “十四五”以来), which are no answer about last year. */
  readonly cumulative: boolean;
  readonly passage: Passage;
  readonly section: Section | null;
  /** The comma clause (or table row) that states it. */
  readonly clause: Span;
  /** 责任单位 of the table row or text, where given. */
  readonly owner: Detail | null;
  /** 完成时限 of the table row or text, where given. */
  readonly deadline: Detail | null;
}

/** The comma clause (or row) that states a figure, as its passage prints it. */
export const clauseText = ({ clause, passage }: Pick<Figure, 'clause' | 'passage'>): string =>
  passage.text.slice(Math.max(0, clause.start - passage.start), clause.end - passage.start);
