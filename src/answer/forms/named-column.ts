import type { TableBlock } from '../../documents/plain-document.ts';
import type { Figure } from '../../figures/figure.ts';
import { columnRole } from '../../figures/table-columns.ts';
import type { Plan } from '../../plan/plan.ts';
import { columnHeading } from '../../plan/table-text.ts';
import { readChineseNumber } from '../../text/chinese-number.ts';
import { foldWidth } from '../../text/fold-width.ts';
import { isPair, ngrams } from '../../text/ngrams.ts';
import { tablesOf } from './table-cells.ts';

/** A heading nearly all of which stands in the question. */
const headingNamed = 0.75;
/** A heading this long names its column by itself; a shorter one only together with what the rows are. */
const tellingHeading = 4;

/** Of a name that no heading has nearly whole, as much as sets one column apart: 特岗教师 of 招聘特岗教师. */
const partOfHeading = 4;

/** A column of values, its heading without general words. */
interface Column {
  readonly block: TableBlock;
  readonly column: number;
  readonly heading: string;
  /** 「教师队伍 | 招聘特岗教师」: of two header rows the lower one may be named alone. */
  readonly lower: string;
  readonly rowsNamed: boolean;
  readonly figures: readonly Figure[];
}

/**
 * The figures of the column that a question names by its heading: 「哪些县区的工业投资增速…」; of two that it names alike (新增学位
 * below 学前教育 and below 义务教育) those of both; null where it names none.
 */
export function figuresOfNamedColumn(plan: Plan, figures: readonly Figure[], folded: string): readonly Figure[] | null {
  const columns = valueColumns(plan, figures, folded);
  const found = [namedColumns(columns, folded), columnsOfPart(columns, folded)].find((named) => named.length > 0);
  if (found === undefined) return figuresOfNamelessColumn(plan, figures, folded);
  const among = new Set(found.flatMap((column) => column.figures));
  return figures.filter((figure) => among.has(figure));
}

const valueColumns = (plan: Plan, figures: readonly Figure[], folded: string): Column[] =>
  [...tablesOf(figures)].flatMap((block) => {
    const rowsNamed = rowHeadings(plan, block).some((heading) => folded.includes(heading));
    return columnsOf(block)
      .filter((column) => columnRole(columnHeading(block, column), plan).kind === 'value')
      .map((column) => ({
        block,
        column,
        heading: nameOf(columnHeading(block, column)),
        lower: nameOf(block.header.at(-1)?.cells[column]?.text ?? ''),
        rowsNamed,
        figures: inColumn(figures, block, column),
      }))
      .filter((column) => column.heading !== '' && column.figures.length > 0);
  });

/** The columns of the longest heading that is named, those first whose upper header row is named as well. */
function namedColumns(columns: readonly Column[], folded: string): Column[] {
  const asked = new Set(ngrams(folded));
  const named = columns.flatMap((column) => {
    const { heading, lower, rowsNamed } = column;
    const share = shareOf(heading, asked);
    const isWhole = share >= headingNamed && (rowsNamed || heading.length >= tellingHeading);
    const isLower = lower.length >= tellingHeading && shareOf(lower, asked) >= headingNamed;
    return isWhole || isLower ? [{ column, share, length: isWhole ? heading.length : lower.length }] : [];
  });
  const [best] = named.toSorted((a, b) => b.length - a.length || b.share - a.share);
  return named
    .filter(
      ({ column, length, share }) =>
        length === best?.length && share === best.share && column.lower === best.column.lower,
    )
    .map(({ column }) => column);
}

/** 「各县市的特岗教师分别招多少」: the one column whose heading has so long a piece of the question. */
function columnsOfPart(columns: readonly Column[], folded: string): Column[] {
  const named = columns.filter(({ rowsNamed, lower }) => rowsNamed && sharesPiece(lower, folded));
  return named.length === 1 ? named : [];
}

function sharesPiece(heading: string, folded: string): boolean {
  for (let at = 0; at + partOfHeading <= heading.length; at += 1)
    if (folded.includes(heading.slice(at, at + partOfHeading))) return true;
  return false;
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
