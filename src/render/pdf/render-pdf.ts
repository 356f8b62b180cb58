import type {VFile} from 'vfile'
import type {Book} from '../../model/book.ts'
import {once} from '../../model/once.ts'
import {outputs} from '../../model/outputs.ts'
import type {PageStart} from '../../model/page-start.ts'
import {hashFile, type HashedFile} from '../../model/input-file.ts'
import {report} from '../../report/report.ts'
import type {FontCache} from '../fonts/font-cache.ts'
import {prepareFonts, type Fonts} from '../fonts/prepare-fonts.ts'
import {BrowserTrouble} from '../browser/browser-trouble.ts'
import type {Resource} from '../browser/open-page.ts'
import {finishPdf, type FinishOptions} from './finish-pdf.ts'
import type {Geometry} from './geometry.ts'
import {layOutPages, type LaidOut, type PrintInput} from './lay-out-pages.ts'
import type {BrowserResult, OpenBrowser} from '../browser/open-browser.ts'
import type {Plan} from './plan-pages.ts'
import {printBody} from './print-html.ts'
import {printedPlaces} from './printed-places.ts'
import {inQuarters} from './quarter-sizes.ts'

/** What the PDF is made of. */
export interface RenderPdfInput {
  readonly book: Book
  /** Style sheets by name, without ending; `book` comes first and `print` last, those named for another output are left out. */
  readonly styles: ReadonlyMap<string, string>
  readonly fontCache: FontCache
  /** A browser that is open, and a way to another one should it die. */
  readonly browsers: {readonly first: OpenBrowser; next(): Promise<BrowserResult>}
  /** Takes complaints about what is printed. */
  readonly file: VFile
  /** Whether other outputs need to know where the pages begin in the text. Default: true. */
  readonly findsPageStarts?: boolean | undefined
  readonly onStep?: (step: string, pages?: number) => void
  /** Called when the browser has begun to print: the time for whatever can be done without the print. */
  readonly meanwhile?: (laidOut: Pick<LaidOut, 'plan' | 'geometry'>) => void
}

/** A printed dossier, and what is known of its pages. */
export interface RenderedPdf {
  readonly bytes: Uint8Array
  readonly plan: Plan
  readonly geometry: Geometry
  /** Where they begin in the text; none where it was not asked. */
  readonly pages: readonly PageStart[]
  /** Fonts that the page loaded. */
  readonly fonts: readonly HashedFile[]
}

/**
 * Book to PDF, in one print: fonts cut to the text, pages laid out in the browser, printed, and finished in place. A
 * browser that dies on the way is replaced once.
 *
 * Reports `render-glyph-is-there` for characters that no font has, `render-link-lands` for links into the dossier that
 * lead nowhere, `render-browser-works` when the browser dies again or takes too long; `undefined` then.
 */
export async function renderPdf(input: RenderPdfInput): Promise<RenderedPdf | undefined> {
  const {browsers, file, onStep} = input
  onStep?.('fonts')
  const job = await printJob(input)
  const printed = await tryPrint(job, browsers.first, file) ?? await printAgain(job, input)
  if (!printed) return undefined
  onStep?.('finish', printed.plan.sheets.length)
  const {places, ...known} = printed
  const {bytes, unknownAnchors} = await finishPdf(known.bytes, places)
  for (const anchor of unknownAnchors) report(file, 'render-link-lands', `Unexpected link to #${anchor}, expected an anchor that is in the dossier`)
  return {...known, bytes}
}

/** What is printed, whatever browser prints it. */
export interface PrintJob extends Omit<PrintInput, 'browser'> {
  /** Fonts that were asked for so far. */
  readonly loaded: ReadonlyMap<string, Uint8Array>
  readonly meanwhile?: RenderPdfInput['meanwhile']
}

