import type { PlanFigure } from '../answer/answer.ts';
import { planName } from '../plan/plan-name.ts';
import type { ReportTarget, StoredReport } from '../storage/progress-reports.ts';

/** How a report names its target: by the plan's words, since figure numbers shift when a plan is replaced. */
export const reportTargetOf = ({ plan, figure }: PlanFigure): ReportTarget => ({
  planTitle: planName(plan),
  planYear: plan.year,
  indicator: figure.indicator,
  unit: figure.quantity.unit,
  section: sectionPath(figure.section?.path),
});

const sectionPath = (path: readonly string[] | undefined): string => (path ?? []).join(' › ');

/**
 * The reports on each target, oldest first, by figure id. A report belongs to the target with its indicator, unit and
 * section; where the section has gone (renamed in a corrected edition), to the only target with its indicator and unit.
 */
export function assignReports(
  targets: readonly PlanFigure[],
  reports: readonly StoredReport[],
): ReadonlyMap<number, readonly StoredReport[]> {
  const assigned = new Map<number, StoredReport[]>();
  for (const report of reports) {
    const named = targets.filter(
      ({ figure }) => figure.indicator === report.indicator && figure.quantity.unit === report.unit,
    );
    const exact = named.filter(({ figure }) => sectionPath(figure.section?.path) === report.section);
    const [target, ...others] = exact.length > 0 ? exact : named;
    if (target === undefined || others.length > 0) continue;
    const list = assigned.get(target.figure.id) ?? [];
    list.push(report);
    assigned.set(target.figure.id, list);
  }
  return assigned;
}
