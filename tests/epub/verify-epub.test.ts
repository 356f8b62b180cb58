import {resolve} from 'node:path'
import {unzipSync, zipSync, type Zippable} from 'fflate'
import {VFile} from 'vfile'
import {beforeAll, describe, expect, test} from 'vitest'
import type {PageStart} from '../../src/model/page-start.ts'
import {zipFiles} from '../../src/render/epub/zip-files.ts'
import {verifyEpub} from '../../src/verify/epub/verify-epub.ts'
import {manyPages, writeEpub, type WrittenEpub} from './write-epub.ts'

let written: WrittenEpub
let pages: readonly PageStart[]
beforeAll(async () => {
  written = await writeEpub(resolve('tests/web/english'), {pages: manyPages})
  pages = manyPages(written.book)
}, 60_000)

type Change = (text: string) => string

/** Rules that complain of the English e-book, with changes to its files; a file whose change is `undefined` is left out. */
async function complaintsOf(changes: Readonly<Record<string, Change | undefined>> = {}, more: Readonly<Record<string, string>> = {}): Promise<string[]> {
  const files = Object.entries(unzipSync(written.epub)).filter(([path]) => path !== 'mimetype' && !(path.slice(5) in changes && changes[path.slice(5)] === undefined))
  const changed = files.map(([path, content]) => {
    const change = changes[path.slice(5)]
    const text = change && new TextDecoder().decode(content)
    if (text !== undefined && change?.(text) === text) throw new Error(`nothing to change in ${path}`)
    return {path, content: text === undefined || !change ? content : change(text)}
  })
  return rulesOf(zipFiles([...changed, ...Object.entries(more).map(([path, content]) => ({path, content}))]))
}

async function rulesOf(epub: Uint8Array): Promise<string[]> {
  const file = new VFile({path: 'dossier.epub'})
  await verifyEpub([{path: 'dossier.epub', content: epub}], {book: written.book, pages}, file)
  return [...new Set(file.messages.map(({ruleId}) => String(ruleId)))]
}

test('fine as it is', async () => {
  expect(await complaintsOf()).toEqual([])
  expect(written.findings).toEqual([])
})

test('is read back in half a second', async () => {
  const times: number[] = []
  for (let run = 0; run < 3; run++) {
    const start = performance.now()
    await rulesOf(written.epub)
    times.push(performance.now() - start)
  }
  expect(Math.min(...times)).toBeLessThan(500)
})

describe('a container', () => {
  test('that is none, that does not begin with its type, that packs its type, that holds strangers', async () => {
    expect(await rulesOf(written.epub.subarray(0, 4000))).toEqual(['verify-epub-container'])
    const entries = unzipSync(written.epub)
    const {mimetype = new Uint8Array(), ...others} = entries
    expect(await rulesOf(zipSync({...others, mimetype: [mimetype, {level: 0}]} as Zippable))).toEqual(['verify-epub-container'])
    expect(await rulesOf(zipSync({mimetype: [mimetype, {level: 9}], ...others} as Zippable))).toEqual(['verify-epub-container'])
    expect(await complaintsOf({}, {'notes.txt': 'x'})).toEqual(['verify-epub-container'])
  })
})

