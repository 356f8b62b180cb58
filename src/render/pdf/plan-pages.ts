import type {Book, Chapter} from '../../model/book.ts'
import type {Geometry} from './geometry.ts'
import {layPages, type Page, type PlacedNote} from './lay-pages.ts'
import type {MeasuredChapter, Unit} from './measured.ts'
import type {PlacedChapter, PlacedPage, Placement} from './place.ts'
import {planNotes, ruleHeight} from './plan-notes.ts'
import {printed} from './printed-text.ts'
import {roman} from './roman.ts'

/** Where everything stands: what the browser is told to do, and what is known of the printed pages. */
export interface Plan {
  readonly placement: Placement
  /** Folio of every anchor. */
  readonly folios: Readonly<Record<string, string>>
  readonly sheets: readonly Sheet[]
  /** Printed place of every anchor: page from 0, height from the top of the page in CSS pixels. */
  readonly anchors: ReadonlyMap<string, {readonly page: number; readonly yPx: number}>
  /** Where each page of a chapter begins. */
  readonly pageTops: readonly PageTop[]
}

/** What a page begins with. */
export interface PageTop {
  readonly folio: string
  /** Index of its chapter. */
  readonly chapter: number
  /** Index of its first block among those measured; `undefined` when only notes are left. */
  readonly block: number | undefined
  /** Height in the column of the line that it begins with; `undefined` where it begins with the block. */
  readonly topPx: number | undefined
}

/** A printed page. */
export interface Sheet {
  /** As printed, or as it would be: `iv`, `12`. Empty for a blank page before the first folio. */
  readonly folio: string
  readonly roman: boolean
  /** Index of its chapter; `undefined` for a blank page. */
  readonly chapter: number | undefined
}

/** Divides all chapters into pages, counts them, and says where everything goes. */
export function planPages(book: Book, measured: readonly MeasuredChapter[], geometry: Geometry): Plan {
  const room = {heightPx: geometry.textHeightPx, rulePx: ruleHeight(geometry)}
  const sheets: Sheet[] = []
  const anchors = new Map<string, {page: number; yPx: number}>()
  const pageTops: PageTop[] = []
  const chapters = book.chapters.map((chapter, index) => {
    const own = measured[index] ?? {units: [], notes: [], anchors: []}
    const pages = layPages(own, room)
    const blanks = chapter.starts === 'right' && sheets.length % 2 === 1 ? 1 : 0
    if (blanks) sheets.push(sheetOf(sheets, sheets.at(-1)?.roman ?? true, undefined))
    const first = sheets.length
    for (const page of pages) {
      sheets.push(sheetOf(sheets, chapter.part === 'front', index))
      const unit = own.units[page.from]
      pageTops.push({folio: sheets.at(-1)?.folio ?? '', chapter: index, block: unit?.block, topPx: unit && unit.line > 0 ? unit.top : undefined})
    }
    anchors.set(chapter.id, {page: first, yPx: geometry.topPx})
    return placeChapter({chapter, measured: own, pages, blanks, first, sheets, anchors, geometry, continued: book.words['note-continued'] ?? ''})
  })
  const folios = Object.fromEntries([...anchors].map(([id, {page}]) => [id, sheets[page]?.folio ?? '']))
  return {folios, placement: {chapters, textHeightPx: geometry.textHeightPx, topPx: geometry.topPx}, sheets, anchors, pageTops}
}

/** Roman folios count from the first sheet, arabic ones from the first sheet of the body. */
function sheetOf(sheets: readonly Sheet[], isRoman: boolean, chapter: number | undefined): Sheet {
  const last = sheets.at(-1)
  const number = last && last.roman === isRoman ? sheets.length - sheets.findLastIndex((one) => one.roman !== isRoman) : 1
  return {folio: isRoman ? roman(number) : String(number), roman: isRoman, chapter}
}

interface ChapterTask {
  readonly chapter: Chapter
  readonly measured: MeasuredChapter
  readonly pages: readonly Page[]
  readonly blanks: number
  /** Index of its first sheet. */
  readonly first: number
  readonly sheets: readonly Sheet[]
  readonly anchors: Map<string, {page: number; yPx: number}>
  readonly geometry: Geometry
  /** Words for a note that goes on, `{}` for its label. */
  readonly continued: string
}

function placeChapter(task: ChapterTask): PlacedChapter {
  const {measured, pages, blanks, geometry} = task
  setAnchors(task)
  const textPages = pages.filter((page, index) => index === 0 || page.to > page.from)
  const lastText = pages.lastIndexOf(textPages.at(-1) as Page)
  return {
    blanks,
    breaks: blockBreaks(measured.units, pages),
    bars: barsOf(measured.units, pages, geometry.textHeightPx),
    cut: [...new Set(pages.flatMap((page, index) => (index > 0 && (measured.units[page.from]?.line ?? 0) > 0 ? [measured.units[page.from]?.block ?? 0] : [])))],
    trailing: pages.length - 1 - lastText,
    pages: placePages(task),
  }
}

/** Blocks that begin a page, with the pages of notes alone before them. */
function blockBreaks(units: readonly Unit[], pages: readonly Page[]): PlacedChapter['breaks'] {
  let empty = 0
  return pages.flatMap((page, index) => {
    if (index === 0) return []
    if (page.to === page.from) {
      empty++
      return []
    }
    const unit = units[page.from]
    const before = empty
    empty = 0
    return unit?.line === 0 ? [[unit.block, before] as const] : []
  })
}

