import {elisionAt, isClippedAt} from './elisions.ts'
import {sidesOf} from './quote-sides.ts'
import {after, before, kindOf} from './script.ts'

/** What a single mark is. `lone` opens or closes nothing, and is no apostrophe that anyone could know. */
export type SingleRole = 'open' | 'close' | 'apostrophe' | 'prime' | 'lone'

/** A single mark as it is read. */
export interface SingleMark {
  readonly at: number
  readonly role: SingleRole
  /** The character that it stands for; `'` where it stays. */
  readonly mark: '‘' | '’' | '′' | "'"
  /** False where it could nearly as well be another character. */
  readonly isSure: boolean
  /** Of a mark that opens, where it is closed; `undefined` where it is not. */
  readonly closedAt?: number
}

/** What reading single marks needs to know beside the text. */
export interface SingleOptions {
  /** Whether the character at an offset is text. */
  readonly isMark: (at: number) => boolean
  /** The double marks that open (`true`) and close (`false`), by offset: a single quotation does not reach across them. */
  readonly doubles: ReadonlyMap<number, boolean>
  /** True when the next paragraph begins with a single mark: a quotation that goes on is then not closed here. */
  readonly continues: boolean
}

/** One way to read a mark: from a state to a state (a quotation is open or not), at a price. */
interface Reading {
  readonly role: SingleRole
  readonly cost: number
  readonly from: 0 | 1
  readonly to: 0 | 1
}

/** What a mark costs that is left over; everything else is weighed against it. */
const loneCost = 3
/** Behind these speech begins, or goes on. */
const begins = /(?:^|[,;:.!?—–]\s*)$/
/** What nobody owns: behind `the clerks'` stands a noun. */
const followsNoOwner = /^'\s(?:and|or|but|nor|is|was|are|were|be|in|on|at|by|for|to|the|an?|of|he|she|it|they|we|you|had|has|have|with|from|as|that|which|who|when|if|so|then|not|will|would)(?!\p{L})/u
/** The next best reading as another character must cost this much more. Found on proof-read books: `tests/corpus/quotes.ts`. */
const sureBy = 0.75

/**
 * Tells quotation marks from apostrophes among the single marks of a block. Each mark has a few readings, each with a
 * price for what stands beside it; of all ways through the block in which marks that open are closed, the cheapest is taken.
 * What another way, hardly dearer, reads as another character is not sure. Takes one pass forwards and one back.
 *
 * @returns every single mark, in order
 */
