import {mkdtempSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterAll, beforeAll, describe, expect, test} from 'vitest'
import type {OpenBrowser} from '../../src/render/browser/open-browser.ts'
import type {PdfFacts, TextRun} from '../../src/verify/pdf/pdf-facts.ts'
import {openTestBrowser} from '../render/browser/open-test-browser.ts'
import {auditOf, printDossier, type PrintedDossier} from './print-dossier.ts'

let browser: OpenBrowser
const folders: string[] = []
beforeAll(async () => void (browser = await openTestBrowser()), 60_000)
afterAll(async () => {
  await browser.close()
  for (const folder of folders) rmSync(folder, {recursive: true})
})

/** A text of many paragraphs; the second one calls a note that no foot holds, a later one a note that one does. */
async function printLong({language, sentence, times}: {language: string; sentence: string; times: number}): Promise<PrintedDossier> {
  const folder = mkdtempSync(join(tmpdir(), 'dossier-test-'))
  folders.push(folder)
  const paragraphs = Array.from({length: 30}, (_, index) => sentence.repeat(2) + (index === 1 ? '[^long]' : index === 20 ? '[^short]' : ''))
  const notes = [`[^long]: ${sentence.repeat(times)}\n\n    1. ${sentence.repeat(times)}\n    2. ${sentence}`, `[^short]: ${sentence}`]
  writeFileSync(join(folder, 'article.md'), `---\ntitle: T\nlanguage: ${language}\n---\n\n${[...paragraphs, ...notes].join('\n\n')}\n`)
  return printDossier(folder, browser)
}

const cases = [
  ['en', {language: 'en', sentence: 'A note that is long enough goes on at the foot of the next page. ', times: 60}, /Note\s1, continued/],
  ['zh', {language: 'zh-Hans', sentence: '这是一条很长的注，长到一页的页脚放不下，须在下一页接着排印。', times: 60}, /注\s?1（续）/],
] as const

describe.each(cases)('a note that goes on, %s', (_, input, mark) => {
  let printed: PrintedDossier
  beforeAll(async () => void (printed = await printLong(input)), 60_000)

  const lineOf = (runs: readonly TextRun[]): readonly TextRun[] => {
    const loose = runs.filter(({mcid}) => mcid === undefined)
    return [...new Set(loose.map(({y}) => Math.round(y)))].map((y) => loose.filter((one) => Math.round(one.y) === y)).find((line) => mark.test(line.map(({text}) => text).join(''))) ?? []
  }
  const withRuns = (change: (runs: readonly TextRun[], index: number) => readonly TextRun[]): PdfFacts => ({...printed.facts, pages: printed.facts.pages.map((page) => ({...page, runs: change(page.runs, page.index)}))})
  const saidOf = (facts: PdfFacts): readonly string[] => auditOf(facts, printed.structure, printed.expectations).said

  test('is marked on every page but its first, with words that no tag is about', () => {
    const marked = printed.facts.pages.filter(({runs}) => lineOf(runs).length > 0).map(({index}) => index)
    const first = printed.expectations.notes[0]?.place.page ?? -1
    expect(marked.length).toBeGreaterThan(0)
    expect(marked).toEqual(marked.map((_, order) => first + 1 + order))
    expect(saidOf(printed.facts)).toEqual([])
  })

  test('is missed without its mark, with that of another note, and where it does not go on', () => {
    const where = printed.facts.pages.findIndex(({runs}) => lineOf(runs).length > 0)
    const line = lineOf(printed.facts.pages[where]?.runs ?? [])
    const faults = [
      withRuns((runs) => runs.filter((run) => !lineOf(runs).includes(run))),
      withRuns((runs) => runs.map((run) => (lineOf(runs).includes(run) ? {...run, text: run.text.replace('1', '2')} : run))),
      withRuns((runs, index) => (index === where - 1 ? [...runs, ...line] : runs)),
      withRuns((runs, index) => (index === where ? [...runs, ...line.map((run) => ({...run, y: run.y - 9}))] : runs)),
    ]
    for (const facts of faults) expect(saidOf(facts)[0]).toMatch(/^verify-audit-pdf-loose/)
  })
})

test('words for it may be changed, and left out', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'dossier-test-'))
  folders.push(folder)
  writeFileSync(join(folder, 'article.md'), `---\ntitle: T\nlanguage: en\n---\n\nText.[^1]\n\n[^1]: ${'A note that is long enough goes on at the foot of the next page. '.repeat(100)}\n`)
  for (const pattern of ['', '({} cont.)']) {
    const printed = await printDossier(folder, browser, (book) => ({...book, words: {...book.words, 'note-continued': pattern}}))
    expect(auditOf(printed.facts, printed.structure, printed.expectations).said).toEqual([])
    const words = printed.facts.pages.map(({runs}) => runs.filter(({mcid}) => mcid === undefined).map(({text}) => text).join(' ')).join(' ')
    expect(words.includes('cont.')).toBe(pattern !== '')
  }
})
