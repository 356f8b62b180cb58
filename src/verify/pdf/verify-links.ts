import type {VFile} from 'vfile'
import {report} from '../../report/report.ts'
import {linesOf, type PdfLine} from './lines-of.ts'
import type {PdfFacts, PdfLink, PdfPage, PdfPlace, Rect} from './pdf-facts.ts'
import {printedFolio} from './printed-folio.ts'
import {textInRect} from './text-in-rect.ts'

/** What must be known besides the PDF to judge its links. */
export interface LinkExpectations {
  /** Part of a page inside its margins, by the page's index. */
  textAreaOf(page: number): Rect
  /** Between the last line of the text and the notes; `undefined` on a blank page. */
  coveredOf(page: number): Pick<Rect, 'bottom' | 'top'> | undefined
  /** Every printed note, with its place; of a note that is printed on several pages, each printing. */
  readonly notes: readonly PrintedNote[]
}

export interface PrintedNote {
  /** Anchor. */
  readonly id: string
  /** As printed at the call and the note. */
  readonly label: string
  readonly place: PdfPlace
}

/** A link into the document, with its words. */
interface InnerLink {
  readonly link: PdfLink
  readonly words: string
  readonly target: PdfPlace
}

/** Links within the document that land somewhere. Reports `verify-pdf-links-land` for those that do not. */
export function verifyLinksLand(facts: PdfFacts, file: VFile): void {
  for (const link of facts.links) {
    if (link.target !== undefined) continue
    report(file, 'verify-pdf-links-land', `Unexpected link “${wordsOf(facts, link)}” on page ${labelOf(facts, link.page)} that leads nowhere, expected a place in the document`)
  }
}

/**
 * Page numbers in print, against the pages they lead to: a link that is marked as a page number must land on a page that
 * has its words printed in its margin as the number. Words that look like a number are none without the mark.
 *
 * Reports `verify-pdf-page-numbers`.
 *
 * @returns how many were compared
 */
export function verifyPageNumbers(facts: PdfFacts, {textAreaOf}: Pick<LinkExpectations, 'textAreaOf'>, file: VFile): number {
  let compared = 0
  const folios = new Map<number, string | undefined>()
  const folioOf = (page: PdfPage): string | undefined => {
    if (!folios.has(page.index)) folios.set(page.index, printedFolio(page, textAreaOf(page.index)))
    return folios.get(page.index)
  }
  for (const {link, words, target} of innerLinks(facts)) {
    const page = facts.pages[target.page]
    if (!page || !link.isPageNumber) continue
    compared++
    const folio = folioOf(page) ?? 'none'
    if (folio === words) continue
    report(file, 'verify-pdf-page-numbers',
      `Unexpected page number ${words} on page ${labelOf(facts, link.page)}, expected ${folio}: that is printed on the page it leads to`)
  }
  return compared
}

/**
 * Notes in print: every call lands on a note of its own page, the note stands there with the call's label, and every
 * note has a call. A note that is called within another one follows that one, where it goes on, on the pages after it.
 *
 * Reports `verify-pdf-notes`.
 */
export function verifyNotes(facts: PdfFacts, expectations: LinkExpectations, file: VFile): void {
  const {notes} = expectations
  const called = new Set<string>()
  const linesOfPage = new Map<number, readonly PdfLine[]>()
  for (const {link, words, target} of innerLinks(facts)) {
    const note = noteAt(notes, target)
    if (!note) continue
    called.add(note.id)
    if (target.page !== link.page && !followsItsNote(link, target, expectations)) {
      report(file, 'verify-pdf-notes', `Unexpected note ${note.label} on page ${labelOf(facts, target.page)}, expected it on page ${labelOf(facts, link.page)}, where it is called`)
    }
    if (words !== note.label) {
      report(file, 'verify-pdf-notes', `Unexpected call “${words}” on page ${labelOf(facts, link.page)}, expected “${note.label}”, the label of the note it leads to`)
    }
  }
  for (const note of notes) {
    if (!called.has(note.id)) report(file, 'verify-pdf-notes', `Unexpected note ${note.label} without a call, expected a link that leads to it`)
    if (!linesOfPage.has(note.place.page)) linesOfPage.set(note.place.page, pageLines(facts, note.place.page))
    if (!standsAt(linesOfPage.get(note.place.page) ?? [], note)) {
      report(file, 'verify-pdf-notes', `Unexpected text where note ${note.label} should stand on page ${labelOf(facts, note.place.page)}, expected a line that begins with its label`)
    }
  }
}

/** Whether a call stands in the notes of its page, and the feet from there to the page of its note go on one after the other. */
function followsItsNote(call: PdfLink, target: PdfPlace, {coveredOf, textAreaOf}: LinkExpectations): boolean {
  const footOf = (page: number): number => coveredOf(page)?.bottom ?? 0
  if (call.rect.top > footOf(call.page)) return false
  for (let page = call.page + 1; page <= target.page; page++) if (footOf(page) <= textAreaOf(page).bottom) return false
  return target.page > call.page
}

/** Read once of each PDF: page numbers and notes are both told by the words of links. */
const known = new WeakMap<PdfFacts, readonly InnerLink[]>()

function innerLinks(facts: PdfFacts): readonly InnerLink[] {
  const found = known.get(facts) ?? facts.links.flatMap(link => {
    const {target} = link
    return target && 'page' in target ? [{link, target, words: wordsOf(facts, link)}] : []
  })
  known.set(facts, found)
  return found
}

function wordsOf(facts: PdfFacts, link: PdfLink): string {
  const page = facts.pages[link.page]
  return page ? textInRect(page, link.rect).trim() : ''
}

function labelOf(facts: PdfFacts, page: number): string {
  return facts.pages[page]?.label ?? String(page + 1)
}

/** Places are written with two digits after the point. */
const sameplacePt = 0.02

function noteAt(notes: readonly PrintedNote[], target: PdfPlace): PrintedNote | undefined {
  return notes.find(({place}) => place.page === target.page && Math.abs((place.y ?? 0) - (target.y ?? -1)) < sameplacePt)
}

/** How far below a note's place its first line may stand, in points: a line with its leading. */
const firstLinePt = 24

/** The first line of a note that begins with a picture is as low as that: nothing else is printed above it. */
function standsAt(lines: readonly PdfLine[], {label, place: {y: top = Infinity}}: PrintedNote): boolean {
  const below = lines.filter(({y}) => y <= top)
  const highest = Math.max(...below.map(({y}) => y))
  return below.some(({y, text}) => (y > top - firstLinePt || y === highest) && text.startsWith(label))
}

function pageLines(facts: PdfFacts, page: number): readonly PdfLine[] {
  const found = facts.pages[page]
  return found ? linesOf(found) : []
}
