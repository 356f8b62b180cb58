import {mkdtempSync, readdirSync, readFileSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterAll, beforeAll, describe, expect, test} from 'vitest'
import {buildDossier, type BuildResult} from '../../src/build.ts'
import {messagesAsJson} from '../../src/report/messages-as-json.ts'
import {diskWorld} from '../../src/world.ts'
import {printedNotes, troubleWithFile, troubleWithFolios, troubleWithLineEnds, troubleWithNotes, troubleWithPlaces} from '../printed/check-pages.ts'
import {measuresOf} from '../printed/measures-of.ts'
import {readPrinted, type Printed} from '../printed/read-printed.ts'
import {linesOf, sortPages, wordsOf, type SortedPage} from '../printed/sort-page.ts'
import {headerValues, lettersOf, readSourceText, type SourceText} from '../printed/source-text.ts'
import {writeTorture} from './write-torture.ts'

/** Whole on one paper; on the others the long article is cut short. */
describe.each([{size: 'A4', blocks: 200, pages: 90}, {size: 'Letter', blocks: 30, pages: 50}, {size: 'A5', blocks: 60, pages: 65}] as const)('the torture dossier on $size', ({size, blocks, pages: least}) => {
  let folder: string
  let result: BuildResult
  let printed: Printed
  let pages: SortedPage[]
  let sources: {path: string; source: SourceText}[]

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'dossier-test-'))
    writeTorture(join(folder, 'in'), {size, blocks})
    result = await buildDossier({world: diskWorld(), folder: join(folder, 'in'), out: join(folder, 'out'), only: ['pdf']})
    printed = await readPrinted(readFileSync(join(folder, 'out', 'dossier.pdf')))
    pages = sortPages(printed, measuresOf(size))
    sources = ['articles', 'exhibits'].flatMap((kind) => readdirSync(join(folder, 'in', kind)).filter((name) => name.endsWith('.md')).map((name) => ({
      path: `${kind}/${name}`,
      source: readSourceText(readFileSync(join(folder, 'in', kind, name), 'utf8')),
    })))
  }, 120_000)
  afterAll(() => rmSync(folder, {recursive: true}))

  test('builds, with the warnings that it earns', () => {
    expect(messagesAsJson(result.files).map((one) => one.rule)).toEqual(['read-picture-is-local', 'resolve-person-spelled-once'])
    expect(result.outputs.map((one) => one.path)).toEqual(['dossier.pdf', 'manifest.json'])
    expect(pages.length).toBeGreaterThan(least)
  })

  test('every call leads to its note on the same page, and every note to its call', () => {
    expect(troubleWithNotes(pages)).toEqual([])
  })

  test('no call is lost', () => {
    const written = sources.reduce((sum, {source}) => sum + source.calls, 0)
    const lines = ['article.md', 'exhibit-3.md'].reduce((sum, name) => sum + (readFileSync(join(folder, 'in', 'notes', name), 'utf8').match(/^>/gm) ?? []).length, 0)
    const citations = result.summary?.citations ?? 0
    const again = printedNotes(pages).length - new Set(printedNotes(pages).map((one) => one.label)).size
    const calls = pages.flatMap((page) => page.calls).length
    expect(calls).toBeGreaterThanOrEqual(written + lines + citations)
    // Notes that are printed again bring their own calls again.
    expect(calls).toBeLessThanOrEqual(written + lines + citations + again * 3)
  })

  test('every word of every note is printed, under one number', () => {
    // The legend of the people chapter stands as low as notes do, and has no label.
    const notes = printedNotes(pages).filter(({label}) => label !== '')
    const byLetters = new Map<string, Set<string>>()
    for (const note of notes) byLetters.set(note.letters, (byLetters.get(note.letters) ?? new Set()).add(note.label))
    const wanted = sources.flatMap(({source}) => source.notes)
    expect(wanted.filter((letters) => !byLetters.has(letters))).toEqual([])
    const byLabel = new Map<string, Set<string>>()
    for (const note of notes) byLabel.set(note.label, (byLabel.get(note.label) ?? new Set()).add(note.letters))
    expect([...byLabel].filter(([, letters]) => letters.size > 1)).toEqual([])
    const firsts = [...byLabel.keys()].map(Number)
    expect(firsts).toEqual(firsts.map((_, index) => index + 1))
  })

  test('a call stands after the word that its note repeats', () => {
    const notes = new Map(printedNotes(pages).map((one) => [one.label, one.letters]))
    let count = 0
    for (const page of pages) {
      for (const call of page.calls) {
        const label = call.words.replace(',', '')
        const [word] = /^k[0-9]+/.exec(notes.get(label) ?? '') ?? []
        if (!word) continue
        const y = call.glyphs[0]?.y ?? 0
        const before = page.textWords.filter((one) => Math.abs(one.y - y) < 8 && one.y < y && one.x < (call.glyphs[0]?.x ?? 0)).sort((a, b) => a.x - b.x)
        expect(wordsOf(before).endsWith(word), `p. ${page.index + 1}: ${wordsOf(before)} ${label} ${word}`).toBe(true)
        count++
      }
    }
    expect(count).toBeGreaterThan(blocks)
  })

  test('every letter and digit of the sources is printed, in order within its block', () => {
    const all = lettersOf(wordsOf(pages.flatMap((page) => page.textWords)))
    // Labels float beside the values: they are painted before them, page by page.
    const byPlace = lettersOf(pages.map((page) => linesOf(page.textWords).map(wordsOf).join('')).join(''))
    for (const {path, source} of sources) {
      let at = 0
      const missing = source.blocks.filter((block) => {
        const found = all.indexOf(block, at)
        if (found >= 0) at = found + block.length
        return found < 0
      })
      expect(missing, path).toEqual([])
      expect(headerValues(source.meta).filter((value) => !byPlace.includes(value)), path).toEqual([])
    }
  })

  test('every page number is that of the page it leads to', () => {
    expect(troubleWithFolios(pages)).toEqual([])
    expect(pages.flatMap((page) => page.folios).length).toBeGreaterThan(60)
    expect(pages.map((page) => page.label).slice(0, 3)).toEqual(['i', 'ii', 'iii'])
  })

  test('text stays within its area, and nothing lies on anything', () => {
    expect(troubleWithPlaces(pages)).toEqual([])
  })

  test('no mark is left around nothing', () => {
    const words = pages.flatMap((page) => [...linesOf(page.textWords), ...linesOf(page.footWords)].map(wordsOf)).join('\n')
    expect(words).not.toMatch(/《》|“”|，，[^，]*第|\[\^|undefined/)
  })

  test('lines of Chinese begin and end as they may', () => {
    expect(troubleWithLineEnds(pages)).toEqual([])
  })

  test('the file is whole: fonts, tags, language, title, links', () => {
    expect(troubleWithFile(printed)).toEqual([])
    expect(printed.title).toBe('河港旧仓卷宗 The River Port Dossier')
    expect(printed.language).toBe('zh-Hans')
  })

  test('the outline names the headings on their pages', () => {
    const lost = printed.outline.filter(({title, page}) => !lettersOf(wordsOf(pages[page]?.textWords ?? [])).includes(lettersOf(title)))
    expect(lost).toEqual([])
    const headings = sources.flatMap(({path}) => path)
    expect(printed.outline.length).toBeGreaterThan(headings.length)
  })

  test('is printed at its size', () => {
    const body = measuresOf(size).fontPt
    expect(pages.flatMap((page) => page.text).filter((one) => Math.abs(one.size - body) < 0.01).length).toBeGreaterThan(10_000)
    const [width, height] = {A4: [595.28, 841.89], Letter: [612, 792], A5: [419.53, 595.28]}[size]
    for (const page of pages) {
      expect(Math.abs(page.width - (width ?? 0))).toBeLessThan(1)
      expect(Math.abs(page.height - (height ?? 0))).toBeLessThan(1)
    }
  })
})
