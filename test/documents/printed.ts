import type { Block, TableRow } from '../../src/documents/plain-document.ts';

type Printed = string | { readonly header: string[][]; readonly rows: string[][] };

/** Blocks as a reader sees them: a paragraph's slice, a table's cells; `2#` before headings of outline level 2. */
export function printed(text: string, blocks: readonly Block[]): Printed[] {
  const cells = (row: TableRow): string[] => row.cells.map((cell) => text.slice(cell.start, cell.end));
  return blocks.map((block) => {
    if (block.kind === 'table') return { header: block.header.map(cells), rows: block.rows.map(cells) };
    return `${block.outline === null ? '' : `${block.outline}# `}${text.slice(block.start, block.end)}`;
  });
}
