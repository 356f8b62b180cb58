/** A PDF value (ISO 32000-2 §7.3). Strings are bytes; {@link textOf} makes words of them. */
export type PdfValue = number | boolean | null | PdfName | PdfReference | Uint8Array | readonly PdfValue[] | PdfDictionary | PdfStream

export type PdfDictionary = ReadonlyMap<string, PdfValue>

export class PdfName {
  readonly name: string
  constructor(name: string) {
    this.name = name
  }
}

export class PdfReference {
  readonly number: number
  constructor(number: number) {
    this.number = number
  }
}

/** A stream with its content as it stands in the file, still packed. */
export class PdfStream {
  readonly dictionary: PdfDictionary
  readonly packed: Uint8Array
  constructor(dictionary: PdfDictionary, packed: Uint8Array) {
    this.dictionary = dictionary
    this.packed = packed
  }
}

/** A place in bytes that moves on as values are read. */
export interface Cursor {
  readonly bytes: Uint8Array
  at: number
}

/** Kind of each byte: 1 white space, 2 delimiter, 0 of a word (§7.2.3). */
export const kindOfByte = new Uint8Array(256)
for (const space of [0, 9, 10, 12, 13, 32]) kindOfByte[space] = 1
for (const delimiter of '()<>[]{}/%') kindOfByte[delimiter.charCodeAt(0)] = 2

/**
 * Reads the value at the cursor and leaves the cursor after it. A word that is no value (`endobj`, an operator) is read
 * as null, so that damaged files end in missing facts, not in an exception.
 */
export function parseValue(cursor: Cursor): PdfValue {
  skipSpace(cursor)
  const {bytes} = cursor
  switch (bytes[cursor.at]) {
    case 0x2f: return new PdfName(parseName(cursor))
    case 0x28: return parseLiteral(cursor)
    case 0x5b: return nested(cursor, parseArray)
    case 0x3c: return bytes[cursor.at + 1] === 0x3c ? nested(cursor, parseDictionary) : parseHex(cursor)
    default: return parseWord(cursor)
  }
}

/** Arrays and dictionaries in one another; no sound file comes near. */
const deepest = 256
let depth = 0

/**
 * Reads what may hold others of its kind.
 *
 * @throws Error when they stand too deep in one another
 */
export function nested<Value>(cursor: Cursor, read: (cursor: Cursor) => Value): Value {
  if (depth >= deepest) throw new Error(`values more than ${deepest} deep in one another`)
  depth++
  try {
    return read(cursor)
  } finally {
    depth--
  }
}

/** Moves on over white space and comments. */
export function skipSpace(cursor: Cursor): void {
  const {bytes} = cursor
  for (;;) {
    const here = bytes[cursor.at]
    if (here === undefined) return
    if (kindOfByte[here] === 1) cursor.at++
    else if (here === 0x25) while (cursor.at < bytes.length && bytes[cursor.at] !== 10 && bytes[cursor.at] !== 13) cursor.at++
    else return
  }
}

function parseName(cursor: Cursor): string {
  cursor.at++
  const name = wordFrom(cursor)
  return name.includes('#') ? name.replace(/#([0-9a-fA-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))) : name
}

function wordFrom(cursor: Cursor): string {
  const {bytes} = cursor
  let words = ''
  for (let here = bytes[cursor.at]; here !== undefined && kindOfByte[here] === 0; here = bytes[cursor.at]) {
    words += String.fromCharCode(here)
    cursor.at++
  }
  return words
}

function parseWord(cursor: Cursor): PdfValue {
  const word = wordFrom(cursor)
  if (word === '') cursor.at++
  if (word === 'true' || word === 'false') return word === 'true'
  const number = Number.parseFloat(word)
  if (Number.isNaN(number)) return null
  return isWhole(word) ? referenceAfter(cursor, number) : number
}

function isWhole(word: string): boolean {
  return word.length < 11 && /^\d+$/.test(word)
}

/** A whole number, unless a generation and `R` follow. */
function referenceAfter(cursor: Cursor, number: number): number | PdfReference {
  const {bytes} = cursor
  let place = cursor.at
  while (kindOfByte[bytes[place] ?? 2] === 1) place++
  const start = place
  while ((bytes[place] ?? 0) >= 0x30 && (bytes[place] ?? 0) <= 0x39) place++
  if (place === start) return number
  while (kindOfByte[bytes[place] ?? 2] === 1) place++
  if (bytes[place] !== 0x52 || kindOfByte[bytes[place + 1] ?? 32] === 0) return number
  cursor.at = place + 1
  return new PdfReference(number)
}

function parseArray(cursor: Cursor): readonly PdfValue[] {
  cursor.at++
  const values: PdfValue[] = []
  for (;;) {
    skipSpace(cursor)
    const here = cursor.bytes[cursor.at]
    if (here === undefined || here === 0x5d) break
    values.push(parseValue(cursor))
  }
  cursor.at++
  return values
}

function parseDictionary(cursor: Cursor): PdfDictionary {
  cursor.at += 2
  const entries = new Map<string, PdfValue>()
  for (;;) {
    skipSpace(cursor)
    if (cursor.bytes[cursor.at] !== 0x2f) break
    const key = parseName(cursor)
    entries.set(key, parseValue(cursor))
  }
  cursor.at += 2
  return entries
}

function parseHex(cursor: Cursor): Uint8Array {
  const {bytes} = cursor
  const start = cursor.at + 1
  const close = bytes.indexOf(0x3e, start)
  const end = close < 0 ? bytes.length : close
  cursor.at = end + 1
  const digits = Buffer.from(bytes.buffer, bytes.byteOffset + start, end - start).toString('latin1').replace(/\s+/g, '')
  return Buffer.from(digits.length % 2 === 1 ? `${digits}0` : digits, 'hex')
}

function parseLiteral(cursor: Cursor): Uint8Array {
  const {bytes} = cursor
  const out: number[] = []
  let depth = 1
  cursor.at++
  for (; cursor.at < bytes.length; cursor.at++) {
    const here = bytes[cursor.at] as number
    if (here === 0x5c) pushEscaped(cursor, out)
    else {
      if (here === 0x28) depth++
      if (here === 0x29 && --depth === 0) break
      out.push(here)
    }
  }
  cursor.at++
  return Uint8Array.from(out)
}

const escaped: Readonly<Record<number, number>> = {0x6e: 10, 0x72: 13, 0x74: 9, 0x62: 8, 0x66: 12}

/** The cursor is at a backslash, and afterwards at the last byte that belongs to it. */
function pushEscaped(cursor: Cursor, out: number[]): void {
  const {bytes} = cursor
  const next = bytes[++cursor.at] ?? 0
  if (next === 13 && bytes[cursor.at + 1] === 10) cursor.at++
  if (next === 10 || next === 13) return
  if (next < 0x30 || next > 0x37) return void out.push(escaped[next] ?? next)
  let value = 0
  for (let count = 0; count < 3 && (bytes[cursor.at] ?? 0) >= 0x30 && (bytes[cursor.at] ?? 0) <= 0x37; count++) {
    value = value * 8 + (bytes[cursor.at] as number) - 0x30
    cursor.at++
  }
  cursor.at--
  out.push(value & 255)
}

/** Words of a text string (§7.9.2.2): UTF-16 or UTF-8 by its mark, else taken as Latin-1. */
export function textOf(bytes: Uint8Array): string {
  const buffer = Buffer.from(bytes)
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return buffer.subarray(2, 2 + ((buffer.length - 2) & ~1)).swap16().toString('utf16le')
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return buffer.subarray(3).toString('utf8')
  return buffer.toString('latin1')
}
