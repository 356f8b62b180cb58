import {readFile} from 'node:fs/promises'
import {Blob, Buffer, Direction, Face as FontFace, Feature, Font, shape} from 'harfbuzzjs'
import subsetFont from 'subset-font'
import {describe, expect, it} from 'vitest'
import {allFaces, type Face} from '../../../../src/render/fonts/faces.ts'
import {pathOfFace} from '../../../../src/render/fonts/read-coverage.ts'
import {useBinaryUnits} from '../../../../src/render/fonts/units/binary-units.ts'
import {readTables, writeTables} from '../../../../src/render/fonts/units/font-tables.ts'

/** With kerning, marks to be placed, ligatures, compound glyphs, and marks that may be half as wide. */
const texts = ['AVATAR To. “Yes”, fi ffl ½', 'Ởế ẫ q̣́ x̂ Ạ̊ é n\u0303 Åå', '中文「引号」，。（圆）：；', '0123456789 (a) → ☺']
const switches = ['kern', 'mark', 'mkmk', 'palt', 'halt', 'chws', 'liga'].map((tag) => new Feature(tag, 1))

const cut = async (face: Face): Promise<Uint8Array> =>
  subsetFont(await readFile(pathOfFace(face)), texts.join(''), {targetFormat: 'sfnt', noHinting: true})

describe('a font with a power of two as its units', () => {
  it.each(allFaces)('$id places and draws the same, to the nearest unit', async (face) => {
    const before = await cut(face)
    const after = useBinaryUnits(before)
    expect(after).toBeDefined()
    const fonts = [before, after as Uint8Array].map((bytes) => new FontFace(new Blob(Uint8Array.from(bytes).buffer))).map((one) => new Font(one))
    const [one, other] = fonts as [Font, Font]
    const [upem, units] = [one.face.upem, other.face.upem]
    expect(units).toBe(upem === 1000 ? 1024 : upem)
    const same = (value: number, expected: number, roundings = 1): void => expect(Math.abs(value - (expected * units) / upem)).toBeLessThanOrEqual(0.51 * roundings)
    let compared = 0
    for (const text of texts) {
      for (const direction of [Direction.LTR, Direction.TTB]) {
        const [shaped, scaled] = fonts.map((font) => shapeText(font, text, direction)) as [ReturnType<typeof shapeText>, ReturnType<typeof shapeText>]
        expect(scaled.map(({glyph}) => glyph)).toEqual(shaped.map(({glyph}) => glyph))
        for (const [index, {glyph, position}] of shaped.entries()) {
          compared++
          // An advance and its kerning are each rounded; so are two anchors, and the advances between them.
          for (const [nth, value] of position.entries()) same(scaled[index]?.position[nth] ?? NaN, value, nth < 2 ? 2 : 4)
          same(other.glyphHAdvance(glyph), one.glyphHAdvance(glyph))
          const [path, scaledPath] = [numbersOf(one.glyphToPath(glyph)), numbersOf(other.glyphToPath(glyph))]
          expect(scaledPath).toHaveLength(path.length)
          // Parts of a compound glyph are rounded, and so is their place; between two points lies their middle.
          for (const [nth, value] of path.entries()) same(scaledPath[nth] ?? NaN, value, 3)
        }
      }
    }
    expect(compared).toBeGreaterThan(100)
  }, 60_000)

  it('is the font itself where the units are those already', async () => {
    const font = await cut(allFaces[0] as Face)
    const changed = useBinaryUnits(font) as Uint8Array
    expect(useBinaryUnits(changed)).toBe(changed)
  })

  it('is not to be had of a font with hints', async () => {
    const font = await cut(allFaces[0] as Face)
    expect(useBinaryUnits(writeTables(new Map([...readTables(font), ['fpgm', new DataView(new ArrayBuffer(4))]])))).toBeUndefined()
  })
})

interface Shaped {
  readonly glyph: number
  readonly position: readonly number[]
}

function shapeText(font: Font, text: string, direction: Direction): Shaped[] {
  const buffer = new Buffer()
  buffer.addText(text)
  buffer.guessSegmentProperties()
  buffer.setDirection(direction)
  shape(font, buffer, switches)
  const positions = buffer.getGlyphPositions()
  return buffer.getGlyphInfos().map(({codepoint}, index) => {
    const at = positions[index]
    return {glyph: codepoint, position: [at?.xAdvance ?? NaN, at?.yAdvance ?? NaN, at?.xOffset ?? NaN, at?.yOffset ?? NaN]}
  })
}

function numbersOf(path: string): number[] {
  return [...path.matchAll(/-?\d+(?:\.\d+)?/g)].map(([number]) => Number(number))
}
