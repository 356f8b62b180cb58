import {spawn, type ChildProcess} from 'node:child_process'
import {existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {dirname, join, resolve} from 'node:path'
import {build} from 'esbuild'
import {afterAll, afterEach, beforeAll, beforeEach, expect, test} from 'vitest'
import {finishSwitch} from '../../src/world/finish-switch.ts'
import {host} from '../../src/world/leftovers.ts'
import {writeWhole} from '../../src/world/write-whole.ts'

let tools: string
let folder: string
beforeAll(async () => {
  tools = mkdtempSync(join(tmpdir(), 'dossier-test-'))
  writeFileSync(join(tools, 'writer.ts'), writer)
  await build({entryPoints: [join(tools, 'writer.ts')], outfile: join(tools, 'writer.mjs'), bundle: true, platform: 'node', format: 'esm', logLevel: 'error'})
})
afterAll(() => rmSync(tools, {recursive: true}))
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'dossier-test-'))
})
afterEach(() => rmSync(folder, {recursive: true}))

/**
 * Writes a set of files: FOLDER NAME COUNT KILL. Dies at the KILL-th call that changes the folder, before it is made; never with 0. The set takes away what
 * stands in html/ and is not of it.
 */
const writer = `
import * as fs from 'node:fs/promises'
import {existsSync, readdirSync} from 'node:fs'
import {writeWhole} from ${JSON.stringify(resolve('src/world/write-whole.ts'))}
const [, , folder, name, count, kill] = process.argv
let calls = 0
const dying = (call) => (...given) => {
  if (++calls === Number(kill)) process.kill(process.pid, 'SIGKILL')
  return call(...given)
}
const system = {...fs, ...Object.fromEntries(['link', 'mkdir', 'rename', 'rm', 'rmdir'].map((one) => [one, dying(fs[one])]))}
const files = Array.from({length: Number(count)}, (_, index) => ({path: index % 3 === 0 ? 'file' + index : 'html/' + (index % 3 === 1 ? 'page' : name) + index, content: name + index}))
const own = new Set(files.map(({path}) => path))
const stale = async () => existsSync(folder + '/html') ? readdirSync(folder + '/html').map((one) => 'html/' + one).filter((one) => !own.has(one)) : []
const written = await writeWhole(folder, files, {stale, system})
if (!written.ok) throw new Error(written.says)
`

function start(name: string, count: number, kill = 0): ChildProcess {
  return spawn(process.execPath, [join(tools, 'writer.mjs'), folder, name, String(count), String(kill)], {stdio: 'inherit'})
}

async function ended(child: ChildProcess): Promise<number | null> {
  return new Promise((done) => child.once('exit', (code) => done(code)))
}

/** All that is in the folder, hidden or not. */
function all(): Record<string, string> {
  const paths = readdirSync(folder, {recursive: true, encoding: 'utf8'}).sort()
  return Object.fromEntries(paths.map((path) => [path, statSync(join(folder, path)).isFile() ? readFileSync(join(folder, path), 'utf8') : 'folder']))
}

function put(files: Readonly<Record<string, string>>): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), {recursive: true})
    writeFileSync(join(folder, path), text)
  }
}

async function setOf(name: string, count: number): Promise<Record<string, string>> {
  expect(await ended(start(name, count))).toBe(0)
  return all()
}

test('a run that is killed before any step: all old or all new after the next, and nothing else', async () => {
  const fresh = await setOf('new', 60)
  rmSync(folder, {recursive: true})
  mkdirSync(folder)
  const old = await setOf('old', 60)
  expect(Object.keys(old)).toHaveLength(61)
  const seen = new Set<string>()
  // The first, before all is decided, and twenty among the other 170 moments; KILLS=170 tries each.
  const step = Math.ceil(170 / Number(process.env['KILLS'] ?? 20))
  for (let kill = 1; ; kill += kill < 12 ? 1 : step) {
    const code = await ended(start('new', 60, kill))
    if (code === 0) break
    const wasMixed = JSON.stringify(all()) !== JSON.stringify(old)
    expect(await finishSwitch(folder)).toEqual({ok: true})
    const now = all()
    const verdict = now['file0'] === 'old0' ? 'old' : 'new'
    seen.add(`${verdict}${wasMixed ? ', finished' : ''}`)
    expect(now).toEqual(verdict === 'old' ? old : fresh)
    if (verdict === 'new') expect(await setOf('old', 60)).toEqual(old)
  }
  expect([...seen]).toEqual(expect.arrayContaining(['old, finished', 'new, finished']))
}, 240_000)

test('a run that is killed into an empty folder: nothing, or all', async () => {
  const fresh = await setOf('new', 6)
  for (let kill = 1; ; kill++) {
    rmSync(folder, {recursive: true})
    mkdirSync(folder)
    if ((await ended(start('new', 6, kill))) === 0) break
    expect(await finishSwitch(folder)).toEqual({ok: true})
    expect([{}, fresh]).toContainEqual(all())
  }
}, 60_000)

