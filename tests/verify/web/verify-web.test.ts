import {VFile} from 'vfile'
import {beforeAll, describe, expect, test} from 'vitest'
import type {Book} from '../../../src/model/book.ts'
import {verifyWeb} from '../../../src/verify/web/verify-web.ts'
import {english, writeWeb} from '../../web/write-web.ts'

let book: Book
let html: string
beforeAll(async () => void ({book, html} = await writeWeb(english)))

/** Rules that a changed page breaks. */
async function rulesBrokenBy(change: (html: string) => string): Promise<string[]> {
  const file = new VFile()
  const changed = change(html)
  expect(changed === html).toBe(false)
  await verifyWeb([{path: 'dossier.html', content: changed}], {book}, file)
  return [...new Set(file.messages.map((message) => String(message.ruleId)))]
}

test('a sound page breaks none', async () => {
  const file = new VFile()
  await verifyWeb([{path: 'dossier.html', content: html}], {book}, file)
  expect(file.messages.map(String)).toEqual([])
})

describe('what is wrong with a page is found', () => {
  const cases: Readonly<Record<string, readonly [name: string, change: (html: string) => string][]>> = {
    'verify-web-is-html': [
      ['a control character', (page) => page.replace('<main', '<p>\u0001</p><main')],
      ['an attribute twice', (page) => page.replace('<main', '<main lang="en" lang="en"')],
    ],
    'verify-web-names-itself': [
      ['no title', (page) => page.replace(/<title>.*?<\/title>/, '<title></title>')],
      ['another language', (page) => page.replace('<html lang="en"', '<html lang="de"')],
      ['a gap in the headings', (page) => page.replace(/<h3 id="provenance-signs"(.*?)<\/h3>/, '<h5 id="provenance-signs"$1</h5>')],
      ['two highest headings', (page) => page.replaceAll(/(<\/?)h2/g, '$1h1')],
    ],
    'verify-web-ids-once': [['an anchor twice', (page) => page.replace('<main', '<div id="note-1"></div><main')]],
    'verify-web-links-land': [['a link to nothing', (page) => page.replace('href="#exhibit-1-title"', 'href="#exhibit-9"')]],
    'verify-web-notes': [
      ['no way back', (page) => page.replace('role="doc-backlink" href="#call-1"', 'role="doc-backlink" href="#call-2"')],
      ['a call of another note', (page) => page.replace('id="call-1" href="#note-1"', 'id="call-1" href="#note-2"')],
    ],
    'verify-web-stands-alone': [
      ['a picture from the web', (page) => page.replace('<main', '<img alt="" src="https://example.org/x.png"><main')],
      ['a handler', (page) => page.replace('<main', '<main onclick="1"')],
      ['a link that runs', (page) => page.replace('href="https://example.org/weir"', 'href="javascript:1"')],
      ['another script', (page) => page.replace('</body>', '<script>1</script></body>')],
      ['a wider policy', (page) => page.replace(/default-src '?(?:&#x27;)?none/, (found) => found.replace('none', 'self'))],
      ['a permission', (page) => page.replace('font-src data:', 'font-src data: https://example.org')],
      ['a style that loads', (page) => page.replace('</style>', 'p { background: url("x.png") }</style>')],
      ['a style that loads, with an escape', (page) => page.replace('</style>', 'p { background: u\\72l(https://example.org/x.png) }</style>')],
      ['a style that loads by a string', (page) => page.replace('</style>', 'p { background: image-set("https://example.org/x.png" 1x) }</style>')],
      ['a drawing that loads', (page) => page.replace('<main', '<svg><use href="https://example.org/a.svg#a"></use></svg><main')],
      ['a page that leads elsewhere', (page) => page.replace('<title>', '<meta http-equiv="refresh" content="0;url=https://example.org"><title>')],
    ],
    'verify-web-text': [
      ['a word less in a chapter', (page) => page.replace('The weir was closed', 'The weir closed')],
      ['a word more in a note', (page) => page.replace('It was read twice', 'It was read out twice')],
      ['a chapter less', (page) => page.replace('<section id="colophon"', '<section id="end"')],
    ],
  }
  test.each(Object.entries(cases).flatMap(([rule, changes]) => changes.map(([name, change]) => ({rule, name, change}))))('$rule: $name', async ({rule, change}) => {
    expect(await rulesBrokenBy(change)).toContain(rule)
  })
})
