import {entriesOf, latin1, referencesIn} from './scan-value.ts'

/** The objects of a printed file, as bytes. */
export interface PrintedObjects {
  /** One more than the highest number. */
  readonly size: number
  /** Numbers of the catalog and of the information dictionary. */
  readonly root: number
  readonly info: number | undefined
  /** Bytes of an object between `obj` and `endobj`; `undefined` where the number is free. */
  body(number: number): Uint8Array | undefined
  /** Number of the object that the byte at `offset` of the file is within. */
  numberAt(offset: number): number | undefined
}

/**
 * Reads the table of a file as Chromium writes it: one classic cross-reference section (ISO 32000-2 §7.5.4), generation
 * 0 throughout, no encryption.
 *
 * @throws Error when the file is of another form: then the browser does something new, and this must learn it
 */
export function readObjects(file: Uint8Array): PrintedObjects {
  const bytes = Buffer.from(file.buffer, file.byteOffset, file.byteLength)
  const table = Number(/startxref\s+(\d+)\s+%%EOF\s*$/.exec(latin1(bytes, Math.max(0, bytes.length - 64), bytes.length))?.[1])
  const header = /^xref\s+0 (\d+)\s*\n/.exec(latin1(bytes, table, Math.min(table + 64, bytes.length)))
  if (!header) throw new Error('Unexpected form of the printed file, expected one classic cross-reference table')
  const size = Number(header[1])
  const first = table + header[0].length
  const offsets = Array.from({length: size}, (_, number) => offsetOf(bytes, first + entryBytes * number))
  const trailer = entriesOf(bytes, bytes.indexOf('trailer', first + entryBytes * size) + 'trailer'.length)
  const numberOf = (key: string): number | undefined => {
    const entry = trailer.get(key)
    return entry && referencesIn(bytes, entry)[0]
  }
  const root = numberOf('Root')
  if (root === undefined || trailer.has('Encrypt') || trailer.has('Prev')) {
    throw new Error('Unexpected form of the printed file, expected a catalog, no encryption and no older version within')
  }
  const inOrder = offsets.flatMap((offset, number) => offset > 0 ? [{offset, number}] : []).sort((a, b) => a.offset - b.offset)
  const ends = new Map(inOrder.map(({number}, index) => [number, inOrder[index + 1]?.offset ?? table]))
  return {
    size,
    root,
    info: numberOf('Info'),
    body(number) {
      const end = ends.get(number)
      return end === undefined ? undefined : bodyBetween(bytes, offsets[number] ?? 0, end)
    },
    numberAt(offset) {
      let low = 0
      let high = inOrder.length
      while (low < high) {
        const middle = (low + high) >> 1
        if ((inOrder[middle]?.offset ?? 0) <= offset) low = middle + 1
        else high = middle
      }
      return inOrder[low - 1]?.number
    },
  }
}

/** Every entry of the table has 20 bytes: `0000000015 00000 n` and two of white space. */
const entryBytes = 20

function offsetOf(bytes: Buffer, at: number): number {
  if (bytes[at + 17] !== 0x6e) return 0
  let offset = 0
  for (let place = at; place < at + 10; place++) offset = offset * 10 + (bytes[place] ?? 48) - 48
  return offset
}

/** What stands between `12 0 obj` and `endobj`, without the white space around it. */
function bodyBetween(bytes: Buffer, start: number, end: number): Uint8Array {
  let from = start
  while (from < end && bytes[from] !== lastOfObj) from++
  const to = bytes.lastIndexOf('endobj', end - 1)
  return bytes.subarray(skipBlank(bytes, from + 1, to), skipBlankBefore(bytes, to))
}

/** `j`, which no number before it has. */
const lastOfObj = 0x6a

function skipBlank(bytes: Buffer, at: number, end: number): number {
  let place = at
  while (place < end && (bytes[place] as number) <= 32) place++
  return place
}

function skipBlankBefore(bytes: Buffer, at: number): number {
  let place = at
  while (place > 0 && (bytes[place - 1] as number) <= 32) place--
  return place
}

/** Whether a body is that of a stream: only a stream's ends with this word. */
export function isStream(body: Uint8Array): boolean {
  return latin1(body, Math.max(0, body.length - 'endstream'.length), body.length) === 'endstream'
}
