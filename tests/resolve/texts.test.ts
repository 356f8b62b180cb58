import {toString} from 'mdast-util-to-string'
import {expect, test} from 'vitest'
import type {Message} from '../../src/model/dossier.ts'
import {bodyWords, mail, resolveTexts} from './resolve-texts.ts'

const article = (text: string) => ({'article.md': `---\ntitle: T\n---\n\n${text}\n`})

/** A message as `name[part part]`: text as it stands, messages again as messages. */
function outline(message: Message): string {
  const parts = message.parts.map((part) => ('type' in part ? toString(part) : outline(part)))
  return `${message.from[0]?.name}[${parts.join(' ')}]`
}

const thread = [
  '---', 'messages:',
  '  - headers: {From: A}', '    forwarded:',
  '      - headers: {From: B}', '        forwarded:',
  '          - headers: {From: C}',
  '      - headers: {From: D}',
  '  - headers: {From: E}',
  '---', '',
].join('\n')
const body = (...pieces: string[]) => `${thread}\n${pieces.map((piece) => (/^[\d.]+$/.test(piece) ? `<!-- message ${piece} -->` : piece)).join('\n\n')}\n`

test.each([
  ['in order', body('1', 'a', '1.1', 'b', '1.1.1', 'c', '1.2', 'd', '2', 'e'), 'A[a B[b C[c]] D[d]] E[e]'],
  ['with words after what is forwarded', body('1', 'a', '1.1', 'b', '1.1.1', 'c', '1.1', 'bb', '1', 'aa', '1.2', 'd', '2', 'e'), 'A[a B[b C[c] bb] aa D[d]] E[e]'],
  ['with a first mark left out', body('a', '1.1', 'b', '1.1.1', 'c', '1.2', 'd', '2', 'e'), 'A[a B[b C[c]] D[d]] E[e]'],
  ['without text of some', body('1', '1.1', '1.1.1', 'c', '2', 'e'), 'A[B[C[c]] D[]] E[e]'],
])('messages in messages, three deep, %s', (_, text, outlines) => {
  const {dossier, files} = resolveTexts({'exhibits/1.md': text})
  expect(files.flatMap((file) => file.messages.map(String))).toEqual([])
  expect(dossier.exhibits[0]?.messages.map(outline).join(' ')).toBe(outlines)
})

test('anchors and depths of messages tell where they are', () => {
  const {dossier} = resolveTexts({'exhibits/4.md': body('1', 'a', '1.1', 'b', '1.1.1', 'c', '1.2', 'd', '2', 'e')})
  const all = (message: Message): string[] => [`${message.depth} ${message.id}`, ...message.parts.flatMap((part) => ('type' in part ? [] : all(part)))]
  expect(dossier.exhibits[0]?.messages.flatMap(all)).toEqual([
    '1 exhibit-4-message-1', '2 exhibit-4-message-1-1', '3 exhibit-4-message-1-1-1', '2 exhibit-4-message-1-2', '1 exhibit-4-message-2',
  ])
})

test('a message that is answered and quoted is told from one that is handed on', () => {
  const {dossier} = resolveTexts({'exhibits/1.md': ['---', 'messages:', '  - headers: {From: A}', '    forwarded:', '      - headers: {From: B}', '        quoted: true', '      - headers: {From: C}', '---', ''].join('\n')})
  const [message] = dossier.exhibits[0]?.messages ?? []
  expect(message?.parts).toMatchObject([{from: [{name: 'B'}], quoted: true}, {from: [{name: 'C'}]}])
  expect(message?.parts[1]).not.toHaveProperty('quoted')
})

test('exhibits stand in the order of their numbers, each once', () => {
  const texts = Object.fromEntries(['10', '9', 'B', '1', 'A'].map((number) => [`exhibits/${number}.md`, mail({From: 'Alice', Subject: `S ${number}`})]))
  const {dossier} = resolveTexts(texts)
  expect(dossier.exhibits.map(({number}) => number).filter((number) => /\d/.test(number))).toEqual(['1', '9', '10'])
  expect(dossier.exhibits.map(({number}) => number).filter((number) => /\D/.test(number))).toEqual(['A', 'B'])
  expect(dossier.exhibits.map(({title}) => title).sort()).toEqual(['S 1', 'S 10', 'S 9', 'S A', 'S B'])
})

test('an exhibit that is no mail has a body', () => {
  const {dossier} = resolveTexts({'exhibits/1-memo.md': 'The memo.\n'})
  expect(dossier.exhibits).toMatchObject([{number: '1', title: '1-memo', messages: []}])
  expect(dossier.exhibits[0]?.body && bodyWords(dossier.exhibits[0].body, dossier)).toBe('The memo.')
})

test.each([
  ['[a](https://example.org/x)', 'https://example.org/x'],
  ['<a@example.org>', 'mailto:a@example.org'],
  ['[a][ref]\n\n[ref]: https://example.org/y', 'https://example.org/y'],
  ['[a](#exhibit-1)', '#exhibit-1'],
  ['[a](javascript:alert)', undefined],
  ['[a](file:///etc/passwd)', undefined],
  ['[a](../secret.md)', undefined],
  ['[a](#exhibit-9)', undefined],
])('%s leads to %s', (text, url) => {
  const {dossier, files} = resolveTexts({...article(`See [Exhibit 1] and ${text}`), 'exhibits/1.md': mail({From: 'Alice'})})
  const links = [...JSON.stringify(dossier.articles[0]?.body).matchAll(/"url":"([^"]*)"/g)].map((found) => found[1])
  expect(links).toEqual(url === undefined ? [] : [url])
  expect(files.flatMap((file) => file.messages.map((message) => message.ruleId))).toEqual(url === undefined ? ['resolve-link-leads-somewhere'] : [])
  expect(dossier.articles[0]?.body && bodyWords(dossier.articles[0].body, dossier)).toMatch(/^See ‹\[Exhibit 1\]›\^1 and a/)
})

test('a link within a note is checked too, in the file that holds the note', () => {
  const notes = '---\nfor: article\n---\n\n> Words\n\nA [link](x.md).\n'
  const {files} = resolveTexts({...article('Words[^a].\n\n[^a]: A [link](y.md).'), 'notes/n.md': notes})
  expect(files.flatMap((file) => file.messages.map((message) => `${file.path}:${message.line} ${message.ruleId}`))).toEqual([
    'article.md:7 resolve-link-leads-somewhere', 'notes/n.md:7 resolve-link-leads-somewhere',
  ])
})

test('the identifier is told by the content alone', () => {
  const one = resolveTexts(article('Words.')).dossier.identifier
  expect(one).toMatch(/^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
  expect(resolveTexts(article('Words.'), {title: 'Other'}).dossier.identifier).toBe(one)
  expect(resolveTexts(article('Words!')).dossier.identifier).not.toBe(one)
})

test('title and language come from the settings, else from the text', () => {
  expect(resolveTexts(article('这是一篇文章。')).dossier).toMatchObject({title: 'T', language: 'zh-Hans'})
  expect(resolveTexts(article('Words.'), {title: 'Given', language: 'de'}).dossier).toMatchObject({title: 'Given', language: 'de'})
})
