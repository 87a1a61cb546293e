import type { Span } from '../../documents/plain-document.ts';
import type { Passage } from '../../plan/plan.ts';
import { columnHeading } from '../../plan/table-text.ts';

/** The heading of a detail's column, 责任领导 or 完工时间; null in a sentence, and where it has a number. */
export function labelOf({ table }: Passage, { start }: Span): string | null {
  const column = table?.row.cells.findIndex((cell) => cell.start === start) ?? -1;
  const heading = table === null || column < 0 ? '' : columnHeading(table.block, column).replace(/\s+/g, '');
  return /^(?!.*[一二三四五六七八九十])[\u4e00-\u9fff]{2,10}$/.test(heading) ? heading : null;
}
