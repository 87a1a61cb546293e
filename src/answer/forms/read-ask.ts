import type { Ask } from '../question/query.ts';
import { contentRuns } from '../question/content-runs.ts';
import { wordsOf } from '../question/known-words.ts';
import { reword } from '../question/thesaurus.ts';
import { evidenceFor, inDecidingOrder, type Evidence } from '../ranking/evidence.ts';
import { partOfYear, tellsPart } from '../ranking/fits-part-of-year.ts';
import { fitsTime } from '../ranking/fits-time.ts';
import { likelihood } from '../ranking/likely-meant.ts';
import { ofNamedKind } from '../ranking/missing-names.ts';
import { emphasize, rankFigures, type Candidate } from '../ranking/rank.ts';
import type { FormContext } from './context.ts';

/** One way to read an ask: the candidates for it, and what speaks for the first of those that may be meant. */
export interface Reading {
  readonly content: readonly string[];
  readonly ranked: readonly Candidate[];
  readonly fitting: readonly Candidate[];
  readonly evidence: Evidence;
}

/** The ask in the question's own words. */
export function readAsAsked(context: FormContext, content: readonly string[], ask: Ask | null): Reading {
  const { loaded, query, meanings } = context;
  const plain = rankFigures(loaded, content, ask, meanings, query.background);
  const ranked = emphasize(loaded, plain, query.emphasis);
  const fitting = fittingCandidates(context, ranked, content, ask);
  const evidence = isPartOf(query, fitting[0], plain[0]) ? 'words' : evidenceFor(fitting, content, ask);
  return { content, ranked, fitting, evidence };
}

/** The ask in the plan's own terms; null where no everyday expression stands in it. */
export function readInTerms(context: FormContext, asked: readonly string[], ask: Ask | null): Reading | null {
  const { loaded, query, reworded } = context;
  const said = ask !== null && asked === ask.content ? ask.text : query.folded;
  const inTerms = reword(said, loaded.plan.document.text);
  if (reworded === undefined || inTerms === said) return null;
  const content = contentRuns(inTerms, wordsOf(loaded));
  const ranked = rankFigures(loaded, content, ask, reworded, query.background);
  const fitting = fittingCandidates(context, ranked, content, ask);
  return { content, ranked, fitting, evidence: evidenceFor(fitting, content, ask) };
}

/** The reading for which more speaks; as asked, where the words of the question name a figure. */
export function readAsk(context: FormContext, content: readonly string[], ask: Ask | null): Reading {
  const asAsked = readAsAsked(context, content, ask);
  if (asAsked.evidence === 'words') return asAsked;
  const inTerms = readInTerms(context, content, ask);
  if (inTerms?.evidence == null) return asAsked;
  if (asAsked.evidence === null || inTerms.evidence === 'words') return inTerms;
  const likelihoodOf = (reading: Reading): number => likelihood(reading.fitting, reading.content, ask);
  return likelihoodOf(inTerms) > likelihoodOf(asAsked) ? inTerms : asAsked;
}

/** The candidates that may be meant, in the order that decides. */
function fittingCandidates(
  { query, loaded }: FormContext,
  ranked: readonly Candidate[],
  content: readonly string[],
  ask: Ask | null,
): readonly Candidate[] {
  // 「首次突破50亿元的呢」 names the bound itself; it is not what is asked for.
  const given = ({ figure }: Candidate): boolean => figure.role === 'limit' && query.raw.includes(figure.quantity.text);
  const part = partOfYear(query.folded);
  const named = ofNamedKind(
    ranked.filter((candidate) => candidate.unitFit > 0.5 && !given(candidate) && tellsPart(candidate.figure, part)),
    content,
    loaded.figures,
  );
  // What goes on with the topic before is decided by its own few words.
  if (query.background.length > 0) return named;
  const fits = ({ figure }: Candidate): boolean =>
    figure.role === 'figure' && fitsTime(figure, query.time, loaded.plan);
  return inDecidingOrder(named, content, ask, fits);
}

/** 「其中幼儿园招几个」: a name of its own in the sentence that the question before was about. */
const isPartOf = ({ folded, emphasis }: FormContext['query'], part?: Candidate, whole?: Candidate): boolean =>
  part !== undefined &&
  part !== whole &&
  folded.includes('其中') &&
  part.figure.passage === whole?.figure.passage &&
  emphasis.some((run) => run.startsWith(part.figure.indicator));
