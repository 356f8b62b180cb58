import type {Book} from '../../model/book.ts'
import type {PageStart} from '../../model/page-start.ts'
import type {OpenPage, Resource} from '../browser/open-page.ts'
import {fillFolios} from './fill-folios.ts'
import {geometryOf, type Geometry} from './geometry.ts'
import {measureInPage, readMeasured} from './measure.ts'
import type {OpenBrowser} from '../browser/open-browser.ts'
import {placeInPage} from './place.ts'
import {findPageStarts} from './page-starts.ts'
import {planPages, type Plan} from './plan-pages.ts'
import {geometryCss, printHtml} from './print-html.ts'

/** What is printed, and with what. */
export interface PrintInput {
  readonly book: Book
  /** Its text, as of `printBody`. */
  readonly body: string
  /** Style sheets in their order, name to text. */
  readonly styles: ReadonlyMap<string, string>
  /** Files that the styles name (fonts), by path. */
  readonly files: ReadonlyMap<string, Resource>
  readonly browser: OpenBrowser
  /** Whether it is asked where the pages begin in the text; only other outputs of the same book need it. Default: true. */
  readonly findsPageStarts?: boolean | undefined
  /** Called when a step begins. */
  readonly onStep?: (step: string, pages?: number) => void
}

/** A page in the browser, laid out and ready to print. */
export interface LaidOut {
  readonly page: OpenPage
  readonly plan: Plan
  readonly geometry: Geometry
  /** Where the printed pages begin in the text; none where it was not asked. */
  readonly pages: readonly PageStart[]
  /** Everything that the page loaded, by path. */
  readonly resources: ReadonlyMap<string, Resource>
}

/** After so many attempts with numbers of their own width, page numbers get slots of one width. */
const attempts = 4

/**
 * Loads the book into the browser, measures it in one endless column, divides it into pages and puts them in place.
 * Page numbers are part of the column: they are filled in and, should that move a line, all is measured again.
 */
export async function layOutPages(input: PrintInput): Promise<LaidOut> {
  const {book, findsPageStarts = true, onStep} = input
  const geometry = geometryOf(book.settings.page)
  const html = printHtml(book, input.body, {styles: ['print-geometry.css', ...input.styles.keys()]})
  const resources = resourcesOf(input, geometryCss(geometry))
  onStep?.('load')
  const page = await input.browser.openPage({html, resources, viewport: {width: geometry.textWidthPx, height: geometry.textHeightPx}})
  onStep?.('measure')
  const plan = await planStable(page, book, geometry)
  const pages = findsPageStarts ? await findPageStarts(page, book, plan) : []
  onStep?.('place', plan.sheets.length)
  await page.rearrange(placeInPage, plan.placement as never)
  return {page, plan, geometry, pages, resources}
}

/** A plan whose page numbers, filled in, leave every line where it was measured. */
async function planStable(page: OpenPage, book: Book, geometry: Geometry): Promise<Plan> {
  for (let attempt = 1; ; attempt++) {
    const measured = (await page.evaluate(measureInPage, {tallestRowPx: geometry.textHeightPx * 0.6})).map(readMeasured)
    const plan = planPages(book, measured, geometry)
    const slotDigits = attempt >= attempts ? Math.max(...plan.sheets.map((sheet) => sheet.folio.length)) : 0
    if (await page.evaluate(fillFolios, {folios: plan.folios, slotDigits: attempt === attempts ? slotDigits : 0})) return plan
    if (attempt > attempts) return plan
  }
}

/** All that the page to print may load. */
export function resourcesOf({styles, files, book}: Pick<PrintInput, 'styles' | 'files' | 'book'>, geometry: string): Map<string, Resource> {
  const encoder = new TextEncoder()
  const resources = new Map(files)
  resources.set('print-geometry.css', {type: 'text/css', bytes: encoder.encode(geometry)})
  for (const [name, text] of styles) resources.set(name, {type: 'text/css', bytes: encoder.encode(text)})
  for (const picture of [...book.pictures, ...(book.named ?? [])]) resources.set(picture.name, {type: picture.type, bytes: picture.bytes})
  return resources
}
