import {readAmounts} from './read-amounts.ts'
import {readDates} from './read-dates.ts'
import {readPercentages} from './read-percentages.ts'

/** An amount, a date or a percentage in a text. */
export type Figure = AmountFigure | PercentageFigure | DateFigure

/** Where a figure stands, and as what. */
interface Written {
  readonly words: string
  readonly start: number
}

/** Money, or thousands and more. */
export interface AmountFigure extends Written {
  readonly kind: 'amount'
  /** What it may be: `300.000` is read both ways. */
  readonly values: readonly number[]
  /** What its currency may be; `undefined` where none is named. */
  readonly currencies: readonly string[] | undefined
  /** True where a noun follows that is no currency: `1,500 sandbags`. */
  readonly isCount: boolean
}

/** A percentage, or a fraction as one. */
export interface PercentageFigure extends Written {
  readonly kind: 'percentage'
  readonly values: readonly number[]
  /** Places behind the point; `undefined` for a fraction, which is exact. */
  readonly places: number | undefined
}

/** A date as exact as it is given. */
export interface DateFigure extends Written {
  readonly kind: 'date'
  readonly year?: number
  readonly month?: number
  readonly day?: number
}

/** Full-width digits and signs as plain ones; every character stays in its place. */
function foldWidths(text: string): string {
  return text.replace(/[\uff01-\uff5e]/g, (one) => String.fromCharCode(one.charCodeAt(0) - 0xfee0)).replace(/￥/g, '¥').replace(/￡/g, '£').replace(/\u3000/g, ' ')
}

/** Amounts of money or of thousands and more, percentages, and dates, in the order of the text; none within another. */
export function readFigures(text: string): Figure[] {
  return read(text, false)
}

/** The same of a text in which a figure is looked for: numbers and years without a word that says what they are may be the figure, too. */
export function readPossibleFigures(text: string): Figure[] {
  return read(text, true)
}

function read(text: string, isLoose: boolean): Figure[] {
  const folded = foldWidths(text)
  if (!/[\d零〇一二三四五六七八九十两半½⅓⅔¼¾]|(?:half|halves|hundred|thousand|illion|cent|third|quarter|fourth|fifth|sixth|seventh|eighth|ninth|tenth|pound|dollar|euro|yen|yuan|franc|crown|kron|rupee|ruble|rouble|peso|buck|quid)/iu.test(folded)) return []
  const found: Figure[] = [...readDates(folded, isLoose), ...readPercentages(folded, isLoose), ...readAmounts(folded, isLoose)]
  const kept: Figure[] = []
  for (const figure of found.sort((a, b) => a.start - b.start || b.words.length - a.words.length)) {
    const last = kept.at(-1)
    const isWithinLast = last !== undefined && figure.start < last.start + last.words.length
    // 2019 may be a year and a number of things, 3/4/2023 two days.
    if (!isWithinLast || (isLoose && figure.start === last.start && figure.words.length === last.words.length)) kept.push(figure)
  }
  // The point of an abbreviated month may be the one that ends the sentence.
  return kept.map((one) => ({...one, words: text.slice(one.start, one.start + one.words.length).replace(/[\s.,。，;；]+$/u, '')}))
}

/**
 * Whether a figure says no more than another does: `2018` is in `2018-02-01`, an amount without currency in one with it. An
 * amount of money is in a bare number, but not in one that counts something.
 */
export function isWithin(figure: Figure, other: Figure): boolean {
  if (figure.kind === 'date') {
    if (other.kind !== 'date') return false
    return (['year', 'month', 'day'] as const).every((part) => figure[part] === undefined || figure[part] === other[part])
  }
  if (figure.kind === 'percentage') return other.kind === 'percentage' && isSameShare(figure, other)
  if (other.kind !== 'amount' || !figure.values.some((one) => other.values.some((two) => isEqual(one, two)))) return false
  const [ours, theirs] = [figure.currencies, other.currencies]
  if (ours && !theirs) return !other.isCount
  return !ours || !theirs || ours.some((one) => theirs.includes(one))
}

function isEqual(one: number, other: number): boolean {
  return Math.abs(one - other) <= 1e-9 * Math.abs(one)
}

/** A third is 33 per cent, and 33.3. */
function isSameShare(one: PercentageFigure, other: PercentageFigure): boolean {
  const places = (one.places === undefined) === (other.places === undefined) ? undefined : (one.places ?? other.places)
  return one.values.some((a) => other.values.some((b) => isEqual(a, b) || (places !== undefined && Math.abs(a - b) <= 0.5 * 10 ** -places + 1e-9)))
}
