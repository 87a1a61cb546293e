import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildTermWeights } from '../../src/retrieval/term-weights.ts';

describe('buildTermWeights', () => {
  const terms = buildTermWeights(['污水管网', '污水处理', '人工造林', '封山育林']);

  it('weighs a rare word above a common one, and one that no passage has highest', () => {
    expect(terms.weight('管网')).toBeGreaterThan(terms.weight('污水'));
    expect(terms.weight('机场')).toBe(1);
  });

  it('knows which words the plan has', () => {
    expect([terms.has('污水'), terms.has('林'), terms.has('机场')]).toEqual([true, true, false]);
  });

  it('counts a word once for each passage', () => {
    const repeated = buildTermWeights(['水水水水', '山']);
    expect(repeated.weight('水')).toBe(repeated.weight('山'));
  });

  it('stands an empty plan', () => {
    expect(buildTermWeights([]).weight('水')).toBe(1);
  });

  it('stays between 0 and 1', () => {
    const passages = fc.array(fc.string({ unit: fc.constantFrom('污', '水', '管', '网'), maxLength: 6 }), {
      maxLength: 8,
    });
    fc.assert(
      fc.property(passages, fc.constantFrom('污', '水', '污水', '林'), (texts, gram) => {
        const weight = buildTermWeights(texts).weight(gram);
        expect(weight).toBeGreaterThan(0);
        expect(weight).toBeLessThanOrEqual(1);
      }),
    );
  });
});
