import type {VFile} from 'vfile'
import type {AuditedOutput} from '../../model/audit-summary.ts'
import type {Book, Chapter} from '../../model/book.ts'
import type {Place} from '../../model/place.ts'
import {report} from '../../report/report.ts'
import type {PdfFacts, Rect} from '../pdf/pdf-facts.ts'
import {printedFolio} from '../pdf/printed-folio.ts'
import type {PdfStructure} from '../pdf/read-structure.ts'
import {compareTexts, type Comparison} from './compare-texts.ts'
import {continuedNotes} from './continued-notes.ts'
import {countLoneLines} from './count-lone-lines.ts'
import {isPageHere, paintedText, type PaintedText} from './painted-text.ts'
import {isChapterBegins, printedText, type AnchorHere, type PrintedAdditions} from './printed-text.ts'
import {bareInPrint, noteAt, type LanguageHere, type StreamNote, type TextStream} from './text-stream.ts'
import {verifyLooseText} from './verify-loose-text.ts'

/** What must be known besides the PDF to prove that it has the whole book. */
export interface PdfAuditExpectations extends PrintedAdditions {
  readonly book: Book
  /** All of it, if it was made already: see {@link printedText}. */
  readonly text?: TextStream
  textAreaOf(page: number): Rect
  /** The file to complain about, and the place in it, for what an offset of a chapter says. */
  sourceOf(chapter: Chapter): {readonly file: VFile; readonly place?: Place} | undefined
}

/** What came of the audit of a PDF. */
export interface AuditedPdf extends AuditedOutput {
  /** The first characters of the text on each page that has text beside its notes, white space aside, by the page's label. */
  readonly pageWords: ReadonlyMap<string, string>
  /** First or last lines of a block that a page end parts from all its others. */
  readonly loneLines: number
  /** Words whose language the tags do not say, or say another; the first of each place. */
  readonly wrongLanguages: readonly string[]
}

/** Characters that tell a page by its beginning. */
const countOfFirst = 16

/**
 * Proves that a PDF has every character of the book, in order, no more and no fewer: its text is read in the order of
 * its structure, once by the codes of the fonts and once by what is written to stand for them. Of the pages it proves
 * that nothing else is on them but running heads, folios, the numbers of lists and the words above notes that go on, and that each printed page number is
 * that of the page on which the anchor's own words stand.
 *
 * Reports `verify-audit-pdf-text`, `verify-audit-pdf-loose` and `verify-audit-pdf-pages`.
 */
export function auditPdf(facts: PdfFacts, structure: PdfStructure, expectations: PdfAuditExpectations, file: VFile): AuditedPdf {
  const expected = expectations.text ?? printedText(expectations.book, expectations)
  const painted = paintedText(facts, structure, 'codes')
  const pages = painted.stream.notes.filter(({what}) => isPageHere(what))
  const options = {hasLines: true, offsets: expected.notes.map(({at}) => at), places: pages.map(({at}) => at)}
  const comparison = compareTexts(expected.text, painted.stream.text, options)
  tellDifference({facts, expected, found: painted.stream, comparison, expectations, file})
  if (!comparison.difference && facts.pages.some(({runs}) => runs.some(({actualText}) => actualText !== undefined))) {
    const {stream} = paintedText(facts, structure, 'actual')
    const again = compareTexts(expected.text, stream.text, options)
    tellDifference({facts, expected, found: stream, comparison: again, expectations, file})
  }
  for (const {page, says} of painted.faults) report(file, 'verify-audit-pdf-text', `Unexpected ${says} on page ${labelOf(facts, page)}, expected each once`)
  if (!comparison.difference) {
    const firsts = pagesOfNotes(expected, painted, comparison)
    verifyLooseText(facts, {painted, chapters: chaptersOfPages(expected, firsts, facts.pages.length), textAreaOf: expectations.textAreaOf, book: expectations.book, continued: continuedNotes({expected, firsts, painted, offsets: comparison.offsets}, expectations.book.words)}, file)
    verifyAnchorPages(facts, {expected, firsts, expectations}, file)
  }
  return {characters: comparison.found + (comparison.difference ? comparison.unexplained : 0), found: comparison.found, unexplained: comparison.unexplained, pageWords: comparison.difference ? new Map() : firstWords(facts, pages, {text: expected.text, places: comparison.places}), loneLines: comparison.difference ? 0 : countLoneLines(expected.text, painted.stream), wrongLanguages: comparison.difference ? [] : wrongLanguages(expected, painted.stream, comparison)}
}

/** The text of a chapter comes before its notes in the structure: what stands first on a page is its text, unless it has notes alone. */
function firstWords(facts: PdfFacts, pages: readonly StreamNote[], {text, places}: {readonly text: string; readonly places: readonly number[]}): ReadonlyMap<string, string> {
  const words = new Map<string, string>()
  let farthest = -1
  for (const [index, {what}] of pages.entries()) {
    const at = places[index] ?? 0
    if (!isPageHere(what) || what.page <= farthest) continue
    farthest = what.page
    const label = labelOf(facts, what.page)
    const end = Math.min(places[index + 1] ?? text.length, at + 3 * countOfFirst)
    if (!words.has(label)) words.set(label, bareInPrint(text.slice(at, end)).slice(0, countOfFirst).replace(/[\ud800-\udbff]$/, ''))
  }
  return words
}

