import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { similarityOf } from '../../src/retrieval/similarity.ts';

describe('similarityOf', () => {
  it('puts the cosines of texts that mean other things, and the same, where the thresholds are set', () => {
    expect(similarityOf(0.24)).toBeCloseTo(0.46, 2);
    expect(similarityOf(0.5)).toBeCloseTo(0.58, 2);
    expect(similarityOf(1)).toBe(1);
  });

  it('grows with the cosine, within -1 and 1, rounding errors included', () => {
    const cosines = fc.double({ min: -1.001, max: 1.001, noNaN: true });
    fc.assert(
      fc.property(cosines, cosines, (a, b) => {
        const [low, high] = [similarityOf(Math.min(a, b)), similarityOf(Math.max(a, b))];
        return low <= high && low >= -1 && high <= 1;
      }),
    );
  });
});
