import {mkdtempSync, readFileSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join, resolve} from 'node:path'
import {unzipSync} from 'fflate'
import {afterAll, beforeAll, describe, expect, test} from 'vitest'
import {fromXml} from 'xast-util-from-xml'
import {elementsIn} from '../../src/model/elements-in.ts'
import {buildDossier} from '../../src/build.ts'
import {hasWord, wordsOf} from '../../src/verify/publication/read-publication.ts'
import {diskWorld} from '../../src/world.ts'
import {makePng} from '../printed/make-png.ts'
import {readPrinted} from '../printed/read-printed.ts'
import {writeTorture} from '../torture/write-torture.ts'
import {checkEpub} from './check-epub.ts'
import {epubOf, manyPages, writeEpub} from './write-epub.ts'

const english = resolve('tests/web/english')
const folder = mkdtempSync(join(tmpdir(), 'dossier-test-'))
beforeAll(() => writeTorture(join(folder, 'torture'), {size: 'A4', blocks: 40}))
afterAll(() => rmSync(folder, {recursive: true}))

/** Names and words of the elements of a file that have an attribute of this value. */
function found(xml: string, attribute: string, value: string): string[] {
  return elementsIn(fromXml(xml)).filter((one) => hasWord(one, attribute, value)).map((one) => `${one.name} ${wordsOf(one).replace(/\s+/g, ' ').trim()}`.trim())
}

describe.each([
  {name: 'real', of: () => resolve('sources')},
  {name: 'torture', of: () => join(folder, 'torture')},
  {name: 'English', of: () => english},
])('the $name dossier', ({name, of}) => {
  test('EPUBCheck finds nothing, with pages and a cover and without; nor does what reads it back', async () => {
    for (const how of [{}, {pages: manyPages, cover: makePng(60, 80)}]) {
      const {epub, findings} = await writeEpub(of(), how)
      expect(findings).toEqual([])
      expect(await checkEpub(`${name} ${Object.keys(how).join(' ') || 'bare'}`, epub)).toEqual([])
    }
  })
})

describe('built with the PDF', () => {
  let epub: Uint8Array
  let labels: readonly string[]
  let files: Record<string, Uint8Array>
  const out = join(folder, 'out')
  const read = (path: string): string => new TextDecoder().decode(files[`EPUB/${path}`])

  beforeAll(async () => {
    const result = await buildDossier({world: diskWorld(), folder: resolve('sources'), out, only: ['pdf', 'html', 'epub']})
    expect(result.summary).toMatchObject({hasPageList: true})
    epub = readFileSync(join(out, 'dossier.epub'))
    files = unzipSync(epub)
    labels = (await readPrinted(readFileSync(join(out, 'dossier.pdf')))).pages.map(({label}) => label)
  }, 120_000)

  test('EPUBCheck finds nothing', async () => expect(await checkEpub('real printed', epub)).toEqual([]))

  test('its pages are those of the PDF, and their source is named', () => {
    const list = elementsIn(fromXml(read('nav.xhtml'))).find((one) => hasWord(one, 'epub:type', 'page-list'))
    const folios = list ? elementsIn(list).filter(({name}) => name === 'a').map(wordsOf) : []
    expect(folios.length).toBeGreaterThan(12)
    // Of the cover and of blank pages nothing begins in the text.
    expect(labels.filter((label) => folios.includes(label))).toEqual(folios)
    expect(found(read('package.opf'), 'property', 'pageBreakSource')).toEqual([expect.stringMatching(/^meta PDF.*A4.*urn:uuid:/)])
  })

  test('html/ has exactly the files of the e-book', () => {
    const within = Object.keys(files).filter((path) => path.startsWith('EPUB/')).map((path) => path.slice(5))
    expect(within.length).toBeGreaterThan(20)
    for (const path of within) expect(Buffer.compare(readFileSync(join(out, 'html', path)), files[`EPUB/${path}`] as Uint8Array), path).toBe(0)
  })

  test('its cover is the printed one, the same without a print, and the summary says that pages are lacking', async () => {
    const alone = await buildDossier({world: diskWorld(), folder: resolve('sources'), out: join(folder, 'alone'), only: ['epub']})
    expect(alone.summary).toMatchObject({hasPageList: false})
    const cover = unzipSync(readFileSync(join(folder, 'alone', 'dossier.epub')))['EPUB/cover.png']
    expect(cover?.length).toBeGreaterThan(10_000)
    expect(Buffer.compare(cover as Uint8Array, files['EPUB/cover.png'] as Uint8Array)).toBe(0)
    expect(read('package.opf')).toMatch(/<item id="[^"]+" href="cover.png" media-type="image\/png" properties="cover-image"\/>/)
  })
})

