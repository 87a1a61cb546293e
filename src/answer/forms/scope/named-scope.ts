import type { Figure } from '../../../figures/figure.ts';
import type { Section } from '../../../plan/plan.ts';
import type { FormContext } from '../context.ts';
import { isTitleNamed, sectionsAbout } from '../passage-search.ts';
import { inSection, type Scope } from './scope.ts';
import { figuresIn } from './section-figures.ts';

/** An inner heading with this much of its title in the question. */
const halfNamed = 0.5;

/** The heading whose words the question has; a measure's lead is one too. */
export function namedScope(context: FormContext, runs: readonly string[], figures: readonly Figure[]): Scope | null {
  const found = sectionsAbout(context, runs).filter(
    ({ section }) => figuresIn(section, figures).length > 0 && !isOfOtherSpan(section, context.query),
  );
  const outer = found.find(isTitleNamed)?.section;
  // 「重点任务里绿色发展这一块」: of two that are named the one inside the other is meant.
  const inner = found.find(({ section, named }) => named >= halfNamed && isInside(section, outer));
  const section = inner?.section ?? outer;
  return section ? inSection(context, section, figures) : null;
}

/** 「五年来，生态环境明显改善」 is not what 「去年生态环境这块」 asks for. */
const isOfOtherSpan = ({ title }: Section, { time, folded }: FormContext['query']): boolean =>
  time.year !== null &&
  !time.cumulative &&
  spanOfYears.test(title) &&
  !spanOfYears.test(folded) &&
  // Said word for word it is meant all the same.
  !folded.includes(title.replace(/^[^,，]*[,，]/, ''));

const spanOfYears = /[三四五]年来|[三四五]年间/;

function isInside({ parent }: Section, outer: Section | undefined): boolean {
  for (let at = parent; at !== null; at = at.parent) if (at === outer) return true;
  return false;
}
