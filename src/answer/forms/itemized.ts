import type { Finding } from '../finding.ts';
import type { FormContext } from './context.ts';
import { findOne } from './one-figure.ts';
import { partsBehind } from './whole-and-parts.ts';

/** 「降成本，总数和各个分项分别是多少」 */
const asked =
  /(?:总数|总的|总量|总额)?[和、及]?(?:各个?(?:分项|细项|明细|部分)|分项|明细)(?:数|各|分别|是|都|多少|几|$)/;
const namesNone = /^(?:总数|总的|总量|总额|各个?分项?|分项|明细|细项|部分)+$/;

/** A figure with the parts that its sentence divides it into: 「7亿元，其中用电3.2亿元、物流1.4亿元」; null where none are asked for. */
export function findItemized(context: FormContext): Finding | null {
  const { query, loaded } = context;
  if (!query.wantsNumber || !asked.test(query.folded)) return null;
  const content = query.content.filter((run) => !namesNone.test(run));
  const found = findOne({ ...context, query: { ...query, content } }, content, null);
  const whole = found.kind === 'figure' ? found.figures[0] : undefined;
  const parts = whole ? partsBehind(whole, loaded.figures) : [];
  if (!whole || parts.length < 2) return null;
  const figures = [whole, ...parts];
  return { kind: 'list', scope: null, figures, total: figures.length, sum: false };
}
