import type {Geometry} from './geometry.ts'
import type {Page, PlacedNote} from './lay-pages.ts'
import type {MeasuredChapter, Unit} from './measured.ts'
import type {PlacedNoteBox} from './place.ts'

interface NotesTask {
  readonly pages: readonly Page[]
  readonly measured: MeasuredChapter
  /** Index of the chapter's first sheet. */
  readonly first: number
  readonly geometry: Geometry
}

/** Height of the rule above the notes with the space around it. */
export function ruleHeight({noteLinePx}: Geometry): number {
  return noteLinePx
}

/**
 * The notes that begin on each page of a chapter. One that is called again on a later page is printed there again, under
 * an anchor of its own, and the calls of that page lead to it: those of the text and those within the notes.
 */
export function planNotes({pages, measured, first, geometry}: NotesTask): PlacedNoteBox[][] {
  const copies = copiesOf(pages, first)
  const callsOf = callsByNote(measured)
  const linesOf = new Map(measured.notes.map((note) => [note.id, note.lines]))
  return pages.map((page, index) => page.notes.filter((note) => !note.continues).map((note) => {
    const calls = (callsOf.get(note.id) ?? []).filter(([unit]) => unit >= page.from && unit < page.to).map(([, call]) => call)
    const lines = linesOf.get(note.id) ?? []
    const parts = partsOf(pages, index, note)
    const copy = copies[index]?.get(note.id)
    const leads = parts.flatMap(({note: {from, to}}, after) => lines.slice(from, to).flatMap((line) => line.calls.flatMap(([call, id]) => {
      const target = copies[pageOf(pages, index + after, id)]?.get(id)
      return target === undefined ? [] : [[call, target] as const]
    })))
    return {id: note.id, calls, leads, ...cutsOf(parts, lines, geometry), ...(copy !== undefined && {copy})}
  }))
}

/** Where a note begins that is called on a page: there, or behind the note that calls it, on the next pages with notes. */
function pageOf(pages: readonly Page[], from: number, id: string): number {
  let index = from
  while ((pages[index]?.notes.length ?? 0) > 0 && !pages[index]?.notes.some((note) => note.id === id && !note.continues)) index++
  return index
}

/** Page by page, the anchors of the notes that stand on an earlier page already. */
function copiesOf(pages: readonly Page[], first: number): Map<string, string>[] {
  const seen = new Set<string>()
  return pages.map(({notes}, index) => {
    const fresh = notes.filter(({continues}) => !continues).map(({id}) => id)
    const copies = new Map(fresh.filter((id) => seen.has(id)).map((id) => [id, `${id}-again-${first + index + 1}`]))
    for (const id of fresh) seen.add(id)
    return copies
  })
}

/** The pieces of a note from its beginning on, page by page. */
function partsOf(pages: readonly Page[], index: number, note: PlacedNote): {note: PlacedNote; page: Page}[] {
  const parts = [{note, page: pages[index] as Page}]
  for (let next = index + 1; next < pages.length; next++) {
    const end = parts.at(-1)?.note.to
    const rest = pages[next]?.notes.find((one) => one.id === note.id && one.continues && one.from === end)
    if (!rest) break
    parts.push({note: rest, page: pages[next] as Page})
  }
  return parts
}

/**
 * How a note that continues is parted. In the flow of the feet each page is as high as the paper, so the bars reach from
 * the end of one foot to the top of the next.
 */
function cutsOf(parts: readonly {note: PlacedNote; page: Page}[], lines: readonly Unit[], geometry: Geometry): Pick<PlacedNoteBox, 'breaks' | 'bars' | 'cut'> {
  const breaks: [number, number][] = []
  const cut = new Set<number>()
  const bars = new Map<number, {readonly sheet: number; cursor: number; readonly heights: number[]}>()
  const footTop = (page: Page): number => geometry.topPx + geometry.textHeightPx - page.footPx + ruleHeight(geometry)
  parts.forEach(({note, page}, index) => {
    const unit = lines[note.from]
    const part = parts[index - 1]
    if (!part || !unit) return
    if (unit.line === 0) {
      breaks.push([unit.block, footTop(page)])
      return
    }
    cut.add(unit.block)
    const begin = lines[note.from - unit.line] as Unit
    const previous = lines[part.note.from] as Unit
    const top = topOf(part, footTop)
    const open = bars.get(unit.block) ?? {sheet: index - 1, cursor: top + begin.top - previous.outerTop, heights: []}
    const start = (index - 1 - open.sheet) * geometry.heightPx + top + unit.top - previous.outerTop + (unit.bottom - unit.top) / 4
    const end = (index - open.sheet) * geometry.heightPx + footTop(page)
    open.heights.push(start - open.cursor, end - start)
    open.cursor = end
    bars.set(unit.block, open)
  })
  return {breaks, cut: [...cut], bars: [...bars].map(([block, {heights}]) => [block, heights] as const)}
}

/** Height on its sheet at which the piece of a note begins: below the notes before it. */
function topOf({note, page}: {note: PlacedNote; page: Page}, footTop: (page: Page) => number): number {
  const before = page.notes.slice(0, page.notes.indexOf(note))
  return before.reduce((y, one) => y + one.heightPx, footTop(page))
}

function callsByNote(measured: MeasuredChapter): Map<string, [unit: number, call: string][]> {
  const calls = new Map<string, [number, string][]>()
  measured.units.forEach((unit, index) => {
    for (const [call, note] of unit.calls) calls.set(note, [...(calls.get(note) ?? []), [index, call]])
  })
  return calls
}
