import { itemAt } from '../item-at.ts';
import type { Block, Span, TableBlock, TableRow } from '../plain-document.ts';
import { splitHeader } from '../table-header.ts';
import { continuesOn, wrapWidth } from './hard-wrap.ts';
import { splitLines, trimSpan } from './lines.ts';
import { readTextTable } from './text-table.ts';

/** The blocks of a plain text: a line is a paragraph, unless an editor wrapped the lines or tabs make them a table. */
export function readTextBlocks(text: string): Block[] {
  const lines = splitLines(text);
  const width = wrapWidth(text, lines);
  const indented = lines.some((line) => /^(?:\u3000+| {2,}|\t)\S/.test(text.slice(line.start, line.end)));
  const blocks: Block[] = [];
  let index = 0;
  while (index < lines.length) {
    const rows = readTextTable(text, lines, index);
    if (rows !== null) {
      blocks.push(tableBlock(rows));
      index += rows.length;
      continue;
    }
    const { start } = itemAt(lines, index);
    while (width !== null && goesOn(text, lines, index, width, indented)) index++;
    const span = trimSpan(text, { start, end: itemAt(lines, index).end });
    if (span.end > span.start) blocks.push({ kind: 'text', outline: null, page: null, ...span });
    index++;
  }
  return blocks;
}

function goesOn(text: string, lines: readonly Span[], index: number, width: number, indented: boolean): boolean {
  const next = lines[index + 1];
  if (next === undefined || text.slice(next.start, next.end).trim() === '') return false;
  return (
    continuesOn(text, itemAt(lines, index), next, width, indented) && readTextTable(text, lines, index + 1) === null
  );
}

function tableBlock(rows: readonly TableRow[]): TableBlock {
  const span = { start: itemAt(rows, 0).start, end: itemAt(rows, rows.length - 1).end };
  return { kind: 'table', page: null, ...span, ...splitHeader(rows) };
}
