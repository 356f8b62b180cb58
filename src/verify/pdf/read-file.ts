import {inflate, type InflateBudget} from './inflate.ts'
import {parseValue, PdfName, PdfReference, PdfStream, skipSpace, type Cursor, type PdfDictionary, type PdfValue} from './parse-value.ts'
import {PdfDamage} from './pdf-damage.ts'

/** The objects of a PDF file, found when asked for. */
export interface PdfFile {
  readonly trailer: PdfDictionary
  /** The value itself, or what a reference leads to; `undefined` and what is not there are null. */
  resolve(value: PdfValue | undefined): PdfValue
  /** Empty for what is no dictionary; of a stream its dictionary. */
  dictionary(value: PdfValue | undefined): PdfDictionary
  array(value: PdfValue | undefined): readonly PdfValue[]
  number(value: PdfValue | undefined): number | undefined
  name(value: PdfValue | undefined): string | undefined
  /** Content of a stream, unpacked; empty for what is no stream, or packed in a way that is not for text. */
  content(value: PdfValue | undefined): Uint8Array
  /** Where the value of an object begins, for who reads it without making anything of it; `undefined` when there is none. */
  cursorAt(number: number): Cursor | undefined
  /** Numbers of all objects that the cross-references tell of. */
  numbers(): Iterable<number>
}

type Entry = {readonly kind: 'loose'; readonly offset: number} | {readonly kind: 'packed'; readonly stream: number; readonly position: number}

/**
 * Reads the cross-references of a file, tables and streams, with all older versions within (ISO 32000-2 §7.5).
 *
 * @throws Error when the file has none
 */
export function readFile(bytes: Uint8Array): PdfFile {
  const entries = new Map<number, Entry>()
  const trailer = readCrossReferences(bytes, entries)
  const known = new Map<number, PdfValue>()
  const packs = new Map<number, (position: number) => Cursor>()
  const packedAt = (stream: number, position: number): Cursor => {
    // An object stream within itself has nothing in it.
    if (!packs.has(stream)) packs.set(stream, () => ({bytes: new Uint8Array(), at: 0}))
    else return (packs.get(stream) as (position: number) => Cursor)(position)
    const pack = unpack(file.resolve(new PdfReference(stream)), file)
    packs.set(stream, pack)
    return pack(position)
  }
  const load = (number: number): PdfValue => {
    const entry = entries.get(number)
    if (!entry) return null
    return entry.kind === 'loose' ? readObject({bytes, at: entry.offset}, file) : parseValue(packedAt(entry.stream, entry.position))
  }
  const file: PdfFile = {
    trailer,
    resolve(value) {
      let found: PdfValue = value ?? null
      for (let hops = 0; found instanceof PdfReference && hops < 32; hops++) {
        const {number}: PdfReference = found
        const loaded: PdfValue = known.get(number) ?? load(number)
        known.set(number, loaded)
        found = loaded
      }
      return found instanceof PdfReference ? null : found
    },
    dictionary(value) {
      const found = file.resolve(value)
      if (found instanceof Map) return found
      return found instanceof PdfStream ? found.dictionary : nothing
    },
    array(value) {
      const found = file.resolve(value)
      return Array.isArray(found) ? found as readonly PdfValue[] : []
    },
    number(value) {
      const found = file.resolve(value)
      return typeof found === 'number' ? found : undefined
    },
    name(value) {
      const found = file.resolve(value)
      return found instanceof PdfName ? found.name : undefined
    },
    content(value) {
      const found = file.resolve(value)
      return found instanceof PdfStream ? unfilter(found, file) : new Uint8Array()
    },
    cursorAt(number) {
      const entry = entries.get(number)
      if (entry?.kind !== 'loose') return entry && packedAt(entry.stream, entry.position)
      const cursor = {bytes, at: entry.offset}
      return isHead(cursor) ? cursor : undefined
    },
    numbers: () => entries.keys(),
  }
  return file
}

const nothing: PdfDictionary = new Map()

