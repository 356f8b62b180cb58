import {copyFileSync, mkdirSync, writeFileSync} from 'node:fs'
import {basename, dirname, join} from 'node:path'
import {VFile} from 'vfile'
import {prepareBook} from '../../src/prepare-book.ts'
import {allFaces} from '../../src/render/fonts/faces.ts'
import {fontCacheIn} from '../../src/render/fonts/font-cache.ts'
import {pathOfFace} from '../../src/render/fonts/read-coverage.ts'
import {openBrowser} from '../../src/render/browser/open-browser.ts'
import {layOutPages} from '../../src/render/pdf/lay-out-pages.ts'
import {printJob} from '../../src/render/pdf/render-pdf.ts'
import {diskWorld} from '../../src/world.ts'

/**
 * Lays a folder's pages out and writes the page as it would be printed, with plain links to its own anchors, twice:
 * `FOLDER/whole` has the fonts as their packages bring them, `FOLDER/cut` those that are cut to the text.
 * `dump-placed.ts SOURCES FOLDER`. Prints the browser's path and the number of pages.
 */
const [sources = '', folder = ''] = process.argv.slice(2)
const world = diskWorld()
const [{book, styles}, opened] = await Promise.all([prepareBook({world, folder: sources}), openBrowser(world)])
if (!book || !opened.ok) throw new Error('nothing to measure')
const job = await printJob({book, styles, fontCache: fontCacheIn(world.cacheFolder), file: new VFile()})
const {page, plan, resources} = await layOutPages({...job, browser: opened.browser})
const html = await page.evaluate(() => `<!DOCTYPE html>${document.documentElement.outerHTML}`)
for (const kind of ['whole', 'cut']) {
  for (const [path, {bytes}] of resources) {
    const file = join(folder, kind, path)
    mkdirSync(dirname(file), {recursive: true})
    const face = allFaces.find(({id}) => basename(path).replace(/-[0-9a-f]{16}\.ttf$/, '') === id)
    if (face && kind === 'whole') copyFileSync(pathOfFace(face), file)
    else writeFileSync(file, typeof bytes === 'function' ? await bytes() : bytes)
  }
  writeFileSync(join(folder, kind, 'placed.html'), html.replaceAll(/href="https:\/\/dossier\.invalid\/[^"#]*#/g, 'href="#'))
}
console.log(JSON.stringify({browser: opened.browser.executable, pages: plan.sheets.length}))
await opened.browser.close()
