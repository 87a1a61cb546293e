import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { extractFigures } from '../../src/figures/extract-figures.ts';
import { readPlanFile } from '../support/read-plan.ts';
import { figureLine, sectionLine } from '../support/plan-lines.ts';

const folder = path.resolve(import.meta.dirname, '../fixtures/plans');
const expected = (slug: string, file: string): unknown =>
  JSON.parse(readFileSync(path.join(folder, slug, file), 'utf8'));

// The expected files are read and corrected by a person; test/support/write-plan-fixture.ts only drafts them.
describe.each(readdirSync(folder))('the plan %s', (slug) => {
  const source = ['source.txt', 'source.md'].map((name) => path.join(folder, slug, name)).find(existsSync)!;

  it('has the sections that a person reads in it', async () => {
    const { title, year, sections } = await readPlanFile(source);
    expect({ title, year, sections: sections.map(sectionLine) }).toEqual(expected(slug, 'sections.json'));
  });

  it('has the figures that a person reads in it', async () => {
    const plan = await readPlanFile(source);
    expect(extractFigures(plan).map(figureLine)).toEqual(expected(slug, 'figures.json'));
  });
});
