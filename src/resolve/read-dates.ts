import {months} from '../model/calendar-words.ts'
import type {DateFigure} from './read-figures.ts'
import {readHan} from './read-number.ts'

const month = [...months.keys()].filter((one) => /^[a-z]{3,}$/.test(one)).sort((a, b) => b.length - a.length).join('|')
const hanYear = String.raw`(?<year>(?<!\d)(?:1[5-9]|20)\d\d|[一二][〇零○一二三四五六七八九]{3})\s*年`
const hanMonth = String.raw`(?<month>1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九])\s*月`
const hanDay = String.raw`(?<day>3[01]|[12]\d|0?[1-9]|三十一?|二?十[一二三四五六七八九]?|[一二三四五六七八九])\s*[日号號]`
const latinDay = String.raw`(?<day>3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?`
const latinYear = String.raw`(?<year>(?:1[5-9]|20)\d\d)(?!\d)`

const dates: readonly RegExp[] = [
  new RegExp(String.raw`${hanYear}(?:\s*${hanMonth}(?:\s*${hanDay})?)?`, 'gu'),
  new RegExp(String.raw`(?<![\d年一二三四五六七八九十]\s?)${hanMonth}\s*${hanDay}`, 'gu'),
  /(?<![\d./-])(?<year>(?:1[5-9]|20)\d\d)(?<mark>[-./])(?<month>1[0-2]|0?[1-9])\k<mark>(?<day>3[01]|[12]\d|0?[1-9])(?![\d/-])/gu,
  new RegExp(String.raw`(?<![\p{L}])(?<name>${month})\.?\s${latinDay}(?!\d)(?:,?\s${latinYear})?`, 'giu'),
  new RegExp(String.raw`(?<!\d)${latinDay}\s(?:of\s)?(?<name>${month})(?![\p{L}])\.?(?:,?\s${latinYear})?`, 'giu'),
  new RegExp(String.raw`(?<![\p{L}])(?<name>${month})\.?\s${latinYear}`, 'giu'),
  /(?<=(?:^|[^\p{L}])(?:in|since|by|until|of|before|after|during|from)\s)(?<year>(?:1[5-9]|20)\d\d)(?![\d.,]\d|\d|\s*[%年])/giu,
]
/** Day and month in either order. */
const inDigits = /(?<![\d./-])(?<first>3[01]|[12]\d|0?[1-9])(?<mark>[./-])(?<second>3[01]|[12]\d|0?[1-9])\k<mark>(?<year>(?:1[5-9]|20)\d\d)(?![\d/-])/gu
const bareYear = /(?<![\d.,:/$€£¥])(?<year>(?:1[5-9]|20)\d\d)(?![\d.,:/]?\d|\s*[%年])/gu

/** Dates, as exact as they are given. */
export function readDates(text: string, isLoose: boolean): DateFigure[] {
  const plain = dates.flatMap((pattern) => [...text.matchAll(pattern)]).map((match): DateFigure => ({kind: 'date', words: match[0], start: match.index, ...dateOf(match.groups ?? {})}))
  const either = [...text.matchAll(inDigits)].flatMap((match) => eitherOrder(match, isLoose))
  const years = isLoose ? [...text.matchAll(bareYear)].map((match): DateFigure => ({kind: 'date', words: match[0], start: match.index, year: Number(match[0])})) : []
  return [...plain, ...either, ...years]
}

/** `3/4/2023` is told of only where it can mean one day, and looked for as both. */
function eitherOrder(match: RegExpExecArray, isLoose: boolean): DateFigure[] {
  const {first, second, mark, year} = match.groups ?? {}
  const [one, two] = [Number(first), Number(second)]
  // Days stand first before points.
  const orders = mark === '.' ? [[one, two]] : [[one, two], [two, one]]
  const found = orders.filter(([, month = 0]) => month <= 12).map(([day, month]): DateFigure => ({kind: 'date', words: match[0], start: match.index, year: Number(year), month: month ?? 0, day: day ?? 0}))
  return found.length === 1 || isLoose ? found : one === two ? found.slice(1) : []
}

function dateOf({year, month: digits, name, day}: Record<string, string | undefined>): Pick<DateFigure, 'year' | 'month' | 'day'> {
  const found = name === undefined ? digits && numberOf(digits) : months.get(name.toLowerCase())
  return {...(year && {year: numberOf(year)}), ...(found && {month: found}), ...(day && {day: numberOf(day)})}
}

function numberOf(written: string): number {
  return /^\d+$/.test(written) ? Number(written) : readHan(written)
}
