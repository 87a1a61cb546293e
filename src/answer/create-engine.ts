import type { LoadedPlan, PlanLibrary } from '../library/plan-library.ts';
import type { Log } from '../log.ts';
import type { Answer } from './answer.ts';
import { composeAnswer, type ComposedAnswer } from './compose/compose-answer.ts';
import { line, quote, sectionPath, words } from './compose/slots.ts';
import { longestQuestion, type AskOptions, type Engine } from './engine.ts';
import { findAnswer } from './find-answer.ts';
import { readInContext } from './follow-up.ts';
import { lookUpMeanings } from './rank.ts';
import { renderText } from './render-text.ts';
import { searchFigures } from './search-figures.ts';
import { verifyLines } from './verify.ts';

export interface EngineOptions {
  readonly library: Pick<PlanLibrary, 'list' | 'get' | 'current'>;
  readonly log: Log;
}

/** Answers questions from the library's plans. */
export function createEngine({ library, log }: EngineOptions): Engine {
  async function ask(question: string, { history = [], planId }: AskOptions = {}): Promise<Answer> {
    const startedAt = performance.now();
    const loaded = planId === undefined ? library.current() : library.get(planId);
    const composed =
      loaded === undefined
        ? noPlan()
        : question.length > longestQuestion
          ? tooLong()
          : checked(await answerFrom(loaded, question, history), log);
    return { ...composed, ms: Math.round((performance.now() - startedAt) * 100) / 100 };
  }

  return {
    ask,
    search: (query, limit, offset = 0) =>
      library
        .list()
        .flatMap((loaded) => searchFigures(loaded, query))
        .slice(offset, offset + limit),
  };
}

async function answerFrom(loaded: LoadedPlan, question: string, history: readonly string[]): Promise<ComposedAnswer> {
  const query = readInContext(question, history, loaded);
  const meanings = await lookUpMeanings(loaded, query.folded);
  return composeAnswer(loaded, query, findAnswer({ loaded, query, meanings }));
}

/** An answer that fails the figure contract is replaced by its passages, and the failure is logged. */
function checked(composed: ComposedAnswer, log: Log): ComposedAnswer {
  const faults = verifyLines(composed.lines);
  if (faults.length === 0) return composed;
  log.error(
    { faults: faults.map(({ slot, reason }) => ({ kind: slot.kind, text: slot.text, reason })) },
    'an answer failed the figure check',
  );
  const passages =
    composed.passages.length > 0
      ? composed.passages
      : composed.figures.map(({ plan, figure }) => ({ plan, passage: figure.passage, span: figure.passage }));
  const lines = [
    line('headline', words('请以原文为准：')),
    ...passages
      .slice(0, 3)
      .flatMap(({ plan, passage }) => [
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
    passages: passages.slice(0, 3),
  };
}

const noPlan = (): ComposedAnswer => plainRefusal('还没有可以查询的工作计划。请管理员先导入文件。');
const tooLong = (): ComposedAnswer => plainRefusal('问题太长了。请用一两句话问。');

function plainRefusal(text: string): ComposedAnswer {
  const lines = [line('headline', words(text))];
  return {
    status: 'not_found',
    kind: 'refusal',
    lines,
    text: renderText(lines),
    figures: [],
    passages: [],
    related: [],
    derived: [],
    suggestions: [],
  };
}
