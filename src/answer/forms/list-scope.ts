import type { Span } from '../../documents/plain-document.ts';
import type { Figure } from '../../figures/figure.ts';
import { readChineseNumber } from '../../plan/chinese-number.ts';
import type { Passage, Plan, Section } from '../../plan/plan.ts';
import { rankFigures } from '../ranking/rank.ts';
import type { FormContext } from './context.ts';
import { sectionByOrdinal } from './section-by-ordinal.ts';
import { headingBeginning, quotedTitle } from './section-in-words.ts';
import { namesField } from './topic-figures.ts';
import { pointsAtProblems, problemsPart } from './problems-part.ts';
import { isTitleNamed, passagesAbout, sectionsAbout } from './passage-search.ts';

/** An inner heading with this much of its title in the question. */
const halfNamed = 0.5;
/** 「电梯安全这块」: a sentence that has the words, where no heading has, tells which part is meant. */
const sentenceTells = 0.6;
const sentenceLead = 0.3;
/** A part with more figures than this is about more than one sentence's topic. */
const largePart = 12;
/** A heading this near in words and meaning is the part that 「那一段」 points to. */
const nearTitle = 0.2;

/** The part of the plan that a list is asked of: below a heading, or behind a lead. */
export interface Scope {
  readonly section: Section | null;
  readonly figures: readonly Figure[];
}

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
  if (problems && figuresIn(problems, timely).length > 0) return inSection(context, problems, timely);
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

/** The figures below a heading. */
export const figuresIn = (scope: Section, figures: readonly Figure[]): Figure[] =>
  figures.filter((figure) => {
    for (let section = figure.section; section !== null; section = section.parent) if (section === scope) return true;
    return false;
  });

const figuresWithin = ({ start, end }: Span, figures: readonly Figure[]): Figure[] =>
  figures.filter(({ passage }) => passage.start >= start && passage.end <= end);

/** Words of a question for a list that name no part. */
const listWords =
  /^(?:(?:第[一二三四五六七八九十\d]+(?:大)?(?:部分|章|项|条|点|节|块|方面|件)?)+|工作|量化|硬性|具体|涉及|全部|主要|重点|有关|相关|一起|一并|金额|条|块|段|章|节|部分|数字化?任务)$/;

/** The words of a question that name a part, numbers of parts left out. */
export const scopeRuns = ({ query }: FormContext): string[] =>
  query.content
    .map((run) =>
      run.replace(/都有?$|每一?[件项条个]$|^第[一二三四五六七八九十\d]+[件项条个](?=[\u4e00-\u9fff]{2})/, ''),
    )
    .filter((run) => run !== '' && !listWords.test(run));

/** The heading whose words the question has; a measure's lead is one too. */
function namedScope(context: FormContext, runs: readonly string[], figures: readonly Figure[]): Scope | null {
  const found = sectionsAbout(context, runs).filter((other) => figuresIn(other.section, figures).length > 0);
  const outer = found.find(isTitleNamed)?.section;
  // 「重点任务里绿色发展这一块」: of two that are named the one inside the other is meant.
  const inner = found.find(({ section, named }) => named >= halfNamed && isInside(section, outer));
  const section = inner?.section ?? outer;
  return section ? inSection(context, section, figures) : null;
}

function isInside({ parent }: Section, outer: Section | undefined): boolean {
  for (let at = parent; at !== null; at = at.parent) if (at === outer) return true;
  return false;
}

/** The figures below a heading, without those of the turn to the problems that a review's last part ends with. */
function inSection(context: FormContext, section: Section, timely: readonly Figure[]): Scope {
  const { loaded } = context;
  const children = countedChildren(context, section);
  const figures = (children ?? [section]).flatMap((part) => figuresIn(part, timely));
  const innermost = section.level > 1 && !loaded.plan.sections.some(({ parent }) => parent === section);
  const turn = innermost ? turnToProblems(loaded.plan, section) : undefined;
  const before = turn === undefined ? figures : figures.filter(({ passage }) => passage.start < turn.start);
  return { section, figures: before.length > 0 ? before : figures };
}

/** 「十件民生实事」 are the ten items below their heading, without its opening words; null where it has not just as many. */
function countedChildren({ loaded, query }: FormContext, section: Section): readonly Section[] | null {
  const count = readChineseNumber(/(?<!第)([两二三四五六七八九十]{1,2})[件项个条大]/.exec(query.folded)?.[1] ?? '');
  const children = loaded.plan.sections.filter(({ parent }) => parent === section);
  return count !== null && count > 1 && children.length === count ? children : null;
}

