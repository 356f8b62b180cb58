import type {Book} from '../../model/book.ts'
import type {OpenPage, Resource} from './browser/open-page.ts'
import {geometryOf, type Geometry} from './geometry.ts'
import {measureInPage, readMeasured} from './measure.ts'
import type {OpenBrowser} from './open-browser.ts'
import {placeInPage} from './place.ts'
import {planPages, type Plan} from './plan-pages.ts'
import {geometryCss, printHtml} from './print-html.ts'

/** What is printed, and with what. */
export interface PrintInput {
  readonly book: Book
  /** Style sheets in their order, name to text. */
  readonly styles: ReadonlyMap<string, string>
  /** Files that the styles name (fonts), by path. */
  readonly files: ReadonlyMap<string, Resource>
  readonly browser: OpenBrowser
  /** Called when a step begins. */
  readonly onStep?: (step: string, pages?: number) => void
}

/** A page in the browser, laid out and ready to print. */
export interface LaidOut {
  readonly page: OpenPage
  readonly plan: Plan
  readonly geometry: Geometry
  /** Everything that the page loaded, by path. */
  readonly resources: ReadonlyMap<string, Resource>
}

/** Characters that fill a printed page, about: to guess how many digits the last folio has. */
const charactersToAPage = 1000

/**
 * Loads the book into the browser, measures it in one endless column, divides it into pages and puts them in place.
 * The column is measured a second time only when the slots for page numbers were guessed too narrow.
 */
export async function layOutPages(input: PrintInput): Promise<LaidOut> {
  const {book, onStep} = input
  const geometry = geometryOf(book.settings.page)
  const html = printHtml(book, ['print-geometry.css', ...input.styles.keys()])
  const guess = String(Math.ceil(html.length / charactersToAPage / 3)).length
  for (let digits = Math.max(2, guess); ; digits++) {
    onStep?.('load')
    const resources = resourcesOf(input, geometryCss(geometry, digits))
    const page = await input.browser.openPage({html, resources, viewport: {width: geometry.textWidthPx, height: geometry.textHeightPx}})
    onStep?.('measure')
    const measured = (await page.evaluate(measureInPage, {tallestRowPx: geometry.textHeightPx * 0.6})).map(readMeasured)
    const plan = planPages(book, measured, geometry)
    if (plan.sheets.some((sheet) => !sheet.roman && sheet.folio.length > digits)) {
      await page.close()
      continue
    }
    onStep?.('place')
    await page.evaluate(placeInPage, plan.placement as never)
    return {page, plan, geometry, resources}
  }
}

function resourcesOf({styles, files, book}: PrintInput, geometry: string): Map<string, Resource> {
  const encoder = new TextEncoder()
  const resources = new Map(files)
  resources.set('print-geometry.css', {type: 'text/css', bytes: encoder.encode(geometry)})
  for (const [name, text] of styles) resources.set(name, {type: 'text/css', bytes: encoder.encode(text)})
  for (const picture of book.pictures) resources.set(picture.name, {type: picture.type, bytes: picture.bytes})
  return resources
}
