import {mkdtempSync, readFileSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join, resolve} from 'node:path'
import type {Nodes} from 'hast'
import {fromHtml} from 'hast-util-from-html'
import {afterAll, describe, expect, test} from 'vitest'
import {buildDossier} from '../../src/build.ts'
import {diskWorld} from '../../src/world.ts'
import {measuresOf} from '../printed/measures-of.ts'
import {readPrinted} from '../printed/read-printed.ts'
import {linesOf, sortPages, wordsOf, type SortedPage} from '../printed/sort-page.ts'
import {lettersOf} from '../printed/source-text.ts'
import {english} from './write-web.ts'

const folder = mkdtempSync(join(tmpdir(), 'dossier-test-'))
afterAll(() => rmSync(folder, {recursive: true}))

/** The letters of a page's first lines: those behind its mark, and before them, where a table goes on, its head again. */
function opening(page: SortedPage): string {
  return lettersOf(linesOf(page.textWords).slice(0, 5).map(wordsOf).join('')).slice(0, 60)
}

interface Marked {
  readonly folios: string[]
  /** Letters behind each mark, by folio. */
  readonly behind: Map<string, string>
}

function readMarks(html: string): Marked {
  const folios: string[] = []
  const starts: [folio: string, at: number][] = []
  let letters = ''
  const walk = (node: Nodes, isAside = false): void => {
    if (node.type === 'text' && !isAside) letters += lettersOf(node.value)
    if (node.type === 'element') {
      const {className, dataFolio} = node.properties
      const classes = Array.isArray(className) ? className : []
      if (dataFolio !== undefined) starts.push([String(dataFolio), letters.length])
      if (classes.includes('folio') && node.children[0]?.type === 'text') folios.push(node.children[0].value)
      isAside ||= ['call', 'furniture', 'notes'].some((one) => classes.includes(one))
    }
    if ('children' in node) for (const child of node.children) walk(child, isAside)
  }
  walk(fromHtml(html))
  return {folios, behind: new Map(starts.map(([folio, at]) => [folio, letters.slice(at, at + 10)]))}
}

describe.each([{name: 'real', sources: resolve('sources'), size: 'A4'}, {name: 'English', sources: english, size: 'A4'}] as const)('the $name dossier', ({name, sources, size}) => {
  test('marks the pages where the print has them', async () => {
    const out = join(folder, name)
    const result = await buildDossier({world: diskWorld(), folder: sources, out, only: ['pdf', 'web']})
    expect(result.outputs.map(({path}) => path)).toEqual(expect.arrayContaining(['dossier.pdf', 'dossier.html']))
    const pages = sortPages(await readPrinted(readFileSync(join(out, 'dossier.pdf'))), measuresOf(size)).filter(({folio}) => folio !== '')
    const {behind, folios} = readMarks(readFileSync(join(out, 'dossier.html'), 'utf8'))
    const body = pages.filter(({folio}) => /^\d+$/.test(folio))
    expect(body.length).toBeGreaterThan(5)
    const wrong = body.filter((page) => !opening(page).includes((behind.get(page.folio) ?? 'no mark').slice(0, 4)))
    expect(wrong.map((page) => [page.folio, behind.get(page.folio), opening(page)])).toEqual([])
    expect(pages.filter(({folio}) => !behind.has(folio)).map(({folio}) => folio)).toEqual([])
    // Every number that the print has as a link is a link here too; where the print joins pages to ranges, those within too.
    const printed = pages.flatMap((page) => page.folios.map((link) => link.words))
    const countOf = (all: readonly string[], folio: string): number => all.filter((one) => one === folio).length
    expect(printed.filter((folio) => !folios.includes(folio))).toEqual([])
    expect(printed.filter((folio) => countOf(printed, folio) > countOf(folios, folio))).toEqual([])
    expect(folios.length - printed.length).toBeLessThan(printed.length / 5)
  }, 120_000)
})
