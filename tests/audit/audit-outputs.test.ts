import {mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join, resolve} from 'node:path'
import {unzipSync, zipSync} from 'fflate'
import {VFile} from 'vfile'
import {afterAll, beforeAll, describe, expect, test} from 'vitest'
import type {FileContent} from '../../src/model/world.ts'
import {editions} from '../../src/render/editions.ts'
import {fontCacheInMemory} from '../../src/render/fonts/font-cache.ts'
import {auditEdition} from '../../src/verify/audit/edition/audit-edition.ts'
import {writeTorture} from '../torture/write-torture.ts'
import type {OpenBrowser} from '../../src/render/browser/open-browser.ts'
import {openTestBrowser} from '../render/browser/open-test-browser.ts'
import {mutatedBooks, type MutableParts} from './mutate-book.ts'
import {mutatedFacts} from './mutate-facts.ts'
import {mutatedFiles} from './mutate-files.ts'
import {auditOf, printDossier, type PrintedDossier} from './print-dossier.ts'
import {writeEnglish} from './write-english.ts'

const everything: MutableParts = {chapters: ({body}) => body.children.length > 0, without: [], blocks: ['p', 'li', 'td', 'th', 'tr', 'blockquote', 'h2', 'h3', 'h4', 'pre', 'dd', 'dt'], notes: () => true}

let folder: string
let browser: OpenBrowser
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'dossier-test-'))
  writeTorture(join(folder, 'torture'), {size: 'A4', blocks: 10})
  writeEnglish(join(folder, 'english'))
  browser = await openTestBrowser()
})
afterAll(async () => {
  await browser.close()
  rmSync(folder, {recursive: true})
})

const dossiers = [['the real dossier', () => resolve('sources')], ['the torture dossier', () => join(folder, 'torture')], ['an English dossier', () => join(folder, 'english')]] as const
/** Rules that found the mutations. */
const rules = new Set<string>()
const ruleOf = (says: string): string => says.slice(0, says.indexOf(':'))
const caught = {pdf: 0, html: 0, epub: 0, web: 0}
afterAll(() => console.log(`${Object.values(caught).reduce((sum, count) => sum + count, 0)} mutations of outputs, every one caught: ${JSON.stringify(caught)}`))

describe.each(dossiers)('%s', (_, path) => {
  let printed: PrintedDossier
  const made = new Map<string, readonly FileContent[]>()
  let pageWords: ReadonlyMap<string, string>

  beforeAll(async () => {
    printed = await printDossier(path(), browser)
    const {book, prepared: {styles, scripts}, pages} = printed
    for (const edition of ['html', 'epub', 'web'] as const) {
      made.set(edition, await editions[edition]?.({book, styles, scripts, fontCache: fontCacheInMemory(), file: new VFile({path: edition}), pages}) ?? [])
    }
    pageWords = auditOf(printed.facts, printed.structure, printed.expectations).pageWords
  }, 120_000)

  function auditFiles(files: readonly FileContent[]): {unexplained: number; said: string[]} {
    const file = new VFile({path: 'edition'})
    const {unexplained} = auditEdition(files, {book: printed.book, pages: printed.pages, pageWords, sourceOf: () => undefined}, file)
    return {unexplained, said: file.messages.map(({ruleId, reason}) => `${String(ruleId)}: ${reason}`)}
  }

  test('is in its PDF and in every edition, to the character', () => {
    const {characters, found, said} = auditOf(printed.facts, printed.structure, printed.expectations)
    expect({found, said}).toEqual({found: characters, said: []})
    for (const [, files] of made) expect(auditFiles(files)).toEqual({unexplained: 0, said: []})
  })

  test('a PDF that differs from the book is found', () => {
    const missed: string[] = []
    for (const {book, says} of mutatedBooks(printed.book, everything, {seed: 5, count: 70})) {
      if (auditOf(printed.facts, printed.structure, {...printed.expectations, book}).said.length === 0) missed.push(says)
      else caught.pdf++
    }
    expect(missed).toEqual([])
  })

  test('a PDF whose painted text or structure is wrong is found', () => {
    const missed: string[] = []
    for (const {facts, structure, says} of mutatedFacts(printed.facts, printed.structure, {seed: 6, count: 70})) {
      const {said} = auditOf(facts, structure, printed.expectations)
      said.forEach((one) => rules.add(ruleOf(one)))
      if (said.length === 0) missed.push(says)
      else caught.pdf++
    }
    expect(missed).toEqual([])
  })

  test.each(['html', 'web'] as const)('files of %s that are wrong are found', (edition) => {
    const missed: string[] = []
    for (const {files, says} of mutatedFiles(made.get(edition) ?? [], {seed: 7, count: 45})) {
      const {said} = auditFiles(files)
      said.forEach((one) => rules.add(ruleOf(one)))
      if (said.length === 0) missed.push(says)
      else caught[edition]++
    }
    expect(missed).toEqual([])
  })

  test('an e-book that is wrong is found', () => {
    const missed: string[] = []
    const [epub] = made.get('epub') ?? []
    const files = Object.entries(unzipSync(epub?.content as Uint8Array)).map(([name, content]) => ({path: name, content}))
    for (const mutated of mutatedFiles(files, {seed: 8, count: 15})) {
      const zipped = zipSync(Object.fromEntries(mutated.files.map((one) => [one.path, typeof one.content === 'string' ? Buffer.from(one.content) : one.content])))
      if (auditFiles([{path: 'dossier.epub', content: zipped}]).said.length === 0) missed.push(mutated.says)
      else caught.epub++
    }
    expect(missed).toEqual([])
  })
})

test('a print of another book is found', async () => {
  const original = await printDossier(join(folder, 'english'), browser)
  const missed: string[] = []
  for (const {book, says} of mutatedBooks(original.book, everything, {seed: 9, count: 6})) {
    const other = await printDossier(join(folder, 'english'), browser, () => book)
    if (auditOf(other.facts, other.structure, {...other.expectations, book: original.book}).said.length === 0) missed.push(says)
    else caught.pdf++
  }
  expect(missed).toEqual([])
}, 120_000)

test('a page number that is not printed where the words of its place stand is found', async () => {
  const {facts, structure, expectations} = await printDossier(join(folder, 'english'), browser)
  const {said} = auditOf(facts, structure, {...expectations, textAreaOf: () => ({left: 0, right: 600, bottom: 0, top: 900})})
  said.forEach((one) => rules.add(ruleOf(one)))
  expect(said.map(ruleOf)).toContain('verify-audit-pdf-pages')
})

test('more than three hundred were made, and each rule found some', () => {
  expect([...rules].sort()).toEqual(['verify-audit-edition-pages', 'verify-audit-edition-text', 'verify-audit-pdf-loose', 'verify-audit-pdf-pages', 'verify-audit-pdf-text'])
  expect(Object.values(caught).reduce((sum, count) => sum + count, 0)).toBeGreaterThan(300)
})
