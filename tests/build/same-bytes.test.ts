import {spawnSync} from 'node:child_process'
import {cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {dirname, join, resolve} from 'node:path'
import {afterAll, beforeAll, expect, test} from 'vitest'
import {buildDossier} from '../../src/build.ts'
import type {World} from '../../src/model/world.ts'
import {diskWorld} from '../../src/world.ts'

let folder: string
let first: ReadonlyMap<string, Buffer>
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'dossier-test-'))
  await buildDossier({world: diskWorld(), folder: resolve('sources'), out: join(folder, 'first')})
  first = filesIn(join(folder, 'first'))
}, 60_000)
afterAll(() => rmSync(folder, {recursive: true}))

function filesIn(root: string): Map<string, Buffer> {
  const paths = readdirSync(root, {recursive: true, encoding: 'utf8'}).filter((path) => statSync(join(root, path)).isFile()).sort()
  return new Map(paths.map((path) => [path, readFileSync(join(root, path))]))
}

/** Paths whose bytes differ, or that one side lacks. */
function differences(second: ReadonlyMap<string, Buffer>): string[] {
  return [...new Set([...first.keys(), ...second.keys()])].filter((path) => !first.get(path)?.equals(second.get(path) ?? Buffer.from('\0')))
}

test('every output is there to be compared', () => {
  expect([...first.keys()].filter((path) => !path.startsWith('html/'))).toEqual(['dossier.epub', 'dossier.html', 'dossier.pdf', 'manifest.json'])
  expect([...first.keys()].filter((path) => path.startsWith('html/')).length).toBeGreaterThan(20)
})

test('another folder, time zone, locale and umask, and files made in another order: the same bytes', () => {
  const away = join(folder, 'an other folder')
  const paths = readdirSync('sources', {recursive: true, encoding: 'utf8'}).filter((path) => statSync(join('sources', path)).isFile())
  for (const path of paths.sort().reverse()) {
    mkdirSync(dirname(join(away, 'quellen', path)), {recursive: true})
    cpSync(join('sources', path), join(away, 'quellen', path))
  }
  const {status, stderr} = spawnSync('sh', ['-c', 'umask 077 && exec "$0" "$@"', process.execPath, resolve('src/bin.js'), 'build', 'quellen', '--out', 'aus'], {
    cwd: away, encoding: 'utf8', env: {...process.env, TZ: 'Pacific/Chatham', LANG: 'de_DE.UTF-8', LC_ALL: 'de_DE.UTF-8'},
  })
  expect(status, stderr).toBe(0)
  expect(differences(filesIn(join(away, 'aus')))).toEqual([])
}, 60_000)

test('a disk that lists its files in another order: the same bytes', async () => {
  const world = diskWorld()
  const reversed: World = {...world, disk: {...world.disk, list: async (root, path) => {
    const listed = await world.disk.list(root, path)
    return listed.ok ? {...listed, entries: [...listed.entries].reverse()} : listed
  }}}
  const {outputs} = await buildDossier({world: reversed, folder: resolve('sources'), out: join(folder, 'reversed')})
  expect(outputs.length).toBe(first.size)
  expect(differences(filesIn(join(folder, 'reversed')))).toEqual([])
}, 60_000)
