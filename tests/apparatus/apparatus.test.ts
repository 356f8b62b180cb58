import {mkdtempSync, readFileSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join, resolve} from 'node:path'
import {afterAll, beforeAll, expect, test} from 'vitest'
import {buildDossier, type BuildResult} from '../../src/build.ts'
import {prepareBook} from '../../src/prepare-book.ts'
import type {Dossier} from '../../src/model/dossier.ts'
import {messagesAsJson} from '../../src/report/messages-as-json.ts'
import {diskWorld} from '../../src/world.ts'
import {troubleWithFile, troubleWithFolios, troubleWithNotes, troubleWithPlaces} from '../printed/check-pages.ts'
import {measuresOf} from '../printed/measures-of.ts'
import {readPrinted, type Printed} from '../printed/read-printed.ts'
import {linesOf, sortPages, wordsOf, type SortedPage} from '../printed/sort-page.ts'

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

test('twelve e-mails, three letters, a bulletin and minutes are the exhibits', () => {
  expect(dossier.exhibits.filter(({messages}) => messages.length > 0).map((one) => one.number)).toEqual(['1', '2', '4', '5', '6', '8', '9', '10', '11', '13', '15', '16'])
  expect(dossier.exhibits.flatMap(({number, paper}) => (paper ? [`${number} ${paper.form}`] : []))).toEqual(['3 Bulletin', '7 Minutes', '12 Letter', '14 Letter', '17 Letter'])
})

test('every citation stands for its claim', () => {
  expect(dossier.citations.map(({exhibit, claim}) => `${numberOf(exhibit)} ${claim.slice(0, 30)}`)).toEqual([
    '1 “The lifting chains are worn t', '1 She put the cost of repair at ', '2 There was, he said, “no money ', '3 The weir gate was inspected in', '5 Sam Pell, the gatekeeper, had ',
    '9 The duty officer, Dana Wirth, ', '10 The mayor, Samuel Crane, was t', '10 He answered with one word: “No', '12 The damage is put at £2.3 mill', '11 Her advice was short: the repo',
    '16 Six days later the newspaper a', '13 The mayor answered that the to', '17 In June the engineer gave up h', '14 A neighbour, ████ of ████, rem',
  ])
})

/** The exhibit that an anchor stands in, by its number; the article is `a`. */
const exhibitOf = (anchor: string) => /^exhibit-([0-9]+)/.exec(anchor)?.[1] ?? 'a'

test.each([
  // Name, exhibits of what was written, received, copied; exhibits of the paragraphs that name them.
  ['Aldermere Courier', '16', '13', '', ''],
  ['Council Office', '', '1 8 9 12 14', '', ''],
  ['Samuel Crane', '10 13', '10 11 16 17', '2', 'a a 7 10 16 17'],
  ['Bernard Holt', '2 6', '5 6', '1', 'a 2 5 6 7'],
  ['Met Watch', '8', '', '', ''],
  ['Ruth Okafor', '1 5 6 15 17', '2 4 5 6', '', 'a 1 2 4 9 17 17'],
  ['Sam Pell', '4 5', '15', '', 'a a 1 4 5 9 15'],
  ['Severn Mutual', '12', '14', '', 'a 12 14 17'],
  ['Ines Varga', '11', '', '', ''],
  ['Dana Wirth', '9 10', '10', '', 'a'],
])('%s has what they wrote, received and are named in', (name, ...expected) => {
  const person = dossier.people.find((one) => one.name === name)
  const placesOf = (anchors: readonly string[] = []) => anchors.map(exhibitOf).join(' ')
  expect([placesOf(person?.wrote), placesOf(person?.received), placesOf(person?.copied), placesOf(person?.mentions.map(({within}) => within))]).toEqual(expected)
})

test('nobody else is among those who wrote and received; the author of the article is among the people', () => {
  expect(dossier.people.flatMap(({name, authored}) => authored.map((article) => `${name} ${article}`))).toEqual(['Marta Quill article-1'])
  expect(dossier.people.filter(({wrote, received, copied}) => wrote.length + received.length + copied.length > 0)).toHaveLength(10)
})