test('two that write at once: the result is one of the two, whole', async () => {
  for (let round = 0; round < 4; round++) {
    const codes = await Promise.all([start('one', 40), start('two', 40), start('three', 40)].map(ended))
    expect(codes).toEqual([0, 0, 0])
    const found = all()
    expect(Object.keys(found)).toHaveLength(41)
    const name = /^[a-z]+/.exec(found['file0'] ?? '')?.[0] ?? ''
    for (const [path, text] of Object.entries(found)) if (path !== 'html') expect(text, path).toBe(`${name}${/\d+$/.exec(path)?.[0]}`)
  }
}, 60_000)

test('two in one process write in turn, too', async () => {
  const set = (name: string) => Array.from({length: 20}, (_, index) => ({path: `f${index}`, content: name}))
  const written = await Promise.all(['one', 'two', 'three'].map((name) => writeWhole(folder, set(name))))
  expect(written.every(({ok}) => ok)).toBe(true)
  expect(new Set(Object.values(all())).size).toBe(1)
  expect(Object.keys(all())).toHaveLength(20)
})

const id = '00000000-0000-4000-8000-000000000000'

test('who lives is waited for, then named; who is dead is not', async () => {
  // Process 1 lives as long as the machine; no process has the largest number.
  const living = `.dossier-${host}-1-${id}.lock`
  put({[`.dossier-${host}-4194999-${id}.lock`]: '', a: 'old'})
  expect(await writeWhole(folder, [{path: 'a', content: 'new'}])).toMatchObject({ok: true})
  expect(all()).toEqual({a: 'new'})
  put({[living]: ''})
  const refused = {ok: false, why: 'busy', says: `another build (process 1) writes there; if there is none, remove ${living}`}
  expect(await writeWhole(folder, [{path: 'b', content: 'newer'}], {patience: 100})).toEqual({...refused, path: 'b'})
  expect(await finishSwitch(folder, {patience: 100})).toEqual(refused)
  expect(all()).toEqual({[living]: '', a: 'new'})
})

test('nothing is touched where nothing was left', async () => {
  put({a: 'old', '.hidden': 'somebody’s', '.dossier-notes': 'somebody’s'})
  const before = all()
  expect(await finishSwitch(folder)).toEqual({ok: true})
  expect(await finishSwitch(join(folder, 'never'))).toEqual({ok: true})
  expect(all()).toEqual(before)
})

/** What is left of a switch, as somebody hostile may write it. */
function leave(journal: unknown, staged: Readonly<Record<string, string>> = {0: 'x'}): void {
  put({'.dossier-switch/journal.json': typeof journal === 'string' ? journal : JSON.stringify(journal)})
  for (const [name, text] of Object.entries(staged)) put({[`.dossier-switch/${name}`]: text})
}

test.each([
  ['a way out', {files: ['../x'], stale: []}, 'outside'],
  ['an absolute path', {files: ['/tmp/x'], stale: []}, 'outside'],
  ['a link that leads out', {files: ['away/x'], stale: []}, 'outside'],
  ['a folder in the way', {files: ['taken'], stale: []}, 'wrong-kind'],
  ['the folder itself', {files: ['.dossier-switch/journal.json'], stale: []}, 'wrong-kind'],
  ['no journal', 'words', 'failed'],
  ['null', 'null', 'failed'],
  ['other things than names', {files: [1], stale: [{}]}, 'failed'],
])('a hostile journal (%s) moves nothing', async (_, journal, why) => {
  const outside = join(tools, 'outside')
  mkdirSync(outside, {recursive: true})
  symlinkSync(outside, join(folder, 'away'))
  mkdirSync(join(folder, 'taken'))
  leave(journal)
  const before = all()
  expect(await finishSwitch(folder)).toMatchObject({ok: false, why})
  expect(await writeWhole(folder, [{path: 'a', content: ''}])).toMatchObject({ok: false, why, path: 'a'})
  expect(all()).toEqual(before)
  expect(readdirSync(outside)).toEqual([])
})

test('links in place of staged files, or of the whole folder, are not followed; stale names outside stay', async () => {
  const secret = join(tools, 'secret')
  writeFileSync(secret, 'secret')
  leave({files: ['a'], stale: ['../secret', 'never']}, {})
  symlinkSync(secret, join(folder, '.dossier-switch', '0'))
  expect(await finishSwitch(folder)).toMatchObject({ok: false, why: 'wrong-kind'})
  expect(existsSync(join(folder, 'a'))).toBe(false)
  rmSync(join(folder, '.dossier-switch'), {recursive: true})
  symlinkSync(tools, join(folder, '.dossier-switch'))
  expect(await finishSwitch(folder)).toMatchObject({ok: false, why: 'wrong-kind'})
  expect(readFileSync(secret, 'utf8')).toBe('secret')
})

test('what was decided on is finished before other files are written', async () => {
  put({a: 'old', b: 'old', gone: 'old'})
  leave({files: ['a', 'deep/er/c'], stale: ['gone', '../outside']}, {1: 'decided'})
  expect(await writeWhole(folder, [{path: 'b', content: 'new'}])).toMatchObject({ok: true})
  expect(all()).toEqual({a: 'old', b: 'new', deep: 'folder', 'deep/er': 'folder', 'deep/er/c': 'decided'})
})
