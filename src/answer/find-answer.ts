import { unitClassOf } from '../figures/units.ts';
import { findAggregate } from './forms/aggregate.ts';
import { findAttributes } from './forms/attributes.ts';
import { withoutBreakdown } from './forms/breakdown.ts';
import { findCompare } from './forms/compare.ts';
import { comparedPlaces } from './forms/compared-places.ts';
import type { FormContext } from './forms/context.ts';
import { findDefinition } from './forms/definition.ts';
import { findDetail, namesCharge } from './forms/detail.ts';
import { findFastest } from './forms/fastest.ts';
import { fieldsOfReview } from './forms/fields-of-review.ts';
import { findFilter, findKind } from './forms/filter.ts';
import { findItemized } from './forms/itemized.ts';
import { findList } from './forms/list.ts';
import { findMainLine } from './forms/main-line.ts';
import { findNumberAndDetail } from './forms/number-and-detail.ts';
import { findParts } from './forms/parts.ts';
import { passagesAbout, sectionsAbout } from './forms/passage-search.ts';
import { findPassage } from './forms/passage.ts';
import { findReverse } from './forms/reverse.ts';
import { findSideBySide } from './forms/several-figures.ts';
import { findShare } from './forms/share.ts';
import { findSingle } from './forms/single.ts';
import { tasksOfOwner } from './forms/tasks-of-owner.ts';
import { tasksOfHalf } from './forms/tasks-of-half.ts';
import { tasksDue } from './forms/tasks.ts';
import { refuse, type Finding } from './finding.ts';
import { asksNothing, type Ask } from './question/query.ts';
import { partOfYear } from './ranking/fits-part-of-year.ts';
import { rankFigures } from './ranking/rank.ts';

/** Looks for the answer in the form that the question asks for. */
export function findAnswer(context: FormContext): Finding {
  const found = (asksNothing(context.query.form) ? null : findByContents(context)) ?? findByForm(context);
  return withoutBreakdown(context, found);
}

/** What a question names may decide before its form does: sums, deadlines, offices, kinds of rows, places. */
function findByContents(context: FormContext): Finding | null {
  const { query } = context;
  const definition = findDefinition(context) ?? findMainLine(context);
  if (definition) return definition;
  const fields = fieldsOfReview(context);
  if (fields) return fields;
  const both = findNumberAndDetail(context);
  if (both) return both;
  const places = comparedPlaces(context);
  if (places) return places;
  const isReverse = query.form === 'reverse';
  // 「总共招多少人，其中硕士多少」 asks for a figure and its parts, not for their sum; 「一共有哪些数据」 for all of them.
  const sums =
    query.arithmetic === 'sum' &&
    !query.folded.includes('其中') &&
    !(query.form === 'list' && !query.wantsNumber) &&
    query.asks.filter(({ number }) => number).length < 2;
  const aggregates = sums || query.arithmetic === 'highest' || query.arithmetic === 'lowest';
  const aggregate = aggregates && !isReverse ? (findFastest(context) ?? findAggregate(context)) : null;
  const tasks = aggregate ?? tasksOfHalf(context) ?? tasksDue(context) ?? tasksOfOwner(context);
  if (tasks) return tasks;
  const asksNumber = query.form === 'single' && query.wantsNumber;
  if (!asksNumber && namesCharge.test(query.raw)) return findDetail(context);
  return isReverse
    ? null
    : (findAttributes(context) ?? findKind(context) ?? findParts(context) ?? findItemized(context));
}

function findByForm(context: FormContext): Finding {
  switch (context.query.form) {
    case 'other':
      return refuse('not-a-question');
    case 'acknowledgement':
      return refuse('acknowledged');
    case 'single':
      return findSingleOrPassage(context);
    case 'list':
      return findListOrPassage(context);
    case 'count':
      return findList(context);
    case 'filter':
      return findFilter(context);
    case 'compare':
      return findCompare(context);
    case 'reverse':
      return findReverse(context);
    case 'passage':
      return findPassage(context);
    case 'owner':
      return findDetail(context);
    case 'deadline':
      return findTimeLimit(context);
  }
}

