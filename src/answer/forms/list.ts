import { unitClassOf, type UnitClass } from '../../figures/units.ts';
import type { Figure } from '../../figures/figure.ts';
import type { Plan, Section } from '../../plan/plan.ts';
import { readChineseNumber } from '../../text/chinese-number.ts';
import { groupOf } from '../../plan/table-text.ts';
import { isPlace } from '../../text/place-names.ts';
import { refuse, type Finding } from '../finding.ts';
import { foldWidth } from '../../text/fold-width.ts';
import type { AskedTime, Query } from '../question/query.ts';
import { fitsTime } from '../ranking/fits-time.ts';
import { announcedFigures } from './announced.ts';
import type { FormContext } from './context.ts';
import { nearestFigures } from './nearest.ts';
import { countedRow } from './counted-row.ts';
import { quotedTitle } from './scope/section-in-words.ts';
import { listScope } from './scope/list-scope.ts';
import type { Scope } from './scope/scope.ts';
import { figuresIn } from './scope/section-figures.ts';
import { figuresOfNamedColumn } from './named-column.ts';
import { ofNumberedTable, withoutChanges } from './table-cells.ts';
import { topicFigures } from './topic-figures.ts';

const wholeReview = 12;
const eachAsked = /逐[条个项家一]|各|每[条个项家]|分别/;

/** All figures of the section or topic that a question names, in document order. */
export function findList(context: FormContext): Finding {
  const { loaded, query } = context;
  const timely = ofKind(
    query.folded,
    loaded.figures.filter(
      (figure) =>
        figure.role === 'figure' &&
        fitsTime(figure, query.time, loaded.plan) &&
        (!figure.cumulative ||
          query.time.cumulative ||
          overYears(figure, query) ||
          isOfSpanAhead(figure, query.time, loaded.plan)),
    ),
  );
  const announced = announcedFigures(context, timely);
  if (announced.length > 0) return listed(null, announced, context);
  const quoted = quotedTitle(context);
  if (quoted && figuresIn(quoted, timely).length > 1) return listed(quoted, figuresIn(quoted, timely), context);
  const row = namedRow(query.folded, timely);
  if (row.length > 1) return listed(null, row, context);
  const column = eachAsked.test(query.folded) ? figuresOfNamedColumn(loaded.plan, timely, query.folded) : null;
  if (column) return listed(null, column, context);
  const grouped = ofNamedGroup(context, timely);
  if (grouped.length > 0) return listed(null, grouped, context);
  const tables = tableFigures(context, timely);
  if (tables.length > 0) return listed(null, tables, context);
  const alike = countedRow(context);
  if (alike.length > 0) return listed(null, alike, context);
  const scope = listScope(context, timely);
  if (scope) return listed(scope.section, ofAskedMeasure(ofSpan(context, scope), query), context);
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
  if (
    (query.time.period !== null || query.time.cumulative || query.form === 'count') &&
    query.content.every((run) => run.length <= 2)
  )
    return listed(null, timely, context);
  return refuse('unknown', nearestFigures(context));
}

/** 「三大主导产业今年的产值目标分别定了多少」: of the part that is meant, what is measured so. */
function ofAskedMeasure(figures: readonly Figure[], { asks, content }: Query): readonly Figure[] {
  const wanted = asks.length === 1 ? asks[0]?.unitClass : null;
  if (wanted == null || wanted === 'count') return figures;
  const inUnit = figures.filter(({ quantity }) => unitClassOf(quantity.unit) === wanted);
  const noun = content.at(-1)?.slice(-2);
  const measured = inUnit.filter(({ indicator }) => noun !== undefined && indicator.includes(noun));
  return [measured, inUnit].find((found) => found.length > 1) ?? figures;
}

/** 「“五年来，创新动能加速集聚”那段里有哪些数据」: the part that is named is one of several years. */
const overYears = ({ section }: Figure, { folded, time }: Query): boolean =>
  time.period === null &&
  section !== null &&
  /[三四五]年来|十[二三四五]五/.test(section.title) &&
  folded.includes(foldWidth(section.title).replace(/^.*[三四五]年来[,，]?/, ''));

/** 「“十四五”城乡融合那段」: what five years have come to is told there beside their sums. */
function ofSpan({ query, loaded }: FormContext, { section, figures }: Scope): readonly Figure[] {
  if (!query.time.cumulative || section === null || !/[三四五]年|十[二三四五六]五/.test(section.path.join('')))
    return figures;
  const all = loaded.figures.filter(({ role, period }) => role === 'figure' && period !== 'target');
  const within = figuresIn(section, all);
  return within.length > figures.length ? within : figures;
}

/** What is to be reached over several years belongs to the targets of their last one. */
const isOfSpanAhead = (figure: Figure, { year }: AskedTime, plan: Plan): boolean =>
  year !== null && figure.year === year && plan.year !== null && year > plan.year;

const kinds: readonly (readonly [RegExp, UnitClass])[] = [
  [
    /(?:哪些|哪几[个笔项]|什么|几[个笔])(?:金额|资金数|钱数|款项)|(?:金额|款项)都?(?:有|是)(?:哪|几|什么|多少)/,
    'money',
  ],
  [
    /(?:哪些|哪几[个项]|什么|[两三四五六几]个)(?:比例|比率|比重|百分比|占比)|(?:比例|比率|比重|百分比|占比)都?有(?:哪|几|什么)/,
    'percent',
  ],
];

