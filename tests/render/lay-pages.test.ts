import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import {layPages, type Page} from '../../src/render/pdf/lay-pages.ts'
import type {MeasuredChapter, MeasuredNote, Unit} from '../../src/render/pdf/measured.ts'

const room = {heightPx: 400, rulePx: 15}

/** Blocks of some lines each, some of them with calls; notes of some lines. */
interface Sketch {
  readonly blocks: readonly {lines: number; keep: boolean; calls: readonly {line: number; note: number}[]}[]
  readonly notes: readonly number[]
}

const sketch: fc.Arbitrary<Sketch> = fc.record({
  blocks: fc.array(
    fc.record({
      lines: fc.integer({min: 1, max: 40}),
      keep: fc.boolean(),
      calls: fc.array(fc.record({line: fc.integer({min: 0, max: 39}), note: fc.integer({min: 0, max: 30})}), {maxLength: 4}),
    }),
    {maxLength: 40},
  ),
  notes: fc.array(fc.integer({min: 1, max: 60}), {minLength: 31, maxLength: 31}),
})

function measured({blocks, notes}: Sketch): MeasuredChapter {
  const units: Unit[] = []
  blocks.forEach(({lines, keep, calls}, block) => {
    for (let line = 0; line < lines; line++) {
      const own = calls.filter((call) => call.line % lines === line).map((call, index) => [`call-${block}-${line}-${index}`, `note-${call.note}`] as const)
      units.push(unitAt(units.length * 20, 20, {block, line, lines, keepWithNext: keep && line === lines - 1 && lines < 4, calls: own}))
    }
  })
  return {units, notes: notes.map(noteOf), anchors: []}
}

function noteOf(count: number, index: number): MeasuredNote {
  const lines = Array.from({length: count}, (_, line) => unitAt(line * 15, 15, {block: 0, line, lines: count}))
  return {id: `note-${index}`, height: count * 15, lines, anchors: []}
}

function unitAt(top: number, height: number, more: Partial<Unit>): Unit {
  const bottom = top + height
  return {top, bottom, outerTop: top, outerBottom: bottom, block: 0, line: 0, lines: 1, keepWithNext: false, whole: false, repeatedHead: 0, calls: [], ...more}
}

/** Notes with more lines than fit beside the smallest piece of text make pages that no rule can save. */
function fitsSomehow({units, notes}: MeasuredChapter): boolean {
  const heights = new Map(notes.map((note) => [note.id, note.height]))
  return units.every((unit) => {
    const ids = [...new Set(unit.calls.map(([, id]) => id))]
    return ids.slice(0, -1).reduce((sum, id) => sum + (heights.get(id) ?? 0), 15 + 20 + 45) <= room.heightPx
  })
}

function heightOf(page: Page): number {
  return page.usedPx + page.footPx
}

describe('pages', () => {
  test('hold every piece once and in order', () => {
    fc.assert(fc.property(sketch, (one) => {
      const chapter = measured(one)
      const pages = layPages(chapter, room)
      expect(pages.flatMap((page) => chapter.units.slice(page.from, page.to))).toEqual(chapter.units)
    }))
  })

  test('have the note of each of their calls at their foot, whole or begun', () => {
    fc.assert(fc.property(sketch, (one) => {
      const chapter = measured(one)
      fc.pre(fitsSomehow(chapter))
      for (const page of layPages(chapter, room)) {
        const called = chapter.units.slice(page.from, page.to).flatMap((unit) => unit.calls.map(([, id]) => id))
        const begun = page.notes.filter((note) => note.from === 0 && note.to > 0).map((note) => note.id)
        expect(begun).toEqual(expect.arrayContaining(called))
      }
    }))
  })

  test('print every line of a note that begins, in order, before the next note', () => {
    fc.assert(fc.property(sketch, (one) => {
      const chapter = measured(one)
      const pieces = layPages(chapter, room).flatMap((page) => page.notes)
      let open: {id: string; to: number} | undefined
      for (const piece of pieces) {
        const lines = chapter.notes.find((note) => note.id === piece.id)?.lines.length
        expect(piece.from).toBe(open ? open.to : 0)
        if (open) expect(piece.id).toBe(open.id)
        open = piece.to === lines ? undefined : piece
      }
      expect(open).toBeUndefined()
    }))
  })

  test('are never higher than the paper allows', () => {
    fc.assert(fc.property(sketch, (one) => {
      const chapter = measured(one)
      for (const page of layPages(chapter, room)) expect(heightOf(page)).toBeLessThanOrEqual(room.heightPx)
    }), {numRuns: 300})
  })

  test('hold the notes called in a note from the page on which it ends, if not before', () => {
    const calls = (line: number): Unit['calls'] => (line === 40 ? [['inner-call', 'note-1']] : [])
    const outer = {...noteOf(45, 0), lines: Array.from({length: 45}, (_, line) => unitAt(line * 15, 15, {line, lines: 45, calls: calls(line)}))}
    const units = Array.from({length: 60}, (_, line) => unitAt(line * 20, 20, {line, lines: 60, calls: line === 10 ? [['call', 'note-0']] : []}))
    const pages = layPages({units, notes: [outer, noteOf(3, 1)], anchors: []}, room)
    const page = pages.find(({notes}) => notes.some((note) => note.id === 'note-1'))
    expect(page?.notes.some((note) => note.id === 'note-0' && note.from <= 40 && note.to > 40)).toBe(true)
    for (const one of pages) expect(heightOf(one)).toBeLessThanOrEqual(room.heightPx)
  })

  test('take no note twice on one page, and again on each page that calls it', () => {
    const units = Array.from({length: 60}, (_, line) => unitAt(line * 20, 20, {line, lines: 60, calls: line % 7 === 0 ? [[`call-${line}`, 'note-0']] : []}))
    const pages = layPages({units, notes: [noteOf(2, 0)], anchors: []}, room)
    expect(pages.every((page) => page.notes.length === 1)).toBe(true)
  })

  test('leave no lone line and no heading without text', () => {
    const heading = (top: number, block: number): Unit => unitAt(top, 20, {block, keepWithNext: true, whole: true})
    const units: Unit[] = []
    for (let block = 0; block < 60; block += 2) {
      units.push(heading(units.length * 20, block))
      const lines = 2 + (block * 7) % 9
      for (let line = 0; line < lines; line++) units.push(unitAt(units.length * 20, 20, {block: block + 1, line, lines}))
    }
    for (const page of layPages({units, notes: [], anchors: []}, room).slice(1)) {
      const first = units[page.from] as Unit
      expect(units[page.from - 1]?.keepWithNext).toBe(false)
      expect(first.line === 0 || (first.line >= 2 && first.lines - first.line >= 2)).toBe(true)
    }
  })

  test('end a chapter with more than one line', () => {
    for (let count = 15; count < 70; count++) {
      const units = Array.from({length: count}, (_, block) => unitAt(block * 20, 20, {block}))
      const last = layPages({units, notes: [], anchors: []}, room).at(-1) as Page
      expect(last.to - last.from).toBeGreaterThan(1)
    }
  })
})
