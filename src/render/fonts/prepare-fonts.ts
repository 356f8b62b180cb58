import {createHash} from 'node:crypto'
import {once} from '../../model/once.ts'
import {boxFont} from './box-font.ts'
import {allFaces, families, type Face, type Family, type Script} from './faces.ts'
import type {FontCache} from './font-cache.ts'
import {findClusters, key, type Clusters} from './find-clusters.ts'
import {fontFaceCss, type FaceRule} from './font-face-css.ts'
import {partFace, type FacePart} from './part-face.ts'
import {readCoverage, type Coverage} from './read-coverage.ts'
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
  /** Of the face; `boxes` for those that stand for what no face has. */
  readonly id: string
  readonly type: 'font/ttf' | 'font/woff2'
  /** Cut when first asked for, so that only the faces a page uses are cut at all. */
  bytes(): Promise<Uint8Array>
}

/** Readies every family for a text: which face has which character, the rules, and the files, cut on demand. */
export async function prepareFonts({text, cache, format = 'ttf', eachOnce = false}: FontOptions): Promise<Fonts> {
  const coverages = await Promise.all(allFaces.map(async face => [face, await readCoverage(face)] as const))
  const plain = drawnCharacters(text)
  const pieces = piecesOfMissing(plain, coverages.map(([, coverage]) => coverage))
  const drawn = pieces === '' ? plain : drawnCharacters(text + pieces)
  const characters = drawn.map(({character}) => character)
  const parts = new Map(coverages.map(([face, coverage]) => {
    const glyphs = drawn.map((one) => glyphIn(coverage, one))
    // Who reads what is no print has the characters themselves, and needs a file less.
    return [face.id, partFace(face, drawn, index => (eachOnce && glyphs[index] ? index + 1 : glyphs[index] ?? 0))] as const
  }))
  const files = new Map<string, FontFile>()
  const pathOf = new Map<FacePart, string>()
  for (const [face, coverage] of coverages) {
    for (const part of new Set(parts.get(face.id))) {
      if (!part) continue
      const cut = {face, coverage, characters: part.characters, format}
      const path = `fonts/${nameOfCut(cut)}`
      pathOf.set(part, path)
      files.set(path, {id: face.id, type: `font/${format}`, bytes: once(() => subsetFace(cut, cache))})
    }
  }
  const clusters = findClusters(text)
  const whole = families.flatMap(family => rulesOf(family, {drawn, parts, clusters}).map(rule => ({...rule, hanFirst: family.hanFirst})))
  const rules = (eachOnce ? onceEach(whole) : whole).flatMap(({part, ...rule}) => {
    const path = pathOf.get(part)
    return path ? [{...rule, path}] : []
  })
  const missing = characters.filter((_, index) => ![...parts.values()].some(has => has[index]))
  const boxes = eachOnce ? '' : boxesOf(missing, text, files)
  // Of two rules for a character the browser tries the last first.
  return {css: boxes + fontFaceCss(rules, format), files, missing}
}

/**
 * In print, what no face has is drawn by a font of boxes, and so are the marks on it: a letter and its marks are drawn
 * by one font. Adds the file; gives the rules.
 */
function boxesOf(missing: readonly string[], text: string, files: Map<string, FontFile>): string {
  if (missing.length === 0) return ''
  const lacking = new Set(missing)
  const marked = text.match(letterWithMarks)?.filter((one) => lacking.has(String.fromCodePoint(one.codePointAt(0) ?? 0))).flatMap((one) => [...one]) ?? []
  const parts = missing.flatMap((one) => (parted.test(one) ? [...one.normalize('NFKD')] : []))
  const points = [...new Set([...missing, ...marked, ...parts])].map((one) => one.codePointAt(0) ?? 0).sort((a, b) => a - b)
  const characters = points.map((point) => String.fromCodePoint(point))
  const path = `fonts/boxes-${createHash('sha256').update(characters.join('')).digest('hex').slice(0, 16)}.ttf`
  files.set(path, {id: 'boxes', type: 'font/ttf', bytes: once(() => boxFont(characters))})
  const ranges = points.map((point) => [point, point] as const)
  return fontFaceCss(families.flatMap((family) => looksOf(family).map((look) => ({family: family.name, ...look, ranges, path}))), 'ttf')
}

