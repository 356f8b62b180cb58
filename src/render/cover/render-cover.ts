import {VFile} from 'vfile'
import type {Book} from '../../model/book.ts'
import {BrowserTrouble} from '../browser/browser-trouble.ts'
import type {OpenBrowser} from '../browser/open-browser.ts'
import type {FontCache} from '../fonts/font-cache.ts'
import {geometryOf, type Geometry} from '../pdf/geometry.ts'
import {resourcesOf} from '../pdf/lay-out-pages.ts'
import {geometryCss, printHtml} from '../pdf/print-html.ts'
import {printJob} from '../pdf/render-pdf.ts'

/** What the picture of the cover is made of. */
export interface CoverInput {
  readonly book: Book
  /** As for the print. */
  readonly styles: ReadonlyMap<string, string>
  readonly fontCache: FontCache
  readonly browser: OpenBrowser
}

/** Pixels of the picture to one of the page: a cover of 1,588 by 2,246 pixels on A4. */
const scale = 2

/**
 * The printed cover as a picture, PNG, whether it is printed or not: its chapter alone, in the styles and measures of the
 * print. `undefined` when there is no cover or the browser has trouble: an e-book goes without.
 */
export async function renderCover({book, styles, fontCache, browser}: CoverInput): Promise<Uint8Array | undefined> {
  const chapters = book.chapters.filter(({kind}) => kind === 'cover')
  if (chapters.length === 0) return undefined
  // What the fonts lack is said where the whole text is printed or read.
  const job = await printJob({book: {...book, chapters}, styles, fontCache, file: new VFile()})
  const geometry = geometryOf(book.settings.page)
  const sheets = new Map([...job.styles, ['cover-picture.css', pictureCss(geometry)]])
  const html = printHtml(book, job.body, {styles: ['print-geometry.css', ...sheets.keys()]})
  const resources = resourcesOf({...job, styles: sheets}, geometryCss(geometry))
  try {
    const page = await browser.openPage({html, resources, viewport: {width: geometry.widthPx * scale, height: geometry.heightPx * scale}})
    const picture = await page.screenshot()
    await page.close()
    return picture
  } catch (error) {
    if (error instanceof BrowserTrouble) return undefined
    throw error
  }
}

/** A right-hand page on a screen: the margins that paper has by itself. */
function pictureCss({innerPx, textWidthPx}: Geometry): string {
  return `html{zoom:${scale};overflow:hidden}body{width:${textWidthPx}px;padding-left:${innerPx}px}`
}
