import ExcelJS from 'exceljs';
import { describe, expect, it } from 'vitest';
import { figuresCsv } from '../../src/export/csv.ts';
import { figureColumns, figureRows } from '../../src/export/figure-table.ts';
import { figuresWorkbook } from '../../src/export/workbook.ts';
import { buildPlan, waterAndAir } from '../ledger/builders.ts';
import { standingsWith, zone } from './support.ts';

const loaded = waterAndAir();
const rows = figureRows(loaded, standingsWith(loaded, { 新建污水管网: ['65公里', 65] }), zone);
const record = (index: number) =>
  Object.fromEntries(figureColumns.map((column) => [column.heading, column.cell(rows[index]!)]));

describe('figureRows', () => {
  it('has every figure, results and limits too, with all that is asked for', () => {
    expect(rows).toHaveLength(loaded.figures.length);
    expect(record(3)).toEqual({
      序号: '4',
      章节: '二、攻坚战 › (二)实施水环境巩固提升行动',
      指标: '新建污水管网',
      限定词: '',
      数字: '80公里',
      单位: '公里',
      性质: '目标',
      年份: '2025',
      责任单位: '',
      完成时限: '',
      已报进度: '65公里',
      已报完成比例: '81%',
      报送日期: '2025-03-28',
      报送说明: '月底再报',
      灯: '绿',
      状态: '',
      原文: '新建污水管网80公里。',
      页码: '',
    });
    expect(record(4)).toMatchObject({ 责任单位: '市住建局', 完成时限: '6月底前', 灯: '未报' });
    expect(record(0)).toMatchObject({ 性质: '成绩', 年份: '', 限定词: '降至', 灯: '' });
    expect(record(6)).toMatchObject({ 性质: '限定' });
  });
});

describe('figuresCsv', () => {
  const text = (bytes: Uint8Array) => new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);

  it('begins with a byte order mark and has one line a figure', () => {
    const csv = text(figuresCsv(rows));
    expect(csv.startsWith('\uFEFF序号,章节,指标')).toBe(true);
    expect(csv.trimEnd().split('\r\n')).toHaveLength(rows.length + 1);
  });

  it('lets no cell become a formula, and keeps quotes, commas and line ends inside their cell', () => {
    const nasty = buildPlan({
      sections: [
        {
          path: ['=HYPERLINK("http://x")'],
          figures: [{ indicator: '@SUM(A1),"a"\n+b' }, { indicator: '-3%', text: '-3%', value: -3, unit: '%' }],
        },
      ],
    });
    const csv = text(figuresCsv(figureRows(nasty, [], zone)));
    expect(csv).toContain(`"'=HYPERLINK(""http://x"")"`);
    expect(csv).toContain(`"'@SUM(A1),""a""\n+b"`);
    expect(csv).toContain(',-3%,');
  });
});

describe('figuresWorkbook', () => {
  it('can be opened and holds texts only', async () => {
    const bytes = await figuresWorkbook({ plan: loaded.plan, rows, zone, now: Date.UTC(2025, 3, 1) });
    const book = new ExcelJS.Workbook();
    await book.xlsx.load(bytes.buffer as ArrayBuffer);
    const sheet = book.getWorksheet('指标')!;
    expect(sheet.rowCount).toBe(rows.length + 1);
    expect(sheet.getRow(5).getCell(5).value).toBe('80公里');
    sheet.eachRow((row) => {
      row.eachCell((cell) => {
        expect([ExcelJS.ValueType.String, ExcelJS.ValueType.Null]).toContain(cell.type);
      });
    });
    const notes = book.getWorksheet('说明')!;
    expect(notes.getRow(1).getCell(2).value).toBe('全市生态环境保护工作会议');
    expect(notes.getRow(9).getCell(2).text).not.toMatch(/[🟢🟡🔴⚪]/u);
  });
});
