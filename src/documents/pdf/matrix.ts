/** An affine map of points, as PDF writes it: x' = ax + cy + e, y' = bx + dy + f. */
export type Matrix = readonly [a: number, b: number, c: number, d: number, e: number, f: number];

/** First `inner`, then `outer`. */
export function composed(outer: Matrix, inner: Matrix): Matrix {
  const [a, b, c, d, e, f] = inner;
  return [
    outer[0] * a + outer[2] * b,
    outer[1] * a + outer[3] * b,
    outer[0] * c + outer[2] * d,
    outer[1] * c + outer[3] * d,
    outer[0] * e + outer[2] * f + outer[4],
    outer[1] * e + outer[3] * f + outer[5],
  ];
}

/** Six numbers of the library's loosely typed lists; null where they are none. */
export function matrixFrom(values: unknown): Matrix | null {
  const [a, b, c, d, e, f, ...more] = Array.from((values as ArrayLike<unknown> | null) ?? []);
  const numbers = [a, b, c, d, e, f].every((value) => typeof value === 'number' && Number.isFinite(value));
  return numbers && more.length === 0 ? ([a, b, c, d, e, f] as unknown as Matrix) : null;
}

export const applied = ([a, b, c, d, e, f]: Matrix, x: number, y: number): readonly [x: number, y: number] => [
  a * x + c * y + e,
  b * x + d * y + f,
];
