import {expect, test} from 'vitest'
import {wordsFor} from '../../src/model/words.ts'
import {readTemplates} from '../../src/read/read-templates.ts'
import {memoryWorld, type Stored} from '../memory-world.ts'
import {said} from '../said.ts'

const builtIn = {
  '/package/templates/article.hbs': 'ours',
  '/package/templates/exhibit.hbs': 'ours',
  '/package/templates/words/en.yaml': 'from: From\nto: To\ncc: Cc\n',
  '/package/templates/words/zh.yaml': 'from: 发件人\nto: 收件人\n',
  '/package/templates/words/zh-Hant.yaml': 'from: 寄件者\n',
  '/package/styles/page.css': 'ours',
}

async function read(own: Record<string, Stored>, folder = '/in') {
  return readTemplates(memoryWorld({...builtIn, ...own}), folder)
}

test('ours, where the user has none', async () => {
  const {templates, styles, own} = await read({'/in/article.md': ''})
  expect([...templates]).toEqual([['article', 'ours'], ['exhibit', 'ours']])
  expect([...styles]).toEqual([['page', 'ours']])
  expect(own).toEqual([])
})

test('a file of the same name wins, a new one is added', async () => {
  const {templates, styles, own} = await read({'/in/templates/article.hbs': 'theirs', '/in/templates/stamp.hbs': 'new', '/in/styles/page.css': 'theirs'})
  expect([...templates]).toEqual([['article', 'theirs'], ['exhibit', 'ours'], ['stamp', 'new']])
  expect([...styles]).toEqual([['page', 'theirs']])
  expect(said(own)).toEqual([])
})

test('the folder of the package itself replaces nothing', async () => {
  expect((await read({}, '/package')).own).toEqual([])
})

test('words: the nearest tag that has the word, else English; one file adds a language', async () => {
  const {words, own} = await read({'/in/templates/words/de.yaml': 'from: Von\n', '/in/templates/words/zh.yaml': 'to: 致\n'})
  expect(said(own)).toEqual([])
  expect(wordsFor(words, 'zh-Hant-TW')).toEqual({from: '寄件者', to: '致', cc: 'Cc'})
  expect(wordsFor(words, 'zh-Hans')).toEqual({from: '发件人', to: '致', cc: 'Cc'})
  expect(wordsFor(words, 'de-CH')).toEqual({from: 'Von', to: 'To', cc: 'Cc'})
  expect(wordsFor(words, 'fr')).toEqual({from: 'From', to: 'To', cc: 'Cc'})
})

test.each([
  ['a slip in a name', {'/in/templates/exhibits.hbs': ''}, ['templates/exhibits.hbs read-template-name']],
  ['a link that leads out', {'/in/styles/page.css': {link: '/etc/passwd'}}, ['styles/page.css read-file-inside']],
  ['a folder link that leads out', {'/in/styles': {link: '/etc'}, '/etc/x': ''}, ['styles read-file-inside']],
  ['no UTF-8', {'/in/templates/article.hbs': new Uint8Array([255])}, ['templates/article.hbs:1:1 read-text-is-utf8']],
  ['an unknown word', {'/in/templates/words/de.yaml': 'form: Von'}, ['templates/words/de.yaml read-words-fields']],
  ['a word that is no text', {'/in/templates/words/de.yaml': 'from: [Von]'}, ['templates/words/de.yaml:1:1 read-words-fields']],
  ['words that are no YAML', {'/in/templates/words/de.yaml': '"'}, ['templates/words/de.yaml:1:2 read-words-fields']],
] as [string, Record<string, Stored>, string[]][])('%s', async (_, own, expected) => {
  const {own: files, templates} = await read(own)
  expect(said(files)).toEqual(expected)
  expect(templates.get('article')).toBe('ours')
})
