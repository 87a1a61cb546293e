import type { Condition } from '../query.ts';

/** What is already known of a question when its form is decided. */
export interface FormHints {
  readonly wantsNumber: boolean;
  readonly condition: Condition | null;
  /** How many quantities the question itself states. */
  readonly quantities: number;
  /** Two periods are named. */
  readonly both: boolean;
  /** Whether the plan has this word. */
  readonly inPlan: (word: string) => boolean;
}
