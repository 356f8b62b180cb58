import {expect, test} from 'vitest'
import {runCommandLine} from '../../src/cli.ts'
import {memoryWorld, special, textAt, type Stored} from '../memory-world.ts'

const installed = {'/package/package.json': '{"version": "1.2.3"}'}

async function run(words: string[], files: Record<string, Stored> = {}, options: Parameters<typeof memoryWorld>[1] = {}) {
  const world = memoryWorld({...installed, ...files}, options)
  return {code: await runCommandLine(words, world), world, out: world.said.out, err: world.said.err}
}

test('version and help', async () => {
  expect(await run(['--version'])).toMatchObject({code: 0, out: '1.2.3\n', err: ''})
  const {code, out} = await run(['--help'])
  expect(code).toBe(0)
  for (const command of ['build', 'check', 'import', 'init', 'schema']) expect(out).toContain(`\n  ${command} `)
})

test.each([
  [[], 'Usage'],
  [['biuld'], 'Did you mean build?'],
  [['build', '--jsn'], 'Did you mean --json?'],
  [['build', '--only', 'pfd'], 'Did you mean “pdf”?'],
  [['build', '--only', 'docx'], 'Known: pdf, '],
  [['build', 'a', 'b'], 'too many arguments'],
  [['import'], "missing required argument 'file'"],
  [['build', '\u001b[2Jx', 'y', '--\u001b[2J'], '\\u001b[2J'],
])('wrong usage %j ends with 2 and says what was meant', async (words, says) => {
  const {code, err, out} = await run(words)
  expect(code).toBe(2)
  expect(err).toContain(says)
  expect(err).not.toContain('\u001b')
  expect(out).toBe('')
})

const article = '---\ntitle: T\n---\n\nText.\n'
test.each<[string, Record<string, Stored>, string]>([
  ['no folder', {}, 'read-sources-present'],
  ['an empty folder', {'/work/sources/.gitkeep': ''}, 'read-sources-present'],
  ['no UTF-8', {'/work/article.md': article, '/work/dossier.yaml': new Uint8Array([0xff])}, 'read-text-is-utf8'],
  ['broken settings', {'/work/article.md': article, '/work/dossier.yaml': 'title: ['}, 'read-settings-syntax'],
  ['a link that leads out', {'/work/article.md': {link: '/etc/passwd'}}, 'read-file-inside'],
  ['a pipe', {'/work/article.md': special.pipe}, 'read-file-is-plain'],
  ['no permission', {'/work/article.md': special.forbidden}, 'read-file-exists'],
])('check with %s ends with 1 and names the rule', async (_, files, rule) => {
  const {code, err, out} = await run(['check'], {'/work/x': '', ...files})
  expect(code).toBe(1)
  expect(err).toContain(rule)
  expect(err).toContain('The sources have errors.')
  expect(out).toBe('')
})

test('check finds “sources” by itself, and a folder or file that is named', async () => {
  const files = {'/work/sources/article.md': article, '/work/README.md': '# Not this'}
  for (const words of [['check'], ['check', 'sources'], ['check', 'sources/article.md'], ['check', '/work/sources']]) {
    const {code, err, out} = await run(words, files)
    expect(err).toBe('')
    expect(out).toMatch(/^1 article, .* 0 warnings, /)
    expect(code).toBe(0)
  }
})

test('paths in messages lead there from where the person is', async () => {
  const files = {'/work/sources/article.md': article, '/work/sources/dossier.yaml': 'titel: x'}
  expect((await run(['check'], files)).err).toMatch(/^sources\/dossier\.yaml\n1:1 +error /)
  expect((await run(['check'], files, {current: '/work/sources'})).err).toMatch(/^dossier\.yaml\n/)
  expect((await run(['check', '/work/sources'], files, {current: '/elsewhere'})).err).toMatch(/^\/work\/sources\/dossier\.yaml\n/)
})

test('--json gives one object on the output and nothing beside it', async () => {
  const {code, out, err} = await run(['check', '--json'], {'/work/sources/article.md': article, '/work/sources/dossier.yaml': 'titel: x'})
  expect(code).toBe(1)
  expect(err).toBe('')
  expect(JSON.parse(out)).toMatchObject({ok: false, messages: [{file: 'dossier.yaml', line: 1, rule: 'read-settings-fields', severity: 'error'}]})
})

test('init begins a folder that checks clean, and writes over nothing', async () => {
  const {code, world, out} = await run(['init', 'new'])
  expect(code).toBe(0)
  expect(out).toBe('new/dossier.yaml\nnew/dossier.schema.json\nnew/article.md\nnew/exhibits/1.md\n')
  expect(textAt(world, '/work/new/dossier.yaml')).toMatch(/^# yaml-language-server: \$schema=dossier\.schema\.json\n/)
  expect(await runCommandLine(['check', 'new'], world)).toBe(0)
  expect(world.said.err).toBe('')
  world.stored.set('/work/new/article.md', 'mine')
  expect(await runCommandLine(['init', 'new'], world)).toBe(0)
  expect(textAt(world, '/work/new/article.md')).toBe('mine')
  expect(world.said.out).toContain('Everything is there already.')
})

test('init says what it cannot write', async () => {
  const {code, err, world} = await run(['init', 'new'], {}, {roomBytes: 10})
  expect(code).toBe(1)
  expect(err).toContain('the disk is full')
  expect([...world.stored.keys()].filter(path => path.startsWith('/work'))).toEqual([])
})

test('the settings that init suggests are ones that exist', async () => {
  const {world} = await run(['init', 'new'])
  const suggested = textAt(world, '/work/new/dossier.yaml') ?? ''
  const filled = suggested.replace(/^# (?!yaml|Every)/gm, '')
  expect(filled).toContain('\ntitle: ')
  world.stored.set('/work/new/dossier.yaml', filled.replace(/\nsilence:[^]*/, '\n'))
  world.said.err = ''
  expect(await runCommandLine(['check', 'new', '--json'], world)).toBe(0)
})

test('schema prints a JSON Schema', async () => {
  expect(JSON.parse((await run(['schema'])).out)).toMatchObject({$schema: expect.stringContaining('json-schema.org'), type: 'object'})
})

test('what is thrown is an internal error, in one line', async () => {
  const world = memoryWorld(installed)
  const broken = {...world, disk: {...world.disk, kindOf: () => Promise.reject(new Error('one\ntwo'))}}
  expect(await runCommandLine(['check', 'x'], broken)).toBe(70)
  expect(world.said.err).toBe('Internal error: one. This is a fault of the program and says nothing of your files: please report it; DOSSIER_DEBUG=1 shows where it happened.\n')
})
