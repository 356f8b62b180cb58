import {redactionMark} from '../model/redaction.ts'

/** A word, a number, a sign with a meaning of its own (`%`, `$`), or one Han character. */
export interface Token {
  /** Of its letters: equal tokens have equal hashes, and very nearly the other way round. */
  readonly hash: number
  readonly start: number
  readonly end: number
  readonly isHan: boolean
}

const nothing = 1
const word = 2
const digit = 3
const han = 4
const sign = 5
const joiner = 6
const inside = 7
const kinds = new Uint8Array(0x10000)

/** What a unit of UTF-16 is in a text that is compared, looked up once for each. */
function kindOf(code: number): number {
  const known = kinds[code]
  if (known !== undefined && known > 0) return known
  return (kinds[code] = findKind(code))
}

function findKind(code: number): number {
  if (code >= 0xd800 && code <= 0xdfff) return han
  const character = String.fromCharCode(code)
  if (isApostrophe(code)) return joiner
  if (/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(character)) return han
  if (/[０-９\p{Nd}]/u.test(character)) return digit
  // What the editor took out is a word that nobody can read.
  if (/[\p{L}\p{N}]/u.test(character) || redactionMark.includes(character)) return word
  if (/[\p{M}\u00ad\u200b-\u200d\u2060\ufeff]/u.test(character)) return inside
  if (/[.,．，]/u.test(character)) return joiner
  return /[%‰&@#\p{Sc}+<=>％＄＃＠＆＋]/u.test(character) ? sign : nothing
}

/**
 * Reads a text as tokens: punctuation and white space count for nothing but as ends of words, full-width letters and
 * digits are the plain ones. An apostrophe belongs to its word (`can't`), a point or comma between digits to its number:
 * `1.5` is not `15`. Letters of either case differ.
 *
 * @param visit called for each token in order
 */
export function scanTokens(text: string, visit: (hash: number, start: number, end: number, isHan: boolean) => void): void {
  const length = text.length
  let at = 0
  while (at < length) {
    const code = text.charCodeAt(at)
    if (code === 0x20) at++
    else if (code >= 0x4e00 && code <= 0x9fff) visit(mix(seed, code), at, ++at, true)
    else {
      const kind = kindOf(code)
      if (kind === han) visit(mix(seed, code), at, ++at, true)
      else if (kind === sign) visit(mix(seed, plain(code)), at, ++at, false)
      else if (kind === word || kind === digit) {
        const start = at
        let hash = seed
        for (;;) {
          // Plain small letters, of which most texts consist, without a look at the table.
          for (let letter = text.charCodeAt(at); letter >= 0x61 && letter <= 0x7a; letter = text.charCodeAt(++at)) hash = mix(hash, letter)
          if (at >= length) break
          const next = text.charCodeAt(at)
          const here = kindOf(next)
          if (here === word || here === digit) hash = mix(hash, plain(next))
          else if (here === joiner && joins(text, at)) hash = mix(hash, mark(next))
          else if (here !== inside) break
          at++
        }
        visit(hash, start, at, false)
      } else at++
    }
  }
}

/** The tokens of a short text. */
export function tokensOf(text: string): Token[] {
  const tokens: Token[] = []
  scanTokens(text, (hash, start, end, isHan) => tokens.push({hash, start, end, isHan}))
  return tokens
}

/** An apostrophe between letters, a point or comma between digits. */
function joins(text: string, at: number): boolean {
  if (at + 1 >= text.length) return false
  const sought = mark(text.charCodeAt(at)) === 0x27 ? word : digit
  return kindOf(text.charCodeAt(at - 1)) === sought && kindOf(text.charCodeAt(at + 1)) === sought
}

function mark(code: number): number {
  return isApostrophe(code) ? 0x27 : plain(code)
}

/** `'` and what is typed or set in its place: `’`, `‘`, the letter apostrophe, the full-width one, accents. */
function isApostrophe(code: number): boolean {
  return code === 0x27 || code === 0x2019 || code === 0x2018 || code === 0x2bc || code === 0xff07 || code === 0xb4 || code === 0x60
}

function plain(code: number): number {
  return code >= 0xff01 && code <= 0xff5e ? code - 0xfee0 : code
}

/** Where FNV-1a begins. */
const seed = 0x811c9dc5 | 0

/** One step of FNV-1a. */
function mix(hash: number, code: number): number {
  return Math.imul(hash ^ code, 0x01000193) | 0
}

/** Two hashes as one, their order kept. */
export function joinHashes(first: number, second: number): number {
  return Math.imul(Math.imul(first, 0x9e3779b1) ^ second, 0x85ebca6b) | 0
}
