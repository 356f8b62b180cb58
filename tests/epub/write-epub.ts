import {unzipSync} from 'fflate'
import {VFile} from 'vfile'
import {prepareBook} from '../../src/prepare-book.ts'
import type {Book} from '../../src/model/book.ts'
import type {PageStart} from '../../src/model/page-start.ts'
import type {FileContent, World} from '../../src/model/world.ts'
import {renderEpub} from '../../src/render/epub/render-epub.ts'
import {fontCacheIn} from '../../src/render/fonts/font-cache.ts'
import {renderHtml} from '../../src/render/html/render-html.ts'
import {verifyEpub} from '../../src/verify/epub/verify-epub.ts'
import {verifyHtml} from '../../src/verify/html/verify-html.ts'
import {diskWorld} from '../../src/world.ts'
import {memoryWorld, type Stored} from '../memory-world.ts'
import {testCacheFolder} from '../render/browser/open-test-browser.ts'

/** An e-book and the Book it was made from. */
export interface WrittenEpub {
  readonly book: Book
  readonly epub: Uint8Array
  readonly html: readonly FileContent[]
  /** What rendering and reading back found, in the e-book and in `html/`. */
  readonly findings: readonly string[]
  /** Text of a file of the publication. */
  read(path: string): string
}

export interface HowWritten {
  readonly world?: World
  /** Pages of a print that was never made, or the places where its pages begin in a Book. */
  readonly pages?: readonly PageStart[] | ((book: Book) => readonly PageStart[])
  readonly cover?: Uint8Array
}

/** Sources to an e-book that is read back, without the print. */
export async function writeEpub(folder: string, {world = diskWorld(), pages, cover}: HowWritten = {}): Promise<WrittenEpub> {
  const {book, styles, scripts, files} = await prepareBook({world, folder})
  if (!book) throw new Error(files.flatMap((file) => file.messages.map(String)).join('\n'))
  const file = new VFile({path: 'epub'})
  const known = {book, ...(pages && {pages: typeof pages === 'function' ? pages(book) : pages}), ...(cover && {cover})}
  const input = {...known, styles, scripts, fontCache: fontCacheIn(async () => testCacheFolder), file}
  const [html, made] = [await renderHtml(input), await renderEpub(input)]
  await verifyHtml(html, known, file)
  await verifyEpub(made, known, file)
  const epub = made[0]?.content as Uint8Array
  const entries = unzipSync(epub)
  return {book, epub, html, findings: file.messages.map((message) => `${message.ruleId}: ${message.reason}`), read: (path) => new TextDecoder().decode(entries[`EPUB/${path}`])}
}

/** The same from files in memory. */
export function epubOf(files: Readonly<Record<string, Stored>>, how: Omit<HowWritten, 'world'> = {}): Promise<WrittenEpub> {
  return writeEpub('/in', {...how, world: memoryWorld(Object.fromEntries(Object.entries(files).map(([name, content]) => [`/in/${name}`, content])))})
}

/** A page for every so many signs of every chapter: as a print has them, more or less. */
export function manyPages({chapters}: Book, signs = 700): PageStart[] {
  let page = 0
  return chapters.filter(({runningHead}) => runningHead).flatMap(({id, body}) => {
    const length = lengthOf(body)
    return Array.from({length: Math.max(1, Math.ceil(length / signs))}, (_, index) => ({folio: String(++page), chapter: id, offset: index * signs}))
  })
}

function lengthOf(node: Book['chapters'][number]['body'] | Book['chapters'][number]['body']['children'][number]): number {
  if (node.type === 'text') return node.value.length
  if (node.type === 'element' && (node.properties['dataPageOf'] !== undefined || (Array.isArray(node.properties['className']) && node.properties['className'].includes('page-ref')))) return 0
  return 'children' in node ? node.children.reduce((sum, child) => sum + lengthOf(child), 0) : 0
}
