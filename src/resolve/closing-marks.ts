/** Marks that close a phrase; a half-width one only where no Latin letter or digit follows: `example.org`, `Alice’s`. */
const marks = /(?:[。，、；：！？）】》〉」』”]|[.,;:!?)\]’](?![\p{Script=Latin}\p{N}]))*/uy

/** Where the marks end that close a phrase which ends at `offset`: a call stands behind them. */
export function afterClosingMarks(text: string, offset: number): number {
  marks.lastIndex = offset
  return offset + (marks.exec(text)?.[0].length ?? 0)
}
