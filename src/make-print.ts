import {VFile} from 'vfile'
import type {Book} from './model/book.ts'
import type {HashedFile} from './model/input-file.ts'
import type {PageStart} from './model/page-start.ts'
import type {PrintForm} from './model/print-form.ts'
import type {FileContent, SecondThread} from './model/world.ts'
import {manyPages, readBack} from './read-back.ts'
import {openBrowser} from './render/browser/open-browser.ts'
import {fontCacheIn} from './render/fonts/font-cache.ts'
import {claimAccess} from './render/pdf/objects/xmp.ts'
import {printedExpectations, type PrintedExpectations} from './render/pdf/printed-expectations.ts'
import {renderPdf, type RenderedPdf} from './render/pdf/render-pdf.ts'
import {countFaults} from './report/faults.ts'
import {orInternal} from './report/report-internal.ts'
import {auditPdf, type AuditedPdf} from './verify/audit/audit-pdf.ts'
import {printedText} from './verify/audit/printed-text.ts'
import {sourceFinder} from './verify/audit/source-finder.ts'
import type {TextStream} from './verify/audit/text-stream.ts'
import {measureForm} from './verify/form/measure-form.ts'
import {verifyAccessible} from './verify/form/verify-accessible.ts'
import {verifyCharacters} from './verify/form/verify-characters.ts'
import type {PdfReading} from './verify/pdf/pdf-pieces.ts'
import {readHiddenWords, readPdfAccess, readPdfStructure} from './verify/pdf/read-pdf.ts'
import {verifyPdf} from './verify/pdf/verify-pdf.ts'
import {verifyWordsSeen} from './verify/pdf/verify-seen.ts'
import {ownLooks} from './report/blame-own-files.ts'
import type {Whole} from './whole.ts'

/** Prints a book and reads the print back. `undefined` when it could not be printed; the reason is reported. */
export async function makePrint(whole: Whole): Promise<Print | undefined> {
  const {book, styles, files, world, out, only, browser, audit, onProgress} = whole
  const file = new VFile({path: 'dossier.pdf', cwd: out})
  files.push(file)
  let thread: SecondThread | undefined
  let ahead: Expected | undefined
  const rendered = await orInternal(file, 'render-output-is-made', () => renderPdf({
    book,
    styles,
    fontCache: fontCacheIn(world.cacheFolder),
    browsers: {first: browser, next: () => openBrowser(world)},
    file,
    findsPageStarts: only.some((one) => one !== 'pdf'),
    onStep: (stage, pages = 0) => {
      // It starts while the browser prints and this thread waits.
      if (stage === 'print' && pages >= manyPages) {
        thread = world.startThread?.()
        world.restSoon?.()
      }
      onProgress?.({stage, ...(pages > 0 && {pages})})
    },
    meanwhile: (laidOut) => {
      audit?.()
      ahead = expectedOf(book, laidOut)
    },
  }))
  const sheets = rendered?.plan.sheets.length ?? 0
  if (rendered) onProgress?.({stage: 'verify', pages: sheets})
  const proved = rendered && await orInternal(file, 'verify-comes-to-end', () => provePrint(whole, {rendered, file, thread, expectations: ahead ?? expectedOf(book, rendered)}))
  await thread?.end()
  return rendered && {files: [{path: file.path, content: rendered.bytes}], pages: rendered.pages, fonts: rendered.fonts, sheets, ...proved}
}

/** A print that is to be read back. */
interface Printed {
  readonly rendered: RenderedPdf
  readonly file: VFile
  readonly thread: SecondThread | undefined
  readonly expectations: Expected
}

/** Reads a print back and holds it against the book. It bears the identifier of PDF/UA only when nothing is wrong. */
async function provePrint({book, dossier, files, settings}: Whole, {rendered, file, thread, expectations}: Printed): Promise<Partial<Print>> {
  const facts = await readBack(rendered.bytes, rendered.plan.sheets.length, thread)
  const {pageNumbers} = verifyPdf(facts, expectations, file)
  // What is ours hides nothing: its colours and sizes are known.
  if (ownLooks(files).length > 0) verifyWordsSeen(readHiddenWords(rendered.bytes), facts, file)
  verifyCharacters(facts, book, file)
  const structure = readPdfStructure(rendered.bytes)
  const audited = auditPdf(facts, structure, {...expectations, book, sourceOf: sourceFinder(dossier, files)}, file)
  const isAccessible = verifyAccessible({facts, structure, access: readPdfAccess(rendered.bytes)}, audited.wrongLanguages, file)
  const isClaimed = isAccessible && countFaults([file]).ours === 0
  return {...(isClaimed && {files: [{path: file.path, content: claimAccess(rendered.bytes)}]}), pageNumbers, audited, form: measureForm(facts, expectations), ...(settings.redactions && {read: {facts, structure}})}
}

/** What a print has to be. */
type Expected = PrintedExpectations & {readonly text: TextStream}

function expectedOf(book: Book, {plan, geometry}: Pick<RenderedPdf, 'plan' | 'geometry'>): Expected {
  const expectations = printedExpectations(book, plan, geometry)
  return {...expectations, text: printedText(book, expectations)}
}

/** A print, and what the proof came to. */
export interface Print {
  readonly files: readonly FileContent[]
  readonly pages: readonly PageStart[]
  readonly fonts: readonly HashedFile[]
  readonly sheets: number
  /** Page numbers compared with the pages they lead to; `undefined`, as what follows, where the proof broke off. */
  readonly pageNumbers?: number
  readonly audited?: AuditedPdf
  readonly form?: PrintForm
  /** As it was read back; kept where words are to be looked for in it. */
  readonly read?: PdfReading
}