/** @returns the newest trailer */
function readCrossReferences(bytes: Uint8Array, entries: Map<number, Entry>): PdfDictionary {
  const tail = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).subarray(-1024).toString('latin1')
  const starts = [Number(/startxref\s+(\d+)\s+%%EOF(?![^]*startxref)/.exec(tail)?.[1])]
  if (Number.isNaN(starts[0])) throw new PdfDamage('no startxref at the end of the file')
  let newest: PdfDictionary | undefined
  for (let index = 0; index < starts.length && index < 100; index++) {
    const cursor = {bytes, at: starts[index] as number}
    skipSpace(cursor)
    const trailer = bytes[cursor.at] === 0x78 ? readTable(cursor, entries) : readTableStream(cursor, entries)
    newest ??= trailer
    for (const key of ['XRefStm', 'Prev']) {
      const older = trailer.get(key)
      if (typeof older === 'number' && !starts.includes(older)) starts.push(older)
    }
  }
  return newest ?? nothing
}

function readTable(cursor: Cursor, entries: Map<number, Entry>): PdfDictionary {
  cursor.at += 'xref'.length
  for (;;) {
    skipSpace(cursor)
    if (cursor.bytes[cursor.at] === 0x74) break
    const first = parseValue(cursor)
    const count = parseValue(cursor)
    if (typeof first !== 'number' || typeof count !== 'number') throw new PdfDamage('a damaged cross-reference table')
    skipSpace(cursor)
    for (let number = first; number < first + count && cursor.at < cursor.bytes.length; number++, cursor.at += 20) {
      const row = Buffer.from(cursor.bytes.buffer, cursor.bytes.byteOffset + cursor.at, 18).toString('latin1')
      if (row[17] === 'n' && !entries.has(number)) entries.set(number, {kind: 'loose', offset: Number.parseInt(row, 10)})
    }
  }
  cursor.at += 'trailer'.length
  const trailer = parseValue(cursor)
  return trailer instanceof Map ? trailer : nothing
}

function readTableStream(cursor: Cursor, entries: Map<number, Entry>): PdfDictionary {
  const stream = readObject(cursor, undefined)
  if (!(stream instanceof PdfStream)) throw new PdfDamage('no cross-references where the file says they are')
  const {dictionary} = stream
  const rows = unfilter(stream, undefined)
  const [kindBytes = 1, secondBytes = 2, thirdBytes = 1] = numbersOf(dictionary.get('W'))
  const index = numbersOf(dictionary.get('Index') ?? [0, dictionary.get('Size') ?? 0])
  if ([kindBytes, secondBytes, thirdBytes].some((width) => !(width >= 0 && width <= mostWidth)) || kindBytes + secondBytes + thirdBytes === 0) throw new Error('cross-references with fields of an impossible width')
  let at = 0
  const take = (count: number): number => {
    let value = 0
    for (let byte = 0; byte < count; byte++) value = value * 256 + (rows[at++] ?? 0)
    return value
  }
  for (let section = 0; section + 1 < index.length; section += 2) {
    const first = index[section] as number
    for (let number = first; number < first + (index[section + 1] as number) && at < rows.length; number++) {
      const kind = kindBytes === 0 ? 1 : take(kindBytes)
      const [second, third] = [take(secondBytes), take(thirdBytes)]
      if (entries.has(number)) continue
      if (kind === 1) entries.set(number, {kind: 'loose', offset: second})
      if (kind === 2) entries.set(number, {kind: 'packed', stream: second, position: third})
    }
  }
  return dictionary
}

/** Bytes of a number in a cross-reference stream. */
const mostWidth = 8

function numbersOf(value: PdfValue | undefined): readonly number[] {
  return Array.isArray(value) ? value.filter((one): one is number => typeof one === 'number') : []
}

