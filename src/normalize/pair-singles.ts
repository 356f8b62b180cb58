import {readSingles} from '../model/single-marks.ts'
import type {Paired, PairOptions} from './pair-quotes.ts'

/**
 * Turns the single marks of a block into quotation marks, apostrophes and primes. What is not sure stays.
 *
 * @param doubles the double marks of the same block, as paired: a single quotation does not reach across their ends
 */
export function pairSingles(text: string, options: PairOptions, doubles: readonly Paired[]): {marks: Paired[]; unpaired: number[]} {
  const sides = new Map(doubles.map(({at, mark}) => [at, mark === '“']))
  const read = readSingles(text, {isMark: options.isMark, doubles: sides, continues: options.continuesInSingles})
  const marks = read.filter(({mark, isSure}) => isSure && mark !== "'").map(({at, mark}) => ({at, mark}))
  const unpaired = read.filter(({at, isSure}) => !isSure && /['＇]/.test(text.charAt(at))).map(({at}) => at)
  return {marks, unpaired}
}
