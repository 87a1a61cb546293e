import { describe, expect, it } from 'vitest';
import type { TableRow } from '../../src/documents/plain-document.ts';
import { holdsFigure, splitHeader } from '../../src/documents/table-header.ts';

/** Rows from words; the same word twice side by side or below one another is a merged cell. */
function rowsOf(...rows: string[][]): TableRow[] {
  const ids = [...new Set(rows.flat())];
  return rows.map((row) => ({
    start: 0,
    end: 0,
    cells: row.map((text) => ({ text, start: ids.indexOf(text) * 10, end: ids.indexOf(text) * 10 + 1 })),
  }));
}

describe('holdsFigure', () => {
  it.each(['75公里', '92%以上', '1', '约３．５万亩', '不低于98%', '120', '三百二十个', '增长5.6%'])(
    'finds a value in %s',
    (text) => {
      expect(holdsFigure(text)).toBe(true);
    },
  );

  it.each([
    '目标值',
    '2024年实际',
    '2025年目标（%）',
    '2025',
    '2021—2025年',
    '1-6月完成',
    '第1季度',
    '3岁以下托位',
    'PM2.5浓度',
    '一季度',
    '',
  ])('takes %s for the name of a column', (text) => {
    expect(holdsFigure(text)).toBe(false);
  });
});

describe('splitHeader', () => {
  it('takes the first row', () => {
    expect(splitHeader(rowsOf(['任务', '目标'], ['公路', '75公里'])).header).toHaveLength(1);
  });

  it('takes two rows where the first spans columns and the outer cells reach down', () => {
    const rows = rowsOf(
      ['指标', '完成情况', '完成情况'],
      ['指标', '2024年实际', '2025年目标'],
      ['公路', '312公里', '280公里'],
    );
    expect(splitHeader(rows).header).toHaveLength(2);
  });

  it('takes a title over all columns into the header', () => {
    const rows = rowsOf(['任务清单', '任务清单'], ['任务', '目标'], ['公路', '75公里']);
    expect(splitHeader(rows).header).toHaveLength(2);
  });

  it('leaves a table without header as it is', () => {
    expect(splitHeader(rowsOf(['公路', '75公里'], ['候车亭', '120座'])).header).toEqual([]);
  });

  it('does not take merged rows of the body for a header', () => {
    const rows = rowsOf(['领域', '任务'], ['公路', '改造'], ['公路', '养护']);
    expect(splitHeader(rows).header).toHaveLength(1);
  });

  it('believes the file where it marks its header', () => {
    expect(splitHeader(rowsOf(['a', 'b'], ['c', 'd'], ['e', 'f']), 2).header).toHaveLength(2);
  });
});
