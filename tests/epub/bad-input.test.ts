import {describe, expect, test} from 'vitest'
import {fromXml} from 'xast-util-from-xml'
import {elementsIn} from '../../src/model/elements-in.ts'
import {prepareBook} from '../../src/prepare-book.ts'
import {hasWord, wordsOf} from '../../src/verify/publication/read-publication.ts'
import {memoryWorld} from '../memory-world.ts'
import {makePng} from '../printed/make-png.ts'
import {said} from '../said.ts'
import {checkEpub} from './check-epub.ts'
import {epubOf, manyPages, type WrittenEpub} from './write-epub.ts'

const exhibit = (text: string, fields = ''): string => `---\ntitle: T\n${fields}messages:\n  - headers: {From: '李 明 <a@example.org>', Date: 'Thu, Mar 7, 2024 at 9:30 AM'}\n---\n\n${text}\n`
const gif = Buffer.from('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7', 'base64')
const webp = Buffer.from('UklGRiIAAABXRUJQVlA4IBYAAAAwAQCdASoBAAEADsD+JaQAA3AAAAAA', 'base64')

/** A sound e-book that EPUBCheck has nothing to say of; with many pages, so that their marks fall everywhere, or without. */
async function sound(name: string, files: Parameters<typeof epubOf>[0], how: 'paged' | 'bare' = 'paged'): Promise<WrittenEpub> {
  const written = await epubOf(files, how === 'paged' ? {pages: (book) => manyPages(book, 60)} : {})
  expect(written.findings).toEqual([])
  expect(await checkEpub(name, written.epub)).toEqual([])
  return written
}

function wordsWith(xml: string, attribute: string, value: string): string[] {
  return elementsIn(fromXml(xml)).filter((one) => hasWord(one, attribute, value)).map((one) => wordsOf(one).replace(/\s+/g, ' ').trim())
}

test('hostile words, in titles and texts', async () => {
  const hostile = '</script><script>alert(1)</script> </style> <!-- --> ]]> &amp; &nbsp; <?xml ?> <img src=x onerror=alert(1)> “x” javascript:alert(1)'
  const escaped = hostile.replaceAll('<', '\\<').replaceAll('&', '\\&')
  const {read} = await sound('hostile', {
    'article.md': `---\ntitle: ${JSON.stringify(hostile)}\nauthor: ${JSON.stringify(hostile)}\nlink: 'javascript:alert(1)'\n---\n\n## ${escaped}\n\nSee [Exhibit 1]. [go](javascript:alert(1) "x")^[${escaped}]\n`,
    'exhibits/1.md': exhibit(escaped),
  })
  expect(wordsWith(read('package.opf'), 'id', 'title')).toEqual([hostile])
  expect(wordsWith(read('article-1.xhtml'), 'class', 'heading-2')[0]).toContain('</script><script>alert(1)</script>')
})

test('control characters', async () => {
  const {read} = await sound('controls', {'article.md': '---\ntitle: "A\\u0001B"\n---\n\nOne\u0000two\u0007three\u000bfour\u0085five\uFFFEsix.\r\nSeven.\n'})
  expect(read('article-1.xhtml') + read('package.opf') + read('nav.xhtml')).not.toMatch(/[\u0000-\u0008\u000B\u000E-\u001F\u007F-\u009F\uFFFE]/)
  expect(wordsWith(read('article-1.xhtml'), 'class', 'text')[0]).toMatch(/^One.*two.*three.*six\. ?Seven\.$/)
})

test('numbers and names that are no ids of XML, and files that differ in capitals alone', async () => {
  const {html, read} = await sound('ids', {
    'article.md': '---\ntitle: T\n---\n\nSee [Exhibit a], [Exhibit A] and [附件一之2].\n',
    'exhibits/1.md': exhibit('One.', 'number: a\n'),
    'exhibits/2.md': exhibit('Two.', 'number: A\n'),
    'exhibits/3.md': exhibit('Three.', 'number: 一之2\n'),
  })
  const paths = html.map(({path}) => path.toLowerCase())
  expect(new Set(paths).size).toBe(paths.length)
  expect(paths.join('')).toMatch(/^[a-z0-9/._-]+$/)
  expect(read('people.xhtml')).toMatch(/id="person-[\w.-]+"/)
})

