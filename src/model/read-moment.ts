import {months, weekdays} from './calendar-words.ts'
import {readClock} from './read-clock.ts'
import type {LocalTime, Moment, Zone} from './moment.ts'
import {readZone} from './read-zone.ts'

/** Longest date that is read, in UTF-16 units. */
const maxLength = 120

const gap = '[ ,，、.·]*'
const east = {
  date: '(?<year>\\d{4}) ?[年년] ?(?<month>\\d{1,2}) ?[月월](?: ?(?<day>\\d{1,2}) ?[日号號일])?',
  weekday: '[（(]?(?<weekday>(?:星期|礼拜|禮拜|周|週)[一二三四五六日天]|[日月火水木金土](?:曜日?)?|[일월화수목금토](?:요일)?)[)）]?',
  part: '上午|下午|中午|正午|凌晨|清晨|早上|早晨|傍晚|晚上|晚间|晚間|夜里|夜裡|午前|午後|오전|오후|[AaPp]\\.?[Mm]\\.?',
  clock: '\\d{1,2}(?: ?: ?\\d{1,2}(?: ?: ?\\d{1,2})?| ?[点點时時시] ?(?:半|整|\\d{1,2} ?[分분] ?(?:\\d{1,2} ?[秒초])?)?)',
}
const zone = '(?<zone>[([]? ?(?:[A-Za-z]|[+−–-] ?\\d|\\p{Script=Han}|\\p{Script=Hangul})[^,]*)'
const dashed = '(?<year>\\d{4})(?:(?<mark>[-/.]) ?(?<month>\\d{1,2})(?:\\k<mark> ?(?<day>\\d{1,2})\\.?)?)'
const word = '[\\p{L}][\\p{L}-]*\\.?'
const clock = '\\d{1,2}(?:[:.]\\d{2}(?:[:.]\\d{2}(?:[.,]\\d{1,9})?)?)?'
const half = '[AaPp]\\.?[Mm]\\.?'
const time = `(?<clock>${clock})(?: ?Uhr)?(?: ?(?<after>${half}))?`
const joint = '(?: ?, ?| - | – )? ?(?:at |um |à |a las |alle |alle ore |às |as |om |kl\\.? |on )?'
const english = [
  `(?:de )?(?<month>${word}) (?<day>\\d{1,2})(?:st|nd|rd|th)?,? (?<year>\\d{4})`,
  `(?<day>\\d{1,2})(?:st|nd|rd|th|er|º|\\.)?[ -](?:of |de )?(?<month>${word})(?:,| de| del)?[ -](?<year>\\d{4})`,
]

/** Whole strings only; each alternative names its fields. */
const grammar: readonly RegExp[] = [
  // 2015年11月22日,星期日,下午7:48 · 星期三 2018年12月26日 12:07 · 2018년 2월 1일 (목) 오전 3:52
  `(?:(?<lead>北京时间|北京時間) ?)?${east.date}(?:${gap}${east.weekday})?${eastTime()}`,
  `${east.weekday}${gap}${east.date}${eastTime()}`,
  // 2024-03-07 09:34 · 2018-02-01T03:52:00.5+08:00 · 2018/12/26(水) 12:07 · 2018. 2. 1. 오전 3:52
  `${dashed}(?:${gap}${east.weekday})?(?:(?:[Tt]|${gap})(?<part>${east.part})? ?(?<clock>${clock})(?: ?(?<after>${half}))?(?:,? ?${zone})?)?`,
  // Thu, Feb 1, 2018 at 3:52 AM · January 31, 2018 at 11:54:30 PM PST · Thu, 1 Feb 2018 03:52:00 -0800 (PST)
  ...english.map((date) => `(?:(?<weekday>${word}),? )?(?:den |the |el )?${date}(?: ?\\((?<weekday2>${word})\\))?(?:${joint}${time}(?:,? ${zone})?)?`),
  // 3:52 AM PST, February 1, 2018 · 11:54 PM on 31 January 2018
  ...english.map((date) => `${time}(?: (?<zone>[A-Z]{1,5}))?(?:,| on)? (?:(?<weekday>${word}),? )?${date}`),
  // Thu Feb  1 03:52:00 PST 2018 (asctime)
  `(?<weekday>${word}) (?<month>${word}) (?<day>\\d{1,2}) (?<clock>\\d{1,2}:\\d{2}:\\d{2})(?: (?<zone>[A-Z]{1,5}|[+-]\\d{4}))? (?<year>\\d{4})`,
  // 2 March 2024 without a day: March 2024
  `(?<month>${word}) (?<year>\\d{4})`,
  // 2019 · 2019年
  `(?:(?<year>[12]\\d{3})|(?<year2>\\d{4}) ?[年년])`,
  // 12/26/2018: only where one of the two numbers can't be a month
  `(?<first>\\d{1,2})/(?<second>\\d{1,2})/(?<year>\\d{4})(?:,? (?:at )?${time}(?: ${zone})?)?`,
].map((source) => new RegExp(`^${source}$`, 'u'))

/**
 * Reads a date as a mail program or a web page prints it: Chinese, Japanese, Korean, English and the common European
 * forms, RFC 5322 §3.3, ISO 8601. Exact only when the whole text is understood and is a day of the calendar; otherwise
 * `local` is missing and the words are only printed. Nothing is filled in: no year, no order of `2/1/2018`, no zone.
 */
