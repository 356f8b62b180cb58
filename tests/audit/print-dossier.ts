import {VFile} from 'vfile'
import {prepareBook, type Prepared} from '../../src/prepare-book.ts'
import type {Book} from '../../src/model/book.ts'
import {fontCacheInMemory} from '../../src/render/fonts/font-cache.ts'
import type {OpenBrowser} from '../../src/render/browser/open-browser.ts'
import {printedExpectations} from '../../src/render/pdf/printed-expectations.ts'
import {renderPdf} from '../../src/render/pdf/render-pdf.ts'
import type {PageStart} from '../../src/model/page-start.ts'
import type {PdfFacts} from '../../src/verify/pdf/pdf-facts.ts'
import {readPdf, readPdfStructure} from '../../src/verify/pdf/read-pdf.ts'
import type {PdfStructure} from '../../src/verify/pdf/read-structure.ts'
import {auditPdf, type AuditedPdf, type PdfAuditExpectations} from '../../src/verify/audit/audit-pdf.ts'
import {diskWorld} from '../../src/world.ts'

/** A printed dossier as an audit sees it. */
export interface PrintedDossier {
  readonly prepared: Prepared
  readonly book: Book
  readonly bytes: Uint8Array
  readonly facts: PdfFacts
  readonly structure: PdfStructure
  readonly expectations: PdfAuditExpectations
  readonly pages: readonly PageStart[]
}

/** Prints the dossier of a folder, or another book in its place. */
export async function printDossier(folder: string, browser: OpenBrowser, instead: (book: Book) => Book = (book) => book): Promise<PrintedDossier> {
  const prepared = await prepareBook({world: diskWorld(), folder})
  if (!prepared.book) throw new Error(`no book: ${prepared.files.flatMap(({messages}) => messages).join('\n')}`)
  const book = instead(prepared.book)
  const file = new VFile({path: 'dossier.pdf'})
  const printed = await renderPdf({book, styles: prepared.styles, fontCache: fontCacheInMemory(), browsers: {first: browser, next: async () => ({ok: true, browser})}, file})
  if (!printed) throw new Error(`no print: ${file.messages.join('\n')}`)
  const expectations: PdfAuditExpectations = {...printedExpectations(book, printed.plan, printed.geometry), book, sourceOf: () => undefined}
  return {prepared, book, bytes: printed.bytes, facts: readPdf(printed.bytes), structure: readPdfStructure(printed.bytes), expectations, pages: printed.pages}
}

/** An audit, and the rules that it reported. */
export function auditOf(facts: PdfFacts, structure: PdfStructure, expectations: PdfAuditExpectations): AuditedPdf & {readonly said: readonly string[]} {
  const file = new VFile({path: 'dossier.pdf'})
  const audited = auditPdf(facts, structure, expectations, file)
  return {...audited, said: file.messages.map(({ruleId, reason}) => `${String(ruleId)}: ${reason}`)}
}
