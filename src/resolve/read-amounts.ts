import {currenciesOf, currencyBefore, hanCurrency, latinCurrency} from './currencies.ts'
import type {AmountFigure} from './read-figures.ts'
import {digitNumber, hanNumber, readDigits, readHan, readScaled, readWords, scaledNumber, wordNumber} from './read-number.ts'

const scales: Readonly<Record<string, number>> = {k: 1e3, thousand: 1e3, m: 1e6, mn: 1e6, million: 1e6, b: 1e9, bn: 1e9, billion: 1e9, tn: 1e12, trillion: 1e12}
const latinScale = String.raw`(?:thousand|million|billion|trillion|tn|mn?|bn?|k)(?![\p{L}])`
const longScale = String.raw`(?:thousand|million|billion|trillion|bn|mn|tn)(?![\p{L}])`
const notWithin = String.raw`(?<!\d|\d[.,'’])`
/** Not behind what makes a number vague: 数十亿, 几万, 上千. */
const notVague = '(?<![数數几幾好上第每〇零一二两三四五六七八九十百千万萬亿億\\d])'

const before = new RegExp(String.raw`(?<currency>${currencyBefore})\s?(?:(?<scaled>${scaledNumber})|(?<number>${digitNumber})(?:[\s-]?(?<scale>${latinScale}))?)(?:\s?元)?`, 'giu')
const behind = new RegExp(String.raw`${notWithin}(?<number>${digitNumber})(?:[\s-]?(?<scale>${latinScale}))?[\s-]?(?<currency>${latinCurrency})`, 'giu')
const scaledOnly = new RegExp(String.raw`${notWithin}(?<number>${digitNumber})[\s-]?(?<scale>${longScale})`, 'giu')
const inWords = new RegExp(String.raw`(?<words>${wordNumber})(?:[\s-](?<currency>${latinCurrency}))?`, 'giu')
const scaledHan = new RegExp(String.raw`${notWithin}(?<scaled>${scaledNumber})\s*[多余餘]?\s*(?<currency>${hanCurrency})?`, 'gu')
const digitsHan = new RegExp(String.raw`${notWithin}(?<number>${digitNumber})\s*[多余餘]?\s*(?<currency>${hanCurrency})`, 'gu')
const allHan = new RegExp(String.raw`${notVague}(?<han>${hanNumber})[多余餘]?(?<currency>${hanCurrency})?`, 'gu')
const grouped = new RegExp(String.raw`(?<![\d\p{L}.,:'’]|[$€£¥]\s?)(?<number>\d{1,3}(?:[,'’\u00a0\u2009\u202f]\d{3})+)(?![\d]|[.,:]\d|\s?%)`, 'gu')
const bare = new RegExp(String.raw`(?<![\d\p{Script=Latin}.,:/-])(?<number>${digitNumber})(?![\d\p{Script=Latin}]|[:/]\d|\s?[%‰])`, 'gu')

/** Numbers under this are no amounts unless a currency says so. */
const leastCount = 1000
const leastPossible = 100

/** Amounts of money, and of thousands and more. */
export function readAmounts(text: string, isLoose: boolean): AmountFigure[] {
  const least = isLoose ? leastPossible : leastCount
  return [before, behind, scaledOnly, inWords, scaledHan, digitsHan, allHan, grouped, ...(isLoose ? [bare] : [])]
    .flatMap((pattern) => [...text.matchAll(pattern)].map((match) => amountOf(match, text)))
    .filter((one) => (one.currencies ? !isIdiom(one) : one.values.some((value) => value >= least) && (isLoose || !/^(?:an?|half\sa)\s/i.test(one.words))))
}

function amountOf(match: RegExpExecArray, text: string): AmountFigure {
  const {number, scale, scaled, words, han, currency} = match.groups ?? {}
  const after = text.slice(match.index + match[0].length)
  const factor = scales[(scale ?? (currency !== undefined && number !== undefined && scaled === undefined ? scaleOfRange(after) : '')).toLowerCase()] ?? 1
  const values = scaled !== undefined ? readScaled(scaled) : words !== undefined ? [readWords(words)] : han !== undefined ? [readHan(han)] : readDigits(number ?? '')
  const currencies = currenciesOf(currency)
  return {kind: 'amount', words: match[0].trimEnd(), start: match.index, values: values.map((one) => one * factor), currencies, isCount: currencies === undefined && isCounted(after)}
}

/** `$1–2 million`: the scale is that of both. */
const range = new RegExp(String.raw`^\s?(?:[-–—~～]|to\s|and\s|or\s)\s?(?:${currencyBefore})?\s?(?:${digitNumber})\s?(?<scale>${latinScale})`, 'iu')

function scaleOfRange(after: string): string {
  return range.exec(after)?.groups?.['scale'] ?? ''
}

/** 二元 and 一元 are words, not sums. */
function isIdiom({words}: AmountFigure): boolean {
  return /^[一二三多]元/.test(words)
}

/** Words that go on after an amount, where another word names what is counted. */
const goesOn = 'in|of|for|from|to|and|or|on|by|at|as|was|is|are|were|per|a|an|the|has|have|had|will|would|which|that|with|within|this|last|next|then|than|more|less|plus|each|total|altogether|due|paid|back|now|not|only|before|after|until|since|out|over|if|so|but|when|we|you|he|she|it|they|I'
const latinNoun = new RegExp(String.raw`^[\s-]+(?!(?:${goesOn})(?![\p{L}]))\p{Script=Latin}`, 'iu')
const hanNoun = /^\s*(?:人|个|個|名|户|戶|次|件|吨|噸|米|公里|里|辆|輛|台|天|年|小时|份|封|只|条|张|本|家|所|间|棵|头|座|层|页|字|票|股|桶|升|克|斤|度|分钟|秒|倍|位|艘|箱|袋|平方)/u

function isCounted(after: string): boolean {
  return latinNoun.test(after) || hanNoun.test(after)
}
