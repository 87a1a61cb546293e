import type { PlainDocument } from '../documents/plain-document.ts';
import { ModelError } from '../errors.ts';
import { extractFigures } from '../figures/extract-figures.ts';
import type { Log } from '../log.ts';
import { parsePlan } from '../plan/parse-plan.ts';
import type { Embedder } from '../retrieval/embedder.ts';
import type { Retriever } from '../retrieval/retriever.ts';
import { openIndex, type IndexSource } from '../retrieval/saved-index.ts';
import { buildTermWeights } from '../retrieval/term-weights.ts';
import { prepareWords } from '../text/words.ts';
import { planEntries } from './entries.ts';
import type { LoadedPlan } from './plan-library.ts';

export interface LoadOptions {
  readonly indexDirectory: string;
  /** Called when the first question needs it; throws `ModelError` where the model's files are missing or changed. */
  readonly embedder: () => Embedder;
  readonly log: Log;
  readonly onProgress?: (done: number, total: number) => void;
}

/** Parses a document and reads its figures; its index is opened (or built) at `prepare` or at the first question. */
export function loadPlan(document: PlainDocument, options: LoadOptions): LoadedPlan {
  const plan = parsePlan(document);
  const figures = extractFigures(plan);
  const { entries, targets } = planEntries(plan, figures);
  const retriever = lazyRetriever({ id: plan.id, planChecksum: document.checksum, entries }, options);
  return { plan, figures, retriever, targets, terms: buildTermWeights(plan.passages.map((passage) => passage.text)) };
}

/** Opens the index once. Without the model, which its callers tell of at the start, words alone answer. */
function lazyRetriever(source: IndexSource, { indexDirectory, embedder, log, onProgress }: LoadOptions): Retriever {
  let opened: Promise<Retriever> | undefined;
  const byWordsAlone = (error: unknown, level: 'warn' | 'error'): Retriever => {
    if (!(error instanceof ModelError)) throw error;
    log[level]({ plan: source.id, reason: error.message }, 'no embedding model: answering by words alone');
    return wordsOnly;
  };
  const open = async (): Promise<Retriever> => {
    let model: Embedder;
    try {
      model = embedder();
    } catch (error) {
      return byWordsAlone(error, 'warn');
    }
    try {
      return await openIndex(source, {
        directory: indexDirectory,
        embedder: model,
        ...(onProgress ? { onProgress } : {}),
        onRebuild: (reason) => {
          log.warn({ plan: source.id, reason }, 'index is built again');
        },
        onUnsaved: (reason) => {
          log.warn({ plan: source.id, reason }, 'index cannot be saved: it is built again at the next start');
        },
      });
    } catch (error) {
      // Its files are as they were released, but it does not run.
      return byWordsAlone(error, 'error');
    }
  };
  const openOnce = (): Promise<Retriever> =>
    (opened ??= open().catch((error: unknown) => {
      opened = undefined;
      throw error;
    }));
  return {
    prepare: async () => {
      const retriever = await openOnce();
      // A saved index opens without the model; the first lookup loads it.
      await retriever.nearest('建设', 1);
      prepareWords();
    },
    nearest: async (question, limit) => (await openOnce()).nearest(question, limit),
  };
}

const wordsOnly: Retriever = { prepare: () => Promise.resolve(), nearest: () => Promise.resolve([]) };
