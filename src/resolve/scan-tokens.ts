/** A word, a number, a sign with a meaning of its own (`%`, `$`), or one Han character. */
export interface Token {
  /** Of its letters: equal tokens have equal hashes, and very nearly the other way round. */
  readonly hash: number
  readonly start: number
  readonly end: number
  readonly isHan: boolean
}

const [nothing, word, digit, han, sign, joiner, inside] = [1, 2, 3, 4, 5, 6, 7]
const kinds = new Uint8Array(0x10000)

/** What a unit of UTF-16 is in a text that is compared, looked up once for each. */
function kindOf(code: number): number {
  const known = kinds[code]
  if (known !== undefined && known > 0) return known
  return (kinds[code] = findKind(code))
}

function findKind(code: number): number {
  if (code >= 0xd800 && code <= 0xdfff) return han as number
  const character = String.fromCharCode(code)
  if (/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(character)) return han as number
  if (/[０-９\p{Nd}]/u.test(character)) return digit as number
  if (/[\p{L}\p{N}]/u.test(character)) return word as number
  if (/[\p{M}\u00ad\u200b-\u200d\u2060\ufeff]/u.test(character)) return inside as number
  if (/['’.,．，]/u.test(character)) return joiner as number
  return /[%‰&@#\p{Sc}+<=>％＄＃＠＆＋]/u.test(character) ? sign as number : nothing as number
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
    const kind = kindOf(code)
    if (kind === han) visit(mix(0x811c9dc5, code), at, ++at, true)
    else if (kind === sign) visit(mix(0x811c9dc5, plain(code)), at, ++at, false)
    else if (kind === word || kind === digit) {
      const start = at
      let hash = 0x811c9dc5
      for (let kindHere = kind; ; kindHere = kindOf(text.charCodeAt(at))) {
        if (kindHere === word || kindHere === digit) hash = mix(hash, plain(text.charCodeAt(at)))
        else if (kindHere === joiner && joins(text, at)) hash = mix(hash, mark(text.charCodeAt(at)))
        else if (kindHere !== inside) break
        if (++at >= length) break
      }
      visit(hash, start, at, false)
    } else at++
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
  return code === 0x2019 ? 0x27 : plain(code)
}

function plain(code: number): number {
  return code >= 0xff01 && code <= 0xff5e ? code - 0xfee0 : code
}

/** One step of FNV-1a. */
function mix(hash: number, code: number): number {
  return Math.imul(hash ^ code, 0x01000193) | 0
}

/** Two hashes as one, their order kept. */
export function joinHashes(first: number, second: number): number {
  return Math.imul(Math.imul(first, 0x9e3779b1) ^ second, 0x85ebca6b) | 0
}
