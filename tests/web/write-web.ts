import {resolve} from 'node:path'
import {VFile} from 'vfile'
import {prepareBook} from '../../src/prepare-book.ts'
import type {Book} from '../../src/model/book.ts'
import type {PageStart} from '../../src/model/page-start.ts'
import type {World} from '../../src/model/world.ts'
import {fontCacheIn} from '../../src/render/fonts/font-cache.ts'
import {renderWeb} from '../../src/render/web/render-web.ts'
import {verifyWeb} from '../../src/verify/web/verify-web.ts'
import {diskWorld} from '../../src/world.ts'
import {testCacheFolder} from '../render/browser/open-test-browser.ts'

/** A web edition and the Book it was made from. */
export interface WrittenWeb {
  readonly book: Book
  readonly html: string
  /** What reading it back found. */
  readonly findings: readonly string[]
}

/** The folder of the small English dossier. */
export const english = resolve('tests/web/english')

/** Sources to a web edition that is read back, without the print. */
export async function writeWeb(folder: string, {world = diskWorld(), pages}: {world?: World; pages?: readonly PageStart[]} = {}): Promise<WrittenWeb> {
  const {book, styles, scripts, files} = await prepareBook({world, folder})
  if (!book) throw new Error(files.flatMap((file) => file.messages.map(String)).join('\n'))
  const file = new VFile({path: 'web'})
  const written = await renderWeb({book, styles, scripts, fontCache: fontCacheIn(async () => testCacheFolder), file, ...(pages && {pages})})
  await verifyWeb(written, {book}, file)
  return {book, html: String(written[0]?.content), findings: file.messages.map(String)}
}
