import {once} from '../../model/once.ts'
import {allFaces, families, type Face, type Family, type Script} from './faces.ts'
import type {FontCache} from './font-cache.ts'
import {fontFaceCss, type FaceRule} from './font-face-css.ts'
import {readCoverage} from './read-coverage.ts'
import {nameOfCut, subsetFace} from './subset-face.ts'

export interface FontOptions {
  /** All the text that will be printed, or any text with the same characters. */
  readonly text: string
  readonly cache: FontCache
  /** `ttf` prints fastest and takes 50 ms a face to make; `woff2` is smaller and takes seconds. Default: `ttf`. */
  readonly format?: 'ttf' | 'woff2'
  /**
   * Each file stands in one rule, so that it can stand there as data. A family then has its Latin faces only, its `Han`
   * twin the Han ones, `Dossier Symbols` the rest: style sheets name them in a row. Default: false, every family is whole.
   */
  readonly eachOnce?: boolean
}

/** Fonts for one text. */
export interface Fonts {
  /** `@font-face` rules of all families, whose addresses are the paths of `files`. */
  readonly css: string
  /** By path relative to the style sheet. */
  readonly files: ReadonlyMap<string, FontFile>
  /** Characters that no face has, each once, in code-point order: for `render-glyph-is-there`. */
  readonly missing: readonly string[]
}

export interface FontFile {
  readonly face: Face
  readonly type: 'font/ttf' | 'font/woff2'
  /** Cut when first asked for, so that only the faces a page uses are cut at all. */
  bytes(): Promise<Uint8Array>
}

/** Readies every family for a text: which face has which character, the rules, and the files, cut on demand. */
export async function prepareFonts({text, cache, format = 'ttf', eachOnce = false}: FontOptions): Promise<Fonts> {
  const drawn = drawnCharacters(text)
  const coverages = await Promise.all(allFaces.map(async face => [face, await readCoverage(face)] as const))
  const covered = new Map(coverages.map(([face, coverage]) => [face.id, drawn.map(({point}) => coverage.has(point))]))
  const files = new Map<string, FontFile>()
  const pathOf = new Map<string, string>()
  for (const [face, coverage] of coverages) {
    const characters = drawn.filter((_, index) => covered.get(face.id)?.[index]).map(({character}) => character).join('')
    if (!characters) continue
    const cut = {face, coverage, characters, format}
    const path = `fonts/${nameOfCut(cut)}`
    pathOf.set(face.id, path)
    files.set(path, {face, type: `font/${format}`, bytes: once(() => subsetFace(cut, cache))})
  }
  const whole = families.flatMap(family => rulesOf(family, drawn, covered).map(rule => ({...rule, hanFirst: family.hanFirst})))
  const rules = (eachOnce ? onceEach(whole) : whole).flatMap(rule => {
    const path = pathOf.get(rule.face.id)
    return path ? [{...rule, path}] : []
  })
  const missing = drawn.filter((_, index) => ![...covered.values()].some(has => has[index])).map(({character}) => character)
  return {css: fontFaceCss(rules, format), files, missing}
}

/** The rules in which a face stands for its own look, Han faces where they come first; what is left of these is doubled. */
function onceEach<Rule extends Omit<FaceRule, 'path'> & {hanFirst: boolean}>(rules: readonly Rule[]): Rule[] {
  const own = rules.filter(({face, weight, style, hanFirst}) => face.weight === weight && face.style === style && (face.script === 'han') === hanFirst)
  const first = new Map(own.toReversed().map(rule => [rule.face.id, rule]))
  return own.filter(rule => first.get(rule.face.id) === rule)
    .map(rule => rule.face.script === 'symbols' || rule.face.script === 'emoji' ? {...rule, family: 'Dossier Symbols'} : rule)
}

/** By id of the face: whether it has the character of that index. */
type Covered = ReadonlyMap<string, readonly boolean[]>

/** A character that needs a glyph. */
interface Drawn {
  readonly character: string
  readonly point: number
  /** `always`: only ever Chinese or Japanese; `shared`: in Chinese text as wide as a Han character. */
  readonly han: 'always' | 'shared' | 'never'
}

/** In code-point order, each once. Controls, joiners and selectors are never drawn. */
function drawnCharacters(text: string): readonly Drawn[] {
  // A set of characters takes ten times as long for a long text.
  const seen = new Uint8Array(0x110000)
  for (let at = 0; at < text.length; at++) {
    const point = text.codePointAt(at) ?? 0
    seen[point] = 1
    if (point > 0xffff) at++
  }
  seen[0x20] = 1
  const points: number[] = []
  for (let point = seen.indexOf(1); point >= 0; point = seen.indexOf(1, point + 1)) points.push(point)
  return points
    .map(point => ({character: String.fromCodePoint(point), point}))
    .filter(({character}) => !invisible.test(character))
    .map(({character, point}) => ({character, point, han: hanKindOf(character)}))
}

