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
 * @param drawn characters of the text in code-point order
 * @param glyphOf 0 for one that the face has not
 * @returns parts by the index of the character; `undefined` for one that the face has not
 */
export function partFace(face: Face, drawn: readonly string[], glyphOf: (index: number) => number, text: string): readonly (FacePart | undefined)[] {
  const sharers = new Map<number, number[]>()
  const glyphs = drawn.map((character, index) => {
    const glyph = glyphOf(index)
    if (glyph > 0 && !alike.test(character)) sharers.set(glyph, [...(sharers.get(glyph) ?? []), index])
    return glyph
  })
  const partOf: number[] = glyphs.map((glyph) => (glyph > 0 ? 0 : -1))
  const count = (index: number): number => text.split(drawn[index] ?? '').length
  for (const sharing of sharers.values()) {
    if (sharing.length === 1) continue
    const counted = sharing.map((index) => [index, count(index)] as const).sort((a, b) => b[1] - a[1])
    for (const [place, [index]] of counted.entries()) partOf[index] = place
  }
  const parts = Array.from({length: Math.max(...partOf) + 1}, (_, part): FacePart => ({face, characters: drawn.filter((_, index) => partOf[index] === part).join('')}))
  return partOf.map((part) => parts[part])
}

const alike = /[\s\-\u2010\u2011]/
