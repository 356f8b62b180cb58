/**
 * Finding one's way in the bytes of PDF objects without making anything of them (ISO 32000-2 §7.2, §7.3): a document
 * has hundreds of thousands of objects and a few thousand must change, so values are places in the bytes.
 */

/** Where the value of an entry stands. */
export interface Span {
  readonly start: number
  readonly end: number
}

/** Where an entry of a dictionary stands: `from` is the place of its key's slash. */
export interface EntrySpan extends Span {
  readonly from: number
}

const code = {tab: 9, newline: 10, formFeed: 12, carriageReturn: 13, space: 32, percent: 37, open: 40, close: 41, slash: 47,
  less: 60, greater: 62, leftBracket: 91, backslash: 92, rightBracket: 93, leftBrace: 123, rightBrace: 125} as const

/** The entries of the dictionary that starts at `at`, by key without its slash. Empty where there is no dictionary. */
export function entriesOf(bytes: Uint8Array, at = 0): ReadonlyMap<string, EntrySpan> {
  const entries = new Map<string, EntrySpan>()
  let place = skipSpace(bytes, at)
  if (bytes[place] !== code.less || bytes[place + 1] !== code.less) return entries
  place = skipSpace(bytes, place + 2)
  while (bytes[place] === code.slash) {
    const keyEnd = endOfValue(bytes, place)
    const start = skipSpace(bytes, keyEnd)
    const end = endOfValue(bytes, start)
    entries.set(latin1(bytes, place + 1, keyEnd), {from: place, start, end})
    place = skipSpace(bytes, end)
  }
  return entries
}

/** The place after the value that starts at `at`. A reference `12 0 R` is one value. */
export function endOfValue(bytes: Uint8Array, at: number): number {
  switch (bytes[at]) {
    case code.open: return endOfString(bytes, at)
    case code.leftBracket: return endOfGroup(bytes, at + 1, code.rightBracket)
    case code.less: return bytes[at + 1] === code.less ? endOfGroup(bytes, at + 2, code.greater) + 1 : bytes.indexOf(code.greater, at) + 1
    case code.slash: return endOfWord(bytes, at + 1)
    default: return endOfReference(bytes, at)
  }
}

/** The numbers of the references that stand in `span`, in their order. */
export function referencesIn(bytes: Uint8Array, span: Span): readonly number[] {
  return [...latin1(bytes, span.start, span.end).matchAll(/(\d+)\s+\d+\s+R\b/g)].map(match => Number(match[1]))
}

/** The bytes of a literal string in `span`, escapes undone (§7.3.4.2), as Latin-1. */
export function literalIn(bytes: Uint8Array, span: Span): string {
  const words = latin1(bytes, span.start + 1, span.end - 1)
  return words.replace(/\\([0-7]{1,3}|\r\n|[^])/g, (_, escaped: string) => {
    if (/^[0-7]/.test(escaped)) return String.fromCharCode(Number.parseInt(escaped, 8) & 255)
    return literalEscapes[escaped] ?? (/^[\r\n]/.test(escaped) ? '' : escaped)
  })
}

const literalEscapes: Readonly<Record<string, string>> = {n: '\n', r: '\r', t: '\t', b: '\b', f: '\f'}

/** The bytes from `start` to `end`, one character each. */
export function latin1(bytes: Uint8Array, start: number, end: number): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset + start, end - start).toString('latin1')
}

function skipSpace(bytes: Uint8Array, at: number): number {
  let place = at
  for (;;) {
    const here = bytes[place]
    if (here === code.percent) while (place < bytes.length && bytes[place] !== code.newline && bytes[place] !== code.carriageReturn) place++
    else if (here === undefined || !isSpace(here)) return place
    else place++
  }
}

function isSpace(here: number): boolean {
  return here === code.space || here === code.newline || here === code.carriageReturn || here === code.tab || here === code.formFeed || here === 0
}

function isDelimiter(here: number): boolean {
  return here === code.slash || here === code.open || here === code.close || here === code.less || here === code.greater
    || here === code.leftBracket || here === code.rightBracket || here === code.percent || here === code.leftBrace || here === code.rightBrace
}

function endOfWord(bytes: Uint8Array, at: number): number {
  let place = at
  for (let here = bytes[place]; here !== undefined && !isSpace(here) && !isDelimiter(here); here = bytes[place]) place++
  return place
}

/** A number, `true`, `false`, `null`, or a reference, which is told by the `R` after two whole numbers. */
function endOfReference(bytes: Uint8Array, at: number): number {
  const end = Math.max(endOfWord(bytes, at), at + 1)
  const generation = skipSpace(bytes, end)
  const generationEnd = endOfWord(bytes, generation)
  const letter = skipSpace(bytes, generationEnd)
  const isReference = isWhole(bytes, at, end) && isWhole(bytes, generation, generationEnd)
    && bytes[letter] === 0x52 && endOfWord(bytes, letter) === letter + 1
  return isReference ? letter + 1 : end
}

function isWhole(bytes: Uint8Array, start: number, end: number): boolean {
  for (let place = start; place < end; place++) if ((bytes[place] ?? 0) < 48 || (bytes[place] ?? 0) > 57) return false
  return end > start
}

function endOfString(bytes: Uint8Array, at: number): number {
  let depth = 0
  for (let place = at; place < bytes.length; place++) {
    const here = bytes[place]
    if (here === code.backslash) place++
    else if (here === code.open) depth++
    else if (here === code.close && --depth === 0) return place + 1
  }
  return bytes.length
}

function endOfGroup(bytes: Uint8Array, at: number, close: number): number {
  let place = skipSpace(bytes, at)
  while (place < bytes.length && bytes[place] !== close) place = skipSpace(bytes, endOfValue(bytes, place))
  return place + 1
}
