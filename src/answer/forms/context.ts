import type { LoadedPlan } from '../../library/plan-library.ts';
import type { Query } from '../question/query.ts';
import type { Meanings } from '../ranking/rank.ts';

/** What a form's answer is found from. */
export interface FormContext {
  readonly loaded: LoadedPlan;
  readonly query: Query;
  readonly meanings: Meanings;
  /** What the question is near to in the plan's own terms; absent where no everyday expression stands in it. */
  readonly reworded?: Meanings;
}
