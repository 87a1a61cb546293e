import type { Figure } from '../figures/figure.ts';
import type { Finding } from './finding.ts';
import { unitClassOf } from '../figures/units.ts';
import { sameIndicator } from './ranking/same-indicator.ts';
import { foldQuestion } from './question/fold-question.ts';

/** 「两年一共多少」, 「加起来一共多少公里」 and nothing that names a thing. */
const sum =
  /^(?:那么?|这|那)*(?:[两三几]|前后两)?(?:年|个|项|者|样|次|块|笔|边)?(?:的?数)?(?:加|合)?(?:一共|总共|合计|共计|共|加起来|合起来|加一起|加在一起|相加|算在一起)+(?:是|有|要|得|又|能)*(?:多少|几)?[\u4e00-\u9fff]{0,3}呢?[?？。]?$/;
const difference =
  /^(?:那么?|这|那)*(?:[两]|前后两)?(?:年|个|项|者|样)?(?:之间|相比|比起来)?(?:相?差|差距|相差)了?(?:是|有)?(?:多少|几)[\u4e00-\u9fff]{0,4}呢?[?？。]?$/;

/** Whether a question adds up, or compares, what the questions before it were answered with; null where it asks for something itself. */
export function asksOverHistory(question: string): 'sum' | 'difference' | null {
  const folded = foldQuestion(question).replace(/[\s,，]/g, '');
  return sum.test(folded) ? 'sum' : difference.test(folded) ? 'difference' : null;
}

/** What earlier findings come to together; null where they are no two figures of one unit. */
export function overFindings(
  operation: 'sum' | 'difference',
  earlier: readonly Finding[],
  history: readonly string[],
): Finding | null {
  const last = earlier.at(-1);
  const own = last ? figuresOf(last) : [];
  const figures = own.length > 1 ? own : [...new Set(earlier.slice(-2).flatMap((finding) => figuresOf(finding)))];
  const [first, second] = figures;
  if (!first || !second || figures.some(({ quantity }) => quantity.unit !== first.quantity.unit)) return null;
  // 「去年呢」 asks of the same thing; what was found for it may be another's, and shares are never added up.
  const isOne = sameIndicator(first, second);
  if (!isOne && goesOnInTime.test(history.at(-1) ?? '')) return null;
  if (operation === 'sum' && unitClassOf(first.quantity.unit) === 'percent') return null;
  if (operation === 'sum') return { kind: 'list', scope: null, figures, total: figures.length, sum: true };
  return figures.length === 2 ? { kind: 'compare', figures, by: isOne ? 'period' : 'indicator' } : null;
}

const goesOnInTime =
  /^(?:那么?)?(?:今年|去年|上年|明年|20\d\d年|再|又)[^,，]{0,8}(?:呢|多少|几个?(?:百分)?点|几)?[?？。]?$/;

const figuresOf = (finding: Finding): readonly Figure[] =>
  finding.kind === 'figure' || (finding.kind === 'compare' && finding.by !== 'share') ? finding.figures : [];
