import type {Scale} from './binary-units.ts'
import type {FontTables} from './font-tables.ts'

/** Bits of a point (OpenType 1.9 §glyf). */
const point = {onCurve: 1, shortX: 2, shortY: 4, repeat: 8, sameX: 16, sameY: 32} as const
/** Bits of a part of a compound glyph. */
const part = {words: 1, offsets: 2, scale: 8, more: 32, twoScales: 64, matrix: 128, instructions: 256} as const

/** `glyf`, `loca` and `head` with every outline scaled. Instructions are left out. */
export function scaleOutlines(tables: FontTables, scale: Scale): FontTables {
  const head = copy(tables.get('head') as DataView)
  const glyf = tables.get('glyf') as DataView
  const starts = readStarts(tables.get('loca') as DataView, head.getInt16(50) === 1)
  const glyphs = starts.slice(0, -1).map((start, index) => {
    const end = starts[index + 1] ?? start
    if (end === start) return new Uint8Array(0)
    return glyf.getInt16(start) < 0 ? scaleCompound(glyf, start, scale) : scaleSimple(glyf, start, scale)
  })
  for (const at of [36, 38, 40, 42]) head.setInt16(at, scale(head.getInt16(at)))
  head.setInt16(50, 1)
  const loca = new DataView(new ArrayBuffer(4 * starts.length))
  const bytes = new Uint8Array(glyphs.reduce((sum, {length}) => sum + even(length), 0))
  let at = 0
  for (const [index, glyph] of glyphs.entries()) {
    bytes.set(glyph, at)
    at += even(glyph.length)
    loca.setUint32(4 * index + 4, at)
  }
  return new Map([['head', head], ['glyf', new DataView(bytes.buffer)], ['loca', loca]])
}

function readStarts(loca: DataView, isLong: boolean): number[] {
  return Array.from({length: loca.byteLength / (isLong ? 4 : 2)}, (_, index) => (isLong ? loca.getUint32(4 * index) : 2 * loca.getUint16(2 * index)))
}

function even(length: number): number {
  return length + (length % 2)
}

function copy(view: DataView): DataView {
  return new DataView(view.buffer.slice(view.byteOffset, view.byteOffset + view.byteLength))
}

function scaleSimple(glyf: DataView, start: number, scale: Scale): Uint8Array {
  const contours = glyf.getInt16(start)
  const ends = start + 10
  const count = contours === 0 ? 0 : glyf.getUint16(ends + 2 * contours - 2) + 1
  let at = ends + 2 * contours
  at += 2 + glyf.getUint16(at)
  const flags: number[] = []
  while (flags.length < count) {
    const flag = glyf.getUint8(at++)
    const times = flag & point.repeat ? glyf.getUint8(at++) + 1 : 1
    for (let time = 0; time < times; time++) flags.push(flag)
  }
  const read = (short: number, same: number): number[] => {
    let place = 0
    return flags.map((flag) => {
      if (flag & short) place += (flag & same ? 1 : -1) * glyf.getUint8(at++)
      else if (!(flag & same)) {
        place += glyf.getInt16(at)
        at += 2
      }
      return scale(place)
    })
  }
  const xs = read(point.shortX, point.sameX)
  const ys = read(point.shortY, point.sameY)
  const out: number[] = []
  pushWord(out, contours)
  for (const value of [least(xs), least(ys), most(xs), most(ys)]) pushWord(out, value)
  for (let index = 0; index < contours; index++) pushWord(out, glyf.getUint16(ends + 2 * index))
  pushWord(out, 0)
  const deltas = {x: differences(xs), y: differences(ys)}
  pushFlags(out, flags.map((flag, index) =>
    // All but the shape of the deltas stays; a repetition is told anew.
    (flag & ~(point.shortX | point.shortY | point.repeat | point.sameX | point.sameY))
      | shapeOf(deltas.x[index] ?? 0, point.shortX, point.sameX)
      | shapeOf(deltas.y[index] ?? 0, point.shortY, point.sameY)))
  for (const delta of [...deltas.x, ...deltas.y]) pushDelta(out, delta)
  return Uint8Array.from(out)
}

function least(values: readonly number[]): number {
  return values.reduce((least, value) => Math.min(least, value), values[0] ?? 0)
}

function most(values: readonly number[]): number {
  return values.reduce((most, value) => Math.max(most, value), values[0] ?? 0)
}

function differences(values: readonly number[]): number[] {
  return values.map((value, index) => value - (values[index - 1] ?? 0))
}

function shapeOf(delta: number, short: number, same: number): number {
  if (delta === 0) return same
  if (Math.abs(delta) > 255) return 0
  return delta > 0 ? short | same : short
}

function pushDelta(out: number[], delta: number): void {
  if (delta === 0) return
  if (Math.abs(delta) > 255) pushWord(out, delta)
  else out.push(Math.abs(delta))
}

function pushFlags(out: number[], flags: readonly number[]): void {
  for (let index = 0; index < flags.length;) {
    const flag = flags[index] ?? 0
    let times = 1
    while (times < 256 && flags[index + times] === flag) times++
    if (times > 1) out.push(flag | point.repeat, times - 1)
    else out.push(flag)
    index += times
  }
}

function pushWord(out: number[], value: number): void {
  out.push((value >> 8) & 255, value & 255)
}

function scaleCompound(glyf: DataView, start: number, scale: Scale): Uint8Array {
  const out: number[] = []
  pushWord(out, glyf.getInt16(start))
  for (const at of [2, 4, 6, 8]) pushWord(out, scale(glyf.getInt16(start + at)))
  let at = start + 10
  for (let flags: number = part.more; flags & part.more;) {
    flags = glyf.getUint16(at)
    const isWide = (flags & part.words) > 0
    // The two arguments are a place, to be scaled, or numbers of points, which stay.
    const isPlace = (flags & part.offsets) > 0
    pushWord(out, (flags & ~part.instructions) | part.words)
    pushWord(out, glyf.getUint16(at + 2))
    at += 4
    for (let argument = 0; argument < 2; argument++) {
      const value = isWide ? (isPlace ? glyf.getInt16(at) : glyf.getUint16(at)) : (isPlace ? glyf.getInt8(at) : glyf.getUint8(at))
      pushWord(out, isPlace ? scale(value) : value)
      at += isWide ? 2 : 1
    }
    const words = flags & part.scale ? 1 : flags & part.twoScales ? 2 : flags & part.matrix ? 4 : 0
    for (let word = 0; word < words; word++, at += 2) pushWord(out, glyf.getUint16(at))
  }
  return Uint8Array.from(out)
}
