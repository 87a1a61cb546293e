import { describe, expect, it } from 'vitest';
import { extractFigures } from '../../src/figures/extract-figures.ts';
import { readPlanFile, repositoryFile, seedFile } from '../support/read-plan.ts';
import { readGold, scoreFigures, type Score } from '../support/score-figures.ts';

async function score(plan: string, gold: string): Promise<Score> {
  return scoreFigures(readGold(repositoryFile(gold)), extractFigures(await readPlanFile(plan)));
}

describe('the figures of labelled documents', () => {
  it('reads the seed with at most one missing and one extra', async () => {
    const { missing, extra, wrong, required } = await score(seedFile, 'test/fixtures/qa/seed-figures.jsonl');
    expect(required).toBe(40);
    expect(missing.length, missing.join('\n')).toBeLessThanOrEqual(1);
    expect(extra.length, extra.join('\n')).toBeLessThanOrEqual(1);
    expect(wrong.period.length + wrong.section.length, JSON.stringify(wrong)).toBeLessThanOrEqual(2);
    expect(wrong.value).toEqual([]);
    expect(wrong.unit).toEqual([]);
  });

  it.each([
    ['county report', 'test/fixtures/qa/county-report.txt', 'test/fixtures/qa/county-report-figures.jsonl'],
    ['education', 'test/plans/education/source.txt', 'test/plans/education/figures.jsonl'],
    ['city', 'test/plans/city/source.txt', 'test/plans/city/figures.jsonl'],
    ['health (docx with tables)', 'test/plans/health/source.docx', 'test/plans/health/figures.jsonl'],
    ['industry (PDF)', 'test/plans/industry/source.pdf', 'test/plans/industry/figures.jsonl'],
  ])('reads the %s nearly whole, with periods and indicators', async (_, plan, gold) => {
    const { recall, precision, share, missing, extra, wrong } = await score(repositoryFile(plan), gold);
    const told = [...missing.map((text) => `missing ${text}`), ...extra.map((text) => `extra ${text}`)].join('\n');
    expect(recall, told).toBeGreaterThanOrEqual(0.97);
    expect(precision, told).toBeGreaterThanOrEqual(0.97);
    expect(share.period, wrong.period.join('\n')).toBeGreaterThanOrEqual(0.97);
    expect(share.indicator, wrong.indicator.join('\n')).toBeGreaterThanOrEqual(0.9);
    expect(share.value, wrong.value.join('\n')).toBeGreaterThanOrEqual(0.97);
  });
});
