import type { LoadedPlan } from '../library/plan-library.ts';

/** A plan with its figures: all that the ledger, reminders and exports need of a loaded plan. */
export type PlanFigures = Pick<LoadedPlan, 'plan' | 'figures'>;
