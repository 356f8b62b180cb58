import type {LocalTime} from './moment.ts'

/** Hours that a word for a part of the day can stand before, and how many to add to each. */
interface Part {
  readonly words: RegExp
  /** Hour as printed to hour of 24; `undefined`: the word and the hour don't go together, or leave two readings. */
  readonly hour: (printed: number) => number | undefined
}

const within = (low: number, high: number, add: number) => (hour: number) => (hour >= low && hour <= high ? hour + add : undefined)

const parts: readonly Part[] = [
  {words: /^(?:a\.? ?m\.?|öö)$/iu, hour: (hour) => (hour === 12 ? 0 : within(1, 11, 0)(hour))},
  {words: /^(?:p\.? ?m\.?|ös)$/iu, hour: (hour) => (hour === 12 ? 12 : within(1, 11, 12)(hour))},
  // CLDR's zh, ja and ko print 12 with 上午, 午前, 오전 for the first hour of the day.
  {words: /^(?:上午|午前|오전)$/, hour: (hour) => (hour === 12 ? 0 : within(0, 11, 0)(hour))},
  {words: /^(?:下午|午後|오후)$/, hour: (hour) => within(0, 11, 12)(hour) ?? within(12, 23, 0)(hour)},
  {words: /^(?:中午|正午)$/, hour: (hour) => within(11, 12, 0)(hour) ?? within(1, 2, 12)(hour) ?? within(13, 14, 0)(hour)},
  {words: /^凌晨$/, hour: (hour) => (hour === 12 ? 0 : within(0, 6, 0)(hour))},
  {words: /^(?:清晨|早上|早晨)$/, hour: within(3, 11, 0)},
  {words: /^傍晚$/, hour: (hour) => within(4, 8, 12)(hour) ?? within(16, 20, 0)(hour)},
  // 晚上 12 may end this day or begin it.
  {words: /^(?:晚上|晚间|晚間|夜里|夜裡)$/, hour: (hour) => within(5, 11, 12)(hour) ?? within(17, 23, 0)(hour)},
]

/** A time of day found at a place of a text, and the word for the part of the day beside it. */
export interface FoundClock {
  readonly words: string
  readonly part: string | undefined
  /** Where it ends, in UTF-16 units. */
  readonly end: number
}

const half = '(?:[AaPp]\\.? ?[Mm]\\.?|Ö[ÖS])(?![\\p{L}])'
const part = `上午|下午|中午|正午|凌晨|清晨|早上|早晨|傍晚|晚上|晚间|晚間|夜里|夜裡|午前|午後|오전|오후|${half}`
const east = '\\d{1,2} ?(?:[点點时時시](?!间|間) ?(?:半|整|\\d{1,2} ?[分분] ?(?:\\d{1,2} ?[秒초])?)?)'
const west = '\\d{1,2}(?: ?: ?\\d{1,2}(?: ?: ?\\d{1,2}(?:[.,]\\d{1,9})?)?|\\.\\d{2}(?:\\.\\d{2})?)(?![\\d/]|\\.\\d)'
const words = ' ?[hH](?: ?\\d{2})?(?![\\p{L}\\d])| Uhr(?! ?\\p{L}\\p{Ll})'
/** `下午 3:59:10` · `3 PM` · `15.59` · `7点半` · `15h59` · `15 Uhr` */
const shape = new RegExp(`(?:(?<before>${part}) ?)?(?<clock>${east}|${west}|\\d{1,2}(?:${words})|\\d{1,2}(?= ?${half})|(?<=(?:${part}) ?)\\d{1,2}(?![\\d:/.-]))(?: ?(?<after>${half}))?`, 'uy')

/** The time of day that begins at a place of a text; `undefined` when none does, or two words say which half of the day. */
export function findClock(text: string, at: number): FoundClock | undefined {
  shape.lastIndex = at
  const fields = shape.exec(text)?.groups
  if (fields?.clock === undefined || (fields.before !== undefined && fields.after !== undefined)) return undefined
  return {words: fields.clock, part: fields.before ?? fields.after, end: shape.lastIndex}
}

/**
 * Reads hours, minutes and seconds as printed (`7:48`, `10:12:32`, `7点半`, `3`) with the word for the part of the day
 * beside them (`下午`, `PM`). `undefined`: no time of day, or one that can be read in two ways.
 */
export function readClock(clock: string, part: string | undefined): Pick<LocalTime, 'hour' | 'minute' | 'second'> | undefined {
  const [hourPrinted, minute, second] = numbersOf(clock)
  if (hourPrinted === undefined || (minute ?? 0) > 59 || (second ?? 0) > 59) return undefined
  // A lone number is an hour only beside a word that says so.
  if (part === undefined && /^\d+$/.test(clock)) return undefined
  const hour = part === undefined ? within(0, 23, 0)(hourPrinted) : parts.find(({words}) => words.test(part))?.hour(hourPrinted)
  if (hour === undefined) return undefined
  return {hour, ...(minute !== undefined && {minute}), ...(second !== undefined && {second})}
}

function numbersOf(clock: string): readonly (number | undefined)[] {
  const whole = clock.replace(/(:\d{2}:\d{2})[.,]\d+$/, '$1').replace('半', '30').replace('整', '0')
  return whole.split(/\D+/).filter(Boolean).map(Number)
}
