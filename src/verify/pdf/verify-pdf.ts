import type {VFile} from 'vfile'
import type {NavigationItem} from '../../model/book.ts'
import {report} from '../../report/report.ts'
import type {PdfFacts} from './pdf-facts.ts'
import {verifyLinksLand, verifyNotes, verifyPageNumbers, type LinkExpectations} from './verify-links.ts'
import {verifyFonts, verifyInsideMargins, verifyNoOverlap, verifyScale, verifyUncovered, type PrintedArea, type PrintExpectations} from './verify-print.ts'
import {verifyProportions} from './verify-seen.ts'

/** What must be known besides the PDF to judge it. */
export interface PdfExpectations extends LinkExpectations, PrintExpectations, PrintedArea {
  readonly title: string
  readonly language: string
  readonly navigation: readonly NavigationItem[]
}

/**
 * Judges a PDF by what was read back from it. Every finding is reported on `file`.
 *
 * @returns how many page numbers were compared with the pages they lead to
 */
export function verifyPdf(facts: PdfFacts, expectations: PdfExpectations, file: VFile): {readonly pageNumbers: number} {
  verifyFonts(facts, file)
  verifyScale(facts, expectations, file)
  verifyInsideMargins(facts, expectations, file)
  verifyUncovered(facts, expectations, file)
  verifyNoOverlap(facts, file)
  verifyProportions(facts, file)
  verifyLinksLand(facts, file)
  const pageNumbers = verifyPageNumbers(facts, expectations, file)
  verifyNotes(facts, expectations, file)
  verifyNames(facts, expectations, file)
  verifyOutline(facts, expectations, file)
  return {pageNumbers}
}

/** Title, language and tags, without which a reader is told a file name and a screen reader guesses. */
function verifyNames(facts: PdfFacts, {title, language}: PdfExpectations, file: VFile): void {
  if (facts.title !== title) report(file, 'verify-pdf-names-itself', `Unexpected title ${quoted(facts.title)} in the PDF, expected ${quoted(title)}`)
  if (facts.language !== language) report(file, 'verify-pdf-names-itself', `Unexpected language ${quoted(facts.language)} of the PDF, expected ${quoted(language)}`)
  if (!facts.tagged) report(file, 'verify-pdf-tagged', 'Unexpected PDF without tags, expected headings, paragraphs and links to be marked as such')
  for (const {index, unmarked} of facts.pages.filter((page) => page.unmarked > 0).slice(0, 3)) {
    report(file, 'verify-pdf-tagged', `Unexpected ${unmarked} pieces on page ${index + 1} of the PDF that are neither tagged nor marked as artifacts, expected none`)
  }
}

/** The outline has every heading, in order, and every item lands. Reports `verify-pdf-outline`. */
function verifyOutline(facts: PdfFacts, {navigation}: PdfExpectations, file: VFile): void {
  const expected = flat(navigation, 1)
  for (const [index, {title, depth}] of expected.entries()) {
    const item = facts.outline[index]
    if (item?.title === title && item.depth === depth) continue
    return void report(file, 'verify-pdf-outline', `Unexpected outline, expected ${quoted(title)} as item ${index + 1} of depth ${depth}, found ${quoted(item?.title)}`)
  }
  for (const {title, target} of facts.outline) {
    if (!target) report(file, 'verify-pdf-outline', `Unexpected outline item ${quoted(title)} that leads nowhere, expected a page`)
  }
}

function flat(items: readonly NavigationItem[], depth: number): readonly {title: string; depth: number}[] {
  return items.flatMap(item => [{title: item.title, depth}, ...flat(item.children, depth + 1)])
}

function quoted(words: string | undefined): string {
  return words === undefined ? 'none' : `“${words}”`
}