/** A browser draws the Thai and the Lao vowel am as its two parts. */
const parted = /[\u0e33\u0eb3]/
const letterWithMarks = /[^\s\p{M}]\p{M}+/gu

/** A rule, and the part of a face that it is for. */
type PartRule = Omit<FaceRule, 'path'> & {readonly part: FacePart; readonly face: Face}

/** Letters and marks that characters can be put together from, of those that no face has. */
function piecesOfMissing(drawn: readonly Drawn[], coverages: readonly Coverage[]): string {
  const missing = drawn.filter(({point}) => !coverages.some(({glyphOf}) => glyphOf(point) > 0))
  return missing.filter(one => coverages.some(coverage => glyphIn(coverage, one) > 0)).flatMap(({pieces}) => pieces.map(piece => String.fromCodePoint(piece))).join('')
}

/** Empty for a character that is no letter with marks, or has marks of which some faces have other forms over some letters. */
function piecesOf(character: string): readonly number[] {
  const pieces = [...character.normalize('NFD')]
  return pieces.length > 1 && pieces.slice(1).every(mark => steadyMark.test(mark)) ? pieces.map(piece => piece.codePointAt(0) ?? 0) : []
}

/** Grave to caron, and what stands below. */
const steadyMark = /[\u0300-\u030c\u0323-\u0331]/

/** In Chinese text the glyph of ― is put in the place of that of —. */
const twins: ReadonlyMap<number, number> = new Map([[0x2015, 0x2014]])

/** A number of its own for a character that the browser puts together from a letter and marks of the face (Ǩ); 0 for one that it has not. */
function glyphIn(coverage: Coverage, {point, pieces}: Drawn): number {
  const glyph = coverage.glyphOf(point)
  const twin = twins.get(point)
  if (glyph > 0) return (twin !== undefined && coverage.glyphOf(twin)) || glyph
  return pieces.length > 0 && pieces.every(piece => coverage.glyphOf(piece) > 0) ? 0x10000 + point : 0
}

/** The rules in which a face stands for its own look, Han faces where they come first; what is left of these is doubled. */
function onceEach<Rule extends PartRule & {hanFirst: boolean}>(rules: readonly Rule[]): Rule[] {
  const own = rules.filter(({face, weight, style, hanFirst}) => face.weight === weight && face.style === style && (face.script === 'han') === hanFirst)
  const first = new Map(own.toReversed().map(rule => [rule.face.id, rule]))
  return own.filter(rule => first.get(rule.face.id) === rule)
    .map(rule => rule.face.script === 'symbols' || rule.face.script === 'emoji' ? {...rule, family: 'Dossier Symbols'} : rule)
}

/** By id of the face: the part that has the character of that index. */
type Parts = ReadonlyMap<string, readonly (FacePart | undefined)[]>

/** A character that needs a glyph. */
interface Drawn {
  readonly character: string
  readonly point: number
  /** How often it occurs in the text. */
  readonly count: number
  /** Letter and marks that it can be put together from; empty where it can't. */
  readonly pieces: readonly number[]
  /** `always`: only ever Chinese or Japanese; `shared`: in Chinese text as wide as a Han character. */
  readonly han: 'always' | 'shared' | 'never'
}

