import type {Block} from './blocks.ts'
import {scanTokens, tokensOf} from './scan-tokens.ts'

/** A thing with a name, and how it is spelled in the texts. */
export interface Named {
  readonly id: string
  readonly spellings: readonly string[]
  /** Words in which a spelling is not this. Default: none. */
  readonly notContexts?: readonly string[]
  /** Words in which it is this though it may seem not. Default: none. */
  readonly inContexts?: readonly string[]
}

/** Where a name stands in the text of a block. */
export interface Mention {
  readonly id: string
  /** The spelling of the list that it was found by. */
  readonly spelling: string
  readonly start: number
  readonly end: number
}

/** Finds names in blocks: see {@link nameFinder}. */
export type FindMentions = (block: Pick<Block, 'text'>) => Mention[]

/** What may stand within a name: spaces, points, hyphens. */
const withinName = /^[\s·.\-‐‑‧•・=＝]*$/u

/**
 * Readies a search for many names at once; each text is read once, however many they are. A name is found as whole
 * words (`Sam` is not in `Samuel`), Han names with and without spaces; the longest name that fits counts, and its parts
 * then do not. What stands in one of its `notContexts` is passed over. A name in small letters is also found with capitals.
 */
export function nameFinder(names: readonly Named[]): FindMentions {
  const byFirst = new Map<number, Spelling[]>()
  for (const {id, spellings, notContexts} of names) for (const {spelling, form} of spellings.flatMap((one) => withCapital(one).map((own) => ({spelling: one, form: own})))) {
    const hashes = tokensOf(form).map(({hash}) => hash)
    const [first] = hashes
    if (first === undefined) continue
    const list = byFirst.get(first) ?? []
    list.push({id, spelling, hashes, letters: lettersOf(form), ...(notContexts && {not: notContexts.filter((one) => one.includes(form)).flatMap((one) => placesIn(one, form))})})
    byFirst.set(first, list)
  }
  for (const list of byFirst.values()) list.sort((a, b) => b.hashes.length - a.hashes.length)
  const filter = new Uint8Array(0x10000)
  for (const hash of byFirst.keys()) filter[hash & 0xffff] = 1
  const mayHold = beginningsIn([...byFirst.values()].flat())
  return ({text}) => (mayHold(text) ? findIn(text, byFirst, filter) : [])
}

/** Names up to which a text is first searched for their beginnings as they stand, which is faster than reading its words. */
const fewNames = 16

/** Whether a text may hold any of the names; full-width letters are read word by word. */
function beginningsIn(spellings: readonly Spelling[]): (text: string) => boolean {
  const beginnings = [...new Set(spellings.map(({letters}) => /^\p{Script=Han}|^[\p{L}\p{M}]+/u.exec(letters)?.[0].slice(0, 3) ?? ''))]
  if (beginnings.length === 0) return () => false
  if (beginnings.length > fewNames || !beginnings.every((one) => /^(?:\p{Script=Han}|[A-Za-z]+)$/u.test(one))) return () => true
  return (text) => beginnings.some((one) => text.includes(one)) || /[\u00ad\u200b-\u200d\u2060\ufeff\uff21-\uff5a]/.test(text)
}

/** Where a form stands in a context: as often as it does. */
function placesIn(context: string, form: string): {context: string; at: number}[] {
  const places = []
  for (let at = context.indexOf(form); at >= 0; at = context.indexOf(form, at + 1)) places.push({context, at})
  return places
}

interface Spelling {
  readonly id: string
  readonly spelling: string
  readonly hashes: readonly number[]
  readonly letters: string
  /** Contexts in which it is another word, and where in each it stands. */
  readonly not?: readonly {readonly context: string; readonly at: number}[]
}

/** Tokens of the text being read; they are read again and again. */
let hashes = new Int32Array(1024)
let starts = new Int32Array(1024)
let ends = new Int32Array(1024)

function findIn(text: string, byFirst: ReadonlyMap<number, readonly Spelling[]>, filter: Uint8Array): Mention[] {
  let count = 0
  let isHopeful = false
  if (text.length > hashes.length) [hashes, starts, ends] = [new Int32Array(text.length * 2), new Int32Array(text.length * 2), new Int32Array(text.length * 2)]
  scanTokens(text, (hash, start, end) => {
    hashes[count] = hash
    starts[count] = start
    ends[count++] = end
    if (filter[hash & 0xffff]) isHopeful = true
  })
  const found: Mention[] = []
  if (!isHopeful) return found
  for (let at = 0; at < count; at++) {
    const hash = hashes[at] ?? 0
    const spelling = filter[hash & 0xffff] ? byFirst.get(hash)?.find((one) => stands(one, {text, at, count})) : undefined
    if (!spelling) continue
    const last = at + spelling.hashes.length - 1
    found.push({id: spelling.id, spelling: spelling.spelling, start: starts[at] ?? 0, end: ends[last] ?? 0})
    at = last
  }
  return found
}

function stands(spelling: Spelling, {text, at, count}: {text: string; at: number; count: number}): boolean {
  const {length} = spelling.hashes
  if (at + length > count) return false
  for (let index = 0; index < length; index++) {
    if (hashes[at + index] !== spelling.hashes[index]) return false
    if (index > 0 && !withinName.test(text.slice(ends[at + index - 1], starts[at + index]))) return false
  }
  if (spelling.not?.some(({context, at: within}) => text.startsWith(context, (starts[at] ?? 0) - within))) return false
  // Hashes may deceive.
  return lettersOf(text.slice(starts[at], ends[at + length - 1])) === spelling.letters
}

function lettersOf(text: string): string {
  return text.normalize('NFKC').replace(/[^\p{L}\p{N}\p{M}%&@#\p{Sc}+<=>]/gu, '')
}

/** A name in small letters, and as it stands at the beginning of a sentence and as a title (`the mayor`: `The mayor`, `The Mayor`). */
function withCapital(spelling: string): string[] {
  if (spelling !== spelling.toLowerCase()) return [spelling]
  const capital = (word: string): string => (word[0]?.toUpperCase() ?? '') + word.slice(1)
  const [article = '', ...rest] = spelling.split(' ')
  return [...new Set([spelling, capital(spelling), spelling.split(' ').map(capital).join(' '), [article, ...rest.map(capital)].join(' ')])]
}