/** 「提到了哪些金额」 wants one kind of figure. */
function ofKind(folded: string, figures: readonly Figure[]): readonly Figure[] {
  const kind = kinds.find(([pattern]) => pattern.test(folded))?.[1];
  return kind === undefined ? figures : figures.filter(({ quantity }) => unitClassOf(quantity.unit) === kind);
}

/** 「民生实事里公共场所急救设施配置有哪些任务数」: the figures of the row whose name the question has. */
function namedRow(folded: string, timely: readonly Figure[]): readonly Figure[] {
  const names = (figure: Figure): boolean =>
    (figure.passage.table?.row.cells ?? []).some(
      ({ text }) =>
        text.length >= (ofRow.test(folded) || isPlace(text) ? shortestName : shortestRow) &&
        !/\d/.test(text) &&
        folded.includes(text.replace(/\s+/g, '')),
    );
  const rows = new Set(timely.filter(names).map(({ passage }) => passage));
  return rows.size === 1 ? timely.filter(({ passage }) => rows.has(passage)) : [];
}

/** 「分工表里建集群行动下面的目标」: the rows of a table below that line of it. */
function ofNamedGroup({ query, loaded }: FormContext, timely: readonly Figure[]): readonly Figure[] {
  const inTable = /表|清单|附件/.test(query.folded);
  const isNamed = ({ passage: { table } }: Figure): boolean => {
    const group = table === null ? null : (groupOf(table.block, table.row)?.replace(ordinal, '') ?? null);
    if (group === null || group.length < shortestGroup || !query.folded.includes(group)) return false;
    return inTable || !loaded.plan.sections.some(({ title }) => title.includes(group));
  };
  return timely.filter(isNamed);
}

const ordinal = /^[一二三四五六七八九十]+、|^[（(][一二三四五六七八九十]+[）)]/;
const shortestGroup = 3;

const shortestRow = 6;
/** 「表里新能源汽车那一行」 */
const ofRow = /[这那]一?行|附?表\d+[里中内]?/;
const shortestName = 2;

/** 「指标表里的」, 「清单里」: the rows of the tables that are meant. */
function tableFigures({ query, loaded }: FormContext, timely: readonly Figure[]): readonly Figure[] {
  const named = /(指标|任务|目标|项目)?(?:汇总|分解)?(?:表|清单)[里中内]?/.exec(query.folded);
  if (!named || query.content.join('').length > 14) return [];
  const rows = ofNumberedTable(
    loaded.plan,
    timely.filter(({ passage }) => passage.table !== null),
    query.folded,
  );
  const topic = named[1] ?? (named[0].includes('清单') ? '任务' : '指标');
  const fitting = rows.filter(({ passage }) =>
    passage.table?.block.header.some((row) => row.cells.some(({ text }) => text.includes(topic))),
  );
  return fitting.length > 0 ? fitting : rows;
}

/** 「目标值」, 「完成值」: the values of one column, not what stands beside them. */
const valuesNamed = /(?:目标|计划|任务|预期|完成|实际)[值数](?!.*(?:增长|增速|增幅|变化))/;

/** 「床位的张数有哪些」, 「对品种数各有什么要求」: a measure word with 数 names the unit. */
const unitNumber = /(?:(?<=[的个])(张|台|套|辆|座|所|亩|公里)|品(种))数(?=量?(?:都|各|分别)?(?:有|是))/;

function inNamedUnit(folded: string, found: readonly Figure[]): readonly Figure[] {
  const [, counted, kind] = unitNumber.exec(folded) ?? [];
  const inUnit = found.filter(({ quantity }) => quantity.unit === (counted ?? kind));
  return inUnit.length > 0 ? inUnit : found;
}

function listed(scope: Section | null, found: readonly Figure[], { query, loaded }: FormContext): Finding {
  const shown = inNamedUnit(query.folded, countedParts(query.folded, found));
  const figures = valuesNamed.test(query.folded) ? withoutChanges(loaded.plan, shown, query.time) : shown;
  return { kind: 'list', scope, figures, total: figures.length, sum: query.arithmetic === 'sum' };
}

/** 「四条产业链各自的产值目标」 of 「四条产业链总产值2750亿元，其中甲1350亿元、…」: the four, without their sum. */
function countedParts(folded: string, found: readonly Figure[]): readonly Figure[] {
  const count = readChineseNumber(/([两二三四五六七八九十]{1,2})[个条项类家大种]/.exec(folded)?.[1] ?? '');
  const [first] = found;
  const asksParts = /各自|分别|各是|各为/.test(folded) && !/总的|总量|总额|总数|一共|合计/.test(folded);
  if (count === null || first === undefined || !asksParts) return found;
  const { passage } = first;
  const within = passage.text.indexOf('其中');
  if (within < 0 || found.some((figure) => figure.passage !== passage)) return found;
  const parts = found.filter(({ quantity }) => quantity.start > passage.start + within);
  return parts.length === count ? parts : found;
}
