import {months} from '../model/calendar-words.ts'

/** An amount, a date or a percentage in a text. */
export type Figure =
  | {readonly kind: 'amount'; readonly words: string; readonly start: number; readonly value: number; readonly currency: string | undefined}
  | {readonly kind: 'percentage'; readonly words: string; readonly start: number; readonly value: number}
  | {readonly kind: 'date'; readonly words: string; readonly start: number; readonly year?: number; readonly month?: number; readonly day?: number}

const number = '\\d[\\d,]*(?:\\.\\d+)?'
const scales: Readonly<Record<string, number>> = {千: 1e3, 万: 1e4, 萬: 1e4, 百万: 1e6, 百萬: 1e6, 亿: 1e8, 億: 1e8, 十亿: 1e9, 万亿: 1e12, 萬億: 1e12, k: 1e3, thousand: 1e3, m: 1e6, mn: 1e6, million: 1e6, b: 1e9, bn: 1e9, billion: 1e9, trillion: 1e12}
const currencies: Readonly<Record<string, string>> = {
  美元: 'usd', 美金: 'usd', $: 'usd', us$: 'usd', dollar: 'usd', dollars: 'usd', usd: 'usd', 元: 'cny', 人民币: 'cny', 人民幣: 'cny', cny: 'cny', rmb: 'cny', '¥': 'yen', 日元: 'yen', 日圆: 'yen', yen: 'yen',
  欧元: 'eur', 歐元: 'eur', '€': 'eur', euro: 'eur', euros: 'eur', eur: 'eur', 英镑: 'gbp', 英鎊: 'gbp', '£': 'gbp', pound: 'gbp', pounds: 'gbp', gbp: 'gbp', 港元: 'hkd', 港币: 'hkd', hkd: 'hkd', francs: 'chf', chf: 'chf', crowns: 'crown',
}
const hanScale = '万亿|萬億|十亿|百万|百萬|千|万|萬|亿|億'
const hanCurrency = '美元|美金|人民币|人民幣|欧元|歐元|英镑|英鎊|港元|港币|日元|日圆|元'
const latinScale = 'thousand|million|billion|trillion'
const latinCurrency = 'dollars?|euros?|pounds?|yen|francs|crowns|USD|EUR|GBP|CNY|RMB|CHF|HKD'
const month = [...months.keys()].filter((one) => /^[a-z]{3,}$/.test(one)).sort((a, b) => b.length - a.length).join('|')

const amounts: readonly RegExp[] = [
  new RegExp(`(?<!\\d|\\d[.,])(?<number>${number})\\s*(?:(?<scale>${hanScale})\\s*(?<currency>${hanCurrency})?|(?<only>${hanCurrency}))`, 'gu'),
  new RegExp(`(?<currency>US\\$|[$€£¥])\\s?(?<number>${number})(?:\\s?(?<scale>${latinScale}|k|mn?|bn?)(?![\\p{L}]))?`, 'giu'),
  new RegExp(`(?<![\\d$€£¥]|\\d[.,])(?<number>${number})\\s(?:(?<scale>${latinScale})(?:\\s(?<currency>${latinCurrency}))?|(?<only>${latinCurrency}))(?![\\p{L}])`, 'giu'),
]
const percentages: readonly RegExp[] = [new RegExp(`(?<!\\d|\\d[.,])(?<number>${number})\\s?(?:[%％]|per\\s?cent(?![\\p{L}]))`, 'giu'), new RegExp(`百分之\\s?(?<number>${number})`, 'gu')]
const dates: readonly RegExp[] = [
  /(?<!\d)(?<year>(?:1[5-9]|20)\d\d)\s*年(?:\s*(?<month>1[0-2]|0?[1-9])\s*月(?:\s*(?<day>3[01]|[12]\d|0?[1-9])\s*[日号號])?)?/gu,
  /(?<![\d年]\s?)(?<month>1[0-2]|0?[1-9])\s*月\s*(?<day>3[01]|[12]\d|0?[1-9])\s*[日号號]/gu,
  /(?<![\d-])(?<year>(?:1[5-9]|20)\d\d)-(?<month>1[0-2]|0[1-9])-(?<day>3[01]|[12]\d|0[1-9])(?![\d-])/gu,
  new RegExp(`(?<![\\p{L}])(?<name>${month})\\.?\\s(?<day>3[01]|[12]\\d|0?[1-9])(?:st|nd|rd|th)?(?!\\d)(?:,?\\s(?<year>(?:1[5-9]|20)\\d\\d)(?!\\d))?`, 'giu'),
  new RegExp(`(?<!\\d)(?<day>3[01]|[12]\\d|0?[1-9])(?:st|nd|rd|th)?\\s(?:of\\s)?(?<name>${month})(?![\\p{L}])\\.?(?:,?\\s(?<year>(?:1[5-9]|20)\\d\\d)(?!\\d))?`, 'giu'),
  new RegExp(`(?<![\\p{L}])(?<name>${month})\\.?\\s(?<year>(?:1[5-9]|20)\\d\\d)(?!\\d)`, 'giu'),
  /(?<=(?:^|[^\p{L}])(?:in|since|by|until|of|before|after|during|from)\s)(?<year>(?:1[5-9]|20)\d\d)(?![\d.,]\d|\d|\s*[%年])/giu,
]