/** 「同时也要看到，…」 opens a paragraph of its own, which no heading sets apart. */
const opensProblems =
  /^(?:各位代表[!！])?(?:同时|但是?|与此同时|在看到成绩的同时|在肯定成绩的同时)?[，,]?.{0,6}(?:清醒|看到|认识到|正视|存在).{0,40}/;

function turnToProblems(plan: Plan, section: Section): Passage | undefined {
  const within = plan.passages.filter(({ start }) => start >= section.start && start < section.bodyEnd);
  return within.find(
    (passage, index) =>
      index > 0 &&
      opensProblems.test(passage.text) &&
      plan.document.blocks.some(({ kind, start }) => kind === 'text' && start >= section.end && startsAt(plan, start, passage)),
  ); // prettier-ignore
}

/** Whether only white space lies between the beginning of a block and the passage. */
const startsAt = (plan: Plan, start: number, passage: Passage): boolean =>
  start <= passage.start && plan.document.text.slice(start, passage.start).trim() === '';

/** 「发消费券那一条」 names figures of one measure rather than its heading. */
function commonScope(context: FormContext, timely: readonly Figure[]): Scope | null {
  const { loaded, query, meanings } = context;
  if (!/(?:那|这|哪)一?[条项]/.test(query.folded)) return null;
  const ranked = rankFigures(loaded, query.content, null, meanings).filter(
    ({ figure, near }) => timely.includes(figure) && near >= 0.35,
  );
  const best = ranked[0];
  if (!best || ranked.some(({ figure, score }) => score >= 0.8 * best.score && figure.section !== best.figure.section))
    return null;
  return best.figure.section && inSection(context, best.figure.section, timely);
}

/** 「生态环保那一段」 means a part of the text, named in other words. */
function pointedScope(context: FormContext, runs: readonly string[], timely: readonly Figure[]): Scope | null {
  const { folded } = context.query;
  if (!/[段节章块]|部分|方面|领域|板块|一条/.test(folded)) return null;
  const near = sectionsAbout(context, runs.length > 0 ? runs : [folded]).find(
    ({ section }) => section.kind !== 'measure' && figuresIn(section, timely).length > 1,
  );
  const told = passagesAbout(context, 1)[0];
  if (told && told.own >= sentenceTells && told.own >= (near?.coverage ?? 0) + sentenceLead) {
    const scope = partAround(context, told.passage, runs, timely);
    if (scope) return scope;
  }
  if (namesField(context.query.content, timely)) return null;
  return near && near.score >= nearTitle ? inSection(context, near.section, timely) : null;
}

/** The innermost part that a sentence stands in; a row, or a sentence of a large part, speaks for itself. */
function partAround(
  context: FormContext,
  passage: Passage,
  runs: readonly string[],
  timely: readonly Figure[],
): Scope | null {
  const own = figuresWithin(passage, timely);
  if (own.length === 0) return null;
  // 「无线电管理保障有力，…」: the sentence says itself what it is about.
  if (own.length > 1 && runs.some((run) => run.length > 2 && passage.text.startsWith(run)))
    return { section: null, figures: own };
  const scope = passage.section && passage.table === null ? inSection(context, passage.section, timely) : null;
  if (scope && scope.figures.length > 1 && scope.figures.length <= largePart) return scope;
  return { section: null, figures: own };
}

/** 「建筑业发展的目标」 are those of a field. */
export const asksMainTargets = /(?:主要|总体|预期|(?<=^|[年的,，]|社会|全市|全县|全区)发展)(?:的)?(?:预期)?目标/;

/** 「今年的主要指标有哪些」 of the whole plan: no other word names a field. */
const asksMainIndicators = ({ folded, content }: FormContext['query']): boolean =>
  /(?:主要|核心|总体|预期)(?:预期|任务|工作|发展)*指标/.test(folded) && content.every((run) => generalRun.test(run));

const generalRun = /^(?:主要|核心|总体|预期|表|全面|工作|整体|经济社会发展|.*指标)$/;

/** 「主要预期目标」: the part that a plan of any field heads with these words. */
function mainTargets({ loaded, query }: FormContext): Section | undefined {
  const { sections } = loaded.plan;
  if (!asksMainTargets.test(query.folded)) {
    if (!asksMainIndicators(query)) return undefined;
    // A heading of just these words comes first.
    if (sections.some(({ title }) => title.includes('主要指标'))) return undefined;
  }
  const headings = sections.filter(
    ({ title, kind, level }) =>
      kind === 'heading' && level <= 2 && title.includes('目标') && /主要|总体|预期|发展|年/.test(title),
  );
  // 「二、主要预期目标」 below 「第二章 总体要求和主要目标」: the one that the question has word for word.
  return headings.find(({ title }) => query.folded.includes(title.replace(/^20\d\d年/, ''))) ?? headings[0];
}
