import {VFile} from 'vfile'
import {auditSummary, type AuditedOutput} from './model/audit-summary.ts'
import type {Book} from './model/book.ts'
import type {Dossier} from './model/dossier.ts'
import type {HashedFile} from './model/input-file.ts'
import {outputs, type Edition, type Output} from './model/outputs.ts'
import type {PageStart} from './model/page-start.ts'
import type {PrintForm} from './model/print-form.ts'
import type {FileContent, SecondThread, World} from './model/world.ts'
import {prepareBook, type Prepared} from './prepare-book.ts'
import {manyPages, readBack} from './read-back.ts'
import {summaryOf, type Summary} from './build-summary.ts'
import {readVersion} from './read/read-version.ts'
import {openBrowser, type OpenBrowser} from './render/browser/open-browser.ts'
import {renderCover} from './render/cover/render-cover.ts'
import {editions} from './render/editions.ts'
import {fontPackages} from './render/fonts/font-packages.ts'
import {fontCacheIn} from './render/fonts/font-cache.ts'
import {claimAccess} from './render/pdf/objects/xmp.ts'
import {printedExpectations, type PrintedExpectations} from './render/pdf/printed-expectations.ts'
import {renderPdf, type RenderedPdf} from './render/pdf/render-pdf.ts'
import {writeManifest} from './render/write-manifest.ts'
import {writeOutputs} from './render/write-outputs.ts'
import {applySilences} from './report/apply-silences.ts'
import {blameOwnFiles} from './report/blame-own-files.ts'
import {countMessages} from './report/count-messages.ts'
import {report} from './report/report.ts'
import {auditPdf, type AuditedPdf} from './verify/audit/audit-pdf.ts'
import {auditEdition} from './verify/audit/edition/audit-edition.ts'
import {printedText} from './verify/audit/printed-text.ts'
import {sourceFinder} from './verify/audit/source-finder.ts'
import type {TextStream} from './verify/audit/text-stream.ts'
import {editionChecks} from './verify/editions.ts'
import type {PdfReading} from './verify/pdf/pdf-pieces.ts'
import {readPdfAccess, readPdfStructure} from './verify/pdf/read-pdf.ts'
import {measureForm} from './verify/form/measure-form.ts'
import {verifyAccessible} from './verify/form/verify-accessible.ts'
import {verifyCharacters} from './verify/form/verify-characters.ts'
import {verifyRedactions} from './verify/verify-redactions.ts'
import {verifyPdf} from './verify/pdf/verify-pdf.ts'

/** What to build. */
export interface BuildInput {
  readonly world: World
  /** A source folder, or one Markdown file that is a dossier of its own; absolute. */
  readonly folder: string
  /** Where the outputs go; absolute. */
  readonly out: string
  /** Outputs to make; all when missing. Without one of them the sources are only checked. */
  readonly only?: readonly Output[] | undefined
  readonly onProgress?: ((progress: Progress) => void) | undefined
  /** A browser that is open and stays so, for many builds. Default: one of its own, which is closed. */
  readonly browser?: OpenBrowser | undefined
}

export {outputs, type Output, type Summary}

/** Where a build is; `pages` as soon as they are known. */
export interface Progress {
  readonly stage: string
  readonly pages?: number
}

/** What came of a build. */
export interface BuildResult {
  /** The source folder, absolute: paths of the files are relative to it. */
  readonly folder: string
  /** Every file with something said of it. An error among the messages: nothing was written. */
  readonly files: readonly VFile[]
  /** Files written, relative to `out`. */
  readonly outputs: readonly {readonly path: string; readonly bytes: number}[]
  /** `undefined` when the build ended before it was known. */
  readonly summary: Summary | undefined
  /** True when a clipped page was imported in memory: the files that messages name are not on the disk. */
  readonly isUnfolded: boolean
  /** What is missing on this machine, with the command that installs it; `undefined` when nothing is. */
  readonly missingTool?: string
}

/**
 * Builds the outputs of a dossier. Never throws for what a user may write; an error among the messages ends it, and
 * what stood in the output folder stays.
 */