/**
 * Bars for the blocks that are cut between lines. A bar as wide as the block stands from the line that has to go to the
 * end of the page, so that the browser puts the line on the next page by itself; gaps without width hold the bars in
 * place. Both stand at the beginning of the block: the text itself is not touched. A quarter of a line of slack before
 * and a third after each bar swallow differences of rounding.
 */
export function barsOf(units: readonly Unit[], pages: readonly {from: number; to: number; startY: number; headPx: number}[], heightPx: number): PlacedChapter['bars'] {
  const bars: [number, number[]][] = []
  let open: {block: number; first: number; cursor: number; heights: number[]} | undefined
  pages.forEach((page, index) => {
    const unit = units[page.from]
    if (index === 0 || !unit || unit.line === 0 || page.from >= units.length) {
      open = undefined
      return
    }
    if (open?.block !== unit.block) {
      const begin = units[page.from - unit.line] as Unit
      const first = firstPageOf(pages, index, page.from - unit.line)
      open = {block: unit.block, first, cursor: heightOn(pages, first, begin), heights: []}
      bars.push([unit.block, open.heights])
    }
    const line = unit.bottom - unit.top
    const before = index - 1
    const isEmpty = pages[before]?.from === pages[before]?.to
    const start = Math.max(open.cursor, (before - open.first) * heightPx + (isEmpty ? 0 : heightOn(pages, before, unit) + line / 4))
    const end = (index - open.first) * heightPx - line / 3
    if (end - start <= 0) return
    open.heights.push(start - open.cursor, end - start)
    open.cursor = end
  })
  return bars.filter(([, heights]) => heights.length > 0)
}

function firstPageOf(pages: readonly {from: number; to: number}[], before: number, unit: number): number {
  let index = before - 1
  while (index > 0 && (pages[index]?.from ?? 0) > unit) index--
  return index
}

/** Height of a piece's top within the text area of a page. */
function heightOn(pages: readonly {startY: number; headPx: number}[], index: number, unit: Unit): number {
  const page = pages[index]
  return page ? page.headPx + unit.top - page.startY : 0
}

function placePages(task: ChapterTask): PlacedPage[] {
  const {chapter, pages, first, sheets, geometry, measured, anchors, continued} = task
  const boxes = planNotes({pages, measured, first, geometry})
  const linesOf = new Map(measured.notes.map((note) => [note.id, note.lines]))
  const labels = new Map(chapter.notes.map(({id, label}) => [id, label]))
  const innerOf = new Map(measured.notes.map((note) => [note.id, note.anchors]))
  return pages.map((page, index) => {
    const sheet = first + index
    const fresh = page.notes.filter((note) => !note.continues)
    const rest = page.notes.find((note) => note.continues)
    const side = sheet % 2 === 0 ? 'right' : 'left'
    const notesTopPx = geometry.topPx + geometry.textHeightPx - page.footPx + ruleHeight(geometry)
    let y = notesTopPx
    for (const note of page.notes) {
      if (!note.continues) anchors.set(boxes[index]?.find(({id}) => id === note.id)?.copy ?? note.id, {page: sheet, yPx: y})
      setAnchorsIn(note, {lines: linesOf.get(note.id) ?? [], inner: innerOf.get(note.id) ?? [], anchors, place: {page: sheet, yPx: y}})
      y += note.heightPx
    }
    return {
      head: index === 0 ? '' : printed(chapter.runningHead?.[side === 'left' ? 'part' : 'chapter'] ?? ''),
      folio: chapter.runningHead ? (sheets[sheet]?.folio ?? '') : '',
      side,
      usedPx: page.usedPx,
      footPx: page.footPx,
      notes: boxes[index] ?? [],
      continued: rest ? continued.replace('{}', labels.get(rest.id) ?? '') : '',
      notesTopPx: rest ? undefined : fresh.length === 0 ? 0 : notesTopPx,
    }
  })
}

/** Anchors within the lines of a note that stand at `place`; a copy of the note has none. */
function setAnchorsIn({from, to}: PlacedNote, {lines, inner, anchors, place}: {lines: readonly Unit[]; inner: MeasuredChapter['anchors']; anchors: ChapterTask['anchors']; place: {page: number; yPx: number}}): void {
  const start = from === 0 ? 0 : (lines[from]?.outerTop ?? 0)
  const end = lines[to]?.outerTop ?? Infinity
  for (const [id, y] of inner) if (y + 1 >= start && y + 1 < end && !anchors.has(id)) anchors.set(id, {page: place.page, yPx: place.yPx + y - start})
}

/** Anchors of the text, by the page that holds their height. */
function setAnchors({measured, pages, first, anchors, geometry}: ChapterTask): void {
  const textPages = pages.map((page, index) => ({...page, index})).filter((page) => page.to > page.from)
  const sorted = [...measured.anchors].sort((a, b) => a[1] - b[1])
  let at = 0
  for (const [id, y] of sorted) {
    while (at + 1 < textPages.length && y + 1 >= (textPages[at + 1]?.startY ?? Infinity)) at++
    const page = textPages[at]
    if (page) anchors.set(id, {page: first + page.index, yPx: geometry.topPx + page.headPx + y - page.startY})
    else anchors.set(id, {page: first, yPx: geometry.topPx})
  }
}
