import type {Box, Glyph, Link, Printed, PrintedPage} from './read-printed.ts'

/** A page with its signs sorted by where they stand. */
export interface SortedPage extends PrintedPage {
  readonly head: readonly Glyph[]
  readonly text: readonly Glyph[]
  readonly foot: readonly Glyph[]
  /** Beside the rule, where a note of the page before goes on. */
  readonly continued: readonly Glyph[]
  readonly folio: string
  /** Height of the rule above the notes; `undefined` without notes. */
  readonly rule: number | undefined
  readonly area: Box
  readonly calls: readonly Link[]
  readonly labels: readonly Link[]
  /** Links whose words are a page number. */
  readonly folios: readonly Link[]
  /** Text and foot without the numbers of calls. */
  readonly textWords: readonly Glyph[]
  readonly footWords: readonly Glyph[]
}

/** Text area in points as the measures say; the left edge of right-hand pages. */
export interface Measures {
  readonly width: number
  readonly height: number
  readonly inner: number
  readonly outer: number
  readonly top: number
  readonly fontPt: number
  readonly notePt: number
}

/** Sorts every page of a printed dossier. */
export function sortPages({pages}: Printed, measures: Measures): SortedPage[] {
  return pages.map((page) => sortPage(page, measures))
}

function sortPage(page: PrintedPage, measures: Measures): SortedPage {
  const left = page.index % 2 === 0 ? measures.inner : measures.outer
  const top = page.height - measures.top
  const area = {left, right: left + measures.width, top, bottom: top - measures.height}
  const rule = ruleOf(page.rects, area)
  const within = page.glyphs.filter(({y}) => y <= area.top && y >= area.bottom)
  const below = within.filter(({y}) => rule !== undefined && y < rule)
  const continued = below.filter(({y}) => rule !== undefined && y > rule - 8)
  const foot = below.filter((one) => !continued.includes(one))
  const text = within.filter((one) => !below.includes(one))
  const labels = page.links.filter((one) => rule !== undefined && one.top < rule + 2 && isNumber(one) && Math.abs(sizeOf(one) - measures.notePt) < 0.1 && (one.glyphs[0]?.x ?? 0) < left + 2.1 * measures.notePt)
  const calls = page.links.filter((one) => isNumber(one) && isRaised(one, page.glyphs))
  const raised = new Set(calls.flatMap((one) => one.glyphs))
  return {
    ...page, area, rule, text, foot, continued, labels, calls,
    head: page.glyphs.filter(({y}) => y > area.top),
    folio: page.glyphs.filter(({y}) => y < area.bottom).map((one) => one.text).join(''),
    folios: page.links.filter((one) => !labels.includes(one) && !calls.includes(one) && one.target !== undefined && /^(?:[0-9]+|[ivxlcdm]+)$/.test(one.words)),
    textWords: text.filter((one) => !raised.has(one)),
    footWords: foot.filter((one) => !raised.has(one)),
  }
}

/** A short thin line at the left edge. */
function ruleOf(rects: readonly Box[], area: Box): number | undefined {
  const width = (area.right - area.left) / 5
  return rects.find((one) => one.top - one.bottom < 1.2 && Math.abs(one.left - area.left) < 1 && Math.abs(one.right - one.left - width) < 1 && one.top < area.top)?.bottom
}

function isNumber({words, target}: Link): boolean {
  return target !== undefined && /^,?[0-9]+$/.test(words)
}

function sizeOf({glyphs}: Link): number {
  return glyphs.at(-1)?.size ?? 0
}

/** Smaller than what stands before it, and higher. */
function isRaised(link: Link, glyphs: readonly Glyph[]): boolean {
  const [own] = link.glyphs.slice(-1)
  if (!own) return false
  return glyphs.some((one) => one.size > own.size * 1.15 && own.y > one.y + 0.5 && own.y < one.y + one.size && one.x < own.x && one.x > own.x - 6 * own.size - link.glyphs.length * 6)
}

/** Signs on one baseline, without gaps wider than two signs; from the top of the page down. */
export function linesOf(glyphs: readonly Glyph[]): Glyph[][] {
  const rows = new Map<number, Glyph[]>()
  for (const glyph of glyphs) {
    const key = Math.round(glyph.y * 2)
    const row = rows.get(key) ?? rows.get(key - 1) ?? rows.get(key + 1)
    if (row) row.push(glyph)
    else rows.set(key, [glyph])
  }
  return [...rows].sort((a, b) => b[0] - a[0]).flatMap(([, row]) => parted(row.sort((a, b) => a.x - b.x)))
}

function parted(row: readonly Glyph[]): Glyph[][] {
  const parts: Glyph[][] = []
  for (const glyph of row) {
    const last = parts.at(-1)?.at(-1)
    if (last && glyph.x - last.x - last.width < 2.2 * glyph.size) parts.at(-1)?.push(glyph)
    else parts.push([glyph])
  }
  return parts
}

export function wordsOf(glyphs: readonly Glyph[]): string {
  return glyphs.map((one) => one.text).join('')
}
