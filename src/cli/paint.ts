import pc from 'picocolors';
import type { Answer, Line } from '../answer/answer.ts';
import { lineText } from '../answer/render-text.ts';

const painters: Record<Line['role'], (text: string) => string> = {
  headline: (text) => pc.bold(pc.cyan(text)),
  detail: (text) => text,
  group: (text) => pc.bold(text),
  item: (text) => `  ${text}`,
  source: (text) => pc.dim(`出处：${text}`),
  quote: (text) => `${pc.dim('原文：')}${text}`,
  note: (text) => pc.yellow(text),
};

/** An answer for a terminal; colours only where the terminal has them. */
export const paintAnswer = ({ lines }: Pick<Answer, 'lines'>): string =>
  lines.map((line) => painters[line.role](lineText(line))).join('\n');
