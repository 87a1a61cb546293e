import type { Finding } from '../finding.ts';
import { fitsTime } from '../ranking/fits-time.ts';
import { askingChange } from './asking-change.ts';
import type { FormContext } from './context.ts';
import { findOne } from './one-figure.ts';
import { comparisonWords } from './topics.ts';

/** 「增长目标比去年实际增速高多少」: how far two rates lie apart, not how far something grows. */
const twoRates = /(?:增长|增速|增幅|目标).*比.*(?:增长|增速|增幅|实际|完成).{0,3}[高低快慢](?:了|出)?(?:多少|几)/;

/** 「和去年比涨了多少」 names the year that the growth is told by. */
export const comparesYear =
  /(?:去年|上一?年)(?:同期)?相?比(?:增长|增加|提高|下降|涨|降)|[比较](?:去年|上一?年|20\d\d年)(?:同期|度|底)?(?:增长|增加|提高|下降|减少)/;

/** 「2026年目标比2025年增长多少」 of a plan that states the growth itself. */
export function statedChange(context: FormContext): Finding | null {
  const { query, loaded } = context;
  if (query.time.both || twoRates.test(query.folded) || query.asks.length !== 1 || query.asks[0]?.aspect !== 'change')
    return null;
  const content = query.content.filter(
    (run) => !comparisonWords.test(run) && !/^(?:同期)?(?:相?比)?(?:增长|增加|下降|涨|降)?了?$/.test(run),
  );
  const found = findOne({ ...context, query: { ...query, content } }, content, query.asks[0]);
  if (found.kind !== 'figure') return null;
  const [figure] = found.figures;
  return figure?.aspect === 'change' && fitsTime(figure, query.time, loaded.plan) ? found : null;
}

/** 「事故是多了还是少了」 of a plan that gives the change alone. */
export const moreOrLess = /[多高涨增升]了?还是[少低跌降]了?/;

/** The change of what is asked about, where the plan states it. */
export function changeOf(context: FormContext): Finding | null {
  const { query, loaded } = context;
  const content = query.content.filter((run) => !comparisonWords.test(run));
  const asking = askingChange(context);
  const found = findOne(asking, content, asking.query.asks[0] ?? null);
  const [figure] = found.kind === 'figure' ? found.figures : [];
  return figure?.aspect === 'change' && fitsTime(figure, query.time, loaded.plan) ? found : null;
}
