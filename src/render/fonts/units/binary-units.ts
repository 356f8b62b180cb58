import {scaleLayout} from './scale-layout.ts'
import {scaleOutlines} from './scale-outlines.ts'
import {readTables, writeTables, type FontTables} from './font-tables.ts'

/** Gives a length in the new units, rounded to a whole one. */
export type Scale = (length: number) => number

/** To the em, where the font has another number that is no power of two: the nearest to the usual thousand. */
const units = 1024

/**
 * The font with a power of two as its units to the em; `undefined` where that cannot be had without harm.
 *
 * Of a thousand units to the em, a browser's advances are rounded to 1⁄65,536 and a PDF's are not, so every ideograph of
 * a line gets a place of its own in the page's content. With a power of two they agree, and a line is one string: half
 * the content to write, to compress and to read back.
 */
export function useBinaryUnits(font: Uint8Array): Uint8Array | undefined {
  const tables = readTables(font)
  const head = tables.get('head')
  // Hinting and variations reckon in the font's own units; outlines of other kinds are not read here.
  if (!head || !tables.has('glyf') || ['fpgm', 'prep', 'cvt ', 'fvar', 'kern', 'MATH'].some((tag) => tables.has(tag))) return undefined
  const before = head.getUint16(18)
  if (Number.isInteger(Math.log2(before))) return font
  const scale: Scale = (length) => Math.round((length * units) / before)
  const scaled = new Map([...tables, ...scaleOutlines(tables, scale)])
  if (!['BASE', 'GDEF', 'GPOS'].every((tag) => scaleLayout(tag, scaled.get(tag), scale))) return undefined
  scaleMetrics(scaled, scale)
  scaled.get('head')?.setUint16(18, units)
  return writeTables(scaled)
}

/** Places of signed numbers (OpenType 1.9 §head, §OS/2, §post, §hhea, §vhea). */
const signed: Readonly<Record<string, readonly number[]>> = {
  'OS/2': [2, 10, 12, 14, 16, 18, 20, 22, 24, 26, 28, 68, 70, 72],
  post: [8, 10],
  hhea: [4, 6, 8, 12, 14, 16, 22],
  vhea: [4, 6, 8, 12, 14, 16, 22],
}

const unsigned: Readonly<Record<string, readonly number[]>> = {
  'OS/2': [74, 76],
  hhea: [10],
  vhea: [10],
}

function scaleMetrics(tables: FontTables, scale: Scale): void {
  for (const [tag, places] of Object.entries(signed)) for (const at of places) scaleSigned(tables.get(tag), at, scale)
  for (const [tag, places] of Object.entries(unsigned)) for (const at of places) scaleUnsigned(tables.get(tag), at, scale)
  // Heights of x and of capitals came with version 2.
  const os2 = tables.get('OS/2')
  if (os2 && os2.getUint16(0) >= 2) for (const at of [86, 88]) scaleSigned(os2, at, scale)
  for (const direction of ['h', 'v']) {
    const table = tables.get(`${direction}mtx`)
    const whole = tables.get(`${direction}hea`)?.getUint16(34) ?? 0
    for (let at = 0; at < (table?.byteLength ?? 0); at += 2) {
      if (at < 4 * whole && at % 4 === 0) scaleUnsigned(table, at, scale)
      else scaleSigned(table, at, scale)
    }
  }
}

function scaleSigned(table: DataView | undefined, at: number, scale: Scale): void {
  table?.setInt16(at, scale(table.getInt16(at)))
}

function scaleUnsigned(table: DataView | undefined, at: number, scale: Scale): void {
  table?.setUint16(at, scale(table.getUint16(at)))
}
