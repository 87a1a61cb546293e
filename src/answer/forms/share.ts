import type { Figure } from '../../figures/figure.ts';
import { unitClassOf } from '../../figures/units.ts';
import type { Finding } from '../finding.ts';
import { contentRuns } from '../question/content-runs.ts';
import { wordsOf } from '../question/known-words.ts';
import { rankFigures } from '../ranking/rank.ts';
import type { FormContext } from './context.ts';
import { bestOfTopic } from './topics.ts';

/** 「移送的案件占查处案件的几成」 */
const share =
  /(?:^|[,，])([^,，占]{2,24}?)(?:大概|大约|约|能|要)?占(?:到|了)?([^,，占]{2,24}?)(?:总数|总量|当中|里面?)?的?(?:几成|百分之几|百分之多少|几分之几|比例|比重|多大比[例重]|多少)/;

/** 「查处的案件里，移送的占多大比重」 */
const shareWithin =
  /(?:^|[,，])([^,，占]{2,24}?)(?:里面?|当?中)[,，]([^,，占]{2,24}?)(?:大概|大约|约|能|要)?占(?:到|了)?(?:几成|百分之几|百分之多少|几分之几|多大比[例重]|多少)/;

const barelyNamed = 0.1;

/** Part and whole of a share that the plan does not state itself; null where it lacks one, or they are of two kinds. */
export function findShare(context: FormContext): Finding | null {
  const { query, loaded } = context;
  const [, within, among] = shareWithin.exec(query.folded) ?? [];
  const [, part = among, whole = within] = share.exec(within === undefined ? query.folded : '') ?? [];
  if (part === undefined || whole === undefined) return null;
  // The figures are amounts, whatever the share is asked in.
  const amounts = { ...context, query: { ...query, asks: [] } };
  const [a, b] = [part, whole].map((words) => bestOfTopic(amounts, contentRuns(words, wordsOf(loaded)), query.time));
  const own =
    a && b && a.passage !== b.passage ? wholeBeside(context, a, contentRuns(whole, wordsOf(loaded))) : undefined;
  if (own && a) return { kind: 'compare', figures: [a, own], by: 'share' };
  if (!a || !b || a === b || a.quantity.unit !== b.quantity.unit || a.aspect !== b.aspect) return null;
  return unitClassOf(a.quantity.unit) === 'percent' ? null : { kind: 'compare', figures: [a, b], by: 'share' };
}

/** 「移送占查处的比例」: of what the part's own sentence counts. */
const wholeBeside = ({ loaded, meanings }: FormContext, part: Figure, runs: readonly string[]): Figure | undefined =>
  rankFigures(loaded, runs, null, meanings).find(
    ({ figure, near }) =>
      figure !== part &&
      figure.passage === part.passage &&
      figure.quantity.unit === part.quantity.unit &&
      figure.aspect === part.aspect &&
      near > barelyNamed,
  )?.figure;
