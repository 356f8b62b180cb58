import {resolve} from 'node:path'
import {toString} from 'hast-util-to-string'
import {afterAll, beforeAll, describe, expect, test} from 'vitest'
import type {Book} from '../../src/model/book.ts'
import type {PageStart} from '../../src/model/page-start.ts'
import {memoryWorld} from '../memory-world.ts'
import {makePng} from '../printed/make-png.ts'
import {openReadersBrowser, type ReadersBrowser} from './open-web-page.ts'
import {english, writeWeb, type WrittenWeb} from './write-web.ts'

const exhibit = (text: string, title = 'T'): string => `---\ntitle: ${JSON.stringify(title)}\nmessages:\n  - headers: {From: 'A <a@example.org>', Date: 'Thu, Mar 7, 2024 at 9:30 AM'}\n---\n\n${text}\n`

/** A web edition from files in memory. */
async function webOf(files: Readonly<Record<string, string | Uint8Array>>, pages?: readonly PageStart[]): Promise<WrittenWeb> {
  return writeWeb('/in', {world: memoryWorld(Object.fromEntries(Object.entries(files).map(([name, text]) => [`/in/${name}`, text]))), ...(pages && {pages})})
}

let browser: ReadersBrowser
beforeAll(async () => void (browser = await openReadersBrowser()))
afterAll(() => browser.close())

/** Words of elements as the browser has them, and what the page complained of. */
async function wordsOf(html: string, selector: string): Promise<string[]> {
  const {page, troubles} = await browser.open(html)
  const words = await page.$$eval(selector, (all) => all.map((one) => (one.textContent ?? '').replace(/\s+/g, ' ').trim()))
  expect(troubles).toEqual([])
  await page.close()
  return words
}

test('two builds are the same to the byte, and nothing of the disk is in them', async () => {
  const [first, second] = [await writeWeb(english), await writeWeb(english)]
  expect(second.html).toBe(first.html)
  expect(first.html).not.toContain(resolve('.'))
})

describe('bad input gives a sound page', () => {
  const hostile = '</script><script>alert(1)</script> </style> <!-- --> ]]> &amp; <img src=x onerror=alert(1)> {{word}} “x” javascript:alert(1)'

  test('hostile words, in titles and texts', async () => {
    const {html, findings} = await webOf({
      'article.md': `---\ntitle: ${JSON.stringify(hostile)}\nauthor: ${JSON.stringify(hostile)}\nlink: 'javascript:alert(1)'\n---\n\n## ${hostile.replaceAll('<', '\\<')}\n\nSee [Exhibit 1]. [go](javascript:alert(1) "x")\n`,
      'exhibits/1.md': exhibit(hostile.replaceAll('<', '\\<'), hostile),
    })
    expect(findings).toEqual([])
    const [title = ''] = await wordsOf(html, 'main h1')
    expect(title).toContain('</script><script>alert(1)</script>')
    expect(await wordsOf(html, 'a[href^="javascript"], main script, main style, main img')).toEqual([])
  })

  test('control characters', async () => {
    const {html, findings} = await webOf({'article.md': '---\ntitle: "A\\u0001B"\n---\n\nOne\u0000two\u0007three\u000bfour\u0085five\uFFFEsix.\r\nSeven.\n'})
    expect(findings).toEqual([])
    expect(html).not.toMatch(/[\u0000-\u0008\u000B\u000E-\u001F\u007F-\u009F\uFFFE]/)
    expect((await wordsOf(html, '.text'))[0]).toMatch(/^One.*two.*three.*six\. ?Seven\.$/)
  })

  test('two chapters of one title, each with a name of its own', async () => {
    const {html, findings} = await webOf({'articles/1.md': '---\ntitle: Same\n---\n\nA.^[N.] [Exhibit 1]\n', 'articles/2.md': '---\ntitle: Same\n---\n\nB.^[M.]\n', 'exhibits/1.md': exhibit('C')})
    expect(findings).toEqual([])
    const {page} = await browser.open(html)
    const names = await page.$$eval('section[aria-label]', (all) => all.map((one) => one.getAttribute('aria-label')))
    expect(names).toEqual(expect.arrayContaining(['Same', 'Same (2)', 'Notes: Same', 'Notes: Same (2)']))
    expect(new Set(names).size).toBe(names.length)
  })

  test('an article without exhibits, and exhibits without an article', async () => {
    const article = await webOf({'article.md': '---\ntitle: Alone\n---\n\nText.\n'})
    const exhibits = await webOf({'exhibits/1.md': exhibit('Text.'), 'exhibits/2.md': exhibit('More.')})
    expect([...article.findings, ...exhibits.findings]).toEqual([])
    expect(await wordsOf(article.html, '.chapter-article h2')).toEqual(['Alone'])
    expect(await wordsOf(exhibits.html, '.chapter-exhibit .cited-by')).toEqual(['Not cited', 'Not cited'])
  })

  test('pictures whose files have spaces or Chinese in their names, and exhibits whose numbers are no ids', async () => {
    const {html, findings} = await webOf({
      'article.md': '---\ntitle: T\n---\n\n![one](<a b.png>)\n\n![two](图片.png)\n',
      'exhibits/3.md': exhibit('Three.').replace('title', 'number: 一之2\ntitle'),
      'a b.png': makePng(40, 30),
      '图片.png': makePng(30, 40),
    })
    expect(findings).toEqual([])
    const {page, troubles} = await browser.open(html)
    expect(await page.$$eval('main img', (all) => all.map((one) => [one.alt, one.naturalWidth]))).toEqual([['one', 40], ['two', 30]])
    expect(await page.$eval('.list-exhibits a', (one) => document.getElementById(decodeURIComponent((one as HTMLAnchorElement).hash.slice(1)))?.textContent)).toContain('Three.')
    expect(troubles).toEqual([])
  })

  test('headings that skip levels', async () => {
    const {html, findings} = await webOf({'article.md': '---\ntitle: T\n---\n\n#### Deep\n\n## High\n\n##### Low\n\n### Middle\n'})
    expect(findings).toEqual([])
    expect(await wordsOf(html, '.chapter-article :is(h2, h3, h4)')).toEqual(['T', 'Deep', 'High', 'Low', 'Middle'])
  })

  test('styles of the user with an end of their own', async () => {
    const {html, findings} = await webOf({'article.md': '---\ntitle: T\n---\n\nText.\n', 'styles/web.css': 'p::before { content: "</style><script>1</script>" }\r\nbody { color: #123456 }'})
    expect(findings).toEqual([])
    const {page, troubles} = await browser.open(html)
    expect(await page.evaluate(() => getComputedStyle(document.body).color)).toBe('rgb(18, 52, 86)')
    expect(troubles).toEqual([])
  })

  test('styles of the user that load from elsewhere are refused', async () => {
    const made = webOf({'article.md': '---\ntitle: T\n---\n\nText.\n', 'styles/web.css': '@import "x.css"; p { background: url(https://example.org/x.png) }'})
    await expect(made).rejects.toThrow(/Unexpected an @import.*Unexpected address https:\/\/example\.org/s)
  })
})

