import { describe, expect, it } from 'vitest';
import { gatherEvidence, postingsOf } from '../../../src/answer/ranking/figure-postings.ts';
import { coverage, weighGrams } from '../../../src/answer/ranking/overlap.ts';
import { profileOf } from '../../../src/answer/ranking/profile.ts';
import { loadWords, sampleText } from '../support.ts';

const loaded = await loadWords(sampleText);
const gather = (...runs: readonly string[]) => gatherEvidence(loaded, weighGrams(runs, loaded.terms));

describe('gatherEvidence', () => {
  it('gives each figure its own evidence, in the order of the plan', () => {
    const evidence = gather('步行街');
    expect(evidence).toHaveLength(loaded.figures.length);
    const best = evidence.reduce((at, { near }, index) => (near > (evidence[at]?.near ?? 0) ? index : at), 0);
    expect(loaded.figures[best]?.indicator).toBe('改造步行街');
  });

  it.each([['便民菜市场'], ['外贸进出口总额'], ['培训电商人员', '人次'], ['步行街', '航天']])(
    'finds as much as a text by text count does: %s %s',
    (...runs) => {
      const grams = weighGrams(
        runs.filter((run) => typeof run === 'string'),
        loaded.terms,
      );
      const evidence = gatherEvidence(loaded, grams);
      for (const [index, { indicator, clause }] of profileOf(loaded).figures.entries())
      expect(evidence[index]?.near).toBeCloseTo(coverage(grams, [[indicator, 1], [clause, 0.9]])); // prettier-ignore
    },
  );

  it('knows what stands elsewhere in the plan', () => {
    const [street] = loaded.figures.filter(({ indicator }) => indicator === '改造步行街');
    const evidence = gather('应急演练')[street!.id]!;
    expect(evidence.near).toBe(0);
    expect(evidence.elsewhere).toBeGreaterThan(0.5);
    expect(gather('航天发射')[street!.id]!.elsewhere).toBe(0);
  });

  it('finds homophones, and counts them for less', () => {
    const street = loaded.figures.find(({ indicator }) => indicator === '改造步行街')!.id;
    const [right, wrong] = [gather('步行街')[street]!, gather('不行街')[street]!];
    expect(wrong.near).toBeGreaterThan(0.3);
    expect(wrong.near).toBeLessThan(right.near);
    expect(wrong.named).toBeLessThan(right.named);
  });

  it('finds nothing for nothing', () => {
    expect(gather()).toEqual(loaded.figures.map(() => ({ near: 0, wide: 0, named: 0, elsewhere: 0 })));
  });
});

describe('postingsOf and profileOf', () => {
  it('are made once a plan', () => {
    expect(postingsOf(loaded)).toBe(postingsOf(loaded));
    expect(profileOf(loaded)).toBe(profileOf(loaded));
  });
});
