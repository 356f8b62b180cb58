import type {MeasuredChapter, MeasuredNote, Unit} from './measured.ts'

/** Room on a page, in CSS pixels. */
export interface Room {
  /** Height of the text area. */
  readonly heightPx: number
  /** Height of the rule above the notes, with the space around it. */
  readonly rulePx: number
}

/** One page of a chapter: the pieces `from` … `to - 1` of its text, and the notes at its foot. */
export interface Page {
  readonly from: number
  readonly to: number
  /** Height at which its text begins, in the endless column. */
  readonly startY: number
  /** Height that the text takes, the repeated table head included. */
  readonly usedPx: number
  readonly headPx: number
  /** Notes at the foot from top to bottom. */
  readonly notes: readonly PlacedNote[]
  /** Height of the foot with its rule; 0 without notes. */
  readonly footPx: number
}

/** A note, or some of its lines (`from` … `to - 1`), at the foot of a page. */
export interface PlacedNote {
  readonly id: string
  readonly from: number
  readonly to: number
  readonly heightPx: number
  /** True when it began on an earlier page. */
  readonly continues: boolean
}

/** Share of a page that must be filled before a note may be kept whole at the price of the rest. */
const fullEnough = 0.75
/** Lines of a note that must stand together on either side of a page end. */
const noteLinesTogether = 2

/**
 * Divides a measured chapter into pages, so that each call has its note at the foot of its page. No widow or orphan line,
 * no heading without text, unless nothing else is possible. A note that does not fit continues on the next page.
 * Takes time in step with the length of the chapter.
 */
export function layPages(chapter: MeasuredChapter, room: Room): Page[] {
  const notes = new Map(chapter.notes.map((note) => [note.id, note]))
  const pages: Page[] = []
  let at = 0
  let carry: Rest | undefined
  do {
    const filled = fillPage({units: chapter.units, at, carry, notes, room})
    pages.push(filled.page)
    at = filled.page.to
    carry = filled.rest
  } while (at < chapter.units.length || carry)
  return pages
}

/** What is left of a note for the next page. */
interface Rest {
  readonly note: MeasuredNote
  readonly from: number
}

interface PageTask {
  readonly units: readonly Unit[]
  readonly at: number
  readonly carry: Rest | undefined
  readonly notes: ReadonlyMap<string, MeasuredNote>
  readonly room: Room
}

/** How far a page is filled. */
interface Fill {
  readonly to: number
  readonly notes: readonly PlacedNote[]
}

function fillPage(task: PageTask): {page: Page; rest: Rest | undefined} {
  const {units, at, room} = task
  const carried = task.carry && takeCarry(task, task.carry)
  const started = carried ? [carried.placed] : []
  let fits: Fill = {to: at, notes: started}
  let best: Fill | undefined
  let index = at
  for (; index < units.length && !(carried?.rest && called(units[index], task, fits.notes).length > 0); index++) {
    const fresh = called(units[index], task, fits.notes)
    const notes = [...fits.notes, ...fresh.map(whole)]
    // No tolerance: the browser moves a table row that is a fraction of a pixel too high to a page that nobody planned.
    if (textHeight(task, index + 1) + footHeight(notes, room) > room.heightPx) {
      const split = splitLast({task, index, before: fits, fresh, best})
      if (split) return {page: pageOf(task, split.fill), rest: split.rest}
      break
    }
    fits = {to: index + 1, notes}
    if (mayBegin(units, index + 1)) best = fits
  }
  const end = index === units.length ? fits : (best ?? fits)
  const taken = end.to === at && !task.carry ? tooTall(task) : end
  return {page: pageOf(task, taken), rest: carried?.rest}
}

/** The rest of a note from the page before: as much as leaves the text some room, or all that the page holds. */
function takeCarry(task: PageTask, {note, from}: Rest): {placed: PlacedNote; rest: Rest | undefined} {
  const {units, at, room} = task
  const first = units[at]
  const textNeeds = first ? Math.min(room.heightPx / 2, Math.max(first.outerBottom - first.outerTop, (first.bottom - first.top) * 5)) : 0
  const to = linesThatFit(note, from, room.heightPx - textNeeds - room.rulePx)
  const whole = to >= note.lines.length
  return {placed: piece(note, from, to), rest: whole ? undefined : {note, from: to}}
}

/**
 * Where the piece fits but its last note does not: the note begins on this page and continues on the next, unless ending
 * the page before it leaves a page that is full enough.
 */
