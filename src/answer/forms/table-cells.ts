import type { TableBlock } from '../../documents/plain-document.ts';
import type { Figure } from '../../figures/figure.ts';
import { columnRole } from '../../figures/table-columns.ts';
import { foldWidth } from '../../text/fold-width.ts';
import type { Plan } from '../../plan/plan.ts';
import type { AskedTime } from '../question/query.ts';
import { columnHeading } from '../../plan/table-text.ts';

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

/** The tables that figures stand in, in document order. */
export const tablesOf = (figures: readonly Figure[]): ReadonlySet<TableBlock> =>
  new Set(figures.flatMap(({ passage }) => (passage.table === null ? [] : [passage.table.block])));
