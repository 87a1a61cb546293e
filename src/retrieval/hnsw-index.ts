import hnswlib, { type HierarchicalNSW } from 'hnswlib-node';
import type { ScoredEntry } from './retriever.ts';

/** Graph parameters after the HNSW paper's advice for some thousand vectors of 512 dimensions. */
const links = 16;
const buildBreadth = 200;
const searchBreadth = 256;
const seed = 100;

/** An HNSW graph over unit vectors, labelled 0 … count-1. */
export class HnswIndex {
  readonly #graph: HierarchicalNSW;
  readonly count: number;

  private constructor(graph: HierarchicalNSW, count: number) {
    this.#graph = graph;
    this.count = count;
    graph.setEf(Math.max(searchBreadth, 1));
  }

  static build(vectors: readonly Float32Array[], dimensions: number): HnswIndex {
    const graph = newGraph(dimensions);
    graph.initIndex(Math.max(1, vectors.length), links, buildBreadth, seed);
    for (const [label, vector] of vectors.entries()) graph.addPoint([...vector], label);
    return new HnswIndex(graph, vectors.length);
  }

  /** Reads a saved graph. Only files whose checksum was compared may be read: a damaged one can abort the process. */
  static read(file: string, dimensions: number, count: number): HnswIndex {
    const graph = newGraph(dimensions);
    graph.readIndexSync(file);
    return new HnswIndex(graph, count);
  }

  write(file: string): void {
    this.#graph.writeIndexSync(file);
  }

  /** The nearest labels with their cosine similarity, best first. */
  nearest(vector: Float32Array, limit: number): ScoredEntry[] {
    const wanted = Math.min(limit, this.count);
    if (wanted === 0) return [];
    const { distances, neighbors } = this.#graph.searchKnn([...vector], wanted);
    return neighbors
      .map((id, index) => ({ id, similarity: 1 - (distances[index] ?? 1) }))
      .filter(({ id }) => id >= 0 && id < this.count);
  }
}

const newGraph = (dimensions: number): HierarchicalNSW => new hnswlib.HierarchicalNSW('ip', dimensions);
