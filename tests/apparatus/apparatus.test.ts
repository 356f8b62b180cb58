import {mkdtempSync, readFileSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join, resolve} from 'node:path'
import {afterAll, beforeAll, expect, test} from 'vitest'
import {buildDossier, prepareBook, type BuildResult} from '../../src/build.ts'
import type {Dossier} from '../../src/model/dossier.ts'
import {messagesAsJson} from '../../src/report/messages-as-json.ts'
import {diskWorld} from '../../src/world.ts'
import {troubleWithFile, troubleWithFolios, troubleWithNotes, troubleWithPlaces} from '../printed/check-pages.ts'
import {measuresOf} from '../printed/measures-of.ts'
import {readPrinted, type Printed} from '../printed/read-printed.ts'
import {sortPages, wordsOf, type SortedPage} from '../printed/sort-page.ts'

/** An invented affair: a council, an engineer who warned it, a gate that stayed shut. */
const sources = resolve('tests/apparatus/sources')
let folder: string
let result: BuildResult
let dossier: Dossier
let printed: Printed
let pages: SortedPage[]

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'dossier-test-'))
  dossier = (await prepareBook({world: diskWorld(), folder: sources})).dossier as Dossier
  result = await buildDossier({world: diskWorld(), folder: sources, out: folder, only: ['pdf']})
  printed = await readPrinted(readFileSync(join(folder, 'dossier.pdf')))
  pages = sortPages(printed, measuresOf('A4'))
}, 60_000)
afterAll(() => rmSync(folder, {recursive: true}))

const numberOf = (id: string | undefined) => dossier.exhibits.find((one) => one.id === id)?.number

test('is built, with the warnings that its sources earn', () => {
  const rules = messagesAsJson(result.files).map((one) => `${one.rule} ${one.file}`)
  expect(rules.filter((one) => !one.startsWith('resolve-exhibit-is-cited'))).toEqual(['resolve-order-is-possible exhibits/6.md'])
  expect(rules).toHaveLength(6)
})

test('every quotation is what it is', () => {
  expect(dossier.quotations.map(({result: found, words, passage}) => `${found} ${numberOf(passage?.exhibit) ?? '–'}: ${words.slice(0, 30)}`)).toEqual([
    'same 1: The lifting chains are worn th',
    'same 1: and the gate must not be relie',
    'differing 2: no money for chains this year ',
    'similar 3: The weir gate was inspected in',
    'same 5: before the winter, not after i',
    'differing 9: the chain has gone and she wil',
    'same 10: Noted.',
    'similar 11: ought not to be described as a',
    'similar 13: had never once been warned abo',
    'missing –: Every child on this street kne',
    'missing –: a report is only as loud as th',
  ])
  const [, , differing] = dossier.quotations
  expect(dossier.quotations.map(({small}) => small).filter((one) => one !== undefined)).toEqual(['contractions'])
  expect(differing?.passage?.words.filter((one) => !one.inBoth).map((one) => one.words.trim())).toEqual(['new'])
})

test('the figure that is not in the exhibit is found, and no other', () => {
  expect(dossier.unfoundFigures.map(({words, kind}) => [words, kind])).toEqual([['£84,000', 'amount']])
})

test('exhibits that nothing cites are those that nothing cites', () => {
  expect(dossier.exhibits.filter((one) => one.citedBy.length === 0).map((one) => one.number)).toEqual(['4', '6', '7', '8', '15'])
})

test('people are as the editor lists them: Sam is not Samuel', () => {
  expect(dossier.people.map(({name, wrote, received, copied, mentions}) => [name, wrote.length, received.length, copied.length, mentions.length])).toEqual([
    ['Aldermere Courier', 0, 1, 0, 0],
    ['Council Office', 0, 3, 0, 0],
    ['Samuel Crane', 2, 2, 1, 4],
    ['Bernard Holt', 2, 2, 1, 5],
    ['Met Watch', 1, 0, 0, 0],
    ['Ruth Okafor', 4, 4, 0, 5],
    ['Sam Pell', 2, 1, 0, 7],
    ['Ines Varga', 1, 0, 0, 0],
    ['Dana Wirth', 2, 1, 0, 1],
  ])
})

test('the chronology keeps days as days, puts nothing in order that is not known, and marks what cannot be', () => {
  const events = dossier.events.map(({moment, title, isDoubtful}) => `${moment.asPrinted} ${title}${isDoubtful ? ' ?' : ''}`)
  expect(events).toHaveLength(17)
  expect(events.filter((one) => one.endsWith(' ?'))).toEqual(['Thu, 6 Oct 2022 16:00:00 +0100 Re: Chains ?'])
  expect(events.indexOf('Thu, 6 Oct 2022 21:55:00 CST Chains again')).toBe(events.indexOf('Fri, 7 Oct 2022 at 9:30 AM Fwd: Chains') - 1)
  expect(dossier.events.find(({moment}) => moment.asPrinted === '5 March 2023')?.moment.local).toEqual({year: 2023, month: 3, day: 5})
})

test('the index has what stands in the texts, in order', () => {
  expect(dossier.index.map(({words, see}) => (see === undefined ? words : `${words} → ${dossier.index.find(({id}) => id === see)?.words}`))).toMatchInlineSnapshot(`
    [
      "Aldermere Courier",
      "B. Holt → Bernard Holt",
      "B.H. → Bernard Holt",
      "chain → lifting chains",
      "Council Office",
      "Samuel Crane",
      "duty officer",
      "Bernard Holt",
      "insurers → Severn Mutual",
      "lifting chains",
      "Met Watch",
      "Miss Okafor → Ruth Okafor",
      "Mr. Mayor → Samuel Crane",
      "Ruth Okafor",
      "Sam Pell",
      "R. Okafor → Ruth Okafor",
      "S. Pell → Sam Pell",
      "Severn Mutual",
      "the mayor → Samuel Crane",
      "the treasurer → Bernard Holt",
      "Ines Varga",
      "weir gate",
      "Dana Wirth",
    ]
  `)
})

test('what is taken out is nowhere', () => {
  const text = printed.pages.flatMap((page) => page.glyphs).map((one) => one.text).join('')
  expect(text).not.toMatch(/Ferreira|Tobias|Tannery\s*Lane\s*14|14\s*Tannery/)
  expect(text).toContain('████')
  expect(dossier.redactions.map(({count}) => count > 1)).toEqual([true, true])
})

test('pages are sound, and every page number is that of the page it leads to', () => {
  expect(troubleWithNotes(pages)).toEqual([])
  expect(troubleWithFolios(pages)).toEqual([])
  expect(troubleWithPlaces(pages)).toEqual([])
  expect(troubleWithFile(printed)).toEqual([])
  expect(pages.flatMap((page) => page.folios).length).toBeGreaterThan(100)
})

test('chapters stand where a reader looks for them', () => {
  const titles = ['People', 'Chronology', 'Claims and exhibits', 'Quotations compared', 'Index', 'Editorial log']
  for (const title of titles) expect(printed.outline.map((one) => one.title)).toContain(title)
  const chronology = pages[printed.outline.find((one) => one.title === 'Chronology')?.page ?? 0]
  expect(wordsOf(chronology?.textWords ?? [])).toContain('2022')
})
