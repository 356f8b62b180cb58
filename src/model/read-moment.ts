import {weekdaysOf} from './calendar-words.ts'
import {findDate, type FoundDate} from './date-shapes.ts'
import type {LocalTime, Moment, Zone} from './moment.ts'
import {findClock, readClock, type FoundClock} from './read-clock.ts'
import {findZone, readZone} from './read-zone.ts'
import {tidyDate} from './tidy-date.ts'

/** Longest date that is read, in UTF-16 units. */
const maxLength = 120

/** What a text has been found to hold; each at most once. */
interface Found {
  date?: FoundDate
  clock?: FoundClock
  zone?: string
  weekday?: string
  /** True where words say that a day with dots stands before the month: `Uhr`, `klo`, a weekday of a language that writes so. */
  isDayFirst: boolean
}

/** One element at a place: where it ends; `undefined` when it is not there. */
type Reader = (text: string, at: number, found: Found) => number | undefined

/**
 * Reads a date as a mail program or a web page prints it, in any of the languages whose labels are known: RFC 5322 §3.3
 * and its obsolete forms, ISO 8601, Chinese, Japanese (eras included), Korean and European forms. Date, weekday, time and
 * zone stand in any order, each once. Exact only when the whole text is understood and is one day of the calendar;
 * otherwise `local` is missing and the words are only printed. Nothing is filled in: no year, no zone, no order of
 * `3/4/2023`, which counts where a weekday beside it, or a number above 12, leaves one day only.
 *
 * @param options `dotsAreDayFirst`: the words around it are of a language that writes `3.4.2023` for 3 April; default false
 */
export function readMoment(text: string, {dotsAreDayFirst = false} = {}): Moment {
  const unread: Moment = {asPrinted: text, zone: {state: 'absent'}}
  const plain = text.length > maxLength ? '' : tidyDate(text)
  const found = plain === '' ? undefined : findAll(asctimeInOrder(plain))
  if (!found?.date) return unread
  const zone: Zone | undefined = found.zone === undefined ? {state: 'absent'} : readZone(found.zone, {isHead: isHead(found)})
  const clock = found.clock ? readClock(found.clock.words, found.clock.part) : {}
  const date = settle(found.date, found, dotsAreDayFirst)
  if (!zone || !clock || !date || !goTogether(date.local, found)) return unread
  return {asPrinted: text, local: {...date.local, ...clock}, zone, ...(date.weekday && {weekday: date.weekday})}
}

/** `Thu Feb  1 03:52:00 PST 2018`: the year behind the day. */
function asctimeInOrder(plain: string): string {
  return plain.replace(/^(?<day>\p{L}{2,12}\.?,? \p{L}{3,12}\.? \d{1,2}) (?<time>\d{1,2}:\d{2}:\d{2}(?: (?:[A-Z]{1,5}|[+-]\d{4}))?) (?<year>\d{4})$/u, '$<day> $<year> $<time>')
}

/** Everything that stands in a text; `undefined` when some of it is not understood. */
function findAll(text: string): Found | undefined {
  const found: Found = {isDayFirst: false}
  let at = 0
  while (at < text.length) {
    const end = readGap(text, at) ?? firstEnd(text, at, found)
    if (end === undefined || end <= at) return undefined
    at = end
  }
  return found
}

function firstEnd(text: string, at: number, found: Found): number | undefined {
  for (const read of readers) {
    const end = read(text, at, found)
    if (end !== undefined) return end
  }
  return undefined
}

function readGap(text: string, at: number): number | undefined {
  return matchAt(/[ ,、.·]+|-(?= )| [-–] /uy, text, at)?.end
}

const readFiller: Reader = (text, at, found) => {
  const filler = matchAt(/(?<day>uhr|klo|kl\.?|um|saat)(?=[ .\d]|$)|(?<any>at|on|the|à|le|a las?|el|alle(?: ore)?|ore|às|as|em|om|op|den|am|o|v|ve|w(?: dniu)?|dnia|dne|в|о|la(?: ora)?|på|del?)(?= [\p{L}\d])|[於于](?= ?[\p{L}\d])/iuy, text, at)
  // A word before the date may be its weekday; where the date has been read, it leads to the time.
  if (!filler || (!found.date && filler.fields.any !== undefined && weekdaysOf(filler.words).length > 0)) return undefined
  if (filler.fields.day !== undefined) found.isDayFirst = true
  return filler.end
}

const readDate: Reader = (text, at, found) => {
  const date = found.date ? undefined : findDate(text, at)
  if (!date) return undefined
  found.date = date
  // 2018-02-01T03:52
  return text[date.end]?.toLowerCase() === 't' && /\d/.test(text[date.end + 1] ?? '') ? date.end + 1 : date.end
}

