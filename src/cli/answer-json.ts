import type { Answer, PlanFigure, PlanPassage } from '../answer/answer.ts';
import { planName } from '../plan/plan-name.ts';

/** A figure as scripts read it; `source.start` and `source.end` are UTF-16 offsets of the document's text. */
export const figureJson = ({ plan, figure }: PlanFigure) => ({
  text: figure.quantity.text,
  value: figure.quantity.value,
  unit: figure.quantity.unit,
  qualifier: figure.quantity.qualifier,
  indicator: figure.indicator,
  period: figure.period,
  year: figure.year,
  role: figure.role,
  aspect: figure.aspect,
  owner: figure.owner?.text ?? null,
  deadline: figure.deadline?.text ?? null,
  source: {
    document: planName(plan),
    section: figure.section?.path ?? [],
    quote: figure.passage.text,
    page: figure.passage.page,
    start: figure.quantity.start,
    end: figure.quantity.end,
  },
});

const passageJson = ({ plan, passage, span }: PlanPassage) => ({
  document: planName(plan),
  section: passage.section?.path ?? [],
  text: passage.kind === 'row' ? passage.text : plan.document.text.slice(span.start, span.end),
  page: passage.page,
  start: span.start,
  end: span.end,
});

/** One answer as a line of the batch mode. */
export const answerJson = (id: unknown, answer: Answer) => ({
  id,
  status: answer.status,
  text: answer.text,
  figures: answer.figures.map(figureJson),
  passages: answer.passages.map(passageJson),
  related: answer.related.map(figureJson),
  derived: answer.derived.map(({ operation, value, unit, text, from }) => ({
    operation,
    value,
    unit,
    text,
    from: from.map(figureJson),
  })),
  ms: answer.ms,
});