test('two chapters of one title', async () => {
  const {read} = await sound('one title', {'articles/1.md': '---\ntitle: Same\n---\n\nA.^[N.]\n', 'articles/2.md': '---\ntitle: Same\n---\n\nB.^[M.]\n'})
  expect(read('nav.xhtml')).toContain('article-1.xhtml#article-1-title')
  expect(read('nav.xhtml')).toContain('article-2.xhtml#article-2-title')
})

test('an article without exhibits, exhibits without an article, an empty article', async () => {
  await sound('article alone', {'article.md': '---\ntitle: Alone\n---\n\nText.\n'})
  await sound('empty article', {'article.md': '---\ntitle: Empty\n---\n'})
  const {read} = await sound('exhibits alone', {'exhibits/1.md': exhibit('Text.'), 'exhibits/2.md': exhibit('More.')})
  expect(wordsWith(read('exhibit-1.xhtml'), 'class', 'cited-by')).toEqual(['Not cited'])
})

test('pictures of every kind that an e-book takes, whatever their files are called', async () => {
  const {html, read} = await sound('pictures', {
    'article.md': '---\ntitle: T\n---\n\n![one](<a b.png>)\n\n![two](图片.webp)\n\n![three](<sub/x y.gif>)\n\n![one again](<a b.png>)\n',
    'a b.png': makePng(40, 30),
    '图片.webp': webp,
    'sub/x y.gif': gif,
  })
  const pictures = html.filter(({path}) => path.startsWith('html/pictures/')).map(({path}) => path)
  expect(pictures.length).toBe(3)
  expect(pictures.join('')).toMatch(/^[\w/.-]+$/)
  expect(wordsWith(read('package.opf'), 'property', 'schema:accessibilityFeature')).toContain('alternativeText')
})

test('a picture without words for it: nothing is claimed', async () => {
  const {read} = await sound('silent picture', {'article.md': '---\ntitle: T\n---\n\n![](a.png) ![said](a.png)\n', 'a.png': makePng(40, 30)})
  expect(wordsWith(read('package.opf'), 'property', 'schema:accessibilityFeature')).not.toContain('alternativeText')
  expect(wordsWith(read('package.opf'), 'property', 'schema:accessModeSufficient')).toEqual(['textual,visual'])
})

test('a picture that may move: no claim that it does not flash', async () => {
  const moving = Buffer.concat([gif.subarray(0, 19), Buffer.from('21ff0b4e45545343415045322e300301000000', 'hex'), gif.subarray(19)])
  const {read} = await sound('moving picture', {'article.md': '---\ntitle: T\n---\n\n![said](a.gif)\n', 'a.gif': moving})
  expect(wordsWith(read('package.opf'), 'property', 'schema:accessibilityHazard')).toEqual(['unknown'])
})

test.each([
  ['SVG', 'a.svg', '<svg xmlns="http://www.w3.org/2000/svg"/>', 'read-picture-format'],
  ['AVIF', 'a.avif', Buffer.from('0000001c6674797061766966', 'hex'), 'read-picture-format'],
  ['a drive', 'C:\\a.png', makePng(4, 4), 'read-picture-inside'],
])('a picture that no e-book takes (%s) is named with what is wrong', async (_, name, content, rule) => {
  const {files} = await prepareBook({world: memoryWorld({'/in/article.md': `---\ntitle: T\n---\n\n![x](<${name}>)\n`, [`/in/${name}`]: content}), folder: '/in'})
  expect(said(files).join()).toContain(rule)
})

