import type { PlanFigure } from '../answer/answer.ts';
import { ProgressError } from './progress-error.ts';
import { planName } from '../plan/plan-name.ts';
import type { ProgressReportStore, StoredReport } from '../storage/progress-reports.ts';
import type { CalendarDate } from '../calendar-date.ts';
import { isTarget } from './match-target.ts';
import type { PlanFigures } from './plan-figures.ts';
import type { ReportText } from './report-text.ts';
import { assignReports, reportTargetOf } from './report-target.ts';
import { standingOf, type Standing } from './standing.ts';

export interface Reporter {
  readonly userId: number;
  readonly userName: string;
  /** The chat that the report counts in; null: everywhere, for those who report for the whole office. */
  readonly chatId: number | null;
}

/** Progress against a plan's targets: the reports, which are a history, and what they mean on a day. */
export class Ledger {
  readonly #reports: ProgressReportStore;

  constructor(reports: ProgressReportStore) {
    this.#reports = reports;
  }

  /**
   * Records a report on a target. A correction is a further report. Throws `ProgressError` where the units differ.
   * `now` is in milliseconds since 1970.
   */
  record(target: PlanFigure, report: ReportText, reporter: Reporter, now: number): StoredReport {
    const { unit } = target.figure.quantity;
    if (report.unit !== unit) throw new ProgressError(`该目标的单位是“${unit}”，收到的是“${report.unit}”。`);
    return this.#reports.add({
      ...reportTargetOf(target),
      at: now,
      ...reporter,
      text: report.text,
      value: report.value,
      note: report.note,
    });
  }

  /** The reports on one target that count in a chat, oldest first. */
  history(loaded: PlanFigures, target: PlanFigure, chatId: number | null): readonly StoredReport[] {
    return this.#assigned(loaded, chatId).get(target.figure.id) ?? [];
  }

  /** Where every target of a plan stands, in document order, by the reports that count in a chat. */
  standings(loaded: PlanFigures, chatId: number | null, today: CalendarDate): readonly Standing[] {
    const assigned = this.#assigned(loaded, chatId);
    return targetsOf(loaded).map((target) => standingOf(target, assigned.get(target.figure.id) ?? [], today));
  }

  #assigned(loaded: PlanFigures, chatId: number | null): ReadonlyMap<number, readonly StoredReport[]> {
    const { plan } = loaded;
    return assignReports(targetsOf(loaded), this.#reports.list(planName(plan), plan.year, chatId));
  }
}

/** A plan's targets, in document order. */
export const targetsOf = ({ plan, figures }: PlanFigures): readonly PlanFigure[] =>
  figures.map((figure) => ({ plan, figure })).filter(isTarget);
