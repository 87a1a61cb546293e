import type { Span } from '../documents/plain-document.ts';
import type { Figure } from '../figures/figure.ts';
import type { Passage, Plan } from '../plan/plan.ts';

/**
 * A piece of an answer's text. Numerals may stand only in the typed slots; `verify` checks each against the plan:
 * - words: this program's own words, no numeral;
 * - figure: a figure's quantity with its qualifier, slices of the text;
 * - indicator: what a figure measures; its numerals are its passage's;
 * - quote, section: verbatim slices (a sentence, a row, a heading path);
 * - derived: computed from `from`; count: how many there are; date: a year, date or time; reported: a progress report.
 */
export type Slot =
  | { readonly kind: 'words'; readonly text: string }
  | { readonly kind: 'figure'; readonly text: string; readonly figure: PlanFigure }
  | { readonly kind: 'indicator'; readonly text: string; readonly figure: PlanFigure }
  | { readonly kind: 'quote'; readonly text: string; readonly passage: PlanPassage }
  | { readonly kind: 'section'; readonly text: string; readonly plan: Plan }
  | { readonly kind: 'derived'; readonly text: string; readonly derived: Derived }
  | { readonly kind: 'count'; readonly text: string; readonly count: number }
  | { readonly kind: 'date'; readonly text: string }
  | { readonly kind: 'reported'; readonly text: string };

/**
 * headline: the figure itself; detail: what it measures, period, year; group: a heading above items; item: a line of a list;
 * source: the section path; quote: the sentence; note: everything else that is said.
 */
export interface Line {
  readonly role: 'headline' | 'detail' | 'group' | 'item' | 'source' | 'quote' | 'note';
  readonly slots: readonly Slot[];
}

/** A figure together with the plan it stands in. */
export interface PlanFigure {
  readonly plan: Plan;
  readonly figure: Figure;
}

export interface PlanPassage {
  readonly plan: Plan;
  readonly passage: Passage;
  /** The part shown; the whole passage unless it is cut. */
  readonly span: Span;
}

/** A value computed from figures, shown as such. */
export interface Derived {
  readonly operation: 'sum' | 'difference' | 'share' | 'highest' | 'lowest';
  /** null where only an order is stated. */
  readonly value: number | null;
  readonly unit: string | null;
  /** As shown: 「合计35公里」. */
  readonly text: string;
  readonly from: readonly PlanFigure[];
}

export type AnswerKind =
  | 'figure'
  | 'list'
  | 'compare'
  | 'reverse'
  | 'passage'
  | 'ambiguous'
  | 'refusal'
  | 'chat' // not a question for this bot
  | 'acknowledgement'; // 收到, 谢谢: nothing is asked

/** What one question gets. Surfaces render `lines`; `text` is the same as plain text. */
export interface Answer {
  readonly status: 'answered' | 'not_found';
  readonly kind: AnswerKind;
  readonly lines: readonly Line[];
  readonly text: string;
  readonly figures: readonly PlanFigure[];
  readonly passages: readonly PlanPassage[];
  readonly related: readonly PlanFigure[];
  readonly derived: readonly Derived[];
  /** From the question's arrival to the finished answer. */
  readonly ms: number;
}