const readTime: Reader = (text, at, found) => {
  const clock = found.clock ? undefined : findClock(text, at)
  if (!clock) return undefined
  found.clock = clock
  return clock.end
}

const readZoneAt: Reader = (text, at, found) => {
  const zone = found.zone === undefined ? findZone(text, at, found.clock !== undefined) : undefined
  if (!zone) return undefined
  found.zone = zone.words
  return zone.end
}

const readWeekdayAt: Reader = (text, at, found) => {
  const east = matchAt(/(?<open>[([])? ?(?<name>(?:星期|礼拜|禮拜|周|週)[一二三四五六日天]|[日月火水木金土]曜日?|[일월화수목금토]요일|(?<=\d\., )[VHKP](?=[,. ]|$)|(?:(?<=[([] ?)[一二三四五六]|[日月火水木金土일월화수목금토])(?=[ ,)\]]|$)) ?(?<close>[)\]])?/uy, text, at)
  const west = east ? undefined : matchAt(/(?<open>[([])? ?(?<name>\p{L}(?:[\p{L}\p{M}'’ʼ]|-(?=feira)){1,18}\.?) ?(?<close>[)\]])?/uy, text, at)
  const name = (east ?? west)?.fields.name
  const fields = (east ?? west)?.fields
  if (name === undefined || found.weekday !== undefined || (fields?.open === undefined) !== (fields?.close === undefined)) return undefined
  if (weekdaysOf(dayWord(name)).length === 0) return undefined
  found.weekday = name
  if (west && !/^(?:sun|mon|tue|wed|thu|fri|sat)/i.test(name)) found.isDayFirst = true
  return (east ?? west)?.end
}

const readers: readonly Reader[] = [readDate, readTime, readFiller, readWeekdayAt, readZoneAt]

function dayWord(name: string): string {
  return name.replace(/^(?:星期|礼拜|禮拜|周|週)|(?:曜日?|요일)$/gu, '')
}

/** The one day that a date means, and whether its weekday agrees; `undefined` where several are left. */
function settle({candidates, isDotted}: FoundDate, {weekday, isDayFirst}: Found, dotsAreDayFirst: boolean): {local: LocalTime; weekday: Moment['weekday']} | undefined {
  const days = weekday === undefined ? undefined : weekdaysOf(dayWord(weekday))
  const agrees = (date: LocalTime): boolean => date.month !== undefined && date.day !== undefined && (days ?? []).includes(weekdayOf(date.year, date.month, date.day))
  const agreeing = candidates.filter(agrees)
  // The day of a date with dots is its first number: the second candidate.
  const dayFirst = isDotted && (isDayFirst || dotsAreDayFirst) ? candidates[1] : undefined
  const settled = days === undefined ? dayFirst : agreeing.length === 1 ? agreeing[0] : agreeing.find((one) => one === dayFirst)
  const local = candidates.length === 1 ? candidates[0] : settled
  if (!local || (weekday !== undefined && local.day === undefined)) return undefined
  return {local, weekday: weekday === undefined ? undefined : {asPrinted: weekday, agrees: agrees(local)}}
}

/** A time needs a day, a zone a time; a short year counts in the head of a mail only. */
function goTogether(date: LocalTime, found: Found): boolean {
  if (found.clock && date.day === undefined) return false
  if (found.zone !== undefined && !found.clock) return false
  return !found.date?.isShort || isHead(found)
}

/** Whether a date is written as in the head of a mail (RFC 822 §5.1), with its weekday or zone. */
function isHead({clock, weekday, zone}: Found): boolean {
  return clock !== undefined && /^\d{1,2}:\d{2}/.test(clock.words) && clock.part === undefined && (weekday !== undefined || zone !== undefined)
}

/** 0 for Sunday. Zeller's congruence, so that no time zone of the machine comes in. */
function weekdayOf(year: number, month: number, day: number): number {
  const shifted = month < 3 ? month + 12 : month
  const y = month < 3 ? year - 1 : year
  return (day + Math.floor((13 * (shifted + 1)) / 5) + y + Math.floor(y / 4) - Math.floor(y / 100) + Math.floor(y / 400) + 6) % 7
}

/** What a sticky expression finds at a place, not in the middle of a word or number. */
function matchAt(expression: RegExp, text: string, at: number): {readonly words: string; readonly end: number; readonly fields: Readonly<Record<string, string | undefined>>} | undefined {
  expression.lastIndex = at
  const match = expression.exec(text)
  return match ? {words: match[0], end: at + match[0].length, fields: match.groups ?? {}} : undefined
}
