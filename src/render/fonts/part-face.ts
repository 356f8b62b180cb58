import type {Face} from './faces.ts'

/** A part of a face that is a file of its own. */
export interface FacePart {
  readonly face: Face
  /** In code-point order. */
  readonly characters: string
}

/**
 * Parts a face so that in none of them one glyph stands for two characters (in Noto Sans SC · is the glyph of •, … that
 * of ⋯): from the words of a PDF only one of the two would come back. Of characters that share a glyph, the one that
 * occurs most often in the text is in the first part. Spaces and hyphens are taken for one another by all who read a
 * print, and stay together.
 *
 * @param drawn characters of the text in code-point order, and how often each occurs
 * @param glyphOf 0 for one that the face has not
 * @returns parts by the index of the character; `undefined` for one that the face has not
 */
export function partFace(face: Face, drawn: readonly {readonly character: string; readonly count: number}[], glyphOf: (index: number) => number): readonly (FacePart | undefined)[] {
  const sharers = new Map<number, number[]>()
  const glyphs = drawn.map(({character}, index) => {
    const glyph = glyphOf(index)
    if (glyph > 0 && !alike.test(character)) sharers.set(glyph, [...(sharers.get(glyph) ?? []), index])
    return glyph
  })
  const partOf: number[] = glyphs.map((glyph) => (glyph > 0 ? 0 : -1))
  let most = 0
  for (const sharing of sharers.values()) {
    sharing.sort((a, b) => (drawn[b]?.count ?? 0) - (drawn[a]?.count ?? 0))
    for (const [place, index] of sharing.entries()) partOf[index] = place
    most = Math.max(most, sharing.length - 1)
  }
  const parts = Array.from({length: most + 1}, (_, part): FacePart => ({face, characters: drawn.filter((_, index) => partOf[index] === part).map(({character}) => character).join('')}))
  return partOf.map((part) => parts[part])
}

const alike = /[\s\-\u2010\u2011]/
