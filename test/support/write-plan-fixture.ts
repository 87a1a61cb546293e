import { existsSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { extractFigures } from '../../src/figures/extract-figures.ts';
import { figureLine, sectionLine } from './plan-lines.ts';
import { readPlanFile } from './read-plan.ts';

// npx tsx test/support/write-plan-fixture.ts test/fixtures/plans/SLUG — drafts the expected files; read every line of
// them against the source before committing, or they bless what the program does today.
const [folder = '.'] = process.argv.slice(2);
const source = ['source.txt', 'source.md'].map((name) => path.join(folder, name)).find(existsSync)!;
const plan = await readPlanFile(source);
const write = (name: string, head: string, lines: readonly unknown[], tail: string): void => {
  const body = lines.map((line) => `  ${JSON.stringify(line)}`).join(',\n');
  writeFileSync(path.join(folder, name), `${head}[\n${body}\n]${tail}\n`);
};
const head = `{"title":${JSON.stringify(plan.title)},"year":${JSON.stringify(plan.year)},"sections":`;
write('sections.json', head, plan.sections.map(sectionLine), '}');
write('figures.json', '', extractFigures(plan).map(figureLine), '');