/** Amounts of money or of thousands and more, percentages, and dates, in the order of the text; none within another. */
export function readFigures(text: string): Figure[] {
  if (!/\d/.test(text)) return []
  const found: Figure[] = [
    ...all(text, dates).map((match): Figure => ({kind: 'date', ...wordsOf(match), ...dateOf(match.groups ?? {})})),
    ...all(text, percentages).map((match): Figure => ({kind: 'percentage', ...wordsOf(match), value: valueOf(match.groups?.['number'] ?? '')})),
    ...all(text, amounts).map((match): Figure => ({kind: 'amount', ...wordsOf(match), ...amountOf(match.groups ?? {})})),
  ]
  const kept: Figure[] = []
  for (const figure of found.sort((a, b) => a.start - b.start || b.words.length - a.words.length)) {
    const last = kept.at(-1)
    if (!last || figure.start >= last.start + last.words.length) kept.push(figure)
  }
  return kept
}

/** Whether a figure says no more than another does: `2018` is in `2018-02-01`, an amount without currency in one with it. */
export function isWithin(figure: Figure, other: Figure): boolean {
  if (figure.kind === 'date') {
    if (other.kind !== 'date') return false
    return (['year', 'month', 'day'] as const).every((part) => figure[part] === undefined || figure[part] === other[part])
  }
  if (other.kind !== figure.kind || Math.abs(figure.value - other.value) > 1e-9 * Math.abs(figure.value)) return false
  if (figure.kind === 'percentage' || other.kind === 'percentage') return true
  return figure.currency === undefined || other.currency === undefined || figure.currency === other.currency
}

function all(text: string, patterns: readonly RegExp[]): RegExpExecArray[] {
  return patterns.flatMap((pattern) => [...text.matchAll(pattern)])
}

function wordsOf(match: RegExpExecArray): {words: string; start: number} {
  return {words: match[0], start: match.index}
}

function valueOf(digits: string): number {
  return Number(digits.replaceAll(',', ''))
}

function amountOf({number: digits = '', scale, currency, only}: Record<string, string | undefined>): {value: number; currency: string | undefined} {
  const factor = scale === undefined ? 1 : (scales[scale.toLowerCase()] ?? 1)
  return {value: valueOf(digits) * factor, currency: currencies[(currency ?? only ?? '').toLowerCase()]}
}

function dateOf({year, month: digits, name, day}: Record<string, string | undefined>): {year?: number; month?: number; day?: number} {
  const found = name === undefined ? digits && Number(digits) : months.get(name.toLowerCase())
  return {...(year && {year: Number(year)}), ...(found && {month: found}), ...(day && {day: Number(day)})}
}
