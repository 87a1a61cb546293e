import type { PlainDocument } from '../documents/plain-document.ts';
import { extractFigures } from '../figures/extract-figures.ts';
import { parsePlan } from '../plan/parse-plan.ts';
import { openIndex, type OpenIndexOptions } from '../retrieval/saved-index.ts';
import { buildTermWeights } from '../retrieval/term-weights.ts';
import { planEntries } from './entries.ts';
import type { LoadedPlan } from './plan-library.ts';

/** Parses a document, reads its figures and opens its index (the saved one, or a new one). */
export async function loadPlan(document: PlainDocument, options: OpenIndexOptions): Promise<LoadedPlan> {
  const plan = parsePlan(document);
  const figures = extractFigures(plan);
  const { entries, targets } = planEntries(plan, figures);
  const retriever = await openIndex({ id: plan.id, planChecksum: document.checksum, entries }, options);
  return { plan, figures, retriever, targets, terms: buildTermWeights(plan.passages.map((passage) => passage.text)) };
}