/** `12 0 obj` and its value. `file` is needed where the length of a stream is a reference. */
function readObject(cursor: Cursor, file: PdfFile | undefined): PdfValue {
  if (!isHead(cursor)) return null
  const value = parseValue(cursor)
  if (!(value instanceof Map)) return value
  skipSpace(cursor)
  const {bytes} = cursor
  if (Buffer.from(bytes.buffer, bytes.byteOffset + cursor.at, Math.min(6, bytes.length - cursor.at)).toString('latin1') !== 'stream') return value
  const start = cursor.at + 6 + (bytes[cursor.at + 6] === 13 ? 2 : 1)
  const length = file ? file.number(value.get('Length')) : value.get('Length')
  return new PdfStream(value, bytes.subarray(start, start + (typeof length === 'number' ? length : 0)))
}

/** Passes `12 0 obj`. */
function isHead(cursor: Cursor): boolean {
  const number = parseValue(cursor)
  const generation = parseValue(cursor)
  return typeof number === 'number' && typeof generation === 'number' && parseValue(cursor) === null
}

/** The objects of an object stream, by position (§7.5.7). */
function unpack(stream: PdfValue, file: PdfFile): (position: number) => Cursor {
  if (!(stream instanceof PdfStream)) return () => ({bytes: new Uint8Array(), at: 0})
  const bytes = unfilter(stream, file)
  const first = Math.min(Math.max(0, file.number(stream.dictionary.get('First')) ?? 0), bytes.length)
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, first).toString('latin1').trim().split(/\s+/).map(Number)
  return position => ({bytes, at: first + (head[2 * position + 1] ?? bytes.length)})
}

function unfilter(stream: PdfStream, file: PdfFile | undefined): Uint8Array {
  const {dictionary, packed} = stream
  const first = (value: PdfValue | undefined): PdfValue => {
    const found = file ? file.resolve(value) : value ?? null
    return Array.isArray(found) ? (found as readonly PdfValue[])[0] ?? null : found
  }
  const filter = first(dictionary.get('Filter'))
  if (filter === null) return packed
  if (!(filter instanceof PdfName) || filter.name !== 'FlateDecode') return new Uint8Array()
  const settings = first(dictionary.get('DecodeParms'))
  try {
    const plain = inflate(packed, budgetOf(file))
    return settings instanceof Map ? unpredict(plain, settings) : plain
  } catch {
    return new Uint8Array()
  }
}

const budgets = new WeakMap<PdfFile, InflateBudget>()

function budgetOf(file: PdfFile | undefined): InflateBudget {
  const budget = (file && budgets.get(file)) ?? {tight: 0}
  if (file) budgets.set(file, budget)
  return budget
}

/** Undoes PNG prediction with one byte a sample (§7.4.4.4), as cross-reference streams have it. */
function unpredict(bytes: Uint8Array, settings: PdfDictionary): Uint8Array {
  const predictor = settings.get('Predictor')
  const columns = settings.get('Columns')
  if (typeof predictor !== 'number' || predictor < 10) return bytes
  const width = typeof columns === 'number' && columns >= 1 ? Math.min(columns, bytes.length) : 1
  const rows = Math.floor(bytes.length / (width + 1))
  const out = new Uint8Array(rows * width)
  for (let row = 0; row < rows; row++) {
    const kind = bytes[row * (width + 1)] ?? 0
    for (let column = 0; column < width; column++) {
      const at = row * width + column
      const left = column > 0 ? out[at - 1] ?? 0 : 0
      const up = row > 0 ? out[at - width] ?? 0 : 0
      const corner = row > 0 && column > 0 ? out[at - width - 1] ?? 0 : 0
      out[at] = (bytes[row * (width + 1) + 1 + column] ?? 0) + predicted(kind, {left, up, corner})
    }
  }
  return out
}

function predicted(kind: number, {left, up, corner}: {left: number; up: number; corner: number}): number {
  if (kind === 1) return left
  if (kind === 2) return up
  if (kind === 3) return (left + up) >> 1
  if (kind !== 4) return 0
  const guess = left + up - corner
  const [byLeft, byUp, byCorner] = [Math.abs(guess - left), Math.abs(guess - up), Math.abs(guess - corner)]
  if (byLeft <= byUp && byLeft <= byCorner) return left
  return byUp <= byCorner ? up : corner
}
