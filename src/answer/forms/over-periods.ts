import type { Figure } from '../../figures/figure.ts';
import { refuse, type Finding } from '../finding.ts';
import { evidenceFor } from '../ranking/evidence.ts';
import { rankFigures, type Candidate } from '../ranking/rank.ts';
import { sameIndicator } from '../ranking/same-indicator.ts';
import type { FormContext } from './context.ts';
import { comparisonWords } from './topics.ts';

/** What is over, and what is to come. */
export const periods = ['achieved', 'target'] as const;

/** One indicator in two periods, or in the years that the question names; a refusal where one side is missing. */
export function overPeriods(context: FormContext, content: readonly string[]): Finding {
  const { loaded, query, meanings } = context;
  // 「一般公共预算收入，目标比去年实际低了多少个百分点」: the first clause names the topic, the last one asks.
  const ask = query.asks.find(({ number }) => number) ?? query.asks[0] ?? null;
  const named = content.filter((run) => !comparisonWords.test(run));
  const ranked = rankFigures(loaded, named, ask, meanings);
  // A sum over years is no side of a comparison of two.
  const usable = ranked.filter(
    ({ unitFit, figure }) => unitFit > 0.3 && figure.role === 'figure' && !figure.cumulative,
  );
  const alike = withoutTotals(usable, query.folded);
  const best = alike[0];
  if (!best || evidenceFor(alike, named) === null)
    return refuse(
      'unknown',
      ranked.slice(0, 3).map(({ figure }) => figure),
    );
  const group = alike.filter(
    ({ figure, score }) =>
      score >= 0.6 * best.score && (sameIndicator(figure, best.figure) || score >= 0.85 * best.score),
  );
  // 「比去年多多少亿元」 is the difference of two levels.
  const inUnit = ask?.unitClass != null && ask.unitClass !== 'percent';
  const aspect = inUnit ? 'level' : (ask?.aspect ?? preferredAspect(ofOwnName(group, best)));
  const chosen =
    query.time.years.length >= 2
      ? query.time.years.map((year) => pickYear(group, year, aspect, loaded.plan.year))
      : periods.map((period) => pickPeriod(group, period, aspect, loaded.plan.year));
  const figures = [...new Set(inOneUnit(chosen, group))].filter((figure) => figure !== null);
  const [one, other] = figures;
  if (!one || !other || (figures.length === 2 && !sameIndicator(one, other) && nameTwoThings(one, other)))
    return refuse(
      'no-comparison',
      group.map(({ figure }) => figure),
    );
  return { kind: 'compare', figures, by: 'period' };
}

/** 交通固定资产投资 and 绕城高速南环线投资 have no more in common than what is measured. */
function nameTwoThings({ indicator: a }: Figure, { indicator: b }: Figure): boolean {
  let end = 0;
  while (end < Math.min(a.length, b.length) && a.at(-1 - end) === b.at(-1 - end)) end += 1;
  const [left, right] = [a.slice(0, a.length - end), b.slice(0, b.length - end)];
  return left.length >= ownName && right.length >= ownName && ![...left].some((char) => right.includes(char));
}
const ownName = 3;

/** 「新认定52家，累计264家」: what is new is compared with what is new, unless the total is asked for. */
function withoutTotals(usable: readonly Candidate[], folded: string): readonly Candidate[] {
  if (/累计|总/.test(folded)) return usable;
  const rest = usable.filter(({ figure }) => !figure.indicator.endsWith('累计'));
  return (rest[0]?.score ?? 0) >= 0.8 * (usable[0]?.score ?? 0) ? rest : usable;
}

/** 「2150套，完成年度任务的107.5%」 against 1800套: of a side's figures the one in the other side's unit. */
function inOneUnit(chosen: readonly (Figure | null)[], group: readonly Candidate[]): readonly (Figure | null)[] {
  const units = chosen.map((figure) => figure?.quantity.unit);
  if (new Set(units).size < 2) return chosen;
  for (const unit of units) {
    const alike = chosen.map(
      (figure) =>
        group.find(
          (other) =>
            figure !== null &&
            other.figure.quantity.unit === unit &&
            other.figure.period === figure.period &&
            other.figure.year === figure.year &&
            other.figure.aspect === figure.aspect,
        )?.figure ?? null,
    );
    if (alike.every((figure) => figure !== null)) return alike;
  }
  return chosen;
}

/** The aspect that both periods have; the level where both do. */
function preferredAspect(group: readonly Candidate[]): Figure['aspect'] {
  const has = (aspect: Figure['aspect']): boolean =>
    periods.every((period) => group.some(({ figure }) => figure.period === period && figure.aspect === aspect));
  return has('level') || !has('change') ? 'level' : 'change';
}

/** The figure of one of the years that the question names; the plan's own and the one before may go unnamed in the text. */
function pickYear(
  group: readonly Candidate[],
  year: number,
  aspect: Figure['aspect'],
  planYear: number | null,
): Figure | null {
  const inYear = group.filter(({ figure }) => figure.year === year && !figure.cumulative);
  // Of a year that is over the result counts, not what had been planned.
  const period = planYear !== null && year < planYear ? 'achieved' : 'target';
  const fitting = inYear.filter(({ figure }) => figure.period === period);
  const ofYear = ofOwnName(fitting.length > 0 ? fitting : inYear, group[0]);
  const named = (ofYear.find(({ figure }) => figure.aspect === aspect) ?? ofYear[0])?.figure;
  if (named !== undefined) return named;
  if (year === planYear) return pickPeriod(group, 'target', aspect, planYear);
  return planYear !== null && year === planYear - 1 ? pickPeriod(group, 'achieved', aspect, planYear) : null;
}

function pickPeriod(
  group: readonly Candidate[],
  period: 'achieved' | 'target',
  aspect: Figure['aspect'],
  planYear: number | null,
): Figure | null {
  const year = planYear === null ? null : period === 'target' ? planYear : planYear - 1;
  const inPeriod = group.filter(
    ({ figure }) =>
      figure.period === period && !figure.cumulative && (figure.year === null || year === null || figure.year === year),
  );
  const pool = ofOwnName(inPeriod, group[0]);
  return (pool.find(({ figure }) => figure.aspect === aspect) ?? pool[0])?.figure ?? null;
}

/** What is of the best one's own name comes first, whatever its aspect: 增加值增速 6.8% is a level of the table. */
function ofOwnName(candidates: readonly Candidate[], best: Candidate | undefined): readonly Candidate[] {
  if (!best) return candidates;
  const own = candidates.filter(({ figure }) => sameIndicator(figure, best.figure));
  // 基层诊疗量占比 before 基层中医诊疗量占比, which is named alike.
  const exact = own.filter(({ figure }) => figure.indicator === best.figure.indicator);
  return [exact, own].find((named) => named.length > 0) ?? candidates;
}