const invisible = /[\p{Cc}\p{Cs}\p{Default_Ignorable_Code_Point}]/u

function hanKindOf(character: string): Drawn['han'] {
  if (alwaysHan.test(character)) return 'always'
  return sharedWithHan.test(character) ? 'shared' : 'never'
}

const alwaysHan = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Bopomofo}\u3000-\u303f\u30fb\u30fc\uff00-\uffef\ufe30-\ufe4f]/u

/** · — ― ‘ ’ “ ” ‥ … ‧ ※, and arrows, numbers in circles, shapes. */
const sharedWithHan = /[\u00b7\u2014\u2015\u2018\u2019\u201c\u201d\u2025-\u2027\u203b\u2100-\u27bf]/u

/** For each look of a family, its faces and the ranges of characters that each is for. */
function rulesOf(family: Family, drawn: readonly Drawn[], covered: Covered): Omit<FaceRule, 'path'>[] {
  const isToned = drawn.some(({character}) => tone.test(character))
  const keyIndex = drawn.findIndex(({character}) => character === key)
  return looksOf(family).flatMap(({weight, style}) => {
    const faces = scripts.flatMap(script => nearest(family.faces.filter(face => face.script === script), weight, style))
    const candidates = faces.map(face => ({face, has: covered.get(face.id) ?? []}))
    const hanBefore = [...candidates].sort((a, b) => Number(b.face.script === 'han') - Number(a.face.script === 'han'))
    const emoji = candidates.find(({face}) => face.script === 'emoji')
    const chosen = drawn.map(({character, han}, index) => {
      if (isToned && emoji?.has[index] && toned.test(character)) return emoji.face
      const wantsHan = han === 'always' || (han === 'shared' && family.hanFirst)
      return (wantsHan ? hanBefore : candidates).find(({has}) => has[index])?.face
    })
    const keys = candidates.find(({has}) => has[keyIndex])
    const keyed = keys ? drawn.flatMap(({character, point}, index) => keyedOnes.test(character) && keys.has[index] ? [[point, point] as const] : []) : []
    return rangesByFace(drawn, chosen)
      .map(({face, ranges}) => ({family: family.name, face, weight, style, ranges: face === keys?.face ? [...keyed, ...ranges] : ranges}))
      // The last rule comes first for a character that stands in two: figures without a key are of the text's face.
      .sort((a, b) => Number(b.face === keys?.face) - Number(a.face === keys?.face))
  })
}

/** A colour of skin, and what may have one: both must be of one face, since a browser draws them as one. */
const tone = /\p{Emoji_Modifier}/u
const toned = /\p{Emoji_Modifier_Base}/u
/** A key, and what may be on it (1️⃣ #️⃣): likewise. */
const key = '\u20e3'
const keyedOnes = /[0-9#*]/

const scripts: readonly Script[] = ['latin', 'han', 'symbols', 'emoji']

/** A look is a weight and a style that some face was drawn for; the other scripts join in with their nearest. */
function looksOf(family: Family): readonly Pick<Face, 'weight' | 'style'>[] {
  const looks = family.faces.map(({weight, style}) => ({weight, style}))
  return [...new Map(looks.map(look => [`${look.weight} ${look.style}`, look])).values()]
}

/** The face of a script that comes next to a look: first the style, then the weight, the bolder of two. */
function nearest(faces: readonly Face[], weight: number, style: Face['style']): readonly Face[] {
  const distance = (face: Face): number => (face.style === style ? 0 : 1e4) + 10 * Math.abs(face.weight - weight) - (face.weight > weight ? 1 : 0)
  return [...faces].sort((a, b) => distance(a) - distance(b)).slice(0, 1)
}

/** Neighbours that share a face become one range, also across characters that the text has not: fewer, wider ranges. */
function rangesByFace(
  drawn: readonly Drawn[], chosen: readonly (Face | undefined)[],
): readonly {readonly face: Face; readonly ranges: readonly (readonly [number, number])[]}[] {
  const found = new Map<Face, [number, number][]>()
  let previous: Face | undefined
  for (const [index, {point}] of drawn.entries()) {
    const face = chosen[index]
    if (!face) continue
    const ranges = found.get(face) ?? []
    const last = ranges.at(-1)
    if (face === previous && last) last[1] = point
    else ranges.push([point, point])
    found.set(face, ranges)
    previous = face
  }
  return [...found].map(([face, ranges]) => ({face, ranges}))
}
