import type {LocalTime} from './moment.ts'

/** An era that years are counted in: its words, the year before its first, and its first and last day as numbers (20190501). */
interface Era {
  readonly words: readonly string[]
  readonly before: number
  readonly first: number
  readonly last: number
}

/** Meiji from 1873 on: before, Japan counted days by the moon. */
const all: readonly Era[] = [
  {words: ['中華民國', '中华民国', '民國', '民国'], before: 1911, first: 19120101, last: 99991231},
  {words: ['明治'], before: 1867, first: 18730101, last: 19120730},
  {words: ['大正'], before: 1911, first: 19120730, last: 19261225},
  {words: ['昭和'], before: 1925, first: 19261225, last: 19890107},
  {words: ['平成'], before: 1988, first: 19890108, last: 20190430},
  {words: ['令和'], before: 2018, first: 20190501, last: 99991231},
]

/** The words for eras, as alternatives of a regular expression. */
export const eras = all.flatMap(({words}) => words).join('|')

/**
 * The year of the calendar that a year of an era is: 民國105 → 2016, 令和元 → 2019. `undefined` when the era has no such
 * year, or, where a date is given, when it does not reach to it (平成31年5月1日).
 */
export function eraYear(word: string, inEra: string, date?: LocalTime): number | undefined {
  const era = all.find(({words}) => words.includes(word))
  const number = inEra === '元' ? 1 : Number(inEra)
  if (!era || number < 1) return undefined
  const year = era.before + number
  const {month, day} = date ?? {}
  const [from, to] = [year * 10_000 + (month ?? 1) * 100 + (day ?? 1), year * 10_000 + (month ?? 12) * 100 + (day ?? 31)]
  return to >= era.first && from <= era.last ? year : undefined
}
