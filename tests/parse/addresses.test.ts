import type {Link, Nodes} from 'mdast'
import {toString} from 'mdast-util-to-string'
import {expect, test} from 'vitest'
import {parseMarkdown} from '../../src/parse/parse-markdown.ts'

test.each([
  ['see https://example.org/a.', ['https://example.org/a']],
  ['见https://example.org/a，中文', ['https://example.org/a']],
  ['见https://example.org/a中文', ['https://example.org/a']],
  ['（https://example.org/a）。', ['https://example.org/a']],
  ['“https://example.org/a”', ['https://example.org/a']],
  ['(https://example.org/a)', ['https://example.org/a']],
  ['https://example.org/a_(b)_c).', ['https://example.org/a_(b)_c']],
  ['https://example.org/_a_/*b*/c', ['https://example.org/_a_/*b*/c']],
  ['**https://example.org/a**', ['https://example.org/a']],
  ['https://example.org/a?b=c&d=e#f-g!', ['https://example.org/a?b=c&d=e#f-g']],
  ['www.example.org:', ['http://www.example.org']],
  ['HTTPS://EXAMPLE.org', ['HTTPS://EXAMPLE.org']],
  ['https://bücher.example/é', ['https://bücher.example/é']],
  ['https:// and http and www. and xhttps://example.org', []],
  ['`https://example.org`', []],
  ['[https://example.org](https://other.org)', ['https://other.org']],
  ['[see https://example.org]', ['https://example.org']],
  ['<https://example.org/中文>', ['https://example.org/%E4%B8%AD%E6%96%87']],
  ['写给ann.lee@example.org，谢谢', ['mailto:ann.lee@example.org']],
  ['ann@example.org.', ['mailto:ann@example.org']],
  ['ann@example and @ann and a@b.c1', []],
  ['[write to ann@example.org](https://other.org)', ['https://other.org']],
  ['one@example.org two@example.org', ['mailto:one@example.org', 'mailto:two@example.org']],
  ['https://example.org/a[^1]\n\n[^1]: N', ['https://example.org/a']],
])('%s', (text, urls) => {
  const root = parseMarkdown(text)
  expect(linksIn(root).map((link) => decodeLike(link.url, urls))).toEqual(urls)
  expect(toString(root)).not.toContain('mailto')
})

test('an address in a text has its own place', () => {
  const [link] = linksIn(parseMarkdown('one\ntwo ann@example.org'))
  expect(link?.position).toMatchObject({start: {offset: 0}})
  const [own] = linksIn(parseMarkdown('two ann@example.org'))
  expect(own?.children[0]?.position).toMatchObject({start: {line: 1, column: 5, offset: 4}, end: {offset: 19}})
})

function decodeLike(url: string, urls: readonly string[]): string {
  return urls.includes(url) ? url : encodeURI(url)
}

function linksIn(node: Nodes): Link[] {
  const own = node.type === 'link' ? [node] : []
  return [...own, ...('children' in node ? node.children.flatMap((child) => linksIn(child)) : [])]
}

test('a line of dashes in mail parts the signature and makes no heading', () => {
  const text = 'Regards\nAnn\n--\nAnn Lee\n\nBest\n---\nBob\n\nTop\n===\n\n# Heading'
  expect(parseMarkdown(text, {isMail: true}).children.map(({type}) => type)).toEqual(['paragraph', 'paragraph', 'thematicBreak', 'paragraph', 'paragraph', 'heading'])
  expect(parseMarkdown(text).children.map(({type}) => type)).toContain('heading')
  expect(toString(parseMarkdown(text, {isMail: true}))).toContain('--')
})
