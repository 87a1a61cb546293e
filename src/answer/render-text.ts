import type { Line } from './answer.ts';

const leads: Partial<Record<Line['role'], string>> = { source: '出处：', quote: '原文：', item: '  ' };

/** An answer's lines as plain text, for terminals and scripts. */
export const renderText = (lines: readonly Line[]): string =>
  lines.map((line) => (leads[line.role] ?? '') + lineText(line)).join('\n');

/** One line's slots without its lead. */
export const lineText = ({ slots }: Line): string =>
  slots
    .map(({ text }) => text)
    .join('')
    .replace(/\s*\n\s*/g, '');