describe('page numbers', () => {
  const files = {
    'article.md': '---\ntitle: T\nauthor: A\npublished: 2024-03-08\n---\n\nOne [Exhibit 1].\n\nTwo [Exhibit 1], and **three [Exhibit 2]** here.\n',
    'exhibits/1.md': exhibit('First.', 'Of one'),
    'exhibits/2.md': exhibit('Second.', 'Of two'),
  }

  test('without a print: nothing empty is left, and places go by name', async () => {
    const {html, findings} = await webOf(files)
    expect(findings).toEqual([])
    expect(await wordsOf(html, '.page-mark, .leader, .page-part, .list-events .page-column')).toEqual([])
    expect(await wordsOf(html, '#exhibit-1 .cited-by')).toEqual(['Cited on Article (1), Article (2)'])
    expect(await wordsOf(html, '.list-people tbody tr')).toEqual([expect.stringMatching(/^A ?(<?a@example\.org>?)? ?Author of the article Article, Exhibit 1, Exhibit 2$/)])
    expect(await wordsOf(html, '.note .note-text')).toEqual(expect.arrayContaining([expect.stringMatching(/^Exhibit 1, A.*\.$/)]))
    expect(await wordsOf(html, 'main a:not(.call):not(.back)')).not.toContain('')
    expect(await wordsOf(html, '.list-events .where a')).toHaveLength(3)
  })

  test('with a print: marks where pages begin, and folios as links', async () => {
    const {body} = (await webOf(files)).book.chapters.find(({id}) => id === 'article-1') as Book['chapters'][number]
    const {html, findings} = await webOf(files, [{folio: '1', chapter: 'article-1', offset: 0}, {folio: '2', chapter: 'article-1', offset: toString(body).indexOf('Two')}, {folio: '3', chapter: 'exhibit-1', offset: 0}, {folio: '4', chapter: 'exhibit-2', offset: 0}])
    expect(findings).toEqual([])
    const {page} = await browser.open(html)
    const marks = await page.$$eval('.page-mark', (all) => all.map((one) => [one.id, one.getAttribute('title'), one.nextSibling?.textContent?.trim().slice(0, 5)]))
    expect(marks).toEqual([['page-1', 'p.\u00A01', expect.anything()], ['page-2', 'p.\u00A02', 'Two'], ['page-3', 'p.\u00A03', expect.anything()], ['page-4', 'p.\u00A04', expect.anything()]])
    expect(await wordsOf(html, '#exhibit-1 .cited-by')).toEqual(['Cited on p. 1, p. 2'])
    expect(await wordsOf(html, '#exhibit-2 .cited-by a')).toEqual(['2'])
    expect(await wordsOf(html, '.chapter-contents .folio')).toEqual(expect.arrayContaining(['1', '3', '4']))
    expect(await wordsOf(html, '.list-exhibits .page-column')).toEqual(['Page', '3', '4'])
  })
})

test('chronology and people lead to the messages, and the messages to them', async () => {
  const {html} = await writeWeb(english)
  const {page} = await browser.open(html)
  const oneWay = await page.evaluate(() => {
    const leads = (from: string, to: string): boolean => [...document.querySelectorAll(`[id="${from}"] a`)].some((link) => link.getAttribute('href') === `#${to}`)
    const rows = [...document.querySelectorAll('.list-events tbody tr, .list-people tbody tr')]
    return rows.flatMap((row) => [...row.querySelectorAll('a')].map((link) => link.hash.slice(1)).filter((target) => document.getElementById(target)?.matches('.message, .chapter-article') && !leads(target, row.id)).map((target) => `${row.id} → ${target}`))
  })
  expect(await page.$$eval('.list-events tbody tr', (all) => all.length)).toBe(5)
  expect(oneWay).toEqual([])
})
