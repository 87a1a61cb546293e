import type { Figure } from '../../figures/figure.ts';
import { refuse, type Finding } from '../finding.ts';
import type { FormContext } from './context.ts';

const each =
  /各个?(?:县区|区县|县市区|县市|市州|乡镇街道|乡镇|镇街|街道)的?[\u4e00-\u9fff]{2,14}(?:各|分别)(?:是|有|为)?(?:多少|几)|各个?(?:乡镇街道|乡镇|镇街|县市区|县区|区县|县市|街道|乡|镇|县|区|市州|地市|市|村|学校|医院|园区|部门|科室|处室)(?:各自?|分别|都)?(?:是|有|要|能|可|应|安排|新建|建|修|改造|新增|完成|分到|分配|摊)*(?:多少|几)/;

/** 「新增的学位，各乡镇各多少」 of a plan that has one number for all of them: the number for all is no answer. */
export function withoutBreakdown({ query }: FormContext, finding: Finding): Finding {
  if (!each.test(query.folded) || (finding.kind !== 'figure' && finding.kind !== 'list')) return finding;
  return isBrokenDown(finding.figures) ? finding : refuse('not-broken-down', finding.figures);
}

/** One figure for each, in one sentence or in the rows of one table; several columns of one row break nothing down. */
function isBrokenDown(figures: readonly Figure[]): boolean {
  const [first, ...more] = figures;
  if (first === undefined || more.length === 0) return false;
  const isAlike = more.every(
    ({ passage, quantity }) =>
      quantity.unit === first.quantity.unit && passage.table?.block === first.passage.table?.block,
  );
  const places = new Set(figures.map(({ passage }) => passage)).size;
  return isAlike && (first.passage.table === null ? places === 1 : places > 1);
}
