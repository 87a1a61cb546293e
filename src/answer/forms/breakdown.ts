import { refuse, type Finding } from '../finding.ts';
import type { FormContext } from './context.ts';

const each =
  /各个?(?:乡镇街道|乡镇|镇街|县市区|县区|区县|县市|街道|乡|镇|县|区|市州|地市|市|村|学校|医院|园区|部门|科室|处室)(?:各自?|分别|都)?(?:是|有|要|能|可|应|安排|新建|建|修|改造|新增|完成|分到|分配|摊)*(?:多少|几)/;

/** 「新增的学位，各乡镇各多少」 of a plan that has one number for all of them: the number for all is no answer. */
export function withoutBreakdown({ query }: FormContext, finding: Finding): Finding {
  if (!each.test(query.folded) || (finding.kind !== 'figure' && finding.kind !== 'list')) return finding;
  const [first, ...more] = finding.figures;
  const isBrokenDown =
    first !== undefined &&
    more.length > 0 &&
    more.every(
      ({ passage, quantity }) =>
        quantity.unit === first.quantity.unit &&
        (passage === first.passage || (passage.table !== null && passage.table.block === first.passage.table?.block)),
    );
  return isBrokenDown ? finding : refuse('not-broken-down', finding.figures);
}
