import type {TTF} from 'fonteditor-core'

const unitsPerEm = 1024
const advance = 640
const stroke = 40
/** Of all such fonts: the bytes are to be the same whenever they are made. */
const made = 0

/**
 * A font that draws an empty box for each of some characters, a glyph of its own for each: in the words of a PDF every
 * one of them is the character that it stands for, where the box that all fonts have for what they lack is nothing.
 *
 * @param characters each once
 * @returns a TrueType font, the same bytes for the same characters
 */
export async function boxFont(characters: readonly string[]): Promise<Uint8Array> {
  const {Font} = await import('fonteditor-core')
  const font = Font.create()
  const empty = font.get()
  const name = 'Dossier Boxes'
  font.set({
    ...empty,
    head: {...empty.head, unitsPerEm, created: made, modified: made},
    hhea: {...empty.hhea, ascent: 880, descent: -144, lineGap: 0},
    name: {...empty.name, fontFamily: name, fontSubFamily: 'Regular', fullName: name, uniqueSubFamily: name, postScriptName: 'DossierBoxes', version: 'Version 1.0'},
    glyf: [glyphOf('.notdef', letterBox, advance), ...characters.map((character) => {
      const point = character.codePointAt(0) ?? 0
      // A mark takes no room of its own: its box stands over the beginning of what follows it.
      const isMark = mark.test(character)
      return {...glyphOf(`box${point.toString(16)}`, isMark ? markBox : letterBox, isMark ? 0 : advance), unicode: [point]}
    })],
  })
  return new Uint8Array(font.write({type: 'ttf', toBuffer: true}) as Buffer)
}

const mark = /\p{Mn}|\p{Me}/u

/** Left, bottom, right and top, in font units. */
type Box = readonly [number, number, number, number]
const letterBox: Box = [60, 0, advance - 60, 720]
const markBox: Box = [0, 740, 200, 940]

function glyphOf(name: string, [left, bottom, right, top]: Box, advanceWidth: number): TTF.Glyph {
  const around = (inset: number): TTF.Contour => [[left + inset, bottom + inset], [left + inset, top - inset], [right - inset, top - inset], [right - inset, bottom + inset]].map(([x = 0, y = 0]) => ({x, y, onCurve: true}))
  return {name, contours: [around(0), around(stroke).reverse()], xMin: left, yMin: bottom, xMax: right, yMax: top, advanceWidth, leftSideBearing: left, unicode: []}
}