function splitLast({task, index, before, fresh, best}: {task: PageTask; index: number; before: Fill; fresh: MeasuredNote[]; best: Fill | undefined}): {fill: Fill; rest: Rest} | undefined {
  const {room} = task
  const last = fresh.at(-1)
  if (!last) return undefined
  const bestHeight = best ? textHeight(task, best.to) + footHeight(best.notes, room) : 0
  if (best && best.to > task.at && bestHeight >= room.heightPx * fullEnough) return undefined
  const others = [...before.notes, ...fresh.slice(0, -1).map(whole)]
  const free = room.heightPx - textHeight(task, index + 1) - Math.max(room.rulePx, footHeight(others, room))
  const to = linesThatFit(last, 0, free)
  if (to < noteLinesTogether || to >= last.lines.length) return undefined
  return {fill: {to: index + 1, notes: [...others, piece(last, 0, to)]}, rest: {note: last, from: to}}
}

/** A piece higher than the page stands alone; so does one whose notes leave no room for it. */
function tooTall({units, at, notes}: PageTask): Fill {
  const own = (units[at]?.calls ?? []).flatMap(([, id]) => notes.get(id) ?? [])
  return {to: Math.min(at + 1, units.length), notes: own.map(whole)}
}

/** Notes that a piece calls and the page does not have yet, those called within them included. */
function called(unit: Unit | undefined, {notes}: PageTask, placed: readonly PlacedNote[]): MeasuredNote[] {
  const found = new Map<string, MeasuredNote>()
  const collect = (calls: Unit['calls']): void => {
    for (const [, id] of calls) {
      const note = notes.get(id)
      if (!note || found.has(id) || placed.some((one) => one.id === id && !one.continues)) continue
      found.set(id, note)
      for (const line of note.lines) collect(line.calls)
    }
  }
  if (unit && unit.calls.length > 0) collect(unit.calls)
  return [...found.values()]
}

function mayBegin(units: readonly Unit[], index: number): boolean {
  const unit = units[index]
  if (!unit) return true
  if (units[index - 1]?.keepWithNext && unit.line === 0) return false
  if (unit.line === 0) return true
  return !unit.whole && unit.line >= 2 && unit.lines - unit.line >= 2
}

/** Height of the text of a page that ends before piece `to`. */
function textHeight({units, at}: PageTask, to: number): number {
  const first = units[at]
  const last = units[to - 1]
  return first && last && to > at ? headOf(units, at) + last.outerBottom - startOf(units, at) : 0
}

function startOf(units: readonly Unit[], at: number): number {
  return units[at]?.outerTop ?? units.at(-1)?.outerBottom ?? 0
}

function headOf(units: readonly Unit[], at: number): number {
  return at > 0 ? (units[at]?.repeatedHead ?? 0) : 0
}

function footHeight(notes: readonly PlacedNote[], {rulePx}: Room): number {
  return notes.length === 0 ? 0 : notes.reduce((sum, note) => sum + note.heightPx, rulePx)
}

function pageOf(task: PageTask, {to, notes}: Fill): Page {
  const {units, at, room} = task
  return {
    from: at,
    to,
    startY: startOf(units, at),
    usedPx: textHeight(task, to),
    headPx: headOf(units, at),
    notes,
    footPx: footHeight(notes, room),
  }
}

/** The line after the last one that fits into a height, a lone line at either side avoided where possible. */
function linesThatFit(note: MeasuredNote, from: number, heightPx: number): number {
  const top = note.lines[from]?.outerTop ?? 0
  let to = from
  while (to < note.lines.length && (note.lines[to]?.outerBottom ?? 0) - top <= heightPx) to++
  const left = note.lines.length - to
  if (left === 1 && to - from > noteLinesTogether) return to - 1
  return to
}

function piece(note: MeasuredNote, from: number, to: number): PlacedNote {
  const heightPx = (note.lines[to - 1]?.outerBottom ?? 0) - (from === 0 ? 0 : (note.lines[from]?.outerTop ?? 0))
  return {id: note.id, from, to, heightPx: to >= note.lines.length ? note.height - (from === 0 ? 0 : (note.lines[from]?.outerTop ?? 0)) : heightPx, continues: from > 0}
}

function whole(note: MeasuredNote): PlacedNote {
  return {id: note.id, from: 0, to: note.lines.length, heightPx: note.height, continues: false}
}