/** 「监测网络是把哪些数据整合起来的」 asks for words where no list of figures is meant. */
function findListOrPassage(context: FormContext): Finding {
  const named = findNamed(context);
  if (named) return named;
  const list = findList(context);
  if (list.kind !== 'refusal') return list;
  const [about] = passagesAbout(context, 1);
  const passage = about && about.own >= sentenceNamed ? findPassage(context) : list;
  return passage.kind === 'refusal' ? list : passage;
}

const sentenceNamed = 0.5;

/** 「大气方面的两项成绩，优良天数比例和PM2.5各是多少」: nothing but figures named one by one; 「这些数据」 are more. */
function findNamed(context: FormContext): Finding | null {
  const { query } = context;
  if (!query.wantsNumber || /这些|这几|各项|[两三四五六七八九十]个/.test(query.folded)) return null;
  return findSideBySide(context);
}

const timeAsked = { unit: null, unitClass: 'time', implied: false, number: true, stock: false, aspect: null, bound: null } as const; // prettier-ignore

/** 「补贴审核时限」: a time that is a figure of the plan, where no deadline of a task is given. */
function findTimeLimit(context: FormContext): Finding {
  const detail = findDetail(context);
  if (detail.kind !== 'refusal' || !/(?:时限|期限|周期)$/.test(context.query.content.at(-1) ?? '')) return detail;
  const { query } = context;
  const ask: Ask = { ...timeAsked, text: query.folded, content: query.content };
  const single = findSingle({ ...context, query: { ...query, asks: [ask] } });
  const isTime =
    single.kind === 'figure' && single.figures.every(({ quantity }) => unitClassOf(quantity.unit) === 'time');
  return isTime ? single : detail;
}

/** Words without a question (「农业治水」) may name a part of the plan rather than a figure. */
function findSingleOrPassage(context: FormContext): Finding {
  const heading = findHeading(context);
  if (heading) return heading;
  const single = differenceOf(context, findSingle(context));
  const share = single.kind === 'refusal' ? findShare(context) : null;
  if (share) return share;
  const asksWho = /谁|哪个|哪些|怎么|如何/.test(context.query.folded);
  if (single.kind === 'refusal' && asksWho) {
    const passage = findPassage(context);
    if (passage.kind !== 'refusal') return passage;
  }
  if (
    single.kind !== 'refusal' ||
    context.query.wantsNumber ||
    context.query.time.period !== null ||
    partOfYear(context.query.folded) !== null ||
    single.reason === 'other-period'
  )
    return single;
  const passage = findPassage(context);
  return passage.kind === 'refusal' ? single : passage;
}

/** 「水环境」, 「深化固废治理」: a heading's own words, which no indicator has, mean what stands below it. */
function findHeading(context: FormContext): Finding | null {
  const { query, loaded, meanings } = context;
  if (query.wantsNumber || query.content.length === 0 || query.content.join('').length < 3) return null;
  const [found] = sectionsAbout(context);
  if (!found || found.coverage < 0.9) return null;
  const best = rankFigures(loaded, query.content, query.asks[0] ?? null, meanings)[0];
  if (best && best.near > found.coverage - 0.2) return null;
  const list = findList(context);
  return list.kind === 'list' && list.figures.length >= 2 ? list : null;
}

const asksDifference = /(?:涨|提高|增加|增长|提升|多|降|下降|减少)了?(?:多少|几)/;

/** 「最低工资涨多少」 where the plan gives the old and the new level: both, with the difference derived. */
function differenceOf(context: FormContext, single: Finding): Finding {
  const { query } = context;
  const level = single.kind === 'figure' && single.figures.length === 1 && single.figures[0]?.aspect === 'level';
  if (!level || query.asks.length !== 1 || query.asks[0]?.aspect !== 'change' || !asksDifference.test(query.folded))
    return single;
  const time = { ...query.time, both: true, period: null, year: null };
  const compared = findCompare({
    ...context,
    query: { ...query, form: 'compare', time, asks: query.asks.map((ask) => ({ ...ask, aspect: 'level' })) },
  });
  return compared.kind === 'compare' ? compared : single;
}
