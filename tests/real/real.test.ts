import {spawnSync} from 'node:child_process'
import {cpSync, mkdtempSync, readFileSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join, resolve} from 'node:path'
import {afterAll, beforeAll, expect, test} from 'vitest'
import {buildDossier, type BuildResult} from '../../src/build.ts'
import {messagesAsJson} from '../../src/report/messages-as-json.ts'
import {diskWorld} from '../../src/world.ts'
import {printedNotes, troubleWithFile, troubleWithFolios, troubleWithLineEnds, troubleWithNotes, troubleWithPlaces} from '../printed/check-pages.ts'
import {measuresOf} from '../printed/measures-of.ts'
import {readPrinted, type Printed} from '../printed/read-printed.ts'
import {linesOf, sortPages, wordsOf, type SortedPage} from '../printed/sort-page.ts'
import {lettersOf} from '../printed/source-text.ts'

const sources = resolve('sources')
let folder: string
let result: BuildResult
let printed: Printed
let pages: SortedPage[]

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'dossier-test-'))
  result = await buildDossier({world: diskWorld(), folder: sources, out: join(folder, 'first')})
  printed = await readPrinted(readFileSync(join(folder, 'first', 'dossier.pdf')))
  pages = sortPages(printed, measuresOf('A4'))
})
afterAll(() => rmSync(folder, {recursive: true}))

/** Pages of the article and the exhibits. */
function body(): SortedPage[] {
  return pages.slice(pages.findIndex((page) => page.label === '1'))
}

/** A line of the clipping without the marks of Markdown: letters and digits of each stretch that has no blanked address. */
function stretchesOf(line: string): string[] {
  const plain = line.replace(/^[>\s]+/, '').replace(/!\[\]\((.*)\)/, '$1')
  const value = plain.replace(/^[*_\s]*(?:发件人|收件人|抄送|日期|主题|标题|From|To|Cc|Date|Subject)\s*[:：]/i, '')
  return value.split(/<>?(?![a-z])/i).map(lettersOf).filter(Boolean)
}

test('is built without a complaint but that its pictures stand elsewhere', () => {
  expect(messagesAsJson(result.files).filter(({rule}) => rule !== 'read-picture-is-local')).toEqual([])
  expect(result.summary).toMatchObject({articles: 1, exhibits: 4, messages: 8, citations: 4, form: {wrongLineStarts: 0, wrongLineEnds: 0, loneLines: 0, loneCharacters: 0}})
})

test('is sound in calls, page numbers, places, line ends, fonts and links', () => {
  expect(troubleWithNotes(pages)).toEqual([])
  expect(troubleWithFolios(pages)).toEqual([])
  expect(troubleWithPlaces(pages)).toEqual([])
  expect(troubleWithLineEnds(pages)).toEqual([])
  expect(troubleWithFile(printed)).toEqual([])
  expect(printed.language).toBe('zh-Hans')
  expect(printed.title).toContain('Elon Musk')
})

test('holds every letter and digit of the original, but for its head and what is named as left out', () => {
  const lines = readFileSync(join(sources, 'originals', 'clipping.md'), 'utf8').split('\n')
  const painted = lettersOf(body().map((page) => wordsOf(page.textWords)).join(''))
  const placed = lettersOf(body().map((page) => linesOf(page.textWords).map(wordsOf).join('')).join(''))
  const head = lines.findIndex((line) => line.startsWith('!['))
  const dropped = new Set([343, 344])
  let at = 0
  const lost: string[] = []
  lines.forEach((line, index) => {
    if (index < head || dropped.has(index)) return
    for (const stretch of stretchesOf(line)) {
      const found = painted.indexOf(stretch, at)
      // Header lines are painted label by label; what is broken over lines there is whole where it stands.
      if (found >= 0 && found - at < 3000) at = found
      else if (!placed.includes(stretch) && !painted.includes(stretch)) lost.push(`${index + 1}: ${stretch}`)
    }
  })
  expect(lost).toEqual([])
})

test('shows no debris of Markdown, the editorial log aside, which shows what was there', () => {
  const pageOf = (title: string): number => printed.outline.find((one) => one.title === title)?.page ?? -1
  for (const page of pages) {
    if (page.index >= pageOf('编辑记录') && page.index < pageOf('版本说明')) continue
    const underAddress = new Set(page.links.filter((one) => one.uri !== undefined).flatMap((one) => one.glyphs))
    const words = wordsOf(page.glyphs.filter((one) => !underAddress.has(one)))
    expect(words, `p. ${page.index + 1}`).not.toMatch(/[*_`]|\[\^|&[a-z]+;|undefined|\[object/)
  }
})

test('links every citation in the article to its exhibit', () => {
  const marks = body().flatMap((page) => linesOf(page.textWords).flatMap((line) => wordsOf(line).match(/\[邮件\s?\d\]/g) ?? []))
  const links = body().flatMap((page) => page.links).filter((one) => /^\[邮件\s?\d\]$/.test(one.words))
  expect(marks).toHaveLength(4)
  expect(links.map((one) => one.words)).toEqual(marks)
  for (const {words, target} of links) {
    const number = /\d/.exec(words)?.[0] ?? ''
    expect(wordsOf(pages[target?.page ?? 0]?.text ?? [])).toContain(`邮件 ${number}`)
  }
})

test('has no space between two Han characters', () => {
  // Labels of header lines, which are smaller, stand beside the words of the original.
  const spaced = body().flatMap((page) => linesOf(page.textWords.filter((one) => one.size > 9.1)).flatMap((line) => wordsOf(line).match(/.{0,6}\p{Script=Han}\s+\p{Script=Han}.{0,6}/gu) ?? []))
  expect(spaced).toEqual([])
})

test('has a note for each citation, that names exhibit, sender, date and page', () => {
  const all = printedNotes(pages)
  expect(all.map((one) => one.label)).toEqual(all.map((_, index) => String(index + 1)))
  const notes = all.filter(({letters}) => /^邮件\d(?:转发|Elon)/.test(letters))
  expect(notes).toHaveLength(4)
  for (const [index, {letters}] of notes.entries()) expect(letters).toMatch(new RegExp(`^邮件${index + 1}(?:转发.*首封)?ElonMusk20\\d{2}.*第\\d+页$`))
})

test('has the signs used on one page, under their heading', () => {
  const signs = pages.find((page) => wordsOf(page.text).includes('编者介绍所提到的人'))
  expect(wordsOf(signs?.text ?? [])).toMatch(/体例符号.*注释编号.*仅列出其网址/)
})

test('has the same bytes from another folder, time zone and locale', () => {
  cpSync(sources, join(folder, 'elsewhere', 'in'), {recursive: true})
  const {status, stderr} = spawnSync(process.execPath, [resolve('src/bin.js'), 'build', 'in', '--out', 'out'], {
    cwd: join(folder, 'elsewhere'),
    encoding: 'utf8',
    env: {...process.env, TZ: 'Pacific/Chatham', LANG: 'de_DE.UTF-8', LC_ALL: 'de_DE.UTF-8'},
  })
  expect(status, stderr).toBe(0)
  const first = readFileSync(join(folder, 'first', 'dossier.pdf'))
  expect(readFileSync(join(folder, 'elsewhere', 'out', 'dossier.pdf')).equals(first)).toBe(true)
})
