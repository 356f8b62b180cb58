import type {Paired, PairOptions} from './pair-quotes.ts'
import {sidesOf} from '../model/quote-sides.ts'

/** What stands before a mark of inches or seconds and proves it: `5' 11"`, `5'-6 1/2"`, `12" × 8"`, `41°24'12.2"`. */
const provesBehind = /(?:['’′]\s?-?\s?\d{1,2}(?:[.,]\d+|[\s-]\d+\/\d+)?[½¼¾⅓⅔⅛]?|\d["″]?\s?[x×*]\s?\d+(?:[.,]\d+|\/\d+)?[½¼¾⅓⅔⅛]?)$/
/** What stands behind one: `12" × 8"`, `6"x4"`. */
const provesBefore = /^"\s?[x×*]\s?\d/
/** A mark between a number and a letter. */
const mayBeInches = /\d"\p{L}/u

/**
 * Pairs the double marks of a block: straight ones with each other and with the curly ones that stand there.
 * What cannot be paired stays, unless it is a prime behind a number, or opens a quotation that goes on below.
 */
export function pairDoubles(text: string, options: PairOptions): {marks: Paired[]; unpaired: number[]} {
  const first = pairOnce(text, options, false)
  if (first.unpaired.length === 0) return first
  const withPrimes = pairOnce(text, options, true)
  const best = withPrimes.unpaired.length < first.unpaired.length ? withPrimes : first
  return best.unpaired.length > 0 && mayBeInches.test(text) ? leaveStraight(text, best) : best
}

/** Where one mark has no partner and another stands between a number and a letter, every pair may be another one. */
function leaveStraight(text: string, {marks, unpaired}: {marks: Paired[]; unpaired: number[]}): {marks: Paired[]; unpaired: number[]} {
  const isLeft = ({at, mark}: Paired): boolean => text[at] === '"' && mark !== '″'
  return {marks: marks.filter(one => !isLeft(one)), unpaired: [...new Set([...unpaired, ...marks.filter(isLeft).map(({at}) => at)])].sort((a, b) => a - b)}
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
      if (partner && areInches(text, partner.at, at)) unpaired.push(partner.at, at)
      else if (partner) marks.push({at: partner.at, mark: '“'}, {at, mark: '”'})
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

/** Two marks, each between a number and a letter, may be inches as well as a quotation: `27"的和32"的`. */
function areInches(text: string, ...places: readonly number[]): boolean {
  return places.every(at => text[at] === '"' && mayBeInches.test(text.slice(at - 1, at + 2)))
}

function roleOf(text: string, at: number, state: {depth: number; numbersArePrimes: boolean}): 'open' | 'close' | 'prime' {
  const isNumber = text[at] === '"' && /[\d½¼¾⅓⅔⅛]/.test(text.charAt(at - 1))
  if (isNumber && isProvenPrime(text, at)) return 'prime'
  if (isNumber && (state.numbersArePrimes || state.depth === 0) && !/\p{L}/u.test(text.charAt(at + 1))) return 'prime'
  const {opens, closes} = sidesOf(text, at)
  if (opens !== closes) return opens ? 'open' : 'close'
  return state.depth > 0 ? 'close' : 'open'
}

function isProvenPrime(text: string, at: number): boolean {
  return provesBehind.test(text.slice(Math.max(0, at - 14), at)) || provesBefore.test(text.slice(at, at + 5))
}
