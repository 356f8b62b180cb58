import {expect, test} from 'vitest'
import fc from 'fast-check'
import {compareNames} from '../../src/read/compare-names.ts'
import {readSources} from '../../src/read/read-sources.ts'
import {memoryWorld, special, type Stored} from '../memory-world.ts'
import {said} from '../said.ts'

/** Reads `/in` with the given files. */
async function read(files: Record<string, Stored>, path = '/in') {
  const world = memoryWorld(Object.fromEntries(Object.entries(files).map(([name, content]) => [`/in/${name}`, content])))
  const sources = await readSources(world, path)
  return {sources, paths: sources.files.map(file => file.path), messages: said(sources.troubled)}
}

test('one Markdown file is enough', async () => {
  const {sources, paths, messages} = await read({'story.md': '# Story'})
  expect(paths).toEqual(['story.md'])
  expect(messages).toEqual([])
  expect(sources.settings).toBeUndefined()
  expect(new TextDecoder().decode(sources.files[0]?.value as Uint8Array)).toBe('# Story')
})

test('articles, exhibits, notes, in this order, numbers by value', async () => {
  const files = ['notes/article.md', 'exhibits/10.md', 'exhibits/2.md', 'exhibits/b.md', 'articles/2.md', 'b.md', 'article.md', 'a.markdown']
  const {paths, messages} = await read(Object.fromEntries(files.map(name => [name, ''])))
  expect(paths).toEqual(['article.md', 'a.markdown', 'b.md', 'articles/2.md', 'exhibits/2.md', 'exhibits/10.md', 'exhibits/b.md', 'notes/article.md'])
  expect(messages).toEqual([])
})

test('originals whole and deep, settings apart, the rest passed over', async () => {
  const {sources, paths} = await read({
    'article.md': '',
    'README.md': '',
    '.draft.md': '',
    'dossier.yaml': 'title: T',
    'out/dossier.md': '',
    'node_modules/x/readme.md': '',
    'exhibits/.hidden.md': '',
    'exhibits/scan.png': '',
    'originals/page.html': new Uint8Array([255, 0]),
    'originals/mail/1.eml': '',
  })
  expect(paths).toEqual(['article.md'])
  expect(sources.settings?.path).toBe('dossier.yaml')
  expect(sources.originals.map(file => file.path)).toEqual(['originals/mail/1.eml', 'originals/page.html'])
  expect(sources.originals[1]?.value).toEqual(new Uint8Array([255, 0]))
})

test('README.md is the article where there is no other', async () => {
  expect((await read({'README.md': '', 'exhibits/1.md': ''})).paths).toEqual(['README.md', 'exhibits/1.md'])
})

test('a single file is a dossier of its own, with the settings beside it', async () => {
  const {sources, paths} = await read({'a.md': '', 'b.md': '', 'dossier.yaml': ''}, '/in/a.md')
  expect(paths).toEqual(['a.md'])
  expect(sources.settings?.path).toBe('dossier.yaml')
})

const ok = {'article.md': ''}
const troubles: [string, Record<string, Stored>, string[]][] = [
  ['no folder', {}, ['. read-folder-exists']],
  ['an empty folder', {'.gitkeep': ''}, ['. read-sources-present']],
  ['no Markdown', {'article.txt': ''}, ['. read-sources-present']],
  ['a link that leads out', {...ok, 'x.md': {link: '/etc/passwd'}}, ['x.md read-file-inside']],
  ['a folder link that leads out', {...ok, exhibits: {link: '/'}, 'originals/x': {link: '../../secret'}}, ['exhibits read-file-inside', 'originals/x read-file-inside']],
  ['a link that leads nowhere', {...ok, 'x.md': {link: 'x.md'}}, ['x.md read-file-inside']],
  ['a pipe', {...ok, 'exhibits/1.md': special.pipe}, ['exhibits/1.md read-file-is-plain']],
  ['a folder named like a file', {...ok, 'x.md/y': ''}, ['x.md read-file-is-plain']],
  ['a file named like a folder', {...ok, exhibits: ''}, ['exhibits read-file-is-plain']],
  ['a file without permission', {...ok, 'x.md': special.forbidden}, ['x.md read-file-exists']],
  ['too large a file', {...ok, 'x.md': new Uint8Array(32 * 1024 * 1024 + 1)}, ['x.md read-file-size']],
  ['a slip in a folder name', {...ok, 'exhibit/1.md': ''}, ['exhibit read-folder-name']],
  ['a slip in a folder name beside the right one', {...ok, 'exibits/2.md': '', 'exhibits/1.md': ''}, ['exibits read-folder-name']],
  ['a slip in the settings name', {...ok, 'dossier.yml': ''}, ['dossier.yml read-settings-name']],
]

test.each(troubles)('%s', async (_, files, expected) => {
  expect((await read(files)).messages).toEqual(expected)
})

test.each([
  ['a folder near to none of ours', {...ok, 'drafts/1.md': ''}],
  ['a folder with a near name and no Markdown', {...ok, 'exhibit/1.png': ''}],
])('%s is no trouble', async (_, files) => {
  expect((await read(files)).messages).toEqual([])
})

test('the order of names is total and the same from any beginning', () => {
  const name = fc.stringMatching(/^[ab0-9.-]{0,8}$/)
  fc.assert(
    fc.property(fc.array(name), names => {
      const sorted = [...names].sort(compareNames)
      expect([...names].reverse().sort(compareNames)).toEqual(sorted)
      for (const [index, a] of sorted.entries()) for (const b of sorted.slice(index)) expect(compareNames(a, b)).toBeLessThanOrEqual(0)
    }),
  )
})

test('numbers by value, also very long ones and those with zeros before them', () => {
  const names = ['10', '9', '010', '2a', '2', `1${'0'.repeat(400)}`, 'é', 'z']
  expect(names.sort(compareNames)).toEqual(['2', '2a', '9', '010', '10', `1${'0'.repeat(400)}`, 'z', 'é'])
})
