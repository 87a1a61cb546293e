import { readFileSync } from 'node:fs';
import path from 'node:path';
import { readDocument } from '../../src/documents/read-document.ts';
import { extractFigures } from '../../src/figures/extract-figures.ts';
import type { Figure } from '../../src/figures/figure.ts';
import { parsePlan } from '../../src/plan/parse-plan.ts';
import type { Plan } from '../../src/plan/plan.ts';

const root = path.resolve(import.meta.dirname, '../..');

/** The speech that comes with the program. */
export const seedFile = path.join(root, 'seeds/000_124d17cd5fdef790.txt');
export const repositoryFile = (file: string): string => path.join(root, file);

/** A file as the program reads it. */
export async function readPlanFile(file: string): Promise<Plan> {
  return parsePlan(await readDocument(readFileSync(file), file));
}

/** A text as if it lay in a file of this name. */
export async function readPlanText(text: string, name = 'plan.txt'): Promise<Plan> {
  return parsePlan(await readDocument(Buffer.from(text), name));
}

/** The figures of a text under a heading of the plan for 2025, unless it brings its own headings. */
export async function figuresOf(text: string, { name = 'plan.txt', heading = '' } = {}): Promise<Figure[]> {
  const document = /^(?:#|第一章|一、)/m.test(text) ? text : `2025年工作要点\n${heading || '一、主要任务'}\n${text}`;
  return extractFigures(await readPlanText(document, name));
}

/** A figure in one line, for tables of cases: 「新建污水管网 80公里」. */
export const brief = ({ indicator, quantity }: Figure): string => `${indicator} ${quantity.text}`;
