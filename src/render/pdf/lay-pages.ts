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
/** The last piece of a chapter, when it is lower than this, does not stand on a page alone. */
const loneLinePx = 60
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

/** What is left of a note for the next page, and the notes that come after it there: those called in what is left. */
interface Rest {
  readonly note: MeasuredNote
  readonly from: number
  readonly then: readonly MeasuredNote[]
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
  const started = carried ? carried.placed : []
  let fits: Fill = {to: at, notes: started}
  let best: Fill | undefined
  let index = at
  for (; index < units.length && !(carried?.rest && called(units[index], task, fits.notes).length > 0); index++) {
    const fresh = called(units[index], task, fits.notes)
    const notes = [...fits.notes, ...fresh.map(whole)]
    // No tolerance: the browser moves a table row that is a fraction of a pixel too high to a page that nobody planned.
    if (textHeight(task, index + 1) + footHeight(notes, room) > room.heightPx) {
      const split = splitNotes({task, index, before: fits, fresh, best})
      if (split) return {page: pageOf(task, split.fill), rest: split.rest}
      break
    }
    fits = {to: index + 1, notes}
    if (mayBegin(units, index + 1)) best = fits
  }
  const end = index === units.length ? fits : (best ?? fits)
  if (end.to > at || task.carry) return {page: pageOf(task, end), rest: carried?.rest}
  const alone = tooTall(task)
  return {page: pageOf(task, alone.fill), rest: alone.rest}
}

/**
 * The rest of a note from the page before, and the notes called in it: as much as leaves the text some room, or all that
 * the page holds.
 */
function takeCarry(task: PageTask, {note, from, then}: Rest): {placed: PlacedNote[]; rest: Rest | undefined} {
  const {units, at, room} = task
  const first = units[at]
  const head = headOf(units, at)
  const textNeeds = first ? Math.max(head, Math.min(room.heightPx / 2, head + Math.max(first.outerBottom - first.outerTop, (first.bottom - first.top) * 5))) : 0
  const free = room.heightPx - textNeeds - room.rulePx
  const to = Math.max(from + 1, linesThatFit(note, from, free))
  const left = free - piece(note, from, note.lines.length).heightPx
  const [next] = then
  if (to < note.lines.length || (next && linesThatFit(next, 0, left) === 0)) {
    // The line that calls the next note goes to the page that has room for both; but a page takes at least a line.
    const call = callsAny(note, from, to, then) ? beforeCall(note, from, then) : to
    const cut = call > from ? call : to
    if (cut < note.lines.length) return {placed: [piece(note, from, cut)], rest: {note, from: cut, then}}
  }
  const {placed, rest} = placeInOrder(then, left)
  return {placed: [piece(note, from, note.lines.length), ...placed], rest}
}

/** Notes one under the other while there is room: the last may be cut, the others wait. */
function placeInOrder(notes: readonly MeasuredNote[], heightPx: number): {placed: PlacedNote[]; rest: Rest | undefined} {
  const placed: PlacedNote[] = []
  let free = heightPx
  for (const [index, note] of notes.entries()) {
    if (note.height > free) {
      const to = linesThatFit(note, 0, free)
      return {placed: to > 0 ? [...placed, piece(note, 0, to)] : placed, rest: {note, from: to, then: notes.slice(index + 1)}}
    }
    placed.push(whole(note))
    free -= note.height
  }
  return {placed, rest: undefined}
}

/**
 * Where the piece fits but its notes do not: one of them begins on this page and continues on the next, unless ending the
 * page before the piece leaves a page that is full enough. What is called in the part that goes to the next page goes
 * with it; nothing else does.
 */
function splitNotes({task, index, before, fresh, best}: {task: PageTask; index: number; before: Fill; fresh: MeasuredNote[]; best: Fill | undefined}): {fill: Fill; rest: Rest} | undefined {
  const {room} = task
  const bestHeight = best ? textHeight(task, best.to) + footHeight(best.notes, room) : 0
  if (best && best.to > task.at && bestHeight >= room.heightPx * fullEnough) return undefined
  for (let at = fresh.length - 1; at >= 0; at--) {
    const note = fresh[at] as MeasuredNote
    const then = fresh.slice(at + 1)
    const others = [...before.notes, ...fresh.slice(0, at).map(whole)]
    const free = room.heightPx - textHeight(task, index + 1) - Math.max(room.rulePx, footHeight(others, room))
    const fitting = linesThatFit(note, 0, free)
    const to = callsAny(note, 0, fitting, then) ? beforeCall(note, 0, then) : fitting
    if (to < noteLinesTogether || to >= note.lines.length || !areCalledWithin(note, then, task, task.units[index])) continue
    return {fill: {to: index + 1, notes: [...others, piece(note, 0, to)]}, rest: {note, from: to, then}}
  }
  return undefined
}

/** True when all of the notes are called in lines of a note, or in notes called there, and nowhere in the piece itself. */
function areCalledWithin(note: MeasuredNote, notes: readonly MeasuredNote[], task: PageTask, unit: Unit | undefined): boolean {
  const within = new Set(note.lines.flatMap((line) => called(line, task, [])))
  return notes.every((one) => within.has(one) && !unit?.calls.some(([, id]) => id === one.id))
}

function callsAny(note: MeasuredNote, from: number, to: number, notes: readonly MeasuredNote[]): boolean {
  return note.lines.slice(from, to).some((line) => line.calls.some(([, id]) => notes.some((one) => one.id === id)))
}

/** The first line of a note, from one on, that calls one of the notes; `from` itself when there is none before. */
function beforeCall(note: MeasuredNote, from: number, notes: readonly MeasuredNote[]): number {
  const line = note.lines.findIndex((one, at) => at >= from && one.calls.some(([, id]) => notes.some((other) => other.id === id)))
  return Math.max(from, line)
}

/**
 * A piece higher than the page stands alone. Where the notes of a piece leave it no room, one of them that is long enough
 * is put last and cut; where that is not enough, they go on where there is room.
 */
function tooTall(task: PageTask): {fill: Fill; rest: Rest | undefined} {
  const {units, at, room} = task
  const to = Math.min(at + 1, units.length)
  const own = called(units[at], task, [])
  const free = room.heightPx - room.rulePx - textHeight(task, to)
  for (const note of [...own].reverse()) {
    const then = own.filter((one) => one !== note && areCalledWithin(note, [one], task, units[at]))
    const others = own.filter((one) => one !== note && !then.includes(one)).map(whole)
    const end = linesThatFit(note, 0, free - others.reduce((sum, one) => sum + one.heightPx, 0))
    if (end > 0 && end < note.lines.length) return {fill: {to, notes: [...others, piece(note, 0, end)]}, rest: {note, from: end, then}}
  }
  const {placed, rest} = placeInOrder(own, free)
  return {fill: {to, notes: placed}, rest}
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
  if (index === units.length - 1 && unit.bottom - unit.top < loneLinePx) return false
  if (unit.line === 0) return true
  return !unit.whole && unit.line >= 2 && unit.lines - unit.line >= 2
}

/** Height of the text of a page that ends before piece `to`. The head of a table that goes on stands on a page of notes alone, too. */
function textHeight({units, at}: PageTask, to: number): number {
  const first = units[at]
  const last = units[to - 1]
  return headOf(units, at) + (first && last && to > at ? last.outerBottom - startOf(units, at) : 0)
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
