import type { LoadedPlan, PlanLibrary } from '../library/plan-library.ts';
import { currentPlanText } from '../library/plan-report.ts';

/** Prints which plan is current after a change, and the command that makes another one current. */
export function sayCurrent(
  library: PlanLibrary,
  before: LoadedPlan | undefined,
  taken: readonly LoadedPlan[] = [],
): void {
  const current = library.current();
  console.log(currentPlanText(before, current));
  if (library.list().length < 2) return;
  // The likeliest wish: the plan that was current until now, or the one that came and is not.
  const likely = [before, ...taken].map((loaded) => loaded?.plan.id ?? '');
  const ids = new Set(likely.filter((id) => library.get(id) !== undefined && id !== current?.plan.id));
  const [id] = ids;
  console.log(
    `改用别的计划：npm run plans -- use ${ids.size === 1 && id !== undefined ? id : '编号（见 npm run plans）'}`,
  );
}
