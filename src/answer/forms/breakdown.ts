import type { Figure } from '../../figures/figure.ts';
import { isPlace } from '../../text/place-names.ts';
import { refuse, type Finding } from '../finding.ts';
import { fitsTime } from '../ranking/fits-time.ts';
import type { FormContext } from './context.ts';
import { figuresOfNamedColumn } from './table-cells.ts';

const each =
  /各个?(?:县区|区县|县市区|县市|市州|乡镇街道|乡镇|镇街|街道)的?[\u4e00-\u9fff]{2,14}(?:各|分别)(?:是|有|为)?(?:多少|几)|各个?(?:乡镇街道|乡镇|镇街|县市区|县区|区县|县市|街道|乡|镇|县|区|市州|地市|市|村|学校|医院|园区|部门|科室|处室)(?:各自?|分别|都)?(?:是|有|要|能|可|应|安排|新建|建|修|改造|新增|完成|分到|分配|摊)*(?:多少|几)/;

/** 「新增的学位，各乡镇各多少」 of a plan that has one number for all of them: the number for all is no answer. */
export function withoutBreakdown({ query, loaded }: FormContext, finding: Finding): Finding {
  if (!each.test(query.folded) || (finding.kind !== 'figure' && finding.kind !== 'list')) return finding;
  const [first, ...more] = finding.figures;
  const isBrokenDown =
    first !== undefined &&
    more.length > 0 &&
    more.every(
      ({ passage, quantity }) =>
        quantity.unit === first.quantity.unit &&
        // Of a table each row is of one place; several columns of one row break nothing down.
        (passage === first.passage) === (passage.table === null) &&
        passage.table?.block === first.passage.table?.block,
    );
  if (isBrokenDown) return finding;
  const rows = loaded.figures.filter(
    (figure) => figure.role === 'figure' && isRowOfPlace(figure) && fitsTime(figure, query.time, loaded.plan),
  );
  const column = figuresOfNamedColumn(loaded.plan, rows, query.folded) ?? [];
  if (column.length > 1) return { kind: 'list', scope: null, figures: column, total: column.length, sum: false };
  return refuse('not-broken-down', finding.figures);
}

const isRowOfPlace = ({ passage }: Figure): boolean =>
  passage.table?.row.cells.some(({ text }) => isPlace(text)) === true;
