import type { Figure } from '../../figures/figure.ts';
import type { Section } from '../../plan/plan.ts';
import { readChineseNumber } from '../../plan/chinese-number.ts';
import { refuse, type Finding } from '../finding.ts';
import { rankFigures } from '../rank.ts';
import { fitsTime } from '../selection.ts';
import type { FormContext } from './context.ts';
import { sectionsAbout } from './passage-search.ts';

/** A title that the question names this well is the scope of its list. */
const titleNamed = 0.55;
/** Without a section: figures at least this good, and this near to the best, belong to the topic. */
const topicScore = 0.25;
const topicShare = 0.55;

/** All figures of the section or topic that a question names, in document order. */
export function findList(context: FormContext): Finding {
  const { loaded, query } = context;
  const timely = loaded.figures.filter(
    (figure) =>
      figure.role === 'figure' &&
      fitsTime(figure, query.time, loaded.plan) &&
      !(figure.cumulative && !query.time.cumulative),
  );
  const scope = listScope(context, timely);
  if (scope) return listed(scope, figuresIn(scope, timely), context);
  const topical = topicFigures(context, timely);
  if (topical.length > 0) return listed(null, topical, context);
  // 「去年有哪些成绩」 names nothing but the period.
  if (query.time.period !== null && query.content.join('').length <= 4) return listed(null, timely, context);
  return refuse(
    'unknown',
    rankFigures(loaded, query.content, null, context.meanings)
      .slice(0, 3)
      .map(({ figure }) => figure),
  );
}

/** The figures below a heading. */
export const figuresIn = (scope: Section, figures: readonly Figure[]): Figure[] =>
  figures.filter((figure) => {
    for (let section = figure.section; section !== null; section = section.parent) if (section === scope) return true;
    return false;
  });

/** The section that the question names; one without timely figures is none. */
function listScope(context: FormContext, timely: readonly Figure[]): Section | null {
  const { query } = context;
  const ordinal = sectionByOrdinal(context);
  if (ordinal && figuresIn(ordinal, timely).length > 0) return ordinal;
  const runs = query.content.length > 0 ? query.content : [query.folded];
  const found = sectionsAbout(context, runs).filter(
    ({ section, coverage, named }) =>
      (coverage >= titleNamed || named >= 0.75) && figuresIn(section, timely).length > 0,
  );
  const best = found[0];
  if (!best) return null;
  // The title's own words must carry it: one shared word of a long title is a topic, not a section.
  return best.coverage >= titleNamed || best.named >= 0.75 ? best.section : null;
}

/** 「第二部分第三项」, 「第三条」: sections by their numbers. */
function sectionByOrdinal({ loaded, query }: FormContext): Section | null {
  const steps = [
    ...query.folded.matchAll(/第([一二三四五六七八九十\d]{1,3})(?:大)?(?:部分|章|项|条|点|节|块|方面)/g),
  ].map((match) => (/^\d+$/.test(match[1] ?? '') ? Number(match[1]) : readChineseNumber(match[1] ?? '')));
  let scope: Section | null = null;
  for (const ordinal of steps) {
    const children: Section[] = loaded.plan.sections.filter(
      (section) => section.parent === scope && section.ordinal === ordinal,
    );
    const next = children[0];
    if (!next) return null;
    scope = next;
  }
  return scope;
}

/** The figures of a topic that is no section: 「大气方面」, 「低保标准」. */
function topicFigures({ loaded, query, meanings }: FormContext, timely: readonly Figure[]): Figure[] {
  const allowed = new Set(timely);
  const ranked = rankFigures(loaded, query.content, null, meanings).filter(({ figure }) => allowed.has(figure));
  const best = ranked[0];
  if (!best || best.score < topicScore) return [];
  const count = statedCount(query.folded);
  const chosen =
    count !== null && count <= 10
      ? ranked.slice(0, count)
      : ranked.filter(({ score, near }) => score >= topicScore && score >= topicShare * best.score && near > 0.1);
  return chosen.map(({ figure }) => figure).sort((a, b) => a.id - b.id);
}

/** 「两项成绩」, 「三个指标」. */
function statedCount(folded: string): number | null {
  const match = /([两二三四五六七八九十\d]{1,2})(?:项|个|大)(?:主要|重点|具体)?(?:成绩|指标|目标|数据|任务|数字)/.exec(
    folded,
  )?.[1];
  if (match === undefined) return null;
  return /^\d+$/.test(match) ? Number(match) : readChineseNumber(match);
}

function listed(scope: Section | null, figures: readonly Figure[], { query }: FormContext): Finding {
  return { kind: 'list', scope, figures, total: figures.length, sum: query.arithmetic === 'sum' };
}
