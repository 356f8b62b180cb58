import * as fs from 'node:fs/promises'
import {mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterEach, beforeEach, expect, test} from 'vitest'
import {writeWhole, type WriteSystem} from '../../src/world/write-whole.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'dossier-test-'))
})
afterEach(() => rmSync(folder, {recursive: true}))

const files = [
  {path: 'a.pdf', content: new Uint8Array([1, 2])},
  {path: 'web/b.html', content: 'neu'},
  {path: 'c.txt', content: 'new'},
]

test('writes all, makes folders, leaves nothing beside', async () => {
  expect(await writeWhole(join(folder, 'out'), files)).toEqual({
    ok: true,
    files: [{path: 'a.pdf', bytes: 2}, {path: 'web/b.html', bytes: 3}, {path: 'c.txt', bytes: 3}],
  })
  expect(readdirSync(folder, {recursive: true}).sort()).toEqual(['out', 'out/a.pdf', 'out/c.txt', 'out/web', 'out/web/b.html'])
})

test.each(['ENOSPC', 'EACCES', 'EROFS', 'EIO', 'EMFILE'])('%s at any call leaves the old files or the new ones', async code => {
  mkdirSync(join(folder, 'web'))
  const old = {'a.pdf': 'old a', 'web/b.html': 'old b', 'web/stale.html': 'old', 'web/own.txt': 'nobody else’s', 'gone/stale.css': 'old'}
  for (let failing = 1, done = false; !done; failing++) {
    mkdirSync(join(folder, 'gone'), {recursive: true})
    for (const [path, text] of Object.entries(old)) writeFileSync(join(folder, path), text)
    rmSync(join(folder, 'c.txt'), {force: true})
    const result = await writeWhole(folder, files, {stale: async () => ['web/stale.html', 'gone/stale.css', '../outside', 'web', 'never'], system: failAt(failing, code)})
    done = result.ok && failing > 20
    const now = readdirSync(folder, {recursive: true}).sort()
    if (result.ok) expect(now).toEqual(['a.pdf', 'c.txt', 'web', 'web/b.html', 'web/own.txt'])
    else {
      expect(now).toEqual(['a.pdf', 'gone', 'gone/stale.css', 'web', 'web/b.html', 'web/own.txt', 'web/stale.html'])
      for (const [path, text] of Object.entries(old)) expect(readFileSync(join(folder, path), 'utf8')).toBe(text)
    }
  }
})

test.each([
  ['a folder in the way', 'taken', 'wrong-kind'],
  ['a file where a folder should be', 'file/x', 'wrong-kind'],
  ['a way out', '../x', 'outside'],
  ['an absolute path', '/tmp/x', 'outside'],
  ['a link that leads out', 'away/x', 'outside'],
  ['no name', '', 'outside'],
])('%s is refused and nothing is written', async (_, path, why) => {
  mkdirSync(join(folder, 'taken'))
  writeFileSync(join(folder, 'file'), '')
  symlinkSync(tmpdir(), join(folder, 'away'))
  const before = readdirSync(folder)
  expect(await writeWhole(folder, [{path: 'first', content: ''}, {path, content: 'x'}])).toMatchObject({ok: false, why, path})
  expect(readdirSync(folder)).toEqual(before)
})

test('what a dead run left is swept, what a living one writes stays', async () => {
  const {host} = await import('../../src/world/leftovers.ts')
  const id = '00000000-0000-4000-8000-000000000000'
  // Process 1 lives as long as the machine; no process has the largest number.
  const dead = `.dossier-${host}-4194999-${id}.part`
  const alive = `.dossier-${host}-1-${id}.part`
  const elsewhere = `.dossier-00000000-4194999-${id}.part`
  for (const name of [dead, alive, elsewhere, '.dossier-notes.part']) writeFileSync(join(folder, name), '')
  await writeWhole(folder, [{path: 'a', content: ''}])
  expect(readdirSync(folder).sort()).toEqual([alive, elsewhere, '.dossier-notes.part', 'a'].sort())
})

/** The system with its n-th call failing; counts calls of opened files, too. Taking back and tidying are let through. */
function failAt(failing: number, code: string): WriteSystem {
  let calls = 0
  const count = () => {
    if (++calls === failing) throw Object.assign(new Error(code), {code})
  }
  const wrapped = <T extends unknown[], R>(call: (...given: T) => Promise<R>) => async (...given: T): Promise<R> => {
    count()
    return call(...given)
  }
  return {
    access: wrapped(fs.access),
    link: wrapped(fs.link),
    lstat: wrapped(fs.lstat) as unknown as typeof fs.lstat,
    mkdir: wrapped(fs.mkdir) as typeof fs.mkdir,
    realpath: wrapped(fs.realpath) as unknown as typeof fs.realpath,
    rename: wrapped(fs.rename),
    rm: fs.rm,
    rmdir: fs.rmdir as typeof fs.rmdir,
    open: async (...given) => {
      count()
      const file = await fs.open(...given)
      const {writeFile, sync} = file
      file.writeFile = wrapped(writeFile.bind(file)) as typeof file.writeFile
      file.sync = wrapped(sync.bind(file))
      return file
    },
  }
}
