import {mkdirSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {dirname, join, resolve} from 'node:path'
import {pathToFileURL} from 'node:url'
import {afterAll, beforeAll, expect, test} from 'vitest'
import {openReadersBrowser, type ReadersBrowser} from '../web/open-web-page.ts'
import {manyPages, writeEpub} from './write-epub.ts'

const folder = mkdtempSync(join(tmpdir(), 'dossier-test-'))
let browser: ReadersBrowser
beforeAll(async () => {
  browser = await openReadersBrowser()
})
afterAll(async () => {
  await browser.close()
  rmSync(folder, {recursive: true})
})

test.each([
  ['the real dossier', resolve('sources')],
  ['an English dossier with many people', resolve('tests/apparatus/sources')],
])('every file of %s fits a phone, with page numbers on one line and dates that do not lie on each other', async (name, sources) => {
  const {html} = await writeEpub(sources, {pages: (book) => manyPages(book, 150)})
  for (const {path, content} of html) {
    mkdirSync(dirname(join(folder, name, path)), {recursive: true})
    writeFileSync(join(folder, name, path), content)
  }
  const {page} = await browser.open('<p>', {width: 320})
  const troubles: string[] = []
  for (const {path} of html.filter(({path}) => path.endsWith('.xhtml'))) {
    await page.goto(pathToFileURL(join(folder, name, path)).href)
    const found = await page.evaluate(() => {
      const shown = (selector: string): DOMRect[] => [...document.querySelectorAll(selector)].map((one) => one.getBoundingClientRect()).filter(({width}) => width > 0)
      return {
        wider: Math.max(0, document.documentElement.scrollWidth - innerWidth),
        broken: shown('.contents .folio').filter(({height}) => height > 30).length,
        lying: shown('.timeline .tick').filter(({left}, index, all) => left < (all[index - 1]?.right ?? -1)).length,
      }
    })
    if (Object.values(found).some((count) => count > 0)) troubles.push(`${path}: ${JSON.stringify(found)}`)
  }
  expect(troubles).toEqual([])
})
