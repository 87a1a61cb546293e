/**
 * Cosines of the model and the similarities that stand for them. The thresholds of the ranking are set in the scale of
 * bge-small-zh-v1.5, whose cosines lie close together; the model that was taught from it spreads them. The knots are
 * quantiles of both on the same pairs: clauses that a question does not mean (5 %, 50 %, 95 %), and those that it does
 * (50 %, 95 %).
 */
const knots: readonly (readonly [cosine: number, similarity: number])[] = [
  [-1, -0.11],
  [0, 0.35],
  [0.5, 0.58],
  [0.8, 0.745],
  [1, 1],
];

/** The similarity, -1 to 1, of two texts whose vectors have this cosine; it grows with the cosine. */
export function similarityOf(cosine: number): number {
  const at = Math.max(
    1,
    knots.findIndex(([knot]) => cosine <= knot),
  );
  const [[x0, y0], [x1, y1]] = [knots[at - 1], knots[at]] as [(typeof knots)[number], (typeof knots)[number]];
  return y0 + ((Math.min(1, Math.max(-1, cosine)) - x0) / (x1 - x0)) * (y1 - y0);
}