export async function buildDossier(input: BuildInput): Promise<BuildResult> {
  const {world, out, only = outputs, onProgress} = input
  if (only.length === 0) return checkDossier(input)
  const browser = input.browser ? Promise.resolve({ok: true as const, browser: input.browser}) : openBrowser(world)
  try {
    const prepared = await prepareBook(input)
    const {dossier, book, files} = prepared
    if (!dossier || !book || countMessages(files).errors > 0) return finish(prepared, ['read', 'parse', 'normalize', 'resolve'])
    const opened = await browser
    if (!opened.ok) {
      report(prepared.settingsFile, 'render-browser-is-there', opened.says, {hint: opened.hint})
      return {...finish(prepared, []), missingTool: opened.hint}
    }

    return await makeOutputs({...prepared, dossier, book, world, out, only, browser: opened.browser, ...(onProgress && {onProgress})})
  } finally {
    const opened = await browser
    if (opened.ok && opened.browser !== input.browser) await opened.browser.close()
  }
}

/** Makes the outputs of a book, reads them back, and writes them when nothing is wrong with any. */
async function makeOutputs(whole: Whole): Promise<BuildResult> {
  const {world, out, only, files, browser, onProgress} = whole
  const print = only.includes('pdf') ? await makePrint(whole) : undefined
  const cover = only.some((one) => one === 'html' || one === 'epub') && countMessages(files).errors === 0 ? await makeCover(whole) : undefined
  const known = {...(print && {pages: print.pages}), ...(cover && {cover})}
  const edited = await makeEditions(only, whole, {...known, pageWords: print?.audited.pageWords ?? new Map()})
  const made = [...(print?.files ?? []), ...edited.files]
  blameOwnFiles(files)
  const stages = ['read', 'parse', 'normalize', 'resolve', 'layout', 'render', 'verify']
  const result = finish(whole, stages, {...(print && {pdf: print.audited}), ...edited.audited})
  if (countMessages(files).errors > 0) return result

  const summary = result.summary && {...result.summary, sandbox: browser.sandbox, ...(print && factsOf(print)), ...(only.includes('epub') && {hasPageList: print !== undefined})}
  made.push(await manifestOf(whole, {made, fonts: print?.fonts ?? [], summary}))
  verifyRedactions(made, whole.settings.redactions ?? [], whole.settingsFile, print?.read)
  if (countMessages(files).errors > 0) return result
  onProgress?.({stage: 'write', ...(print && {pages: print.sheets})})
  const written = await writeOutputs(world, out, made)
  if (written.troubled) files.push(written.troubled)
  return {...result, outputs: written.outputs, summary}
}

/** What the summary says of a print. */
function factsOf({sheets, pageNumbers, form, audited}: Print): Pick<Summary, 'pages' | 'pageNumbers' | 'form'> {
  return {pages: sheets, pageNumbers, form: {...form, loneLines: audited.loneLines}}
}

/** A book on its way into outputs. */
interface Whole extends Prepared {
  readonly dossier: Dossier
  readonly book: Book
  readonly world: World
  readonly out: string
  readonly only: readonly Output[]
  readonly browser: OpenBrowser
  readonly onProgress?: (progress: Progress) => void
}

/** `undefined` when it could not be printed; the reason is reported. */
async function makePrint({book, dossier, settings, styles, files, world, out, only, browser, audit, onProgress}: Whole): Promise<Print | undefined> {
  const file = new VFile({path: 'dossier.pdf', cwd: out})
  files.push(file)
  let thread: SecondThread | undefined
  let ahead: Expected | undefined
  const rendered = await renderPdf({
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
  })
  if (!rendered) return undefined
  const sheets = rendered.plan.sheets.length
  onProgress?.({stage: 'verify', pages: sheets})
  const facts = await readBack(rendered.bytes, sheets, thread)
  await thread?.end()
  const expectations = ahead ?? expectedOf(book, rendered)
  const {pageNumbers} = verifyPdf(facts, expectations, file)
  verifyCharacters(facts, {unprintable: rendered.unprintable, book}, file)
  const structure = readPdfStructure(rendered.bytes)
  const audited = auditPdf(facts, structure, {...expectations, book, unprintable: rendered.unprintable, sourceOf: sourceFinder(dossier, files)}, file)
  const isAccessible = verifyAccessible({facts, structure, access: readPdfAccess(rendered.bytes)}, audited.wrongLanguages, file)
  return {files: [{path: file.path, content: isAccessible ? claimAccess(rendered.bytes) : rendered.bytes}], pages: rendered.pages, fonts: rendered.fonts, sheets, pageNumbers, audited, form: measureForm(facts, expectations), ...(settings.redactions && {read: {facts, structure}})}
}

