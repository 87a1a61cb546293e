import { dateIn } from '../calendar-date.ts';
import type { PlanFigures } from '../ledger/plan-figures.ts';
import type { Standing } from '../ledger/standing.ts';
import { planName } from '../plan/plan-name.ts';
import { deadlinesCalendar } from './calendar.ts';
import { figuresCsv } from './csv.ts';
import { figureRows } from './figure-table.ts';
import { figuresWorkbook } from './workbook.ts';

export const exportFormats = ['xlsx', 'csv', 'ics'] as const;
export type ExportFormat = (typeof exportFormats)[number];

export interface ExportRequest {
  readonly loaded: PlanFigures;
  /** Of all targets. */
  readonly standings: readonly Standing[];
  /** IANA zone of the dates. */
  readonly zone: string;
  /** Milliseconds since 1970. */
  readonly now: number;
}

export interface ExportedFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** A plan's figures (xlsx, csv) or its deadlines (ics) as a file, named after plan and day. */
export async function exportPlan(request: ExportRequest, format: ExportFormat): Promise<ExportedFile> {
  const { loaded, zone, now } = request;
  return {
    name: `${fileName(planName(loaded.plan))}-${dateIn(zone, now)}.${format}`,
    bytes: await contentOf(request, format),
  };
}

async function contentOf({ loaded, standings, zone, now }: ExportRequest, format: ExportFormat): Promise<Uint8Array> {
  switch (format) {
    case 'xlsx':
      return figuresWorkbook({ plan: loaded.plan, rows: figureRows(loaded, standings, zone), zone, now });
    case 'csv':
      return figuresCsv(figureRows(loaded, standings, zone));
    case 'ics':
      return new TextEncoder().encode(deadlinesCalendar(loaded.plan, standings, now));
  }
}

/** A title as a part of a file name on any system. */
const fileName = (title: string): string =>
  Array.from(title.replace(/[\\/:*?"<>|\p{Cc}\s]+/gu, '_'))
    .slice(0, 60)
    .join('');
