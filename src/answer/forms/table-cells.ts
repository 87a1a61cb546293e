import type { TableBlock } from '../../documents/plain-document.ts';
import type { Figure } from '../../figures/figure.ts';
import { columnRole } from '../../figures/table-columns.ts';
import { foldWidth } from '../../text/fold-width.ts';
import { readChineseNumber } from '../../text/chinese-number.ts';
import type { Plan } from '../../plan/plan.ts';
import type { AskedTime } from '../question/query.ts';
import { columnHeading } from '../../plan/table-text.ts';
import { isPair, ngrams } from '../../text/ngrams.ts';

/** A heading nearly all of which stands in the question. */
const headingNamed = 0.75;
/** A heading this long names its column by itself; a shorter one only together with what the rows are. */
const tellingHeading = 4;

/** The figures of the column that a question names by its heading: 「哪些县区的工业投资增速…」; null where it names none. */
export function figuresOfNamedColumn(plan: Plan, figures: readonly Figure[], folded: string): Figure[] | null {
  const asked = new Set(ngrams(folded));
  let best: { readonly block: TableBlock; readonly column: number; readonly length: number } | null = null;
  for (const block of tablesOf(figures)) {
    const rowsNamed = rowHeadings(plan, block).some((heading) => folded.includes(heading));
    for (const column of columnsOf(block)) {
      // 「教师队伍 | 招聘特岗教师」: of two header rows the lower one may be named alone.
      const heading = nameOf(columnHeading(block, column));
      const lower = nameOf(block.header.at(-1)?.cells[column]?.text ?? '');
      const named = Math.max(shareOf(heading, asked), lower.length >= tellingHeading ? shareOf(lower, asked) : 0);
      if (heading === '' || named < headingNamed || !(rowsNamed || heading.length >= tellingHeading)) continue;
      if (columnRole(columnHeading(block, column), plan).kind !== 'value') continue;
      if (heading.length > (best?.length ?? 0) && inColumn(figures, block, column).length > 0)
        best = { block, column, length: heading.length };
    }
  }
  const found = best === null ? [] : inColumn(figures, best.block, best.column);
  return found.length > 0 ? found : figuresOfNamelessColumn(plan, figures, folded);
}

/** How many of a heading's pairs stand in the question, 0 to 1. */
function shareOf(heading: string, asked: ReadonlySet<string>): number {
  const pairs = ngrams(heading).filter(isPair);
  return pairs.filter((pair) => asked.has(pair)).length / Math.max(1, pairs.length);
}

const inColumn = (figures: readonly Figure[], block: TableBlock, column: number): Figure[] =>
  figures.filter(
    ({ passage, clause }) => passage.table?.block === block && passage.table.row.cells[column]?.start === clause.start,
  );

/**
 * 「九条产业链今年的目标产值逐条念一下」: the column that is headed by nothing but its time (2026年目标) of the table whose rows are
 * what is counted; null where there is none, or several.
 */
function figuresOfNamelessColumn(plan: Plan, figures: readonly Figure[], folded: string): Figure[] | null {
  if (!/目标|实际|完成|任务/.test(folded)) return null;
  const columns = [...tablesOf(figures)]
    .filter((block) => rowHeadings(plan, block).some((heading) => countsRows(folded, heading, block.rows.length)))
    .flatMap((block) => columnsOf(block).map((column) => ({ block, column })))
    .filter(({ block, column }) => {
      const heading = columnHeading(block, column);
      return nameOf(heading) === '' && columnRole(heading, plan).kind === 'value';
    })
    .map(({ block, column }) => ({ heading: columnHeading(block, column), found: inColumn(figures, block, column) }))
    .filter(({ found }) => found.length > 1);
  // 「2025年目标」 beside 「2025年完成」
  const said = columns.filter(({ heading }) =>
    kindsOfValue.some((kind) => heading.includes(kind) && folded.includes(kind)),
  );
  const [only, ...others] = columns.length > 1 ? said : columns;
  return only && others.length === 0 ? only.found : null;
}

const kindsOfValue = ['目标', '完成', '实际', '计划', '预期'];

/** 「九条产业链」 of nine rows, 「各产业链」. */
function countsRows(folded: string, heading: string, rows: number): boolean {
  const at = folded.indexOf(heading);
  if (at < 0) return false;
  const count = /([两二三四五六七八九十]{1,3}|\d{1,2})[条个项类家大]?(?:主要|重点|核心|年度|工作)?$/.exec(
    folded.slice(0, at),
  )?.[1];
  const [before, after] = [folded.slice(0, at), folded.slice(at + heading.length)];
  // 「目标超过3500亿元的产业链有哪些」 filters the rows.
  if (count === undefined)
    return (
      /(?:[各每]个?|哪(?:些|几[条个项家])?)$/.test(before) || (before.endsWith('的') && /^都?[有是]?哪/.test(after))
    );
  return (/^\d/.test(count) ? Number(count) : readChineseNumber(count)) === rows;
}

