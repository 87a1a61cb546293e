/** Text to find: a passage, or one figure's clause. `id` is the caller's. */
export interface RetrievalEntry {
  readonly id: number;
  readonly text: string;
}

export interface ScoredEntry {
  readonly id: number;
  /** How alike the meanings are, -1 to 1; see `similarityOf`. */
  readonly similarity: number;
}

/** Finds entries by meaning. */
export interface Retriever {
  /** Opens or builds the index, so that the first question need not. */
  prepare(): Promise<void>;
  /** The `limit` entries nearest in meaning, best first. */
  nearest(question: string, limit: number): Promise<readonly ScoredEntry[]>;
}
