import type { Figure } from '../../figures/figure.ts';
import { foldWidth } from '../../text/fold-width.ts';
import { refuse, type Finding } from '../finding.ts';
import { rankFigures } from '../ranking/rank.ts';
import { fitsTime } from '../ranking/fits-time.ts';
import { readBareNumber } from '../question/bare-number.ts';
import type { FormContext } from './context.ts';

/** Below, a figure has nothing to do with the question. */
const nearlyNamed = 0.25;

/** The indicators that a figure stands for: 「5000辆指什么」. Every one of that value and unit is listed. */
export function findReverse(context: FormContext): Finding {
  const { loaded, query } = context;
  const same = sameFigures(context);
  const timely = query.time.period === null ? same : same.filter((figure) => fitsTime(figure, query.time, loaded.plan));
  const stated = timely.filter(({ role }) => role === 'figure');
  const figures = stated.length > 0 ? stated : timely;
  if (figures.length === 0)
    return refuse('unknown', [
      ...same,
      ...rankFigures(loaded, query.content, null, context.meanings)
        .filter(({ near }) => near >= nearlyNamed)
        .slice(0, 2)
        .map(({ figure }) => figure),
    ]);
  const named =
    figures.length > 1
      ? narrow(
          context,
          figures.map(({ id }) => id),
        )
      : null;
  return { kind: 'reverse', figures: named ?? figures };
}

/** The figures of the value and unit that the question gives, or of the printed number where it gives no unit. */
function sameFigures({ loaded, query }: FormContext): Figure[] {
  // 「两处“5座”」: what is quoted is meant.
  const quoted = query.quantities.find(({ start }) => /[“"「]/.test(query.folded[start - 1] ?? ''));
  const asked = quoted ?? query.quantities[0];
  if (!asked) {
    const printed = readBareNumber(query.folded);
    const like = loaded.figures.filter(({ quantity }) => printedNumber(quantity.text) === printed);
    // A number without a unit is one of a table before it is a sentence's.
    const bare = like.filter(({ quantity }) => quantity.text === printed);
    return bare.length > 0 ? bare : like;
  }
  return loaded.figures.filter(({ quantity }) => {
    // 「870万花在哪」 leaves the 元 out.
    const isBare = quantity.unit === '' && !/[:：∶]/.test(quantity.text);
    if (quantity.unit !== asked.unit && !isBare && asked.unit !== '') return false;
    if (asked.range !== null || quantity.range !== null)
      return quantity.range?.[0] === asked.range?.[0] && quantity.range?.[1] === asked.range?.[1];
    if (asked.value === null || quantity.value === null)
      return asked.value === quantity.value && query.folded.includes(quantity.text);
    return Math.abs(quantity.value - asked.value) <= Math.abs(asked.value) * 1e-9;
  });
}

const printedNumber = (text: string): string | undefined =>
  /^\d+(?:\.\d+)?(?::\d+(?:\.\d+)?)?(?![\d.]|[—～~-]\d)/.exec(
    foldWidth(text).replaceAll(',', '').replace('∶', ':'),
  )?.[0];

/** 「土壤那块的30个是什么」: the question's other words choose among equal figures. */
function narrow(
  { loaded, query, meanings }: FormContext,
  ids: readonly number[],
): Finding extends never ? never : null | ReturnType<typeof pick> {
  const runs = query.content.filter((run) => !/\d/.test(run));
  if (runs.length === 0) return null;
  const ranked = rankFigures(loaded, runs, null, meanings).filter(
    ({ figure, coverage }) => ids.includes(figure.id) && coverage >= 0.5,
  );
  return ranked.length > 0 ? pick(ranked) : null;
}

const pick = (ranked: ReturnType<typeof rankFigures>) => ranked.map(({ figure }) => figure).sort((a, b) => a.id - b.id);