const changes: readonly (readonly [name: string, rule: string, file: string, change: Change | undefined])[] = [
  ['XML that is none', 'verify-epub-is-xml', 'colophon.xhtml', (text) => text.replace('</p>', '')],
  ['an entity that XML has not', 'verify-epub-is-xml', 'colophon.xhtml', (text) => text.replace('<p>', '<p>&nbsp;')],
  ['a chapter that is not there', 'verify-epub-manifest', 'colophon.xhtml', undefined],
  ['a font that is not listed', 'verify-epub-manifest', 'package.opf', (text) => text.replace(/<item [^>]*href="fonts\/[^>]*>/, '')],
  ['a type that is another', 'verify-epub-manifest', 'package.opf', (text) => text.replace('href="book.css" media-type="text/css"', 'href="book.css" media-type="text/plain"')],
  ['another identifier', 'verify-epub-manifest', 'package.opf', (text) => text.replace(/urn:uuid:./, 'urn:uuid:x')],
  ['another day', 'verify-epub-manifest', 'package.opf', (text) => text.replace('2022-05-04T', '2022-05-05T')],
  ['pages without their source', 'verify-epub-manifest', 'package.opf', (text) => text.replace('"pageBreakSource"', '"pageSource"')],
  ['a chapter out of the reading order', 'verify-epub-manifest', 'package.opf', (text) => text.replace(/<itemref [^>]*>/, '')],
  ['one id twice', 'verify-epub-ids-once', 'article-1.xhtml', (text) => text.replace('id="call-2"', 'id="call-1"')],
  ['an id that XML has not', 'verify-epub-ids-once', 'colophon.xhtml', (text) => text.replace('id="colophon-title"', 'id="1 a"')],
  ['a link to a file that is not there', 'verify-epub-links-land', 'contents.xhtml', (text) => text.replace('colophon.xhtml#', 'nowhere.xhtml#')],
  ['a link to an anchor that is not there', 'verify-epub-links-land', 'nav.xhtml', (text) => text.replace('#colophon-title', '#nowhere')],
  ['a picture from the web', 'verify-epub-stands-alone', 'colophon.xhtml', (text) => text.replace('<p>', '<p><img src="https://example.org/x.png" alt=""/>')],
  ['a script', 'verify-epub-stands-alone', 'colophon.xhtml', (text) => text.replace('<p>', '<script>1</script><p>')],
  ['a handler', 'verify-epub-stands-alone', 'colophon.xhtml', (text) => text.replace('<p>', '<p onclick="1">')],
  ['a link that runs', 'verify-epub-stands-alone', 'article-1.xhtml', (text) => text.replace('href="https://example.org/weir"', 'href="javascript:alert(1)"')],
  ['a style sheet from elsewhere', 'verify-epub-stands-alone', 'epub.css', (text) => `@import 'https://example.org/x.css';${text}`],
  ['an address with an escape', 'verify-epub-stands-alone', 'epub.css', (text) => `${text} p { background: u\\72l(https://example.org/x.png) }`],
  ['an address that is a string', 'verify-epub-stands-alone', 'book.css', (text) => `${text} p { background: image-set("//example.org/x.png" 1x) }`],
  ['a drawing that loads', 'verify-epub-stands-alone', 'colophon.xhtml', (text) => text.replace('<p>', '<p><svg xmlns="http://www.w3.org/2000/svg"><path d="M0 0" fill="url(https://example.org/a.svg#a)"/></svg>')],
  ['rules in an attribute', 'verify-epub-stands-alone', 'colophon.xhtml', (text) => text.replace('<p>', '<p style="color: red">')],
  ['a page that leads elsewhere', 'verify-epub-stands-alone', 'colophon.xhtml', (text) => text.replace('<title>', '<meta http-equiv="refresh" content="0;url=https://example.org"/><title>')],
  ['a style sheet named before the text', 'verify-epub-stands-alone', 'colophon.xhtml', (text) => text.replace('<!DOCTYPE', '<?xml-stylesheet href="https://example.org/a.css"?><!DOCTYPE')],
  ['no policy', 'verify-epub-stands-alone', 'colophon.xhtml', (text) => text.replace('Content-Security-Policy', 'x-ua-compatible')],
  ['a policy that lets a server in', 'verify-epub-stands-alone', 'cover.xhtml', (text) => text.replace(' blob: data:', ' https: data:')],
  ['a note without a call', 'verify-epub-notes', 'article-1.xhtml', (text) => text.replace('href="#note-1"', 'href="#note-2"')],
  ['a note without a way back', 'verify-epub-notes', 'article-1.xhtml', (text) => text.replace('href="#call-1"', 'href="#call-2"')],
  ['a call under another number', 'verify-epub-notes', 'article-1.xhtml', (text) => text.replace(/(href="#note-1"[^>]*>)1</, '$17<')],
  ['a note that is none to readers', 'verify-epub-notes', 'article-1.xhtml', (text) => text.replace('epub:type="footnote" ', '')],
  ['a word too few', 'verify-epub-text', 'article-1.xhtml', (text) => text.replace('Nobody told', 'Nobody')],
  ['a word too many in a note', 'verify-epub-text', 'article-1.xhtml', (text) => text.replace('The order gives', 'The old order gives')],
  ['a page that is not listed', 'verify-epub-pages', 'nav.xhtml', (text) => text.replace(/<li><a href="[^"]*#page-3">3<\/a><\/li>/, '')],
  ['pages out of order', 'verify-epub-pages', 'nav.xhtml', (text) => text.replace('>3</a>', '>4</a>')],
  ['a mark under another folio', 'verify-epub-pages', 'article-1.xhtml', (text) => text.replace(/(id="page-\d+"[^>]*aria-label=")\d+/, '$1999')],
  ['a mark at another place', 'verify-epub-pages', 'article-1.xhtml', (text) => {
    const [mark = ''] = /<span class="page-mark"[^>]*><\/span>/.exec(text.slice(text.indexOf('class="text"'))) ?? []
    return text.replace(mark, '').replace('<header', `${mark}<header`)
  }],
]

test.each(changes)('%s', async (_, rule, file, change) => expect(await complaintsOf({[file]: change})).toContain(rule))
