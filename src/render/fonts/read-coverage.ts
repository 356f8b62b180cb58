import {open} from 'node:fs/promises'
import {createRequire} from 'node:module'
import type {Face} from './faces.ts'

/** What a face has, read from its table of characters alone: these files have up to 15 MB. */
export interface Coverage {
  /** Told by the directory of tables with its checksums: changes whenever the font does. */
  readonly fingerprint: Uint8Array
  /** Number of its glyph; 0 for a character that it has not. */
  glyphOf(codePoint: number): number
}

/** Absolute path of a face's file in its package. */
export function pathOfFace(face: Face): string {
  return createRequire(import.meta.url).resolve(face.file)
}

/** Reads `cmap` (OpenType 1.9 §cmap, formats 4 and 12) of a face. */
export async function readCoverage(face: Face): Promise<Coverage> {
  const file = await open(pathOfFace(face))
  try {
    const read = async (start: number, length: number): Promise<DataView> => {
      const bytes = new Uint8Array(length)
      await file.read(bytes, 0, length, start)
      return new DataView(bytes.buffer)
    }
    const count = (await read(0, 12)).getUint16(4)
    const directory = await read(0, 12 + 16 * count)
    const entry = Array.from({length: count}, (_, index) => 12 + 16 * index).find(at => directory.getUint32(at) === tagOfCmap)
    if (entry === undefined) throw new Error(`${face.file} has no table of characters`)
    const cmap = await read(directory.getUint32(entry + 8), directory.getUint32(entry + 12))
    return {fingerprint: new Uint8Array(directory.buffer), glyphOf: lookupIn(cmap)}
  } finally {
    await file.close()
  }
}

/** `cmap` as a number. */
const tagOfCmap = 0x636d6170

function lookupIn(cmap: DataView): Coverage['glyphOf'] {
  const tables = Array.from({length: cmap.getUint16(2)}, (_, index) => cmap.getUint32(4 + 8 * index + 4))
  const whole = tables.find(at => cmap.getUint16(at) === 12)
  if (whole !== undefined) return inSegments(segmentsOfFormat12(cmap, whole))
  const basic = tables.find(at => cmap.getUint16(at) === 4)
  return basic === undefined ? () => 0 : inSegments(segmentsOfFormat4(cmap, basic))
}

interface Segment {
  readonly first: number
  readonly last: number
  glyphOf(codePoint: number): number
}

function segmentsOfFormat12(cmap: DataView, at: number): readonly Segment[] {
  return Array.from({length: cmap.getUint32(at + 12)}, (_, index) => {
    const group = at + 16 + 12 * index
    const first = cmap.getUint32(group)
    const glyph = cmap.getUint32(group + 8)
    return {first, last: cmap.getUint32(group + 4), glyphOf: codePoint => glyph + codePoint - first}
  })
}

function segmentsOfFormat4(cmap: DataView, at: number): readonly Segment[] {
  const doubled = cmap.getUint16(at + 6)
  return Array.from({length: doubled / 2}, (_, index) => {
    const end = at + 14 + 2 * index
    const first = cmap.getUint16(end + 2 + doubled)
    const delta = cmap.getUint16(end + 2 + 2 * doubled)
    const offset = end + 2 + 3 * doubled
    const toGlyphs = cmap.getUint16(offset)
    const glyphOf = (codePoint: number): number => {
      if (toGlyphs === 0) return (codePoint + delta) & 0xffff
      const listed = cmap.getUint16(offset + toGlyphs + 2 * (codePoint - first))
      return listed === 0 ? 0 : (listed + delta) & 0xffff
    }
    return {first, last: cmap.getUint16(end), glyphOf}
  })
}

function inSegments(segments: readonly Segment[]): Coverage['glyphOf'] {
  return codePoint => {
    let low = 0
    let high = segments.length - 1
    while (low <= high) {
      const middle = (low + high) >> 1
      const segment = segments[middle] as Segment
      if (codePoint < segment.first) high = middle - 1
      else if (codePoint > segment.last) low = middle + 1
      else return segment.glyphOf(codePoint)
    }
    return 0
  }
}
