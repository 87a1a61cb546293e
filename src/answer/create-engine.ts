import type { LoadedPlan, PlanLibrary } from '../library/plan-library.ts';
import type { Log } from '../log.ts';
import { asksAcrossPlans, targetIn } from './across-plans.ts';
import type { Answer } from './answer.ts';
import { certainByWords } from './ranking/certain-by-words.ts';
import { choosePlans, seriesOf, strongestFirst } from './choose-plans.ts';
import {
  composeAcross,
  composeAnswer,
  namingPlan,
  plainRefusal,
  type ComposedAnswer,
} from './compose/compose-answer.ts';
import { longestQuestion, type AskOptions, type Engine } from './engine.ts';
import { findAnswer } from './find-answer.ts';
import type { Finding } from './finding.ts';
import { isTitleNamed, sectionsAbout } from './forms/passage-search.ts';
import { readInContext } from './follow-up.ts';
import { chosenPlace, pickFrom } from './pick-candidate.ts';
import { asksOverHistory, overFindings } from './over-history.ts';
import { checkedAnswer } from './checked-answer.ts';
import type { Query } from './question/query.ts';
import { reword } from './question/thesaurus.ts';
import { lookUpMeanings, noMeanings, rankFigures, type Meanings } from './ranking/rank.ts';
import { searchFigures } from './search-figures.ts';

export interface EngineOptions {
  readonly library: Pick<PlanLibrary, 'list' | 'get' | 'current'>;
  readonly log: Log;
}

interface Attempt {
  readonly loaded: LoadedPlan;
  readonly query: Query;
  readonly finding: Finding;
}

