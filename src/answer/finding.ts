import type { Figure } from '../figures/figure.ts';
import type { Passage, Section } from '../plan/plan.ts';

/** Why a question is refused; the wording follows from it. */
export type RefusalReason =
  | 'unknown' // nothing in the plan fits
  | 'other-period' // the indicator is there, but for the other period
  | 'other-year' // a year that the plan does not cover
  | 'no-number' // the task is there, without a number
  | 'no-detail' // no 责任单位 or 完成时限 is given
  | 'not-enumerated' // named, but its parts are not listed
  | 'not-broken-down' // one number for all of what is asked for one by one
  | 'other-unit' // the indicator is there in another unit
  | 'no-comparison' // one side of a comparison is missing
  | 'not-a-question' // other work, instructions
  | 'acknowledged'; // 收到, 谢谢: nothing is asked

/** Who is in charge, by when it is due. */
export type AskedDetail = 'owner' | 'deadline' | 'both';

/** What was found for a question, before it is put into words. Everything in it is of one plan. */
export type Finding =
  | {
      readonly kind: 'figure';
      readonly figures: readonly Figure[];
      readonly related: readonly Figure[];
      /** What is asked of the first figure's task beside the number. */
      readonly detail?: AskedDetail;
      /** Sentences that answer what is asked in words beside the number. */
      readonly beside?: readonly Passage[];
    }
  | { readonly kind: 'ambiguous'; readonly figures: readonly Figure[]; readonly topic: string }
  | {
      readonly kind: 'list';
      readonly scope: Section | null;
      readonly figures: readonly Figure[];
      readonly total: number;
      readonly sum: boolean;
    }
  | { readonly kind: 'filter'; readonly figures: readonly Figure[] }
  | { readonly kind: 'compare'; readonly figures: readonly Figure[]; readonly by: 'period' | 'indicator' | 'share' }
  | { readonly kind: 'ranking'; readonly figures: readonly Figure[]; readonly order: 'highest' | 'lowest' }
  | { readonly kind: 'reverse'; readonly figures: readonly Figure[] }
  | {
      readonly kind: 'passage';
      readonly passages: readonly Passage[];
      readonly sections: readonly Section[];
      readonly figures: readonly Figure[];
      /** How many there are, where only the first ones are given. */
      readonly total?: number;
    }
  | {
      readonly kind: 'detail';
      readonly passages: readonly Passage[];
      readonly wanted: AskedDetail | 'support';
    }
  | {
      readonly kind: 'refusal';
      readonly reason: RefusalReason;
      readonly related: readonly Figure[];
      readonly passages: readonly Passage[];
    };

export const refuse = (
  reason: RefusalReason,
  related: readonly Figure[] = [],
  passages: readonly Passage[] = [],
): Finding => ({
  kind: 'refusal',
  reason,
  related: related.slice(0, 3),
  passages: passages.slice(0, 1),
});