/** In code-point order, each once. Controls, joiners and selectors are never drawn. */
function drawnCharacters(text: string): readonly Drawn[] {
  // A map of characters takes ten times as long for a long text.
  const counts = new Uint32Array(0x110000)
  const points: number[] = [0x20]
  counts[0x20] = 1
  for (let at = 0; at < text.length; at++) {
    const point = text.codePointAt(at) ?? 0
    const count = counts[point] ?? 0
    if (count === 0) points.push(point)
    counts[point] = count + 1
    if (point > 0xffff) at++
  }
  points.sort((a, b) => a - b)
  return points
    .map(point => ({character: String.fromCodePoint(point), point}))
    .filter(({character}) => !invisible.test(character))
    .map(({character, point}) => ({character, point, count: counts[point] ?? 0, pieces: piecesOf(character), han: hanKindOf(character)}))
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
function rulesOf(family: Family, {drawn, parts, clusters}: {drawn: readonly Drawn[]; parts: Parts; clusters: Clusters}): PartRule[] {
  const keyIndex = drawn.findIndex(({character}) => character === key)
  return looksOf(family).flatMap(({weight, style}) => {
    const faces = scripts.flatMap(script => nearest(family.faces.filter(face => face.script === script), weight, style))
    const candidates = faces.map(face => ({face, has: parts.get(face.id) ?? []}))
    const hanBefore = [...candidates].sort((a, b) => Number(b.face.script === 'han') - Number(a.face.script === 'han'))
    const emoji = candidates.find(({face}) => face.script === 'emoji')
    const keys = candidates.find(({has}) => has[keyIndex])
    const others = nearest(allFaces, weight, style, Infinity).map(face => ({face, has: parts.get(face.id) ?? []}))
    const [inOrder, hanInOrder] = [[...candidates, ...others], [...hanBefore, ...others]]
    const chosen = drawn.map(({character, han}, index) => {
      if (emoji?.has[index] && clusters.joined.has(character)) return emoji.has[index]
      const wantsHan = han === 'always' || (han === 'shared' && family.hanFirst)
      return (wantsHan ? hanInOrder : inOrder).find(({has}) => has[index])?.has[index]
    })
    const keyed = drawn.flatMap(({character, point}, index) => clusters.keyed.has(character) && keys?.has[index] ? [[point, point] as const] : [])
    return rangesByPart(drawn, chosen)
      .map(({part, ranges}) => ({family: family.name, face: part.face, part, weight, style, ranges: part === keys?.has[keyIndex] ? [...keyed, ...ranges] : ranges}))
      // The last rule comes first for a character that stands in two: without a key, a figure is of the face of the text.
      .sort((a, b) => Number(b.face === keys?.face) - Number(a.face === keys?.face))
  })
}

const scripts: readonly Script[] = ['latin', 'han', 'symbols', 'emoji']

/** A look is a weight and a style that some face was drawn for; the other scripts join in with their nearest. */
function looksOf(family: Family): readonly Pick<Face, 'weight' | 'style'>[] {
  const looks = family.faces.map(({weight, style}) => ({weight, style}))
  return [...new Map(looks.map(look => [`${look.weight} ${look.style}`, look])).values()]
}

/** The faces, one by default, that come next to a look: first the style, then the weight, the bolder of two. */
function nearest(faces: readonly Face[], weight: number, style: Face['style'], most = 1): readonly Face[] {
  const distance = (face: Face): number => (face.style === style ? 0 : 1e4) + 10 * Math.abs(face.weight - weight) - (face.weight > weight ? 1 : 0)
  return [...faces].sort((a, b) => distance(a) - distance(b)).slice(0, most)
}

/**
 * Neighbours that share a part become one range, also across characters that the text has not: fewer, wider ranges. A
 * character of the text that no face has ends it, or the browser would put it together from a letter and a mark.
 */
function rangesByPart(
  drawn: readonly Drawn[], chosen: readonly (FacePart | undefined)[],
): readonly {readonly part: FacePart; readonly ranges: readonly (readonly [number, number])[]}[] {
  const found = new Map<FacePart, [number, number][]>()
  let previous: FacePart | undefined
  for (const [index, {point}] of drawn.entries()) {
    const part = chosen[index]
    const ranges = (part && found.get(part)) ?? []
    const last = ranges.at(-1)
    if (part === previous && last) last[1] = point
    else ranges.push([point, point])
    if (part) found.set(part, ranges)
    previous = part
  }
  return [...found].map(([part, ranges]) => ({part, ranges}))
}
