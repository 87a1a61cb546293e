import type { Figure } from '../../figures/figure.ts';
import type { Section } from '../../plan/plan.ts';
import { readChineseNumber } from '../../plan/chinese-number.ts';
import { refuse, type Finding } from '../finding.ts';
import { rankFigures } from '../ranking/rank.ts';
import { fieldTerms } from '../question/vocabulary.ts';
import { fitsTime } from '../ranking/selection.ts';
import type { FormContext } from './context.ts';
import { sectionsAbout } from './passage-search.ts';

/** A title that the question names this well is the scope of its list. */
const titleNamed = 0.55;
/** Without a section: figures at least this good, and this near to the best, belong to the topic. */
const topicScore = 0.25;
const topicShare = 0.55;
/** A heading this near in words and meaning is the part that 「那一段」 points to. */
const nearTitle = 0.2;
const wholeReview = 12;

/** All figures of the section or topic that a question names, in document order. */
export function findList(context: FormContext): Finding {
  const { loaded, query } = context;
  const timely = loaded.figures.filter(
    (figure) =>
      figure.role === 'figure' &&
      fitsTime(figure, query.time, loaded.plan) &&
      !(figure.cumulative && !query.time.cumulative),
  );
  const announced = announcedTargets(context, timely);
  if (announced.length > 0) return listed(null, announced, context);
  const tables = tableFigures(context, timely);
  if (tables.length > 0) return listed(null, tables, context);
  const scope = listScope(context, timely);
  if (scope) return listed(scope, figuresIn(scope, timely), context);
  // 「气、水、土三方面」: fields of work, not names; a short review is given whole.
  const fields = query.content.filter((run) => readChineseNumber(run) === null);
  const brief =
    query.time.period === 'achieved' &&
    fields.length > 1 &&
    fields.every((run) => run.length <= 2) &&
    timely.length <= wholeReview;
  const topical = brief ? [] : topicFigures(context, timely);
  if (topical.length > 0) return listed(null, topical, context);
  // 「去年有哪些成绩」 names nothing but the period.
  if ((query.time.period !== null || query.form === 'count') && query.content.every((run) => run.length <= 2))
    return listed(null, timely, context);
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
  const main = mainTargets(context);
  if (main && figuresIn(main, timely).length > 0) return main;
  const runs = query.content.length > 0 ? query.content : [query.folded];
  const found = sectionsAbout(context, runs).filter(
    ({ section, coverage, named }) =>
      (coverage >= titleNamed || named >= 0.75) && figuresIn(section, timely).length > 0,
  );
  if (found[0]) return found[0].section;
  const common = commonSection(context, timely);
  if (common) return common;
  // 「生态环保那一段」 means a part of the text, named in other words.
  if (!/[段节章块]|部分|方面|领域|板块|一条/.test(query.folded)) return null;
  const near = sectionsAbout(context, runs).find(
    ({ section }) => section.kind !== 'measure' && figuresIn(section, timely).length > 1,
  );
  return near && near.score >= nearTitle ? near.section : null;
}

/** 「发消费券那一条」 names figures of one measure rather than its heading. */
function commonSection({ loaded, query, meanings }: FormContext, timely: readonly Figure[]): Section | null {
  if (!/(?:那|这|哪)一?[条项]/.test(query.folded)) return null;
  const ranked = rankFigures(loaded, query.content, null, meanings).filter(
    ({ figure, near }) => timely.includes(figure) && near >= 0.35,
  );
  const best = ranked[0];
  return best && ranked.every(({ figure, score }) => score < 0.8 * best.score || figure.section === best.figure.section)
    ? best.figure.section
    : null;
}

/** 「主要预期目标」: the part that a plan of any field heads with these words. */
function mainTargets({ loaded, query }: FormContext): Section | undefined {
  if (!asksMainTargets.test(query.folded)) return undefined;
  return loaded.plan.sections.find(
    ({ title, kind, level }) =>
      kind === 'heading' && level <= 2 && title.includes('目标') && /主要|总体|预期|发展|年/.test(title),
  );
}

/** 「主要预期目标是：…」: a speech announces them in a sentence, or in the lines behind it. */
function announcedTargets({ loaded, query }: FormContext, timely: readonly Figure[]): Figure[] {
  if (!asksMainTargets.test(query.folded)) return [];
  const { passages } = loaded.plan;
  const opening = passages.find(
    ({ text }) =>
      /(?:预期|主要|总体|发展)(?:的)?(?:预期)?目标(?:是|为|如下|确定为|安排如下)?\s*[:：]/.test(text) ||
      /(?:预期|主要)(?:的)?(?:预期)?目标(?:是|为)/.test(text),
  );
  if (!opening) return [];
  const own = timely.filter(({ passage }) => passage === opening);
  if (own.length > 1) return own;
  // 「主要预期目标是：」 and a line each: they go on as long as each line is short and has a figure.
  const lines: Figure[] = [];
  for (const passage of passages.slice(opening.id + 1)) {
    const figures = timely.filter((figure) => figure.passage === passage);
    if (passage.section !== opening.section || (figures.length === 0 && passage.text.length > 40)) break;
    lines.push(...figures);
  }
  return lines;
}

const asksMainTargets = /(?:主要|总体|预期|发展)(?:的)?(?:预期)?目标/;

/** 「指标表里的」, 「清单里」: the rows of the tables that are meant. */
function tableFigures({ query }: FormContext, timely: readonly Figure[]): Figure[] {
  const named = /(指标|任务|目标|项目)?(?:汇总|分解)?(?:表|清单)[里中内]?/.exec(query.folded);
  if (!named || query.content.join('').length > 14) return [];
  const rows = timely.filter(({ passage }) => passage.table !== null);
  const topic = named[1] ?? (named[0].includes('清单') ? '任务' : '指标');
  const fitting = rows.filter(({ passage }) =>
    passage.table?.block.header.some((row) => row.cells.some(({ text }) => text.includes(topic))),
  );
  return fitting.length > 0 ? fitting : rows;
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
  const ofField = fieldFigures(query.content, timely);
  const chosen =
    count !== null && count <= 10
      ? ranked.slice(0, count)
      : ranked.filter(({ score, near }) => score >= topicScore && score >= topicShare * best.score && near > 0.1);
  const named = chosen.map(({ figure }) => figure);
  const all =
    count === null
      ? [...named, ...ofField]
      : [
          ...named.filter((figure) => (ranked.find((candidate) => candidate.figure === figure)?.near ?? 0) >= 0.5),
          ...ofField,
          ...named,
        ];
  return [...new Set(all)].slice(0, count ?? undefined).sort((a, b) => a.id - b.id);
}

/** Figures of the field that a word names: PM2.5 for 大气. */
function fieldFigures(content: readonly string[], timely: readonly Figure[]): Figure[] {
  const terms = fieldTerms
    .filter(([field]) => content.some((run) => run.length <= 4 && field.test(run)))
    .flatMap(([, names]) => names);
  return timely.filter(({ indicator }) => terms.some((term) => indicator.includes(term)));
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
