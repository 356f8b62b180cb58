import {expect, it} from 'vitest'
import {allFaces, type Face} from '../../../src/render/fonts/faces.ts'
import {partFace} from '../../../src/render/fonts/part-face.ts'

const face = allFaces[0] as Face

/** Characters of each part, when the glyphs of these characters are numbered so. */
function partsOf(glyphs: Readonly<Record<string, number>>, text: string): readonly (string | undefined)[] {
  const drawn = Object.keys(glyphs).map((character) => ({character, count: text.split(character).length - 1}))
  const parts = partFace(face, drawn, (index) => glyphs[drawn[index]?.character ?? ''] ?? 0)
  return drawn.map((_, index) => parts[index]?.characters)
}

it('keeps a face whole whose characters have glyphs of their own', () => {
  expect(partsOf({a: 1, b: 2, c: 0}, 'abc')).toEqual(['ab', 'ab', undefined])
})

it('parts characters that share a glyph, the most frequent first, then in the order of their numbers', () => {
  expect(partsOf({'a': 1, '·': 2, '•': 2, '‧': 2}, 'a • b • c · ‧')).toEqual(['a•', '·', 'a•', '‧'])
  expect(partsOf({'⼀': 3, '一': 3, '大': 4}, '一一⼀大')).toEqual(['⼀', '一大', '一大'])
})

it('leaves spaces and hyphens together', () => {
  expect(partsOf({' ': 1, '-': 2, '\u00a0': 1, '\u2010': 2, '\u2011': 2}, '- -')).toEqual(Array.from({length: 5}, () => ' -\u00a0\u2010\u2011'))
})

it('has nothing of a face that has no character of the text', () => {
  expect(partsOf({a: 0}, 'a')).toEqual([undefined])
})