test('two builds are the same to the byte, in another time zone too, and nothing of the disk is in them', async () => {
  const zone = process.env['TZ']
  try {
    process.env['TZ'] = 'Pacific/Auckland'
    const first = await writeEpub(english, {pages: manyPages})
    process.env['TZ'] = 'America/Lima'
    const second = await writeEpub(english, {pages: manyPages})
    expect(Buffer.compare(first.epub, second.epub)).toBe(0)
    expect(first.html).toEqual(second.html)
    expect(Buffer.from(first.epub).includes(resolve('.'))).toBe(false)
  } finally {
    if (zone === undefined) delete process.env['TZ']
    else process.env['TZ'] = zone
  }
})

test('says what it is, and of its access no more than is true', async () => {
  const pages = await writeEpub(english, {pages: manyPages})
  const bare = await writeEpub(english)
  const alone = await epubOf({'article.md': '---\ntitle: T\n---\n\nText.\n'})
  const features = (book: typeof pages): string[] => found(book.read('package.opf'), 'property', 'schema:accessibilityFeature').map((words) => words.slice(5))
  expect(found(bare.read('package.opf'), 'property', 'dcterms:modified')).toEqual(['meta 2022-05-04T00:00:00Z'])
  expect(bare.read('package.opf')).toContain(`<dc:identifier id="identifier">${bare.book.identifier}</dc:identifier>`)
  const plain = ['tableOfContents', 'structuralNavigation', 'readingOrder', 'displayTransformability']
  expect(features(pages)).toEqual([...plain, 'pageBreakMarkers', 'pageNavigation', 'alternativeText'])
  expect(features(bare)).toEqual([...plain, 'alternativeText'])
  expect(features(alone)).toEqual(plain)
  expect(found(alone.read('package.opf'), 'property', 'schema:accessMode')).toEqual(['meta textual'])
  expect(found(bare.read('package.opf'), 'property', 'schema:accessMode')).toEqual(['meta textual', 'meta visual'])
  expect(found(bare.read('package.opf'), 'property', 'pageBreakSource')).toEqual([])
  expect(found(bare.read('nav.xhtml'), 'epub:type', 'page-list')).toEqual([])
})

test('notes are called and lead back, contents go to the second level, exhibits are listed, languages are named', async () => {
  const {read} = await writeEpub(english)
  const article = read('article-1.xhtml')
  expect(found(article, 'role', 'doc-noteref').length).toBe(found(article, 'role', 'doc-footnote').length)
  expect(found(article, 'role', 'doc-footnote')[0]).toBe('aside 1 The order gives no reason. A second copy, in the parish chest, has one struck out.')
  expect(found(article, 'role', 'doc-backlink').slice(0, 2)).toEqual(['a 1', 'a 2'])
  expect(article).toMatch(/<span lang="zh[^"]*" xml:lang="zh[^"]*">王小明<\/span>/)
  expect(found(read('nav.xhtml'), 'epub:type', 'toc')[0]).toContain('The Weir Papers: What the Parish KnewThe first letters')
  expect(found(read('nav.xhtml'), 'id', 'list-of-exhibits')[0]).toContain('Exhibit 1')
  expect(found(read('nav.xhtml'), 'epub:type', 'landmarks')[0]).toMatch(/Contents.*Colophon/)
})