/** Cuts the fonts to the text and puts the style sheets in order. Reports `render-glyph-is-there`. */
export async function printJob({book, styles, fontCache, file, findsPageStarts, onStep, meanwhile}: Omit<RenderPdfInput, 'browsers'>): Promise<PrintJob> {
  const body = printBody(book)
  const fonts = await prepareFonts({text: body, cache: fontCache})
  reportMissing(fonts, file)
  const loaded = new Map<string, Uint8Array>()
  return {book, body, styles: sheetsOf(styles, fonts), files: filesOf(fonts, loaded), loaded, findsPageStarts, ...(onStep && {onStep}), ...(meanwhile && {meanwhile})}
}

/** A print as the browser made it, and what is to be added. */
type FreshPrint = RenderedPdf & {readonly places: FinishOptions}

/** `undefined` when the browser died; what else it complains of is reported. */
async function tryPrint(job: PrintJob, browser: OpenBrowser, file: VFile): Promise<FreshPrint | undefined> {
  try {
    const {page, plan, geometry, pages} = await layOutPages({...job, browser})
    job.onStep?.('print', plan.sheets.length)
    const places = once(() => printedPlaces(job.book, plan, geometry))
    const meanwhile = (): void => {
      places()
      job.meanwhile?.({plan, geometry})
    }
    const bytes = await page.print({meanwhile})
    // Its memory is needed for what follows; that it goes is not waited for.
    page.close().catch(() => {})
    return {bytes, places: places(), plan, geometry, pages, fonts: [...job.loaded].map(([path, content]) => hashFile(path, content))}
  } catch (error) {
    if (!(error instanceof BrowserTrouble)) throw error
    if (error.kind !== 'gone') reportTrouble(file, error.message)
    return undefined
  }
}

async function printAgain(job: PrintJob, {browsers, file}: RenderPdfInput): Promise<FreshPrint | undefined> {
  if (file.messages.some((message) => message.ruleId === 'render-browser-works')) return undefined
  const opened = await browsers.next()
  if (!opened.ok) return void reportTrouble(file, opened.says)
  try {
    const printed = await tryPrint(job, opened.browser, file)
    if (!printed && !file.messages.some((message) => message.ruleId === 'render-browser-works')) reportTrouble(file, 'the browser ended twice without being asked to')
    return printed
  } finally {
    await opened.browser.close()
  }
}

function reportTrouble(file: VFile, says: string): void {
  report(file, 'render-browser-works', `Unexpected trouble with the browser: ${says}`, {
    hint: 'Try again; when it happens again, split the longest source, name another browser in DOSSIER_BROWSER, or allow more memory: DOSSIER_MEMORY=4096 (in MiB).',
  })
}

function sheetsOf(styles: ReadonlyMap<string, string>, fonts: Fonts): Map<string, string> {
  const own = [...styles].filter(([name]) => name !== 'book' && name !== 'print' && !outputs.some((output) => output === name))
  const ordered = [['book', styles.get('book') ?? ''] as const, ...own, ['print', styles.get('print') ?? ''] as const]
  return new Map([['fonts.css', fonts.css], ...ordered.map(([name, text]) => [`${name}.css`, inQuarters(text)] as const)])
}

/** @param loaded takes each font when it is asked for */
function filesOf(fonts: Fonts, loaded: Map<string, Uint8Array>): Map<string, Resource> {
  const load = async (path: string, made: Promise<Uint8Array>): Promise<Uint8Array> => {
    loaded.set(path, await made)
    return made
  }
  return new Map([...fonts.files].map(([path, font]) => [path, {type: font.type, bytes: () => load(path, font.bytes())}]))
}

function reportMissing({missing}: Fonts, file: VFile): void {
  if (missing.length === 0) return
  const shown = missing.slice(0, 20).map((one) => `${one} (U+${(one.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')})`)
  report(file, 'render-glyph-is-there', `Unexpected ${missing.length === 1 ? 'character' : `${missing.length} characters`} that no font has: ${shown.join(', ')}${missing.length > 20 ? ' …' : ''}`, {
    hint: 'They are printed as empty boxes; their text stays in the file.',
  })
}
