import type { Figure } from '../../figures/figure.ts';

/** The parts that 「其中…」 divides a figure into, in its own unit, up to the semicolon. */
export function partsBehind({ passage, quantity }: Figure, figures: readonly Figure[]): Figure[] {
  const behind = passage.text.slice(quantity.end - passage.start);
  const from = behind.indexOf('其中');
  const end = behind.search(/[;；]/);
  return figures.filter(
    (part) =>
      part.passage === passage &&
      part.role === 'figure' &&
      part.aspect === 'level' &&
      part.quantity.unit === quantity.unit &&
      from >= 0 &&
      part.quantity.start > quantity.end + from &&
      (end < 0 || part.quantity.start < quantity.end + end),
  );
}

/** The figure that 「其中…」 in front of a part divides: the last one before it in the same unit. */
export function wholeBefore({ passage, quantity }: Figure, figures: readonly Figure[]): Figure | undefined {
  const at = passage.text.lastIndexOf('其中', quantity.start - passage.start);
  if (at < 0) return undefined;
  return figures.findLast(
    (whole) =>
      whole.passage === passage &&
      whole.role === 'figure' &&
      whole.quantity.end <= passage.start + at &&
      whole.quantity.unit === quantity.unit,
  );
}