/** Where a language begins in the book, the tags of the print must say it, too. */
function wrongLanguages(expected: TextStream, found: TextStream, {offsets}: Comparison): string[] {
  const {text} = expected
  const begins = expected.notes.flatMap(({at, what}, index) => (isLanguage(what) ? [{at, what, index}] : []))
  return begins.flatMap(({at, what, index}, order) => {
    // Numbers and marks are in no language.
    if (!/\p{L}/u.test(text.slice(at, begins[order + 1]?.at))) return []
    const said = noteAt(found, skipLineEnd(found.text, offsets[index] ?? 0), isLanguage)?.language
    return said === what.language ? [] : [`“${text.slice(at, at + 20)}” in ${said ?? 'no language'} in place of ${what.language}`]
  })
}

function isLanguage(what: unknown): what is LanguageHere {
  return typeof what === 'object' && what !== null && 'language' in what
}

interface Told {
  readonly facts: PdfFacts
  readonly expected: TextStream
  readonly found: TextStream
  readonly comparison: Comparison
  readonly expectations: PdfAuditExpectations
  readonly file: VFile
}

function tellDifference({facts, expected, found, comparison, expectations, file}: Told): void {
  const {difference} = comparison
  if (!difference) return
  const begins = noteAt(expected, difference.expectedAt, isChapterBegins)
  const page = noteAt(found, difference.foundAt, isPageHere)?.page ?? 0
  const source = begins && expectations.sourceOf(begins.chapter)
  const where = begins ? ` in ${begins.note ? `note ${begins.note.label} of ` : ''}“${begins.chapter.title}”` : ''
  report(source?.file ?? file, 'verify-audit-pdf-text',
    `Unexpected ${quoted(difference.found, found.text.slice(difference.foundAt))} on page ${labelOf(facts, page)} of ${file.path}, expected ${quoted(difference.expected, expected.text.slice(difference.expectedAt))}${where}`,
    {place: source?.place, hint: faultOfOurs})
}

/** Said where nothing in a source can be wrong. */
export const faultOfOurs = 'This is a fault of the program: please report it with the source.'

/** The words that are in one text and not in the other; where there are none, those that follow. */
export function quoted(words: string, rest: string): string {
  const shown = (some: string): string => `“${some.length > 40 ? `${some.slice(0, 40)}…` : some}”`.replaceAll('\n', ' ')
  return words.trim() === '' ? `nothing before ${shown(rest.slice(0, 20))}` : shown(words)
}

/** Page on which the text at each note of the expected stream is painted. */
function pagesOfNotes(expected: TextStream, {stream}: PaintedText, {offsets}: Comparison): readonly number[] {
  return expected.notes.map((_, index) => noteAt(stream, skipLineEnd(stream.text, offsets[index] ?? 0), isPageHere)?.page ?? -1)
}

/** An offset behind the end of a line belongs to the next line. */
function skipLineEnd(text: string, at: number): number {
  return text.charCodeAt(at) === 0x0a || text.charCodeAt(at) === 0x20 ? at + 1 : at
}

/** Chapter of each page: each begins on a page of its own. `undefined` before the first. */
function chaptersOfPages({notes}: TextStream, firsts: readonly number[], count: number): readonly (Chapter | undefined)[] {
  const begins = new Map<number, Chapter>()
  notes.forEach(({what}: StreamNote, index) => {
    if (isChapterBegins(what) && !what.note) begins.set(firsts[index] ?? -1, what.chapter)
  })
  let chapter: Chapter | undefined
  return Array.from({length: count}, (_, page) => (chapter = begins.get(page) ?? chapter))
}

/** Page numbers that the print gives for anchors, against the folio of the page on which the anchor's words are painted. */
function verifyAnchorPages(facts: PdfFacts, {expected, firsts, expectations}: {expected: TextStream; firsts: readonly number[]; expectations: PdfAuditExpectations}, file: VFile): void {
  const asked = new Set<string>()
  for (const chapter of expectations.book.chapters) for (const anchor of pagesAskedFor([...chapter.body.children, ...chapter.notes.flatMap(({children}) => children)])) asked.add(anchor)
  const pageOf = new Map<string, number>()
  expected.notes.forEach(({what}, index) => {
    if (typeof what === 'object' && what !== null && 'anchor' in what && !pageOf.has((what as AnchorHere).anchor)) pageOf.set((what as AnchorHere).anchor, firsts[index] ?? -1)
  })
  const read = new Map<number, string | undefined>()
  for (const anchor of asked) {
    const page = facts.pages[pageOf.get(anchor) ?? -1]
    if (page && !read.has(page.index)) read.set(page.index, printedFolio(page, expectations.textAreaOf(page.index)))
    const folio = page && read.get(page.index)
    const given = expectations.folios[anchor]
    if (page && folio === given) continue
    report(file, 'verify-audit-pdf-pages', `Unexpected page number ${given ?? 'none'} for “${anchor}”, expected ${folio ?? 'none'}: that is printed on the page where its words stand`, {hint: faultOfOurs})
  }
}

function pagesAskedFor(nodes: readonly (Chapter['body']['children'][number])[]): string[] {
  return nodes.flatMap((node) => {
    if (node.type !== 'element') return []
    const own = node.properties['dataPageOf']
    return [...(own === undefined ? [] : [String(own)]), ...pagesAskedFor(node.children)]
  })
}

/** A page as its reader knows it. */
export function labelOf(facts: PdfFacts, page: number): string {
  return facts.pages[page]?.label ?? String(page + 1)
}