test('the chronology is in order, keeps days as days and months as months, and marks what cannot be', () => {
  expect(dossier.events.map(({moment, title, isDoubtful}) => `${moment.asPrinted} ${title}${isDoubtful ? ' ?' : ''}`)).toEqual([
    'Mon, 18 Oct 2021 09:12:00 +0100 Weir gate, inspection',
    'Tue, 19 Oct 2021 08:40:00 +0100 Re: Weir gate, inspection',
    'December 2021 Bulletin of the council, winter 2021',
    'Thu, 6 Oct 2022 16:00:00 +0100 Re: Chains ?',
    'Thu, 6 Oct 2022 17:03:00 +0100 Chains',
    'Thu, 6 Oct 2022 21:55:00 CST Chains again',
    'Fri, 7 Oct 2022 at 9:30 AM Fwd: Chains',
    'Fri, 7 Oct 2022 10:15:00 +0100 Chains',
    'November 2022 A neighbour writes to the council for the first time',
    'Tuesday, 8 November 2022 Minutes of the council, 8 November 2022',
    '30 January 2023 Letter of ████, 30 January 2023',
    'Thu, 2 Mar 2023 15:00:00 +0000 River level',
    '3 March 2023 The gate stays shut; eleven houses are flooded',
    'Fri, 3 Mar 2023 22:14:00 +0000 Duty log',
    'Sat, 4 Mar 2023 00:02:00 +0000 Weir gate shut',
    'Sat, 4 Mar 2023 00:20:00 +0000 Re: Weir gate shut',
    '5 March 2023 Sunday',
    'Wed, 15 Mar 2023 11:20:00 +0000 Your question',
    'Tue, 21 Mar 2023 16:40:00 +0000 A question for tomorrow',
    'Wed, 22 Mar 2023 09:05:00 +0000 Statement',
    '2 June 2023 Letter of the Severn Mutual, 2 June 2023',
    'Friday, 30 June 2023 Letter of Ruth Okafor, 30 June 2023',
    '2023-09-14 Who closed the Weir Gate?',
  ])
  expect(dossier.events.find(({moment}) => moment.asPrinted === '5 March 2023')?.moment.local).toEqual({year: 2023, month: 3, day: 5})
})

// The article has pages 1 and 2, each exhibit one page: exhibit 1 is page 3.
test.each([
  ['Courier', '15, 18'], ['Council Office', '3, 10, 11, 14, 16'], ['Crane', '2, 4, 9, 12, 13, 15, 18, 19'], ['duty officer', '2'], ['Holt', '1, 3, 4, 7–9'],
  ['lifting chains', '1–4, 6–8, 11, 16, 19'], ['Met Watch', '10'], ['Okafor', '1, 3, 4, 6–8, 11, 17, 19'], ['Pell', '1–3, 6, 7, 11, 17'], ['Quill', '1'], ['Severn Mutual', '2, 14, 16, 19'],
  ['Varga', '13'], ['weir gate', '1–5, 9, 12, 15, 16, 18'], ['Wirth', '2, 11, 12'],
])('the index has %s on pages %s', (name, folios) => {
  const first = printed.outline.find((one) => one.title === 'Index')?.page ?? 0
  const after = printed.outline.find((one) => one.title === 'Editorial log')?.page ?? 0
  const lines = pages.slice(first, after).flatMap((page) => linesOf(page.textWords).map((line) => wordsOf(line).replace(/\s+/g, ' ').trim()))
  expect(lines.filter((line) => line.includes(name) && /[0-9]$/.test(line)).map((line) => line.slice(line.search(/[0-9]/)))).toEqual([folios])
})

test('the index has what stands in the texts, in order', () => {
  expect(dossier.index.map(({words, see}) => (see === undefined ? words : `${words} → ${dossier.index.find(({id}) => id === see)?.words}`))).toMatchInlineSnapshot(`
    [
      "Aldermere Courier",
      "B.H. → Holt, Bernard",
      "chain → lifting chains",
      "Council Office",
      "Crane, Samuel",
      "duty officer",
      "Holt, B. → Holt, Bernard",
      "Holt, Bernard",
      "insurers → Severn Mutual",
      "lifting chains",
      "the mayor → Crane, Samuel",
      "Met Watch",
      "Mr. Mayor → Crane, Samuel",
      "Okafor, Miss → Okafor, Ruth",
      "Okafor, R. → Okafor, Ruth",
      "Okafor, Ruth",
      "Pell, S. → Pell, Sam",
      "Pell, Sam",
      "Quill, Marta",
      "Severn Mutual",
      "the treasurer → Holt, Bernard",
      "Varga, Ines",
      "weir gate",
      "Wirth, Dana",
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
  const titles = ['People, offices and lists', 'Chronology', 'Claims and exhibits', 'Quotations compared', 'Index', 'Editorial log']
  for (const title of titles) expect(printed.outline.map((one) => one.title)).toContain(title)
  const chronology = pages[printed.outline.find((one) => one.title === 'Chronology')?.page ?? 0]
  expect(wordsOf(chronology?.textWords ?? [])).toContain('2022')
})
