import {mkdtempSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {VFile} from 'vfile'
import {afterAll, beforeAll, expect, test} from 'vitest'
import {editions} from '../../src/render/editions.ts'
import {fontCacheInMemory} from '../../src/render/fonts/font-cache.ts'
import type {OpenBrowser} from '../../src/render/browser/open-browser.ts'
import {auditEdition} from '../../src/verify/audit/edition/audit-edition.ts'
import {openTestBrowser} from '../render/browser/open-test-browser.ts'
import {auditOf, printDossier} from './print-dossier.ts'

let folder: string
let browser: OpenBrowser
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'dossier-test-'))
  browser = await openTestBrowser()
}, 60_000)
afterAll(async () => {
  await browser.close()
  rmSync(folder, {recursive: true})
})

const longNote = (label: string): string => `[^${label}]: ${`The ferry master wrote that lamp ${label} was out and that no one had come. `.repeat(40)}`

test.each([
  ['pages that hold notes alone', `One lamp[^x] and another[^y] and a third[^z].\n\n${['x', 'y', 'z'].map(longNote).join('\n\n')}`],
  ['pages that begin with a letter which is one sign', Array.from({length: 60}, () => 'ﬂoods floods eﬃgy effigy ﬁnal final, '.repeat(8)).join('\n\n')],
])('%s are marked where they begin', async (_, body) => {
  writeFileSync(join(folder, 'article.md'), `---\ntitle: Lamps\nlanguage: en\n---\n\n${body}\n`)
  const {book, prepared: {styles, scripts}, pages, facts, structure, expectations} = await printDossier(folder, browser)
  const {pageWords, said} = auditOf(facts, structure, expectations)
  expect(said).toEqual([])
  for (const edition of ['html', 'web'] as const) {
    const files = await editions[edition]?.({book, styles, scripts, fontCache: fontCacheInMemory(), file: new VFile({path: edition}), pages}) ?? []
    const judge = (words: ReadonlyMap<string, string>): string[] => {
      const one = new VFile({path: edition})
      auditEdition(files, {book, pages, pageWords: words, sourceOf: () => undefined}, one)
      return one.messages.map(({ruleId}) => String(ruleId))
    }
    expect(judge(pageWords)).toEqual([])
    const inText = pages.filter(({chapter}) => chapter.startsWith('article'))
    expect(inText.length).toBeGreaterThan(2)
    for (const {folio} of inText) expect(judge(new Map([...pageWords, [folio, 'nowherewritten']]))).toEqual(['verify-audit-edition-pages'])
  }
}, 120_000)
