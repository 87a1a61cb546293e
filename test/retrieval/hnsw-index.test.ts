import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { HnswIndex } from '../../src/retrieval/hnsw-index.ts';
import { useTempFolder } from '../support/temp-folder.ts';

const dimensions = 8;
const unit = (values: readonly number[]): Float32Array => {
  const length = Math.hypot(...values) || 1;
  return Float32Array.from(values, (value) => value / length);
};
const axis = (at: number): Float32Array => unit(Array.from({ length: dimensions }, (_, index) => Number(index === at)));
const dot = (a: Float32Array, b: Float32Array): number => a.reduce((sum, value, index) => sum + value * b[index]!, 0);

describe('HnswIndex', () => {
  const folder = useTempFolder();

  it('gives the nearest labels with their cosine, best first', () => {
    const index = HnswIndex.build([axis(0), axis(1), axis(2)], dimensions);
    const found = index.nearest(unit([2, 1, 0, 0, 0, 0, 0, 0]), 2);
    expect(found.map(({ id }) => id)).toEqual([0, 1]);
    expect(found[0]!.similarity).toBeCloseTo(2 / Math.sqrt(5), 5);
  });

  it('gives all where more are asked for than it has, none where it is empty', () => {
    expect(HnswIndex.build([axis(0)], dimensions).nearest(axis(1), 10)).toHaveLength(1);
    expect(HnswIndex.build([], dimensions).nearest(axis(1), 10)).toEqual([]);
    expect(HnswIndex.build([axis(0)], dimensions).nearest(axis(1), 0)).toEqual([]);
  });

  it('finds the same after it was written and read', () => {
    const vectors = Array.from({ length: dimensions }, (_, at) => axis(at));
    const index = HnswIndex.build(vectors, dimensions);
    index.write(folder.file('index.hnsw'));
    const read = HnswIndex.read(folder.file('index.hnsw'), dimensions, vectors.length);
    const question = unit([1, 2, 3, 4, 5, 6, 7, 8]);
    expect(read.nearest(question, 5)).toEqual(index.nearest(question, 5));
  });

  it('agrees with comparing every vector', () => {
    const vector = fc
      .array(fc.integer({ min: -9, max: 9 }), { minLength: dimensions, maxLength: dimensions })
      .map(unit);
    fc.assert(
      fc.property(fc.array(vector, { minLength: 1, maxLength: 60 }), vector, (vectors, question) => {
        const best = Math.max(...vectors.map((candidate) => dot(candidate, question)));
        const [first] = HnswIndex.build(vectors, dimensions).nearest(question, 3);
        expect(first!.similarity).toBeCloseTo(best, 4);
        expect(dot(vectors[first!.id]!, question)).toBeCloseTo(best, 4);
      }),
      { numRuns: 60 },
    );
  });
});
