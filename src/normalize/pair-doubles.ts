import type {Paired, PairOptions} from './pair-quotes.ts'
import {sidesOf} from './quote-sides.ts'

/** A mark of inches or seconds that its surroundings prove: `5' 11"`, `12" × 8"`, `30' 15"`. */
const provenPrime = /(?:['’′]\s?\d{1,2}(?:\.\d+)?|\d"?\s?[x×]\s?\d+(?:\.\d+)?)$|^"\s?[x×]\s?\d/

/**
 * Pairs the double marks of a block: straight ones with each other and with the curly ones that stand there.
 * What cannot be paired stays, unless it is a prime behind a number, or opens a quotation that goes on below.
 */
export function pairDoubles(text: string, options: PairOptions): {marks: Paired[]; unpaired: number[]} {
  const first = pairOnce(text, options, false)
  if (first.unpaired.length === 0) return first
  const withPrimes = pairOnce(text, options, true)
  return withPrimes.unpaired.length < first.unpaired.length ? withPrimes : first
}

function pairOnce(text: string, options: PairOptions, numbersArePrimes: boolean): {marks: Paired[]; unpaired: number[]} {
  const marks: Paired[] = []
  const unpaired: number[] = []
  const open: {at: number}[] = []
  for (const {index: at, 0: mark} of text.matchAll(/["＂“”]/g)) {
    if (!options.isMark(at)) continue
    const role = mark === '“' ? 'open' : mark === '”' ? 'close' : roleOf(text, at, {depth: open.length, numbersArePrimes})
    if (role === 'prime') marks.push({at, mark: '″'})
    else if (role === 'open') {
      const last = open.at(-1)
      if (last && beginsLine(text, last.at) && beginsLine(text, at)) {
        marks.push({at: last.at, mark: '“'})
        open.pop()
      }
      open.push({at})
    }
    else {
      const partner = open.pop()
      if (partner) marks.push({at: partner.at, mark: '“'}, {at, mark: '”'})
      else unpaired.push(at)
    }
  }
  open.forEach(({at}, index) => {
    if (options.continues && index === open.length - 1) marks.push({at, mark: '“'})
    else unpaired.push(at)
  })
  return {marks, unpaired: unpaired.sort((a, b) => a - b)}
}

/** A quotation of several lines may open each of them, and close only in the last. */
function beginsLine(text: string, at: number): boolean {
  return /(?:^|\u2028)\s*$/.test(text.slice(Math.max(0, at - 3), at))
}

function roleOf(text: string, at: number, state: {depth: number; numbersArePrimes: boolean}): 'open' | 'close' | 'prime' {
  const isNumber = text[at] === '"' && /\d/.test(text.charAt(at - 1))
  if (isNumber && (state.numbersArePrimes || state.depth === 0 || isProvenPrime(text, at))) {
    if (!/[\p{L}]/u.test(text.charAt(at + 1))) return 'prime'
  }
  const {opens, closes} = sidesOf(text, at)
  if (opens !== closes) return opens ? 'open' : 'close'
  return state.depth > 0 ? 'close' : 'open'
}

function isProvenPrime(text: string, at: number): boolean {
  return provenPrime.test(text.slice(Math.max(0, at - 12), at)) || /^"\s?[x×]\s?\d/.test(text.slice(at, at + 5))
}
