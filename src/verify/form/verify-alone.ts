import type {VFile} from 'vfile'
import {markupText} from '../../model/markup-text.ts'
import {report} from '../../report/report.ts'
import {paintedText} from '../audit/painted-text.ts'
import {inPrint} from '../audit/text-stream.ts'
import type {PdfFacts} from '../pdf/pdf-facts.ts'
import type {PdfStructure} from '../pdf/read-structure.ts'
import {linesOf} from '../pdf/lines-of.ts'
import {verifyLinksLand, verifyPageNumbers} from '../pdf/verify-links.ts'
import {verifyFonts, verifyInsideMargins, verifyNoOverlap} from '../pdf/verify-print.ts'
import {textAreaOf} from './text-area.ts'
import {accessFaults, type ReadForAccess} from './access-faults.ts'
import {verifyCharacters} from './verify-characters.ts'

/**
 * Judges a PDF of which nothing is known but its bytes; or, when each of its characters was proved as it was made, that.
 *
 * Reports `verify-pdf-is-readable`, `verify-pdf-fonts`, `verify-pdf-characters`, `verify-pdf-no-overlap`,
 * `verify-pdf-inside-margins`, `verify-pdf-links-land`, `verify-pdf-page-numbers`, `verify-pdf-names-itself`,
 * `verify-pdf-tagged`, `verify-pdf-outline`, `verify-pdf-claim` and `verify-audit-pdf-text`.
 */
export function verifyAlone(read: ReadForAccess, file: VFile, {known}: {readonly known?: 'proved'} = {}): void {
  const {facts, structure} = read
  const area = textAreaOf(facts)
  verifyWhole(facts, file)
  verifyFonts(facts, file)
  verifyCharacters(facts, known, file)
  verifyNoOverlap(facts, file)
  verifyLinksLand(facts, file)
  if (facts.tagged) {
    verifyInsideMargins(facts, {textAreaOf: area, bodySizePt: 0}, file)
    verifyPageNumbers(facts, {textAreaOf: area}, file)
  }
  if (facts.title === undefined) report(file, 'verify-pdf-names-itself', 'Unexpected PDF without a title')
  if (facts.language === undefined) report(file, 'verify-pdf-names-itself', 'Unexpected PDF without a language')
  if (!facts.tagged) report(file, 'verify-pdf-tagged', 'Unexpected PDF without tags, expected headings, paragraphs and links to be marked as such')
  else verifyTags(facts, structure, file)
  verifyOutline(facts, file)
  verifyClaim(read, file)
}

/** One that says it is PDF/UA-1 has what that asks for; of another nothing is asked. Reports `verify-pdf-claim`. */
export function verifyClaim(read: ReadForAccess, file: VFile): void {
  if (!read.access.claims) return
  for (const fault of accessFaults(read)) report(file, 'verify-pdf-claim', `Unexpected ${fault} in a PDF that says it is PDF/UA-1, expected none`)
}

/** Damage shows as what is missing: pages without anything, or none at all. */
function verifyWhole({pages, fonts}: PdfFacts, file: VFile): void {
  const bare = pages.filter(({width, height}) => width <= 0 || height <= 0)
  if (pages.length === 0) report(file, 'verify-pdf-is-readable', 'Unexpected PDF without pages')
  else if (bare.length > 0) report(file, 'verify-pdf-is-readable', `Unexpected ${bare.length} of ${pages.length} pages that have no size, expected a file that is whole`)
  else if (fonts.length > 0 && pages.every(({runs}) => runs.length === 0)) report(file, 'verify-pdf-is-readable', 'Unexpected PDF whose pages cannot be read')
}

function verifyTags(facts: PdfFacts, structure: PdfStructure, file: VFile): void {
  const {loose, faults} = paintedText(facts, structure, 'codes')
  for (const {page, says} of faults.slice(0, 5)) report(file, 'verify-audit-pdf-text', `Unexpected ${says} on page ${facts.pages[page]?.label ?? page + 1}, expected each once`)
  const lost = loose.flatMap((runs, page) => runs.filter(({mcid, text}) => mcid !== undefined && text.trim() !== '').map((run) => ({run, page})))
  for (const {run, page} of lost.slice(0, 5)) report(file, 'verify-pdf-tagged', `Unexpected “${run.text.slice(0, 40)}” on page ${facts.pages[page]?.label ?? page + 1} that has no place in the structure`)
  for (const {index, unmarked} of facts.pages.filter((page) => page.unmarked > 0).slice(0, 3)) {
    report(file, 'verify-pdf-tagged', `Unexpected ${unmarked} pieces on page ${index + 1} of the PDF that are neither tagged nor marked as artifacts, expected none`)
  }
}

/** As signs that a font may have in either form: ﬁ and fi. */
function bare(words: string): string {
  return inPrint(markupText(words)).normalize('NFKD').replace(/\s/g, '')
}

/** Every item leads to a page that has its words. */
function verifyOutline(facts: PdfFacts, file: VFile): void {
  const wordsOn = new Map<number, string>()
  for (const {title, target} of facts.outline) {
    if (!target) {
      report(file, 'verify-pdf-outline', `Unexpected outline item “${title}” that leads nowhere, expected a page`)
      continue
    }
    const page = facts.pages[target.page]
    if (page && !wordsOn.has(target.page)) wordsOn.set(target.page, bare(linesOf(page).map(({text}) => text).join('')))
    const words = `${wordsOn.get(target.page) ?? ''}`
    const wanted = bare(title)
    if (![...wanted].every((one) => words.includes(one))) report(file, 'verify-pdf-outline', `Unexpected outline item “${title}” that leads to page ${page?.label ?? target.page + 1}, expected a page with these words`)
  }
}
