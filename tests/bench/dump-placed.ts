import {mkdirSync, writeFileSync} from 'node:fs'
import {dirname, join} from 'node:path'
import {VFile} from 'vfile'
import {prepareBook} from '../../src/prepare-book.ts'
import {fontCacheIn} from '../../src/render/fonts/font-cache.ts'
import {openBrowser} from '../../src/render/browser/open-browser.ts'
import {layOutPages} from '../../src/render/pdf/lay-out-pages.ts'
import {printJob} from '../../src/render/pdf/render-pdf.ts'
import {diskWorld} from '../../src/world.ts'

/**
 * Lays a folder's pages out and writes the page as it would be printed, with plain links to its own anchors:
 * `dump-placed.ts SOURCES FOLDER`. Prints the browser's path and the number of pages.
 */
const [sources = '', folder = ''] = process.argv.slice(2)
const world = diskWorld()
const [{book, styles}, opened] = await Promise.all([prepareBook({world, folder: sources}), openBrowser(world)])
if (!book || !opened.ok) throw new Error('nothing to measure')
const job = await printJob({book, styles, fontCache: fontCacheIn(world.cacheFolder), file: new VFile()})
const {page, plan, resources} = await layOutPages({...job, browser: opened.browser})
const html = await page.evaluate(() => `<!DOCTYPE html>${document.documentElement.outerHTML}`)
for (const [path, {bytes}] of resources) {
  mkdirSync(dirname(join(folder, path)), {recursive: true})
  writeFileSync(join(folder, path), typeof bytes === 'function' ? await bytes() : bytes)
}
writeFileSync(join(folder, 'placed.html'), html.replaceAll('https://dossier.invalid/#', '#'))
console.log(JSON.stringify({browser: opened.browser.executable, pages: plan.sheets.length}))
await opened.browser.close()