/** A column that only tells how the one beside it changes. */
const changeOnly = /^(?:20\d\d年?)?(?:同比|比上年|较上年|年均)?(?:增长|增速|增幅|增减|变化|提高)(?:率|幅度|情况)?$/;

/** 「表里的目标值」: the values without their 增长 column, where the table has a column of the period asked for. */
export function withoutChanges(plan: Plan, figures: readonly Figure[], { period }: AskedTime): readonly Figure[] {
  const headingOf = ({ passage: { table }, clause }: Figure): string => {
    const column = table?.row.cells.findIndex(({ start }) => start === clause.start) ?? -1;
    return table === null || column < 0 ? '' : columnHeading(table.block, column);
  };
  const ofPeriod = (figure: Figure): boolean => {
    const role = columnRole(headingOf(figure), plan);
    return role.kind === 'value' && role.when?.period === period;
  };
  const blocks = new Set(figures.filter(ofPeriod).map(({ passage }) => passage.table?.block));
  return figures.filter(
    (figure) => !blocks.has(figure.passage.table?.block) || !changeOnly.test(bare(headingOf(figure))),
  );
}

const bare = (heading: string): string => foldWidth(heading).replace(/[(][^()]*[)]|\s+/g, '');

/** The rows whose 属性 or 类型 the question names: 「约束性指标」; null where it names none. */
export function figuresOfNamedKind(plan: Plan, figures: readonly Figure[], folded: string): Figure[] | null {
  const found = figures.filter(({ passage, clause }) => {
    if (passage.table === null) return false;
    const { block, row } = passage.table;
    const kindOf = (column: number): string => columnRole(columnHeading(block, column), plan).kind;
    // A number in the row's name (65岁以上) is no value of it.
    return (
      row.cells.some(({ start }, column) => start === clause.start && kindOf(column) === 'value') &&
      row.cells.some(
        ({ text }, column) =>
          kindOf(column) === 'remark' && /^[\u4e00-\u9fff]{2,8}$/.test(text) && namesKind(text, folded),
      )
    );
  });
  return found.length > 0 ? found : null;
}

/** 「约束性指标」, 「新建类项目」; the 新建 of 「新建几所学校」 is no kind of row. */
const namesKind = (kind: string, folded: string): boolean =>
  new RegExp(`${kind}(?:[性类型])?的?(?:指标|任务|项目|目标|事项)|(?:属性|性质|类型|类别)[是为]“?${kind}`).test(folded);

/** 「表2里」: the figures of the table whose caption, the text right above it, has that number; all where none is named so. */
export function ofNumberedTable(plan: Plan, figures: readonly Figure[], folded: string): readonly Figure[] {
  const number = /(?:附)?[表件][\d一二三四五六]+/.exec(folded)?.[0];
  if (number === undefined) return figures;
  const named = new Set([...tablesOf(figures)].filter((block) => captionOf(plan, block).includes(number)));
  const numbered = figures.filter(
    ({ passage: { table }, section }) =>
      table !== null && (named.has(table.block) || section?.path.some((heading) => closed(heading).includes(number))),
  );
  return numbered.length > 0 ? numbered : figures;
}

/** The text right above a table; empty where none is. */
function captionOf({ document: { blocks, text } }: Plan, block: TableBlock): string {
  const above = blocks.slice(0, blocks.indexOf(block)).findLast(({ kind }) => kind === 'text');
  return above === undefined ? '' : closed(text.slice(above.start, above.end));
}

/** In half width and without spaces. */
const closed = (text: string): string => foldWidth(text).replace(/\s+/g, '');

const tablesOf = (figures: readonly Figure[]): ReadonlySet<TableBlock> =>
  new Set(figures.flatMap(({ passage }) => (passage.table === null ? [] : [passage.table.block])));

const columnsOf = (block: TableBlock): number[] => (block.rows[0]?.cells ?? []).map((_, column) => column);

/** What the rows are: 县区, 项目, 任务. */
const rowHeadings = (plan: Plan, block: TableBlock): string[] =>
  columnsOf(block)
    .filter((column) => {
      const { kind } = columnRole(columnHeading(block, column), plan);
      return kind === 'label' || (column === 0 && kind !== 'index');
    })
    .map((column) => nameOf(columnHeading(block, column)))
    .filter((heading) => heading.length >= 2);

/** A heading without its unit, its year and general words. */
const nameOf = (heading: string): string =>
  foldWidth(heading)
    .replace(/[(][^()]*[)]/g, '')
    .replace(/20\d\d年?度?|今年|去年|上年|本年|年度|全年|名称|同比(?=[增下升降])/g, '')
    .replace('规上工业企业', '规上企业')
    .replace(/目标值?|指标值|实际值?|完成值?|任务数/g, '')
    .replace(/\s+/g, '');
