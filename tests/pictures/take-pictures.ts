import {mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync} from 'node:fs'
import {createRequire} from 'node:module'
import {tmpdir} from 'node:os'
import {join, resolve} from 'node:path'
import {pathToFileURL} from 'node:url'
import type {Page} from 'puppeteer'
import {buildDossier} from '../../src/build.ts'
import {prepareBook} from '../../src/prepare-book.ts'
import {readPdf} from '../../src/verify/pdf/read-pdf.ts'
import {diskWorld} from '../../src/world.ts'
import {openReadersBrowser} from '../web/open-web-page.ts'

/** Takes the pictures of the README anew, of the dossier in `sources/` as it is built now: `npm run pictures`. */
const pictures = resolve('.readme')
const sources = resolve('sources')
const out = mkdtempSync(join(tmpdir(), 'dossier-pictures-'))
const browser = await openReadersBrowser()
try {
  const {outputs} = await buildDossier({world: diskWorld(), folder: sources, out})
  if (outputs.length === 0) throw new Error('The dossier in sources/ does not build: see `npm run build`.')
  await takePrint('print.png')
  await takeWeb('web.png')
  await takeBook('e-book.png', ['article-1', 'exhibit-2'])
} finally {
  await browser.close()
  rmSync(out, {recursive: true, force: true})
}

/** Two pages of the print side by side: the third of the article, and the first of the second exhibit. */
async function takePrint(name: string): Promise<void> {
  const {page} = await browser.open('<!DOCTYPE html><title>Print</title>')
  const library = createRequire(import.meta.url)
  for (const file of ['pdf.worker.min.mjs', 'pdf.min.mjs']) await page.addScriptTag({type: 'module', content: readFileSync(library.resolve(`pdfjs-dist/legacy/build/${file}`), 'utf8')})
  const print = readFileSync(join(out, 'dossier.pdf'))
  const {dossier} = await prepareBook({world: diskWorld(), folder: sources})
  const {outline} = readPdf(print)
  const bare = (words = ''): string => words.replace(/\s/g, '')
  const pageOf = (title?: string): number => outline.findLast((one) => bare(one.title).endsWith(bare(title)))?.target?.page ?? 0
  for (const index of [pageOf(dossier?.articles[0]?.title) + 2, pageOf(dossier?.exhibits[1]?.title)]) {
    await page.evaluate(async (base64, number, heightPx) => {
      const {pdfjsLib} = globalThis as unknown as {pdfjsLib: typeof import('pdfjs-dist')}
      const file = await pdfjsLib.getDocument({data: Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))}).promise
      const sheet = await file.getPage(number)
      const viewport = sheet.getViewport({scale: heightPx / sheet.getViewport({scale: 1}).height})
      const canvas = document.createElement('canvas')
      Object.assign(canvas, {width: Math.round(viewport.width), height: Math.round(viewport.height)})
      await sheet.render({canvasContext: canvas.getContext('2d') as CanvasRenderingContext2D, viewport}).promise
      document.body.append(canvas)
    }, print.toString('base64'), index + 1, 729)
  }
  await framed(page, name)
}

/** The web edition, with the exhibit that a citation opened. */
async function takeWeb(name: string): Promise<void> {
  const {page} = await browser.open(readFileSync(join(out, 'dossier.html'), 'utf8'))
  await page.setViewport({width: 1600, height: 1000, deviceScaleFactor: 0.625})
  await page.click('a.citation')
  await page.evaluate(() => document.querySelector('a.citation')?.scrollIntoView({block: 'center', behavior: 'instant'}))
  await new Promise((done) => setTimeout(done, 500))
  save(name, await page.screenshot())
}

/** Two chapters of the e-book as a phone shows them. */
async function takeBook(name: string, chapters: readonly string[]): Promise<void> {
  const {page} = await browser.open('<!DOCTYPE html><title>E-book</title>')
  await page.setViewport({width: 396, height: 766, deviceScaleFactor: 0.8})
  const shots: string[] = []
  for (const chapter of chapters) {
    const file = readdirSync(join(out, 'html'), {recursive: true}).map(String).find((one) => one.endsWith(`${chapter}.xhtml`)) ?? ''
    await page.goto(pathToFileURL(join(out, 'html', file)).href)
    shots.push(Buffer.from(await page.screenshot()).toString('base64'))
  }
  await page.goto('about:blank')
  await page.setViewport({width: 800, height: 800})
  await page.setContent(shots.map((one) => `<img src="data:image/png;base64,${one}">`).join(''))
  await framed(page, name)
}

/** What a page shows side by side, each in a frame. */
async function framed(page: Page, name: string): Promise<void> {
  await page.setViewport({width: 1200, height: 800})
  await page.addStyleTag({content: 'body{margin:0;padding:2px;display:inline-flex;gap:2px;background:#bbb}'})
  const body = await page.$('body')
  if (body) save(name, await body.screenshot())
}

function save(name: string, bytes: Uint8Array): void {
  writeFileSync(join(pictures, name), bytes)
  console.log(`.readme/${name} (${Math.round(bytes.length / 1024)} KiB)`)
}
