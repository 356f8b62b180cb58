import {expect, test} from 'vitest'
import {runCommandLine} from '../../src/cli.ts'
import {memoryWorld, special, textAt, type MemoryWorld, type Stored} from '../memory-world.ts'

const clipping = `# 一封信的来历

文章作者：某人

发布时间：2024 年 3 月 7 日

原文链接：https://example.org/letter

信里写得很清楚[邮件1]。

**[邮件1]**

> **发件人：甲 <a@example.org>**
>
> **日期：2024 年 3 月 6 日，星期三，下午 7:48**
>
> **主题：关于会议**

> 会议改到周五。
`

function world(files: Record<string, Stored> = {}, options: Parameters<typeof memoryWorld>[1] = {}) {
  return memoryWorld({'/package/package.json': '{"version": "1.0.0"}', '/work/page.md': clipping, ...files}, options)
}

function sourcesIn({stored}: MemoryWorld): string[] {
  return [...stored.keys()].filter(path => path.startsWith('/work/sources/')).sort()
}

const written = ['/work/sources/article.md', '/work/sources/dossier.yaml', '/work/sources/exhibits/1.md', '/work/sources/imported.yaml', '/work/sources/originals/page.md']

test('a clipped page becomes sources that check without an error', async () => {
  const here = world()
  expect(await runCommandLine(['import', 'page.md'], here)).toBe(0)
  expect(sourcesIn(here)).toEqual(written)
  expect(textAt(here, '/work/sources/originals/page.md')).toBe(clipping)
  expect(here.said.out).toContain('sources/exhibits/1.md\n')
  expect(await runCommandLine(['check'], here)).toBe(0)
  expect(here.said.out).toMatch(/1 article, 1 exhibit, 1 message, /)
})

test('a second import changes nothing', async () => {
  const here = world()
  await runCommandLine(['import', 'page.md'], here)
  const before = new Map(here.stored)
  here.said.out = ''
  expect(await runCommandLine(['import', 'page.md'], here)).toBe(0)
  expect(here.said.out).toMatch(/^1 original: .* 0 unexplained\nEverything is there already.\n$/)
  expect(here.stored).toEqual(before)
})

test('what a person reviewed is not written over, unless that is asked for; settings never', async () => {
  const here = world({'/work/sources/article.md': 'mine', '/work/sources/dossier.yaml': 'title: Mine\n'})
  expect(await runCommandLine(['import', 'page.md'], here)).toBe(1)
  expect(here.said.err).toContain('article.md')
  expect(here.said.err).toContain('import-source-is-new')
  expect(here.said.err).toContain('--force')
  expect(sourcesIn(here)).toEqual(['/work/sources/article.md', '/work/sources/dossier.yaml'])
  expect(await runCommandLine(['import', '--force', 'page.md'], here)).toBe(0)
  expect(textAt(here, '/work/sources/article.md')).toContain('信里写得很清楚')
  expect(textAt(here, '/work/sources/dossier.yaml')).toBe('title: Mine\n')
})

test('an original that differs is never written over', async () => {
  const here = world({'/work/sources/originals/page.md': 'another page'})
  expect(await runCommandLine(['import', '--force', 'page.md'], here)).toBe(1)
  expect(here.said.err).toContain('Rename the clipped page')
  expect(textAt(here, '/work/sources/originals/page.md')).toBe('another page')
})

test('two pages that want the same name: none is written', async () => {
  const here = world({'/work/other.md': clipping.replace('某人', '别人')})
  expect(await runCommandLine(['import', 'page.md', 'other.md'], here)).toBe(1)
  expect(here.said.err).toContain('import-source-is-new')
  expect(sourcesIn(here)).toEqual([])
})

test.each<[string, Record<string, Stored>, string]>([
  ['missing', {}, 'read-file-exists'],
  ['a folder', {'/work/bad.md/x': ''}, 'read-file-is-plain'],
  ['a pipe', {'/work/bad.md': special.pipe}, 'read-file-is-plain'],
  ['without permission', {'/work/bad.md': special.forbidden}, 'read-file-exists'],
  ['too large', {'/work/bad.md': new Uint8Array(32 * 1024 * 1024 + 1)}, 'read-file-size'],
  ['no UTF-8', {'/work/bad.md': new Uint8Array([0xff, 0xfe, 0x00])}, 'import-text-is-utf8'],
  ['empty', {'/work/bad.md': ''}, 'import-text-present'],
])('one file that is %s keeps the others from being written', async (_, files, rule) => {
  const here = world(files)
  expect(await runCommandLine(['import', 'page.md', 'bad.md'], here)).toBe(1)
  expect(here.said.err).toContain(rule)
  expect(here.said.err).toContain('Nothing was written.')
  expect(sourcesIn(here)).toEqual([])
})

test('a full disk: nothing is written', async () => {
  const here = world({}, {roomBytes: 500})
  expect(await runCommandLine(['import', 'page.md'], here)).toBe(1)
  expect(here.said.err).toContain('import-source-written')
  expect(here.said.err).toContain('the disk is full')
  expect(sourcesIn(here)).toEqual([])
})

test('a clipped page that is named itself is imported in memory', async () => {
  const here = world()
  const before = new Map(here.stored)
  expect(await runCommandLine(['check', 'page.md'], here)).toBe(0)
  expect(here.said.out).toMatch(/1 article, 1 exhibit, 1 message, /)
  expect(here.stored).toEqual(before)
})

test.each([
  ['plain Markdown', '# Plain\n\nText with *emphasis*.\n'],
  ['a source of ours', '---\ntitle: Plain\nauthor: Nobody\n---\n\nText.\n'],
])('%s that is named itself stays as it is', async (_, text) => {
  const here = world({'/work/plain.md': text})
  expect(await runCommandLine(['check', 'plain.md'], here)).toBe(0)
  expect(here.said.err).toBe('')
  expect(here.said.out).toMatch(/^1 article, 0 exhibits, /)
})
