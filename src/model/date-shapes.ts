import {eraYear, eras} from './calendar-eras.ts'
import {monthOf} from './calendar-words.ts'
import type {LocalTime} from './moment.ts'

/** A date found at a place of a text, and all days it can mean. */
export interface FoundDate {
  /** Where it ends, in UTF-16 units. */
  readonly end: number
  /** At least one; several where nothing in the date tells day from month. */
  readonly candidates: readonly LocalTime[]
  /** True for a year of two or three digits (RFC 822), which counts only in the head of a message: with a time and a zone or weekday. */
  readonly isShort: boolean
  /** True for `3.4.2023`, where the day stands first in every language that writes so. */
  readonly isDotted: boolean
}

type Fields = Readonly<Record<string, string | undefined>>

const word = '(?<word>[\\p{L}\\p{M}]{2,20}\\.?)'
const ordinal = '(?:st|nd|rd|th|er|ère|ème|º|°|\\.)?'
const year = '(?<year>\\d{4})'
/** A year is not the beginning of a longer number, nor of a time. */
const end = '(?![\\d:])'

/** Shapes of dates, the longest first; each names its fields. */
const shapes: readonly RegExp[] = [
  // 2015年11月22日 · 民國105年1月4日 · 令和元年5月1日 · 2018년 2월 1일 · 2019年
  `(?:(?:(?<era>${eras}) ?(?<eraYear>\\d{1,3}|元)|(?:公元|西元|西暦)? ?(?<year>\\d{4})) ?[年년](?: ?(?<month>\\d{1,2}) ?[月월](?: ?(?<day>\\d{1,2}) ?[日号號일])?)?)`,
  // 民國105/1/4 · 令和5.7.24
  `(?<era>${eras}) ?(?<eraYear>\\d{1,3}|元)(?<mark>[-/.]) ?(?<month>\\d{1,2})\\k<mark> ?(?<day>\\d{1,2})${end}`,
  // 2024-03-07 · 2018. 2. 1. · 2019-03
  `${year}(?<mark> ?[-/.] ?)(?<month>\\d{1,2})(?:\\k<mark>(?<day>\\d{1,2})${end}\\.?|${end})(?!/|-\\d)`,
  // 2023. július 24. · 2023-Jul-24
  `${year}\\.?[ -]${word}[ -](?<day>\\d{1,2})${end}\\.?`,
  // 1 Feb 2018 · 24. července 2023 · 24 de julho de 2023 · 24 июля 2023 г. · 24/Jul/2023
  `(?<day>\\d{1,2})(?<ordinal>${ordinal})(?:[ -/]|(?<=\\.))(?:of |de |d')?${word}(?:,| de| del)?[ -/]${year}${end}(?: ?(?:г\\.?|года|р\\.?|року|r\\.)(?![\\p{L}]))?`,
  // Feb 1, 2018 · Jul-24-2023
  `(?:de )?${word}[ -](?<day>\\d{1,2})${ordinal},?[ -]${year}${end}`,
  // March 2024 · marca 2024
  `${word}(?: de| del)? ${year}${end}(?: ?(?:г\\.?|р\\.?|r\\.)(?![\\p{L}]))?`,
  // 24 Jul 23 15:59:10 · 24-Jul-23
  `(?<day>\\d{1,2})[ -]${word}[ -](?<short>\\d{2,3})${end}`,
  // 26/12/2018 · 24.07.2023 · 24. 7. 2023 · 24-07-2023
  `(?<first>\\d{1,2})(?<mark>[-/.]|\\. )(?<second>\\d{1,2})\\k<mark>${year}${end}\\.?`,
  // 2019
  '(?<year>[12]\\d{3})(?![\\d:/.-])',
].map((source) => new RegExp(source, 'uy'))

/** The date that begins at a place of a text; `undefined` when none does. */
export function findDate(text: string, at: number): FoundDate | undefined {
  for (const shape of shapes) {
    shape.lastIndex = at
    const fields = shape.exec(text)?.groups
    const candidates = fields ? candidatesOf(fields).filter(isDay) : []
    if (fields && candidates.length > 0) return {end: shape.lastIndex, candidates, isShort: fields.short !== undefined, isDotted: fields.mark?.startsWith('.') ?? false}
  }
  return undefined
}

function candidatesOf(fields: Fields): LocalTime[] {
  const years = yearsOf(fields)
  return years.flatMap((ofYear) => monthsAndDays(fields).map(([month, day]): LocalTime => ({
    year: ofYear,
    ...(month !== undefined && {month}),
    ...(day !== undefined && {day}),
  }))).filter((date) => fields.era === undefined || eraYear(fields.era, fields.eraYear ?? '', date) === date.year)
}

/** RFC 5322 §4.3: 00–49 are years of this century, all others count from 1900. */
function yearsOf({era, eraYear: inEra, short, year: whole}: Fields): number[] {
  if (era !== undefined) return [eraYear(era, inEra ?? '')].flatMap((one) => one ?? [])
  if (short !== undefined) return [Number(short) + (short.length === 2 && Number(short) < 50 ? 2000 : 1900)]
  return [Number(whole)]
}

/** Every reading of month and day; one, but for numbers that can both be months, and for a month that is another one beside a dot. */
function monthsAndDays({first, second, month, word: name, day, ordinal: dot}: Fields): (readonly [number | undefined, number | undefined])[] {
  if (first !== undefined) {
    const [one, other] = [Number(first), Number(second)]
    return one === other ? [[one, other]] : [[one, other], [other, one]]
  }
  const ofDay = day === undefined ? undefined : Number(day)
  if (name === undefined) return [[month === undefined ? undefined : Number(month), ofDay]]
  const ofName = monthOf(name)
  if (ofName === undefined) return []
  // Polish “24 listopada” is a day of November, Croatian “24. listopada” of October.
  return name.toLowerCase() === 'listopada' && (ofDay === undefined || dot === '.') ? [[ofName, ofDay], [10, ofDay]] : [[ofName, ofDay]]
}

function isDay({year: ofYear, month, day}: LocalTime): boolean {
  if (ofYear < 1 || (month !== undefined && !(month >= 1 && month <= 12))) return false
  return day === undefined || (month !== undefined && day >= 1 && day <= daysIn(ofYear, month))
}

function daysIn(ofYear: number, month: number): number {
  const leap = (ofYear % 4 === 0 && ofYear % 100 !== 0) || ofYear % 400 === 0
  return month === 2 ? (leap ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31
}
