import {mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterEach, beforeEach, expect, test} from 'vitest'
import {buildDossier} from '../../src/build.ts'
import {diskWorld} from '../../src/world.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'dossier-test-'))
  mkdirSync(join(folder, 'in', 'exhibits'), {recursive: true})
  writeFileSync(join(folder, 'in', 'article.md'), '---\ntitle: T\n---\n\nSee [Exhibit 1].\n')
  for (const number of [1, 2]) writeFileSync(join(folder, 'in', 'exhibits', `${number}.md`), `---\nmessages:\n  - headers: {From: A${number}}\n---\n\nWords ${number}.\n`)
})
afterEach(() => rmSync(folder, {recursive: true}))

const build = () => buildDossier({world: diskWorld(), folder: join(folder, 'in'), out: join(folder, 'out'), only: ['html']})
const filesInHtml = (): string[] => readdirSync(join(folder, 'out', 'html'), {recursive: true, withFileTypes: true})
  .filter((entry) => entry.isFile()).map(({parentPath, name}) => join(parentPath, name).slice(join(folder, 'out').length + 1)).sort()
const inManifest = (): string[] => (JSON.parse(readFileSync(join(folder, 'out', 'manifest.json'), 'utf8')) as {outputs: {file: string}[]}).outputs.map(({file}) => file).sort()

test('html/ has the files of the last build, and what somebody put there', async () => {
  await build()
  writeFileSync(join(folder, 'out', 'html', 'own.txt'), 'mine')
  expect(filesInHtml()).toContain('html/exhibit-2.xhtml')

  rmSync(join(folder, 'in', 'exhibits', '2.md'))
  await build()
  expect(filesInHtml()).toEqual([...inManifest(), 'html/own.txt'].sort())
  expect(filesInHtml()).not.toContain('html/exhibit-2.xhtml')
})

test('a build with errors leaves html/ as it was', async () => {
  await build()
  const before = filesInHtml()
  rmSync(join(folder, 'in', 'exhibits', '1.md'))
  expect((await build()).outputs).toEqual([])
  expect(filesInHtml()).toEqual(before)
})

test('a package document that is damaged, or leads out, takes nothing away', async () => {
  await build()
  writeFileSync(join(folder, 'mine.txt'), 'mine')
  const packageFile = join(folder, 'out', 'html', 'package.opf')
  for (const content of ['<package><item href="../../mine.txt"/><item href="%2e%2e/%2e%2e/mine.txt"/><item href="%"/></package>', '<package', '']) {
    writeFileSync(packageFile, content)
    expect((await build()).outputs.length).toBeGreaterThan(0)
    expect(readFileSync(join(folder, 'mine.txt'), 'utf8')).toBe('mine')
  }
})