export function readMoment(text: string): Moment {
  const plain = text.length > maxLength ? '' : tidy(text)
  for (const rule of grammar) {
    const fields = rule.exec(plain)?.groups
    const moment = fields && readFields(text, fields)
    if (moment) return moment
  }
  return {asPrinted: text, zone: {state: 'absent'}}
}

function eastTime(): string {
  return `(?:${gap}(?:於|于)?(?<part>${east.part})?${gap}(?<clock>${east.clock})(?: ?(?<after>${half}))?(?:[ ,，]*${zone})?)?`
}

/** Full-width digits and marks made ASCII, all white space one space, Han numerals of a date made digits. */
function tidy(text: string): string {
  const plain = text.normalize('NFKC').replace(/[\u200B-\u200F\u202A-\u202E\u2066-\u2069\uFEFF]/g, '').replace(/\s+/g, ' ').trim()
  return plain.replace(/^[〇零一二三四五六七八九]{4}年(?:[一二三四五六七八九十]{1,3}月(?:[一二三四五六七八九十]{1,3}[日号])?|$)/u, readHanDate)
}

function readHanDate(words: string): string {
  return words.replace(/[〇零一二三四五六七八九十]+/gu, (run) => (run.length === 4 ? [...run].map(digitOf).join('') : String(smallNumber(run))))
}

function digitOf(character: string): number {
  return character === '零' ? 0 : '〇一二三四五六七八九'.indexOf(character)
}

/** `二十六` → 26. */
function smallNumber(run: string): number {
  const [tens = '', ones = ''] = run.includes('十') ? run.split('十') : ['-', run]
  return (tens === '-' ? 0 : tens === '' ? 10 : digitOf(tens) * 10) + (ones === '' ? 0 : digitOf(ones))
}

function readFields(asPrinted: string, fields: Record<string, string | undefined>): Moment | undefined {
  const date = readDate(fields)
  const clockTime = fields.clock === undefined ? {} : readClock(fields.clock, fields.part ?? fields.after)
  const zone = zoneOf(fields)
  const weekday = date && readWeekday(fields.weekday ?? fields.weekday2, date)
  if (!date || !clockTime || !zone || weekday === 'unknown') return undefined
  if (fields.part !== undefined && fields.after !== undefined) return undefined
  if (fields.weekday !== undefined && fields.weekday2 !== undefined) return undefined
  return {asPrinted, local: {...date, ...clockTime}, zone, ...(weekday && {weekday})}
}

function readDate(fields: Record<string, string | undefined>): LocalTime | undefined {
  const [month, day] = monthAndDay(fields)
  const year = Number(fields.year ?? fields.year2)
  if (isYearAlone(fields)) return year < 1 ? undefined : {year}
  if (month === undefined || !(month >= 1 && month <= 12) || year < 1) return undefined
  if (day === undefined) return fields.clock === undefined ? {year, month} : undefined
  return day >= 1 && day <= daysIn(year, month) ? {year, month, day} : undefined
}

function isYearAlone({month, first}: Record<string, string | undefined>): boolean {
  return month === undefined && first === undefined
}

function monthAndDay(fields: Record<string, string | undefined>): readonly [number | undefined, number | undefined] {
  if (fields.first !== undefined) return americanOrEuropean(Number(fields.first), Number(fields.second))
  const words = fields.month ?? ''
  const month = /^\d+$/.test(words) ? Number(words) : months.get(bare(words))
  return [month, fields.day === undefined ? undefined : Number(fields.day)]
}

/** Month and day, where only one order gives a date or both give the same. */
function americanOrEuropean(first: number, second: number): readonly [number | undefined, number | undefined] {
  if (first > 12) return [second, first]
  return second > 12 || first === second ? [first, second] : [undefined, undefined]
}

function daysIn(year: number, month: number): number {
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
  return month === 2 ? (leap ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31
}

function zoneOf(fields: Record<string, string | undefined>): Zone | undefined {
  const words = fields.zone ?? fields.lead
  if (fields.zone !== undefined && fields.lead !== undefined) return undefined
  return words === undefined ? {state: 'absent'} : readZone(words)
}

function readWeekday(words: string | undefined, date: LocalTime): Moment['weekday'] | 'unknown' {
  if (words === undefined) return undefined
  const index = weekdays.get(bare(words.replace(/^(?:星期|礼拜|禮拜|周|週)|(?:曜日?|요일)$/gu, '')))
  if (index === undefined || date.month === undefined || date.day === undefined) return 'unknown'
  return {asPrinted: words, agrees: index === weekdayOf(date.year, date.month, date.day)}
}

/** 0 for Sunday. Zeller's congruence, so that no time zone of the machine comes in. */
function weekdayOf(year: number, month: number, day: number): number {
  const shifted = month < 3 ? month + 12 : month
  const y = month < 3 ? year - 1 : year
  return (day + Math.floor((13 * (shifted + 1)) / 5) + y + Math.floor(y / 4) - Math.floor(y / 100) + Math.floor(y / 400) + 6) % 7
}

function bare(words: string): string {
  return words.toLowerCase().replace(/\.$/, '')
}