export function readSingles(text: string, options: SingleOptions): SingleMark[] {
  const plain = text.replace(/[’‘＇]/g, "'")
  const dialect = dialectOf(plain)
  const known = new Map<string, readonly Reading[]>()
  const all: SingleMark[] = []
  const levels: number[][] = [[]]
  const settle = (): void => {
    const isLast = levels.length === 1
    for (const mark of readLevel({text, plain, dialect, known}, levels.pop() ?? [], options.continues && isLast)) all.push(mark)
    if (levels.length === 0) levels.push([])
  }
  for (const {index: at, 0: mark} of text.matchAll(/['＇‘’"＂“”]/g)) {
    const double = options.doubles.get(at)
    if (double === true) levels.push([])
    else if (double === false) settle()
    else if (/['＇‘’]/.test(mark) && options.isMark(at)) levels.at(-1)?.push(at)
  }
  while (levels.length > 1) settle()
  settle()
  return all.sort((a, b) => a.at - b.at)
}

type Dialect = 0 | 1 | 2

interface Words {
  readonly text: string
  /** The same with every single mark as `'`, so that a text reads the same before and after. */
  readonly plain: string
  /** How much of it is speech written as it sounds: 0 none, 1 some, 2 much. */
  readonly dialect: Dialect
  /** The readings of marks by what stands around them. */
  readonly known: Map<string, readonly Reading[]>
}

function readLevel(words: Words, places: readonly number[], continues: boolean): SingleMark[] {
  const readings = places.map((at) => knownReadings(words, at))
  const behind = costsBehind(readings, continues)
  const marks: SingleMark[] = []
  let state: 0 | 1 = 0
  let opened: {index: number; at: number} | undefined
  const forwards = costsBefore(readings)
  places.forEach((at, index) => {
    const onward = ({cost, to}: Reading): number => cost + (behind[2 * index + 2 + to] ?? Infinity)
    const costOf = (one: Reading): number => (forwards[2 * index + one.from] ?? Infinity) + onward(one)
    let best: Reading | undefined
    for (const one of readings[index] ?? []) if (one.from === state && (!best || onward(one) < onward(best))) best = one
    if (!best) return
    const mark = markOf(best.role, words.text.charAt(at))
    let other = Infinity
    for (const one of readings[index] ?? []) if (markOf(one.role, words.text.charAt(at)) !== mark) other = Math.min(other, costOf(one))
    marks.push({at, role: best.role, mark, isSure: best.role !== 'lone' && other - costOf(best) >= sureBy})
    if (best.role === 'open') opened = {index: marks.length - 1, at}
    else if (best.role === 'close' && opened) {
      marks[opened.index] = {...(marks[opened.index] as SingleMark), closedAt: at}
      opened = undefined
    }
    state = best.to
  })
  return marks
}

/** What it costs to come to each mark in each of the two states: two numbers a mark, and two for the end. */
function costsBefore(readings: readonly (readonly Reading[])[]): Float64Array {
  const costs = new Float64Array(2 * readings.length + 2).fill(Infinity)
  costs[0] = 0
  readings.forEach((options, index) => {
    for (const {cost, from, to} of options) lower(costs, 2 * index + 2 + to, (costs[2 * index + from] ?? 0) + cost)
  })
  return costs
}

/** What it costs to go on from each mark in each of the two states. */
function costsBehind(readings: readonly (readonly Reading[])[], continues: boolean): Float64Array {
  const costs = new Float64Array(2 * readings.length + 2).fill(Infinity)
  costs[2 * readings.length] = 0
  if (continues) costs[2 * readings.length + 1] = 0.3
  for (let index = readings.length - 1; index >= 0; index--) {
    for (const {cost, from, to} of readings[index] ?? []) lower(costs, 2 * index + from, (costs[2 * index + 2 + to] ?? 0) + cost)
  }
  return costs
}

function lower(costs: Float64Array, at: number, cost: number): void {
  costs[at] = Math.min(costs[at] ?? Infinity, cost)
}

function markOf(role: SingleRole, written: string): SingleMark['mark'] {
  if (role === 'open') return '‘'
  if (role === 'prime') return '′'
  if (role !== 'lone') return '’'
  return written === '‘' || written === '’' ? written : "'"
}

/** Farther from a mark than this, in UTF-16 units, nothing tells how it is read. */
const reach = 16

/** Marks with the same around them share their readings, which else fill the memory where there are very many. */
function knownReadings(words: Words, at: number): readonly Reading[] {
  const start = Math.max(0, at - reach)
  const around = `${at - start}${words.text.charAt(at)}${words.plain.slice(start, at + reach + 1)}`
  const known = words.known.get(around) ?? readingsAt(words, at)
  words.known.set(around, known)
  return known
}

function readingsAt(words: Words, at: number): Reading[] {
  const readings: Reading[] = []
  const written = words.text.charAt(at)
  if (written !== '‘') {
    const prime = primeCost(words.plain, at)
    if (prime === 0) return anyState('prime', 0)
    if (prime !== undefined && written !== '’') readings.push(...anyState('prime', prime))
  }
  const left = before(words.plain, at)
  const right = after(words.plain, at + 1)
  if (isLatin(left) && isLatin(right) && written !== '‘') return anyState('apostrophe', 0)
  const sides = sidesOf(words.plain, at)
  // Behind a letter a mark that does not open closes or is an apostrophe, which is the same character.
  if (sides.opens || !isLatin(left) || /\d/.test(left ?? '')) readings.push(...anyState('lone', loneCost))
  if (sides.opens && written !== '’') readings.push(...opening(words, at))
  if (sides.closes && written !== '‘') readings.push({role: 'close', cost: closeCost(words.plain, at), from: 1, to: 0})
  if (written !== '‘') readings.push(...anyState('apostrophe', apostropheCost(words, at, sides)))
  return readings
}

function anyState(role: SingleRole, cost: number): Reading[] {
  return [{role, cost, from: 0, to: 0}, {role, cost, from: 1, to: 1}]
}

/** A quotation of verse may open each of its lines, and close only in the last. */
function opening({plain, dialect}: Words, at: number): Reading[] {
  const elision = isLatin(before(plain, at)) ? undefined : elisionAt(plain, at)
  const isWhole = elision === 'year' && /^'\d\ds?'/.test(plain.slice(at, at + 5))
  const cost = elision === 'surely' ? 2.5 : elision === 'year' && !isWhole ? 2 : elision === 'perhaps' ? 0.5 + 0.5 * dialect : dropsH(plain, at) ? 1.1 * dialect : 0
  const isLine = /(?:^|\u2028)\s*$/.test(plain.slice(Math.max(0, at - 3), at))
  return [{role: 'open', cost, from: 0, to: 1}, ...(isLine ? [{role: 'open', cost: cost + 0.3, from: 1, to: 1} as const] : [])]
}

/** Behind the marks that end a sentence a quotation ends; between two words it hardly does. */
function closeCost(plain: string, at: number): number {
  const left = before(plain, at) ?? ''
  if (!/[\p{L}\p{N}]/u.test(left) || kindOf(left) === 'han') return 0
  const rest = plain.slice(at + 1, at + 3)
  return /^\s\p{Ll}/u.test(rest) ? 0.8 : /^\s/.test(rest) ? 0.3 : 0.2
}

function apostropheCost(words: Words, at: number, {opens, closes}: {opens: boolean; closes: boolean}): number {
  const {plain} = words
  const leading = opens ? leadingCost(words, at) : Infinity
  const trailing = closes ? trailingCost(words, at) : Infinity
  return Math.min(leading, trailing, isLatin(before(plain, at)) || isLatin(after(plain, at + 1)) ? 5 : Infinity)
}

function leadingCost({plain, dialect}: Words, at: number): number {
  if (!isLatin(after(plain, at + 1))) return Infinity
  const elision = elisionAt(plain, at)
  if (elision === 'year' || elision === 'surely') return 0
  if (elision === 'perhaps') return dialect ? 1 - dialect / 2 : /^'\p{L}+'(?!\p{L})/u.test(plain.slice(at, at + 12)) || beginsSpeech(plain, at) || /^'\p{Lu}/u.test(plain.slice(at, at + 2)) ? 2.7 : 1.2
  return dialect > 0 && dropsH(plain, at) ? 1.2 - 0.6 * dialect : 4
}

/** A word without its h, in speech written as it sounds. */
function dropsH(plain: string, at: number): boolean {
  return /^'[aeiou]/i.test(plain.slice(at, at + 2)) && !beginsSpeech(plain, at)
}

function beginsSpeech(plain: string, at: number): boolean {
  return begins.test(plain.slice(Math.max(0, at - 3), at))
}

function trailingCost({plain, dialect}: Words, at: number): number {
  const left = before(plain, at)
  if (!isLatin(left) || /\d/.test(left ?? '')) return /\d/.test(left ?? '') ? 4 : 5
  const isBetween = /^'\s\p{Ll}/u.test(plain.slice(at, at + 3))
  if (isClippedAt(plain, at)) return isBetween || dialect > 0 ? 0.2 : 0.6
  if (/[sxz]/i.test(left ?? '')) return !isBetween ? 1.2 : followsNoOwner.test(plain.slice(at, at + 9)) ? 1.6 : 0.6
  return dialect > 0 ? 1.5 : 2.7
}

/** Feet, or minutes of arc: 0 where what stands beside proves it, a price where no more than a number does. */
function primeCost(plain: string, at: number): number | undefined {
  const left = plain.slice(Math.max(0, at - 12), at)
  const rest = plain.slice(at, at + 14)
  if (!/[\d½¼¾⅓⅔⅛]$/.test(left)) return undefined
  if (/[°º]\s?\d{1,2}(?:[.,]\d+)?$/.test(left)) return 0
  if (/(?<![\d.,])\d{1,3}$/.test(left) && /^'\s?-?\s?\d{1,2}(?:[.,]\d+|[\s-]?\d+\/\d+|[½¼¾⅓⅔⅛])?(?:["″”]|'')/.test(rest)) return 0
  if (/^'\s?[x×]\s?\d/.test(rest) || /\d'?\s?[x×]\s?\d+(?:\.\d+)?$/.test(left)) return 0
  if (/(?<![\d.,'])\d$/.test(left) && /^'\d{1,2}(?![\d\p{L}'])/u.test(rest)) return 0
  if (/(?<!\d)\d{4,}$/.test(left)) return undefined
  return /^'(?:[\s,.;)×]|$)/.test(rest) ? 1 : undefined
}

/** Speech written as it sounds: where two words are clipped, a third is likelier clipped than quoted. */
function dialectOf(plain: string): Dialect {
  let clips = 0
  for (const {index} of plain.matchAll(/'/g)) {
    const isInside = isLatin(before(plain, index)) && isLatin(after(plain, index + 1))
    if (isInside || plain.slice(index, index + 3) === "'n'" || plain.slice(index - 2, index + 1) === "'n'") continue
    const elision = isLatin(before(plain, index)) ? undefined : elisionAt(plain, index)
    if (elision === 'surely' || isClippedAt(plain, index)) clips++
    if (clips >= 5) return 2
  }
  return clips >= 2 ? 1 : 0
}

function isLatin(character: string | undefined): boolean {
  return character !== undefined && /[\p{L}\p{N}]/u.test(character) && kindOf(character) === 'other'
}