/** What a print has to be. */
type Expected = PrintedExpectations & {readonly text: TextStream}

function expectedOf(book: Book, {plan, geometry}: Pick<RenderedPdf, 'plan' | 'geometry'>): Expected {
  const expectations = printedExpectations(book, plan, geometry)
  return {...expectations, text: printedText(book, expectations)}
}

interface Print {
  readonly files: readonly FileContent[]
  readonly pages: readonly PageStart[]
  readonly fonts: readonly HashedFile[]
  readonly sheets: number
  /** Page numbers compared with the pages they lead to. */
  readonly pageNumbers: number
  readonly audited: AuditedPdf
  readonly form: PrintForm
  /** As it was read back; kept where words are to be looked for in it. */
  readonly read?: PdfReading
}

async function manifestOf({book, inputs = [], world, browser, used}: Whole, {made, fonts, summary}: {made: readonly FileContent[]; fonts: readonly HashedFile[]; summary: Summary | undefined}): Promise<FileContent> {
  const {articles = 0, exhibits = 0, messages = 0, notes = 0, citations = 0, pages, pageNumbers = 0, audit} = summary ?? {}
  const counts = {articles, exhibits, messages, notes, citations, ...(pages !== undefined && {pages, pageNumbers})}
  return writeManifest({book, inputs, version: await readVersion(world), browser: browser.version, used, fonts, fontPackages: fontPackages(), outputs: made, counts, audit})
}

function makeCover({book, styles, world, browser, onProgress}: Whole): Promise<Uint8Array | undefined> {
  onProgress?.({stage: 'cover'})
  return renderCover({book, styles, fontCache: fontCacheIn(world.cacheFolder), browser})
}

/** What is known of the print when editions are made; its cover is printed for them in any case. */
interface KnownOfPrint {
  readonly pages?: readonly PageStart[]
  readonly cover?: Uint8Array
  readonly pageWords: AuditedPdf['pageWords']
}

/** Makes the editions, one after the other, until one has errors. */
async function makeEditions(only: readonly Output[], whole: Whole, known: KnownOfPrint): Promise<{files: readonly FileContent[]; audited: Readonly<Record<string, AuditedOutput>>}> {
  const files: FileContent[] = []
  const audited: Record<string, AuditedOutput> = {}
  for (const edition of only) {
    if (edition === 'pdf' || countMessages(whole.files).errors > 0) continue
    const one = await makeEdition(edition, whole, known)
    files.push(...one.files)
    audited[edition] = one.audited
  }
  return {files, audited}
}

/** Makes one edition and reads it back. */
async function makeEdition(edition: Edition, {book, dossier, styles, scripts, files, world, out, onProgress}: Whole, {pageWords, ...known}: KnownOfPrint): Promise<{files: readonly FileContent[]; audited: AuditedOutput}> {
  onProgress?.({stage: edition})
  const file = new VFile({path: edition, cwd: out})
  files.push(file)
  const made = await editions[edition]?.({book, styles, scripts, fontCache: fontCacheIn(world.cacheFolder), file, ...known}) ?? []
  await editionChecks[edition]?.(made, {book, ...known}, file)
  return {files: made, audited: auditEdition(made, {book, pages: known.pages ?? [], pageWords, sourceOf: sourceFinder(dossier, files)}, file)}
}

/** Everything short of an output: reads, checks and resolves the sources. */
export async function checkDossier(input: Omit<BuildInput, 'out' | 'only'>): Promise<BuildResult> {
  return finish(await prepareBook(input), ['read', 'parse', 'normalize', 'resolve', 'layout'])
}

/** The result so far. A silence that silences nothing is reported only when the stages ran that could have used it. */
function finish({folder, isUnfolded, files, settings, settingsFile, dossier, audit}: Prepared, stages: readonly string[], outcomes: Readonly<Record<string, AuditedOutput>> = {}): BuildResult {
  const audited = audit?.()
  const silenced = applySilences({files, silences: settings.silence, settings: settingsFile, stages})
  return {folder, isUnfolded, files, outputs: [], summary: dossier && {...summaryOf(dossier, silenced), ...(audited && {audit: auditSummary(audited, outcomes)})}}
}
