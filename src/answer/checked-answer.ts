import type { Log } from '../log.ts';
import type { ComposedAnswer } from './compose/compose-answer.ts';
import { line, quote, sectionPath, words } from './compose/slots.ts';
import { renderText } from './render-text.ts';
import { verifyLines } from './verify.ts';

const mostPassages = 3;

/** The last gate: an answer that fails the figure contract is replaced by its passages, and the failure is logged. */
export function checkedAnswer(composed: ComposedAnswer, log: Log): ComposedAnswer {
  const faults = verifyLines(composed.lines);
  if (faults.length === 0) return composed;
  log.error(
    { faults: faults.map(({ slot, reason }) => ({ kind: slot.kind, text: slot.text, reason })) },
    'an answer failed the figure check',
  );
  const cited = composed.figures.map(({ plan, figure }) => ({ plan, passage: figure.passage, span: figure.passage }));
  const passages = (composed.passages.length > 0 ? composed.passages : cited).slice(0, mostPassages);
  const lines = [
    line('headline', words('请以原文为准：')),
    ...passages.flatMap(({ plan, passage }) => [
      line('quote', quote(plan, passage)),
      line('source', sectionPath(plan, passage.section)),
    ]),
  ];
  return {
    ...composed,
    kind: 'passage',
    lines,
    text: renderText(lines),
    figures: [],
    derived: [],
    related: [],
    passages,
  };
}
