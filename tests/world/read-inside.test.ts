import {execFileSync} from 'node:child_process'
import {mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterAll, beforeAll, describe, expect, test} from 'vitest'
import type {World} from '../../src/model/world.ts'
import {diskWorld} from '../../src/world.ts'
import {memoryWorld, special} from '../memory-world.ts'

const limit = 1000
let base: string
beforeAll(() => {
  base = mkdtempSync(join(tmpdir(), 'dossier-test-'))
  mkdirSync(join(base, 'in/sub.md'), {recursive: true})
  writeFileSync(join(base, 'in/a.md'), 'text')
  writeFileSync(join(base, 'in/%2e%2e'), 'a plain name')
  writeFileSync(join(base, 'in/large.md'), 'x'.repeat(limit + 1))
  writeFileSync(join(base, 'secret'), 'secret')
  symlinkSync('../secret', join(base, 'in/out.md'))
  symlinkSync('..', join(base, 'in/up'))
  symlinkSync('a.md', join(base, 'in/link.md'))
  symlinkSync('ring.md', join(base, 'in/ring.md'))
  execFileSync('mkfifo', [join(base, 'in/pipe.md')])
})
afterAll(() => rmSync(base, {recursive: true}))

const memory = memoryWorld({
  '/base/in/a.md': 'text',
  '/base/in/sub.md/x': '',
  '/base/in/%2e%2e': 'a plain name',
  '/base/in/large.md': 'x'.repeat(limit + 1),
  '/base/secret': 'secret',
  '/base/in/out.md': {link: '../secret'},
  '/base/in/up': {link: '..'},
  '/base/in/link.md': {link: 'a.md'},
  '/base/in/ring.md': {link: 'ring.md'},
  '/base/in/pipe.md': special.pipe,
})

describe.each([
  ['disk', diskWorld(), () => base],
  ['memory', memory, () => '/base'],
] as [string, World, () => string][])('%s', (_, world, where) => {
  const read = (path: string) => world.disk.read(join(where(), 'in'), path, limit)

  test.each(['a.md', './a.md', 'sub.md/../a.md', 'link.md', 'up/in/a.md'])('%s is read', async path => {
    const found = await read(path)
    expect(found.ok && new TextDecoder().decode(found.bytes)).toBe('text')
  })

  test('a name that looks like an encoded way out is a name', async () => {
    expect(await read('%2e%2e')).toMatchObject({ok: true})
    expect(await read('%2e%2e/secret')).toMatchObject({why: 'missing'})
  })

  test.each([
    ['../secret', 'outside'],
    ['a.md/../../secret', 'outside'],
    ['/etc/passwd', 'outside'],
    ['//server/share/x', 'outside'],
    ['\\\\server\\share\\x', 'outside'],
    ['..\\secret', 'outside'],
    ['C:/windows/win.ini', 'outside'],
    ['~/x', 'outside'],
    ['a.md\0.png', 'outside'],
    ['out.md', 'outside'],
    ['up/secret', 'outside'],
    ['ring.md', 'outside'],
    ['pipe.md', 'wrong-kind'],
    ['sub.md', 'wrong-kind'],
    ['', 'wrong-kind'],
    ['none.md', 'missing'],
    ['large.md', 'too-large'],
  ])('%j is refused: %s', async (path, why) => {
    expect(await read(path)).toMatchObject({ok: false, why})
  })

  test('a list gives names in code-unit order and tells what links lead to', async () => {
    const listed = await world.disk.list(join(where(), 'in'), '')
    expect(listed.ok && listed.entries.map(({name, kind}) => `${name} ${kind}`)).toEqual([
      '%2e%2e file', 'a.md file', 'large.md file', 'link.md file', 'out.md outside', 'pipe.md other',
      'ring.md outside', 'sub.md folder', 'up outside',
    ])
  })

  test.each([['a.md', 'wrong-kind'], ['none', 'missing'], ['up', 'outside'], ['..', 'outside']])(
    'a list of %s is refused: %s',
    async (path, why) => expect(await world.disk.list(join(where(), 'in'), path)).toMatchObject({ok: false, why}),
  )
})

test.runIf(process.platform === 'linux').each([
  ['/dev', 'zero', 'wrong-kind'],
  ['/proc/self', 'mem', 'failed'],
  ['/proc/self', 'environ', 'too-large'],
])('%s/%s is refused', async (folder, path, why) => {
  expect(await diskWorld().disk.read(folder, path, 5)).toMatchObject({ok: false, why})
})
