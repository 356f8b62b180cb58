import {pairDoubles} from './pair-doubles.ts'
import {pairSingles} from './pair-singles.ts'

/** A straight mark, and the one that takes its place. */
export interface Paired {
  readonly at: number
  readonly mark: string
}

/** What pairing needs to know beside the text. */
export interface PairOptions {
  /** Whether the character at an offset is text: code and addresses keep their marks. */
  readonly isMark: (at: number) => boolean
  /** True when the next paragraph begins with a quotation mark: a quotation that goes on is then not closed here. */
  readonly continues: boolean
  /** The same of a paragraph that begins with a single mark. */
  readonly continuesInSingles: boolean
}

/**
 * Tells what every straight quotation mark of a block stands for.
 *
 * @returns the marks in order, and the offsets of those that stay: they have no partner, or might be another character
 */
export function pairQuotes(text: string, options: PairOptions): {marks: Paired[]; unpaired: number[]} {
  if (!/["'＂＇]/.test(text)) return {marks: [], unpaired: []}
  const doubles = pairDoubles(text, options)
  const singles = pairSingles(text, options, doubles.marks)
  const marks = [...doubles.marks, ...singles.marks].sort((a, b) => a.at - b.at)
  const straight = marks.filter(({at}) => /["'＂＇]/.test(text.charAt(at)))
  return {marks: straight, unpaired: [...doubles.unpaired, ...singles.unpaired].sort((a, b) => a - b)}
}
