/**
 * `[a b c d e f]` as PDF writes it (ISO 32000-2 §8.3.4): x' = a·x + c·y + e, y' = b·x + d·y + f. Changed in place where
 * text is read: a long document paints millions of glyphs.
 */
export type Matrix = Float64Array

export function identity(): Matrix {
  return Float64Array.of(1, 0, 0, 1, 0, 0)
}

/** First `inner`, then `outer`. */
export function times(inner: Matrix, outer: Matrix): Matrix {
  const [a, b, c, d, e, f] = inner as unknown as Six
  const [A, B, C, D, E, F] = outer as unknown as Six
  return Float64Array.of(a * A + b * C, a * B + b * D, c * A + d * C, c * B + d * D, e * A + f * C + E, e * B + f * D + F)
}

type Six = readonly [number, number, number, number, number, number]

/** Moves the origin by `x` and `y` of the matrix's own units. */
export function move(matrix: Matrix, x: number, y: number): void {
  matrix[4] = (matrix[0] as number) * x + (matrix[2] as number) * y + (matrix[4] as number)
  matrix[5] = (matrix[1] as number) * x + (matrix[3] as number) * y + (matrix[5] as number)
}
