import type { Finding } from '../finding.ts';
import type { FormContext } from './context.ts';
import { findOne } from './one-figure.ts';
import { findSeveral, findSideBySide, isOwnAsk } from './several-figures.ts';

/** The figure, or the few figures, that a question for a number means. */
export function findSingle(context: FormContext): Finding {
  const { query } = context;
  const asks = query.asks.filter(isOwnAsk);
  if (asks.length >= 2) {
    const found = findSeveral(context, asks);
    if (found) return found;
  }
  const side = findSideBySide(context);
  if (side) return side;
  return findOne(
    context,
    query.content,
    query.asks.find(({ unit, unitClass }) => unit !== null || unitClass !== null) ?? query.asks[0] ?? null,
  );
}
