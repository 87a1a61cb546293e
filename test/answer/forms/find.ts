import { findAnswer } from '../../../src/answer/find-answer.ts';
import type { Finding } from '../../../src/answer/finding.ts';
import { readInContext } from '../../../src/answer/follow-up.ts';
import { noMeanings } from '../../../src/answer/ranking/rank.ts';
import type { LoadedPlan } from '../../../src/library/plan-library.ts';
import { told } from '../support.ts';

/** What words alone find for a question, the chat's earlier ones before it. */
export const find = (loaded: LoadedPlan, ...questions: readonly string[]): Finding =>
  findAnswer({
    loaded,
    query: readInContext(questions.at(-1)!, questions.slice(0, -1), loaded),
    meanings: noMeanings,
  });

/** The figures of a finding, or its passages; a refusal's reason instead. */
export const outcome = (finding: Finding): readonly string[] =>
  finding.kind === 'refusal'
    ? [`refused: ${finding.reason}`]
    : finding.kind === 'passage' || finding.kind === 'detail'
      ? finding.passages.map(({ text }) => text)
      : finding.figures.map(told);
