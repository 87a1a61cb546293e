import { openEmbedder, type Embedder } from '../../src/retrieval/embedder.ts';
import { repositoryFile } from './read-plan.ts';

/** The model that the repository holds. */
export const modelDirectory = repositoryFile('embeddings');

let opened: Embedder | undefined;
export const realEmbedder = (): Embedder => (opened ??= openEmbedder(modelDirectory));

export interface CountingEmbedder extends Embedder {
  readonly passages: number;
  readonly questions: number;
}

/** The real model, with its calls counted; fails at passage number `failAt`. */
export function countingEmbedder({ failAt = Infinity, model = '' } = {}): CountingEmbedder {
  const real = realEmbedder();
  const counts = { passages: 0, questions: 0 };
  return {
    model: real.model + model,
    dimensions: real.dimensions,
    get passages() {
      return counts.passages;
    },
    get questions() {
      return counts.questions;
    },
    embedPassage(text) {
      counts.passages += 1;
      if (counts.passages >= failAt) return Promise.reject(new Error('the model gave out'));
      return real.embedPassage(text);
    },
    embedQuestion(text) {
      counts.questions += 1;
      return real.embedQuestion(text);
    },
  };
}
