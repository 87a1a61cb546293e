import ExcelJS from 'exceljs';
import { dateIn, timeIn } from '../calendar-date.ts';
import { lightRule } from '../ledger/light.ts';
import { planName } from '../plan/plan-name.ts';
import type { Plan } from '../plan/plan.ts';
import { figureColumns, type FigureRow } from './figure-table.ts';
import type { CellFill } from './palette.ts';
import { lightFill } from './palette.ts';

export interface WorkbookOptions {
  readonly plan: Plan;
  readonly rows: readonly FigureRow[];
  /** IANA zone of the dates. */
  readonly zone: string;
  /** When it is made, milliseconds since 1970. */
  readonly now: number;
}

/** All figures as an xlsx workbook: a sheet of figures with filter and fixed heading, and one that says what it is. */
export async function figuresWorkbook(options: WorkbookOptions): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook();
  book.creator = 'workplan-bot';
  book.created = new Date(options.now);
  addFigures(book, options);
  addNotes(book, options);
  return new Uint8Array(await book.xlsx.writeBuffer());
}

function addFigures(book: ExcelJS.Workbook, { rows }: WorkbookOptions): void {
  const sheet = book.addWorksheet('指标', { views: [{ state: 'frozen', xSplit: 3, ySplit: 1 }] });
  sheet.columns = figureColumns.map(({ heading, width }) => ({ header: heading, width }));
  sheet.getRow(1).font = { bold: true };
  sheet.autoFilter = { from: { row: 1, column: 1 }, to: { row: 1, column: figureColumns.length } };
  const lightColumn = figureColumns.findIndex(({ heading }) => heading === '灯') + 1;
  for (const row of rows) {
    // Cells hold texts, which are never computed, whatever they begin with.
    const added = sheet.addRow(figureColumns.map((column) => column.cell(row)));
    added.alignment = { vertical: 'top', wrapText: true };
    if (row.standing !== null) added.getCell(lightColumn).fill = solid(lightFill[row.standing.judgement.light]);
  }
}

const solid = ({ argb }: CellFill): ExcelJS.Fill => ({ type: 'pattern', pattern: 'solid', fgColor: { argb } });

function addNotes(book: ExcelJS.Workbook, { plan, rows, zone, now }: WorkbookOptions): void {
  const sheet = book.addWorksheet('说明');
  sheet.columns = [{ width: 16 }, { width: 90 }];
  const notes: readonly (readonly [string, string])[] = [
    ['计划', planName(plan)],
    ['年度', plan.year === null ? '文件未写明' : String(plan.year)],
    ['文件', plan.document.name],
    ['校验码', plan.document.checksum],
    ['导出时间', `${dateIn(zone, now)} ${timeIn(zone, now)}（${zone}）`],
    ['条数', String(rows.length)],
    ['数字', '“数字”“限定词”“责任单位”“完成时限”“原文”照录文件，未作换算。'],
    ['进度', '标有“已报”的各列是人工报送的进度，不是文件里的数字。'],
    ['灯', lightRule.replaceAll('🟢', '绿').replaceAll('🟡', '黄').replaceAll('🔴', '红').replaceAll('⚪', '未报')],
  ];
  for (const note of notes) {
    const row = sheet.addRow([...note]);
    row.alignment = { vertical: 'top', wrapText: true };
    row.getCell(1).font = { bold: true };
  }
}
