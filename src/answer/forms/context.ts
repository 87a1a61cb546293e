import type { LoadedPlan } from '../../library/plan-library.ts';
import type { Query } from '../question/query.ts';
import type { Meanings } from '../ranking/rank.ts';

/** What a form's answer is found from. */
export interface FormContext {
  readonly loaded: LoadedPlan;
  readonly query: Query;
  readonly meanings: Meanings;
}
