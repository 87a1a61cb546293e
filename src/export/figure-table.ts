import type { Figure } from '../figures/figure.ts';
import { dateIn } from '../calendar-date.ts';
import type { Light } from '../ledger/light.ts';
import type { PlanFigures } from '../ledger/plan-figures.ts';
import { stateText } from '../ledger/standing-line.ts';
import type { Standing } from '../ledger/standing.ts';

/** A column: its heading, its width in a sheet (in characters), and what it holds of one figure. */
export interface FigureColumn {
  readonly heading: string;
  readonly width: number;
  cell(row: FigureRow): string;
}

/** One figure with where it stands; only targets stand anywhere. */
export interface FigureRow {
  readonly figure: Figure;
  readonly standing: Standing | null;
  /** IANA zone of the dates. */
  readonly zone: string;
  /** The plan's year. */
  readonly planYear: number | null;
}

const lightName: Readonly<Record<Light, string>> = { green: '绿', yellow: '黄', red: '红', none: '未报' };

/**
 * Every column of the exports, in order. Numbers stand as the plan prints them; those that were reported stand in
 * columns of their own, with 「已报」 in the heading.
 */
export const figureColumns: readonly FigureColumn[] = [
  { heading: '序号', width: 6, cell: ({ figure }) => String(figure.id + 1) },
  { heading: '章节', width: 36, cell: ({ figure }) => (figure.section?.path ?? []).join(' › ') },
  { heading: '指标', width: 28, cell: ({ figure }) => figure.indicator },
  { heading: '限定词', width: 10, cell: ({ figure }) => figure.quantity.qualifier ?? '' },
  { heading: '数字', width: 14, cell: ({ figure }) => figure.quantity.text },
  { heading: '单位', width: 10, cell: ({ figure: { quantity } }) => quantity.unitElsewhere ?? quantity.unit },
  { heading: '性质', width: 8, cell: ({ figure }) => kindOf(figure) },
  { heading: '年份', width: 8, cell: ({ figure, planYear }) => yearOf(figure, planYear) },
  { heading: '责任单位', width: 18, cell: ({ figure }) => figure.owner?.text ?? '' },
  { heading: '完成时限', width: 14, cell: ({ figure }) => figure.deadline?.text ?? '' },
  { heading: '已报进度', width: 14, cell: ({ standing }) => standing?.report?.text ?? '' },
  { heading: '已报完成比例', width: 12, cell: ({ standing }) => shareOf(standing) },
  { heading: '报送日期', width: 12, cell: ({ standing, zone }) => reportDay(standing, zone) },
  { heading: '报送说明', width: 20, cell: ({ standing }) => standing?.report?.note ?? '' },
  { heading: '灯', width: 6, cell: ({ standing }) => (standing === null ? '' : lightName[standing.judgement.light]) },
  {
    heading: '状态',
    width: 12,
    cell: ({ standing }) => (standing === null ? '' : stateText[standing.judgement.state]),
  },
  { heading: '原文', width: 60, cell: ({ figure }) => figure.passage.text },
  { heading: '页码', width: 6, cell: ({ figure }) => String(figure.passage.page ?? '') },
];

/** All figures of a plan in document order, targets with where they stand. */
export function figureRows(
  { plan, figures }: PlanFigures,
  standings: readonly Standing[],
  zone: string,
): readonly FigureRow[] {
  const byFigure = new Map(standings.map((standing) => [standing.target.figure.id, standing]));
  return figures.map((figure) => ({ figure, standing: byFigure.get(figure.id) ?? null, zone, planYear: plan.year }));
}

function kindOf({ role, period }: Figure): string {
  if (role === 'limit') return '限定';
  return period === 'target' ? '目标' : period === 'achieved' ? '成绩' : '未注明';
}

/** A target's year is the plan's where the text names none; a result's is left open then. */
function yearOf({ year, period }: Figure, planYear: number | null): string {
  return String(year ?? (period === 'target' ? planYear : null) ?? '');
}

const shareOf = (standing: Standing | null): string =>
  typeof standing?.share === 'number' ? `${Math.floor(standing.share * 100)}%` : '';

const reportDay = (standing: Standing | null, zone: string): string =>
  standing?.report == null ? '' : dateIn(zone, standing.report.at);