test('tables, lists of tasks, headings that skip, notes with blocks, notes called twice and within notes', async () => {
  const {read} = await sound('blocks', {
    'article.md': ['---', 'title: T', '---', '', '#### Deep', '', '| a | b | c |', '| :-- | --: | :-: |', '| 1 | 2 | 3 |', '', '- [ ] open', '- [x] done', '', '## High[^n]', '', 'Text[^n] and[^block] ~~gone~~.', '',
      '[^n]: A note that calls[^inner] another.', '[^inner]: Inner.', '[^block]: > Quoted.', '', '    - item', '', '    ```', '    code', '    ```', ''].join('\n'),
  })
  const article = read('article-1.xhtml')
  expect(article).not.toMatch(/ align="/)
  expect(wordsWith(article, 'role', 'doc-footnote').length).toBe(3)
  expect(wordsWith(article, 'role', 'doc-backlink').length).toBe(wordsWith(article, 'role', 'doc-noteref').length)
})

describe('links', () => {
  test('a link within a link, addresses with signs that no address may have, addresses that are none', async () => {
    const {read} = await sound('links', {
      'article.md': '---\ntitle: T\n---\n\n[see [Exhibit 1] and ^[a note] here](https://example.org/a)\n\n[one](<https://example.org/a b|c^d`{e}?q=[x]#f#g>) [two](https://例え.テスト/道?問=一) [three](http://[bad) [four](mailto:a%20b@example.org) [five](ftp://example.org) [**six [Exhibit 1]**](https://example.org/b)\n',
      'exhibits/1.md': exhibit('Text.'),
    })
    const hrefs = elementsIn(fromXml(read('article-1.xhtml'))).filter(({name}) => name === 'a').map(({attributes}) => String(attributes['href']))
    expect(hrefs.filter((href) => href.startsWith('http')).every((href) => /^[\x21-\x7e]+$/.test(href) && !/[|^`{}]/.test(href))).toBe(true)
    expect(hrefs.filter((href) => href === 'https://example.org/a')).toHaveLength(2)
  })

  test('without a print, lists of pages are lists of places, and every row leads somewhere', async () => {
    const {read} = await sound('places', {
      'article.md': '---\ntitle: T\nauthor: A\npublished: 2024-03-08\n---\n\nOne [Exhibit 1].\n\nTwo [Exhibit 1].\n',
      'exhibits/1.md': exhibit('First.'),
    }, 'bare')
    expect(wordsWith(read('exhibit-1.xhtml'), 'class', 'cited-by')).toEqual(['Cited on Article (1), Article (2)'])
    expect(wordsWith(read('contents.xhtml'), 'class', 'leader')).toEqual([])
    const rows = elementsIn(fromXml(read('concordance.xhtml'))).filter(({name, attributes}) => name === 'tr' && attributes['role'] === 'row').slice(1)
    expect(rows.length).toBe(2)
    for (const row of rows) expect(elementsIn(row).some(({attributes}) => String(attributes['href']).startsWith('article-1.xhtml#citation-'))).toBe(true)
  })
})

test('styles of the user that load from elsewhere are refused; others are linked under a safe name', async () => {
  const article = {'article.md': '---\ntitle: T\n---\n\nText.\n'}
  const made = epubOf({...article, 'styles/epub.css': '@import "https://example.org/x.css"; p { background: url(https://example.org/x.png) }'})
  await expect(made).rejects.toThrow(/Unexpected an @import.*Unexpected address https:\/\/example\.org/s)
  const {read} = await sound('own styles', {...article, 'styles/我的 style.css': '/* url(nowhere.png) */ p { color: #123456 }', 'styles/print.css': 'p { color: black }'})
  expect(read('article-1.xhtml')).toMatch(/href="own-[\w.-]+\.css"/)
})

test('languages of the dossier, of its texts and of runs', async () => {
  const {read} = await sound('language', {'dossier.yaml': 'language: en-GB\n', 'article.md': '---\ntitle: T\nlanguage: de-CH\n---\n\nEin langer deutscher Satz, in dem sehr viele Wörter stehen und irgendwo in der Mitte auch 中文字在这里 steht.\n'})
  expect(wordsWith(read('package.opf'), 'xml:lang', 'en-GB')).toHaveLength(1)
  expect(read('package.opf')).toContain('<dc:language>de-CH</dc:language>')
  expect(read('article-1.xhtml')).toMatch(/<html [^>]*lang="de-CH" xml:lang="de-CH">/)
  expect(wordsWith(read('article-1.xhtml'), 'xml:lang', 'zh-Hans')).toEqual(['中文字在这里'])
})