/** Answers questions from the library's plans. */
export function createEngine({ library, log }: EngineOptions): Engine {
  async function ask(question: string, { history = [], planId }: AskOptions = {}): Promise<Answer> {
    const startedAt = performance.now();
    const current = planId === undefined ? library.current() : library.get(planId);
    const plans = planId === undefined ? library.list() : [current].filter((loaded) => loaded !== undefined);
    const composed =
      current === undefined
        ? plainRefusal('还没有可以查询的工作计划。请管理员先导入文件。')
        : await answer(question, history, plans, current);
    return { ...checkedAnswer(composed, log), ms: Math.round((performance.now() - startedAt) * 100) / 100 };
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

async function answer(
  question: string,
  history: readonly string[],
  plans: readonly LoadedPlan[],
  current: LoadedPlan,
): Promise<ComposedAnswer> {
  if (question.length > longestQuestion) return plainRefusal('问题太长了。请用一两句话问。');
  const across = plans.length > 1 ? await answerAcross(question, history, plans, current) : null;
  if (across) return across;
  // Of one series the current plan is asked; another year's is meant only where it is named.
  const strengths = new Map<LoadedPlan, number>();
  const strength = (loaded: LoadedPlan): number => {
    const isOfSeries = loaded !== current && seriesOf(loaded.plan) === seriesOf(current.plan);
    const found = strengths.get(loaded) ?? (isOfSeries ? 0 : strengthIn(loaded, question, history));
    strengths.set(loaded, found);
    return found;
  };
  const { first, further } = choosePlans(question, plans, current, strength);
  const attempts = await attemptEach(first, question, history);
  if (attempts.every(({ finding }) => mayBeElsewhere(finding)))
    attempts.push(...(await attemptEach(strongestFirst(further, strength), question, history)));
  // Where no plan has it, the first one's refusal names what is nearest.
  const chosen = attempts.find(({ finding }) => finding.kind !== 'refusal') ?? attempts[0];
  if (!chosen) return plainRefusal('还没有可以查询的工作计划。请管理员先导入文件。');
  const composed = composeAnswer(chosen.loaded, chosen.query, chosen.finding);
  return plans.length > 1 && chosen.finding.kind !== 'refusal' ? namingPlan(composed, chosen.loaded.plan) : composed;
}

/** Asks one plan after the other, up to the first that settles the question. */
async function attemptEach(
  plans: readonly LoadedPlan[],
  question: string,
  history: readonly string[],
): Promise<Attempt[]> {
  const attempts: Attempt[] = [];
  for (const loaded of plans) {
    const attempt = await attemptIn(loaded, question, history);
    attempts.push(attempt);
    if (!mayBeElsewhere(attempt.finding)) break;
  }
  return attempts;
}

async function attemptIn(loaded: LoadedPlan, question: string, history: readonly string[]): Promise<Attempt> {
  const place = chosenPlace(question);
  const asked = history.at(-1);
  if (place !== null && asked !== undefined) {
    const earlier = await attemptIn(loaded, asked, history.slice(0, -1));
    const picked = pickFrom(earlier.finding, place);
    if (picked) return { ...earlier, finding: picked };
  }
  const operation = asksOverHistory(question);
  if (operation !== null && asked !== undefined) {
    const earlier = await attemptsBefore(loaded, history);
    const [last] = earlier.slice(-1);
    const together = overFindings(
      operation,
      earlier.map(({ finding }) => finding),
      history,
    );
    if (together && last) return { ...last, finding: together };
  }
  const query = readInContext(question, history, loaded);
  return { loaded, query, finding: findAnswer({ loaded, query, ...(await meaningsOf(loaded, query)) }) };
}

/** The last two questions of a chat that asked for something themselves, each asked again as it was. */
async function attemptsBefore(loaded: LoadedPlan, history: readonly string[]): Promise<Attempt[]> {
  // 「一共多少」 among them has no figure of its own; asked again, each would ask for the two before it.
  const said = history.map((question, index) => ({ question, before: history.slice(0, index) }));
  const attempts: Attempt[] = [];
  for (const { question, before } of said.filter(({ question }) => asksOverHistory(question) === null).slice(-2))
    attempts.push(await attemptIn(loaded, question, before));
  return attempts;
}

/** Looks a question up as it is asked and, where a figure is asked for, in the plan's own terms. */
async function meaningsOf(
  loaded: LoadedPlan,
  query: Query,
): Promise<{ readonly meanings: Meanings; readonly reworded?: Meanings }> {
  if (certainByWords(loaded, query)) return { meanings: noMeanings };
  const meanings = await lookUpMeanings(loaded, query.folded);
  const inTerms = reword(query.folded, loaded.plan.document.text);
  const asksFigure = query.form === 'single' || query.form === 'compare';
  return !asksFigure || inTerms === query.folded
    ? { meanings }
    : { meanings, reworded: await lookUpMeanings(loaded, inTerms) };
}

/** How much of the question's words the plan's best figure has, or the heading that a list or passage is asked of, by words alone. */
function strengthIn(loaded: LoadedPlan, question: string, history: readonly string[]): number {
  const query = readInContext(question, history, loaded);
  if (query.form === 'single')
    return rankFigures(loaded, query.content, query.asks[0] ?? null, noMeanings)[0]?.near ?? 0;
  if (query.form !== 'list' && query.form !== 'passage') return 0;
  const [section] = sectionsAbout({ loaded, query, meanings: noMeanings });
  return section && isTitleNamed(section) ? section.coverage : 0;
}

/** Another plan may know what this one does not; it cannot mend a wrong period or a task without a number. */
const mayBeElsewhere = (finding: Finding): boolean =>
  finding.kind === 'refusal' && (finding.reason === 'unknown' || finding.reason === 'other-year');

/** The same indicator in the plans of several years, side by side; null where the question asks for no such thing. */
async function answerAcross(
  question: string,
  history: readonly string[],
  plans: readonly LoadedPlan[],
  current: LoadedPlan,
): Promise<ComposedAnswer | null> {
  const query = readInContext(question, history, current);
  const series = asksAcrossPlans(query, plans, current);
  const found = [];
  for (const loaded of series) {
    const figure = targetIn(
      loaded,
      readInContext(question, history, loaded),
      await lookUpMeanings(loaded, query.folded),
    );
    if (figure) found.push(figure);
  }
  return found.length < 2 ? null : composeAcross(found);
}
