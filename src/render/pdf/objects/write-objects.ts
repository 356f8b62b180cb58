import {createHash} from 'node:crypto'
import {promisify} from 'node:util'
import {deflate} from 'node:zlib'
import {isStream} from './read-objects.ts'

const compress = promisify(deflate)

/** What a file is made of. */
export interface ObjectFile {
  /** Bodies by number; a number without a body is free. */
  readonly bodies: readonly (Uint8Array | undefined)[]
  readonly root: number
  readonly info: number
}

/** Objects in one object stream. More compress no better, and a reader opens a whole stream for one of its objects. */
const objectsPerStream = 200

/**
 * Writes a PDF 1.7 file whose objects stand in compressed object streams (ISO 32000-2 §7.5.7) with a cross-reference
 * stream (§7.5.8). `/ID` is a hash of all that is written: the same objects give the same bytes.
 */
export async function writeObjects({bodies, root, info}: ObjectFile): Promise<Uint8Array> {
  const places: Place[] = bodies.map(() => ({kind: 'free'}))
  const loose = bodies.flatMap((body, number) => body && isStream(body) ? [number] : [])
  const packed = bodies.flatMap((body, number) => body && !isStream(body) ? [number] : [])
  const groups = Array.from({length: Math.ceil(packed.length / objectsPerStream)}, (_, index) =>
    packed.slice(index * objectsPerStream, (index + 1) * objectsPerStream))
  const streams = await Promise.all(groups.map(group => packObjects(group, bodies)))
  const file = new Pieces()
  file.add(Buffer.from('%PDF-1.7\n%\u00e2\u00e3\u00cf\u00d3\n', 'latin1'))
  for (const number of loose) places[number] = {kind: 'loose', offset: file.addObject(number, bodies[number] as Uint8Array)}
  for (const [index, stream] of streams.entries()) {
    const number = bodies.length + index
    places[number] = {kind: 'loose', offset: file.addObject(number, stream)}
    for (const [position, member] of (groups[index] ?? []).entries()) places[member] = {kind: 'packed', stream: number, position}
  }
  const number = places.length
  const offset = file.length
  places[number] = {kind: 'loose', offset}
  const id = file.hash()
  const entries = `/Root ${root} 0 R /Info ${info} 0 R /ID [<${id}> <${id}>]`
  file.addObject(number, await crossReferenceStream(places, entries))
  file.add(Buffer.from(`startxref\n${offset}\n%%EOF\n`))
  return file.whole()
}

type Place =
  | {readonly kind: 'free'}
  | {readonly kind: 'loose'; readonly offset: number}
  | {readonly kind: 'packed'; readonly stream: number; readonly position: number}

class Pieces {
  length = 0
  readonly #pieces: Uint8Array[] = []
  readonly #hash = createHash('sha256')

  add(piece: Uint8Array): void {
    this.#pieces.push(piece)
    this.#hash.update(piece)
    this.length += piece.length
  }

  /** @returns where it starts */
  addObject(number: number, body: Uint8Array): number {
    const offset = this.length
    this.add(Buffer.from(`${number} 0 obj\n`))
    this.add(body)
    this.add(Buffer.from('\nendobj\n'))
    return offset
  }

  /** Of all that was added so far, in hex, as long as an identifier has to be. */
  hash(): string {
    return this.#hash.copy().digest('hex').slice(0, 32)
  }

  whole(): Uint8Array {
    return Buffer.concat(this.#pieces)
  }
}

async function packObjects(numbers: readonly number[], bodies: ObjectFile['bodies']): Promise<Uint8Array> {
  const directory: number[] = []
  const parts: Uint8Array[] = []
  let length = 0
  for (const number of numbers) {
    const body = bodies[number] as Uint8Array
    directory.push(number, length)
    parts.push(body, newline)
    length += body.length + 1
  }
  const head = Buffer.from(`${directory.join(' ')}\n`)
  return streamOf(`/Type /ObjStm /N ${numbers.length} /First ${head.length}`, Buffer.concat([head, ...parts]))
}

const newline = Buffer.from('\n')

/** A stream's body, deflated. */
export async function streamOf(entries: string, content: Uint8Array): Promise<Uint8Array> {
  const packed = await compress(content)
  return plainStreamOf(`${entries} /Filter /FlateDecode`, packed)
}

/** A stream's body, as it is. */
export function plainStreamOf(entries: string, content: Uint8Array): Uint8Array {
  return Buffer.concat([Buffer.from(`<<${entries} /Length ${content.length}>>\nstream\n`), content, Buffer.from('\nendstream')])
}

/** Rows of 1 + 4 + 2 bytes: kind, offset or stream, position (§7.5.8.3). */
async function crossReferenceStream(places: readonly Place[], entries: string): Promise<Uint8Array> {
  const rows = Buffer.alloc(7 * places.length)
  for (const [number, place] of places.entries()) {
    const at = 7 * number
    if (place.kind === 'free') rows.writeUInt16BE(number === 0 ? 65535 : 0, at + 5)
    if (place.kind === 'loose') {
      rows.writeUInt8(1, at)
      rows.writeUInt32BE(place.offset, at + 1)
    }
    if (place.kind === 'packed') {
      rows.writeUInt8(2, at)
      rows.writeUInt32BE(place.stream, at + 1)
      rows.writeUInt16BE(place.position, at + 5)
    }
  }
  return streamOf(`/Type /XRef /Size ${places.length} /W [1 4 2] ${entries}`, rows)
}
