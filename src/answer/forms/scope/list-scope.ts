import type { Figure } from '../../../figures/figure.ts';
import type { FormContext } from '../context.ts';
import { mainTargets } from './main-targets.ts';
import { namedScope } from './named-scope.ts';
import { commonScope, pointedScope } from './pointed-scope.ts';
import { pointsAtProblems, problemsPart } from './problems-part.ts';
import { scopeRuns } from './scope-runs.ts';
import { inSection, type Scope } from './scope.ts';
import { sectionByOrdinal } from './section-by-ordinal.ts';
import { figuresIn } from './section-figures.ts';
import { headingBeginning, quotedTitle } from './section-in-words.ts';

/** The part that the question names; one without figures of the time asked for is none. */
export function listScope(context: FormContext, timely: readonly Figure[]): Scope | null {
  const runs = scopeRuns(context);
  const ordinal = sectionByOrdinal(context, runs);
  if (ordinal && figuresIn(ordinal, timely).length > 0) {
    // 「第三部分应对人口老龄化这条」: what is named besides lies below it.
    const named = runs.length === 0 ? null : namedScope(context, runs, figuresIn(ordinal, timely));
    return named && named.section !== ordinal ? named : inSection(context, ordinal, timely);
  }
  const problems = pointsAtProblems.test(context.query.folded) ? problemsPart(context.loaded.plan.sections) : undefined;
  if (problems && figuresIn(problems, timely).length > 0) {
    // 「问题那部分，要素制约都摆了哪些数据」 names one of the problems.
    const inner = namedScope(context, runs.filter((run) => !run.startsWith("问题")), figuresIn(problems, timely)); // prettier-ignore
    return inner ?? inSection(context, problems, timely);
  }
  const quoted = quotedTitle(context);
  if (quoted && figuresIn(quoted, timely).length > 0) return inSection(context, quoted, timely);
  // 「保障措施里加大投入这块」 names a part of the one that begins so.
  const namesMore = runs.slice(1).some((run) => context.loaded.plan.sections.some(({ title }) => title.includes(run)));
  const headed = namesMore ? null : headingBeginning(context, runs, (section) => figuresIn(section, timely).length > 0);
  if (headed) return inSection(context, headed, timely);
  const field = /^([\u4e00-\u9fff]{3,10})方面[,，]/.exec(context.query.folded)?.[1];
  const ofField = field === undefined ? null : namedScope(context, [field], timely);
  if (ofField) return ofField;
  const main = mainTargets(context);
  if (main && figuresIn(main, timely).length > 0) return inSection(context, main, timely);
  return (
    namedScope(context, runs.length > 0 ? runs : [context.query.folded], timely) ??
    commonScope(context, timely) ??
    pointedScope(context, runs, timely)
  );
}
