import type {VFile} from 'vfile'
import type {Book} from '../../model/book.ts'
import {report} from '../../report/report.ts'
import type {FontCache} from '../fonts/font-cache.ts'
import {prepareFonts, type Fonts} from '../fonts/prepare-fonts.ts'
import type {Resource} from './browser/open-page.ts'
import {finishPdf} from './finish-pdf.ts'
import {layOutPages, type PrintInput} from './lay-out-pages.ts'
import type {OpenBrowser} from './open-browser.ts'
import type {Plan} from './plan-pages.ts'
import {printHtml} from './print-html.ts'
import {printedPlaces} from './printed-places.ts'

/** What the PDF is made of. */
export interface RenderPdfInput {
  readonly book: Book
  /** Style sheets by name, without ending; `book` comes first and `print` last. */
  readonly styles: ReadonlyMap<string, string>
  readonly fontCache: FontCache
  readonly browser: OpenBrowser
  /** Takes complaints about what is printed. */
  readonly file: VFile
  readonly onStep?: (step: string, pages?: number) => void
}

/** A printed dossier, and what is known of its pages. */
export interface RenderedPdf {
  readonly bytes: Uint8Array
  readonly plan: Plan
}

/**
 * Book to PDF, in one print: fonts cut to the text, pages laid out in the browser, printed, and finished in place.
 *
 * Reports `render-glyph-is-there` for characters that no font has and `render-link-lands` for links into the dossier
 * that lead nowhere. Rejects with BrowserTrouble when the browser dies or takes too long.
 */
export async function renderPdf({book, styles, fontCache, browser, file, onStep}: RenderPdfInput): Promise<RenderedPdf> {
  onStep?.('fonts')
  const fonts = await prepareFonts({text: printHtml(book, []) + charactersOfPages, cache: fontCache})
  reportMissing(fonts, file)
  const input: PrintInput = {book, styles: sheetsOf(styles, fonts), files: filesOf(fonts), browser, ...(onStep && {onStep})}
  const {page, plan, geometry} = await layOutPages(input)
  onStep?.('print', plan.sheets.length)
  const printed = await page.print()
  onStep?.('finish', plan.sheets.length)
  const {bytes, unknownAnchors} = await finishPdf(printed, printedPlaces(book, plan, geometry))
  for (const anchor of unknownAnchors) report(file, 'render-link-lands', `Unexpected link to #${anchor}, expected an anchor that is in the dossier`)
  return {bytes, plan}
}

/** What pages add to the text: folios, and what stands for what is missing. */
const charactersOfPages = '0123456789ivxlcdm…,'

function sheetsOf(styles: ReadonlyMap<string, string>, fonts: Fonts): Map<string, string> {
  const own = [...styles].filter(([name]) => name !== 'book' && name !== 'print')
  const ordered = [['book', styles.get('book') ?? ''] as const, ...own, ['print', styles.get('print') ?? ''] as const]
  return new Map([['fonts.css', fonts.css], ...ordered.map(([name, text]) => [`${name}.css`, text] as const)])
}

function filesOf(fonts: Fonts): Map<string, Resource> {
  return new Map([...fonts.files].map(([path, font]) => [path, {type: font.type, bytes: () => font.bytes()}]))
}

function reportMissing({missing}: Fonts, file: VFile): void {
  if (missing.length === 0) return
  const shown = missing.slice(0, 20).map((one) => `${one} (U+${(one.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')})`)
  report(file, 'render-glyph-is-there', `Unexpected ${missing.length === 1 ? 'character' : `${missing.length} characters`} that no font has: ${shown.join(', ')}${missing.length > 20 ? ' …' : ''}`, {
    hint: 'They are printed as empty boxes; their text stays in the file.',
  })
}
