import {createHash} from 'node:crypto'
import {readFile} from 'node:fs/promises'
import type {Face} from './faces.ts'
import type {FontCache} from './font-cache.ts'
import {pathOfFace, type Coverage} from './read-coverage.ts'
import {useBinaryUnits} from './units/binary-units.ts'
import {useDefaultScript} from './units/default-script.ts'

/** What to cut out of a face. */
export interface Cut {
  readonly face: Face
  readonly coverage: Coverage
  /** In code-point order. */
  readonly characters: string
  readonly format: 'ttf' | 'woff2'
}

/**
 * Layout features that are kept; what is switched on by style sheets or by the browser for the marks of Chinese text.
 * `aalt`, `ssNN`, `ccNN` and their like are not: their alternates make a face a third larger.
 */
const features = [
  'ccmp', 'locl', 'calt', 'liga', 'clig', 'kern', 'mark', 'mkmk', 'rlig',
  'halt', 'vhal', 'chws', 'vchw', 'palt', 'vpal', 'vert', 'vrt2', 'vkrn', 'fwid', 'hwid', 'pwid',
  'onum', 'lnum', 'pnum', 'tnum', 'sups', 'subs', 'sinf', 'frac', 'numr', 'dnom', 'ordn', 'case', 'zero', 'smcp', 'c2sc',
]

/** Changes when the same input gives other bytes: with the features, with the library, and with the units. */
const recipe = 'harfbuzz-1 units-1024'

/**
 * A glyph for several characters at once (a hand and its skin, a figure and its key), or several for one (a letter and
 * its mark), stand for none in the words of a PDF: in print each character has its own.
 */
function featuresOf({face, format}: Cut): readonly string[] {
  if (format !== 'ttf') return features
  if (face.script === 'emoji') return ['kern']
  return face.script === 'latin' ? features.filter((one) => one !== 'ccmp') : features
}

/** A symbol is set the same way beside any script. */
function isOfNoScript({face}: Cut): boolean {
  return face.script === 'symbols'
}

/** Name of the file: the same for the same characters of the same font, whatever else there is. */
export function nameOfCut(cut: Cut): string {
  const {face, coverage, characters, format} = cut
  const hash = createHash('sha256').update(isOfNoScript(cut) ? `${recipe} default script` : recipe).update(featuresOf(cut).join()).update(coverage.fingerprint).update(characters)
  return `${face.id}-${hash.digest('hex').slice(0, 16)}.${format}`
}

/**
 * The face with these characters alone (HarfBuzz). A whole face given to Chromium instead would come back from a PDF
 * with Kangxi radicals in place of some Han characters.
 */
export async function subsetFace(cut: Cut, cache: FontCache): Promise<Uint8Array> {
  const name = nameOfCut(cut)
  const kept = await cache.read(name)
  if (kept) return kept
  const font = await readFile(pathOfFace(cut.face))
  // Costly to load, and seldom needed: most cuts are kept from the run before.
  const {default: subsetFont} = await import('subset-font')
  const subset = await subsetFont(isOfNoScript(cut) ? Buffer.from(useDefaultScript(font)) : font, cut.characters, {
    targetFormat: cut.format === 'ttf' ? 'sfnt' : 'woff2',
    keepFeatures: [...featuresOf(cut)],
    noHinting: true,
  })
  const bytes = cut.format === 'ttf' ? useBinaryUnits(subset) ?? subset : subset
  await cache.write(name, bytes)
  return bytes
}
