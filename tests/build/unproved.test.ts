import {existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterEach, beforeEach, expect, test, vi} from 'vitest'
import {buildDossier} from '../../src/build.ts'
import {runCommandLine} from '../../src/cli.ts'
import type {UnprovedManifest} from '../../src/model/manifest.ts'
import {messagesAsJson} from '../../src/report/messages-as-json.ts'
import {report} from '../../src/report/report.ts'
import type {RuleId} from '../../src/report/rules.ts'
import {verifyOutputs} from '../../src/verify-outputs.ts'
import {diskWorld} from '../../src/world.ts'

/** What the proof of the web edition does in place of its work. */
let wrong: (() => RuleId) | undefined
vi.mock('../../src/verify/web/verify-web.ts', async (load) => {
  const actual = await load<typeof import('../../src/verify/web/verify-web.ts')>()
  return {verifyWeb: (...given: Parameters<typeof actual.verifyWeb>) => {
    actual.verifyWeb(...given)
    if (wrong) report(given[2], wrong(), 'Unexpected word “Anna Hill”, expected “Anne Hill”', {place: {file: 'article.md', line: 7}, hint: 'This is a fault of the program.'})
  }}
})
let epubThrows = false
vi.mock('../../src/render/epub/render-epub.ts', async (load) => {
  const actual = await load<typeof import('../../src/render/epub/render-epub.ts')>()
  return {...actual, renderEpub: (...given: Parameters<typeof actual.renderEpub>) => {
    if (epubThrows) throw new TypeError('Cannot read properties of undefined')
    return actual.renderEpub(...given)
  }}
})

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'dossier-test-'))
  mkdirSync(join(folder, 'in'))
  writeFileSync(join(folder, 'in/article.md'), '---\ntitle: A bridge\n---\n\nAnne Hill wrote.\n')
  wrong = undefined
  epubThrows = false
})
afterEach(() => rmSync(folder, {recursive: true}))

const out = (path: string): string => join(folder, 'out', path)
const build = (only: readonly ('web' | 'epub')[]) => buildDossier({world: diskWorld(), folder: join(folder, 'in'), out: out(''), only})
const saidOf = async (path: string) => messagesAsJson((await verifyOutputs({world: diskWorld(), folder: out(path)})).files).map(({rule, severity}) => `${severity} ${rule}`)

/** Runs the command line in the folder, and what it said. */
async function run(...words: string[]): Promise<{code: number; out: string; err: string}> {
  const said = {out: '', err: ''}
  const terminal = {write: (text: string) => void (said.out += text), writeError: (text: string) => void (said.err += text), isTerminal: false, isErrorTerminal: false}
  return {code: await runCommandLine(words, {...diskWorld(), terminal, currentFolder: folder}), ...said}
}

test('where the proof disagrees, what it was made of goes to a folder of its own, and the next proved build takes it away', async () => {
  expect(await build(['web'])).toMatchObject({isProved: true})
  const [web, manifest] = [readFileSync(out('dossier.html')), readFileSync(out('manifest.json'))]
  wrong = () => 'verify-web-text'
  writeFileSync(join(folder, 'in/article.md'), '---\ntitle: A bridge\n---\n\nAnne Hill wrote again.\n')
  const {code, out: summary, err} = await run('build', 'in', '--only', 'web')
  expect(code).toBe(1)
  expect(summary).toContain('out/unproved/dossier-unproved.html')
  expect(err).toContain('NOT PROVED')
  expect(err).toContain('out/unproved/unproved.md')
  expect(readdirSync(out('')).sort()).toEqual(['dossier.html', 'manifest.json', 'unproved'])
  expect(readdirSync(out('unproved')).sort()).toEqual(['dossier-unproved.html', 'manifest.json', 'unproved.md'])
  expect([readFileSync(out('dossier.html')), readFileSync(out('manifest.json'))]).toEqual([web, manifest])
  expect(readFileSync(out('unproved/dossier-unproved.html'), 'utf8')).toContain('wrote again')
  expect(readFileSync(out('unproved/unproved.md'), 'utf8')).toContain('1. `web:7:1` (verify-web-text): Unexpected word “Anna Hill”')
  const told = JSON.parse(readFileSync(out('unproved/manifest.json'), 'utf8')) as UnprovedManifest
  expect(told).toMatchObject({manifest: 'unproved', findings: [{file: 'web', line: 7, rule: 'verify-web-text'}], outputs: [{file: 'dossier-unproved.html'}]})
  expect(await saidOf('unproved')).toEqual(['error verify-outputs-are-proved'])
  expect(await saidOf('')).toEqual(['warning verify-unproved-beside'])

  writeFileSync(out('unproved/mine.txt'), 'of the user')
  wrong = undefined
  await build(['web'])
  expect(readdirSync(out('unproved'))).toEqual(['mine.txt'])
  rmSync(out('unproved'), {recursive: true})
  expect(await saidOf('')).toEqual([])
}, 60_000)

test('a manifest of ours that does not say so is refused by its names alone', async () => {
  wrong = () => 'verify-web-text'
  await build(['web'])
  expect(await saidOf('')).toEqual(['error verify-manifest-is-valid'])
}, 60_000)

test('errors of the sources and of redaction write nothing', async () => {
  for (const rule of ['verify-redaction-holds', 'verify-audit-original', 'layout-redaction-holds'] as const) {
    wrong = () => rule
    expect(await build(['web'])).toMatchObject({outputs: [], isProved: false})
    expect(existsSync(out(''))).toBe(false)
  }
}, 60_000)

test('with redactions no words of a finding are told', async () => {
  writeFileSync(join(folder, 'in/dossier.yaml'), 'redactions:\n  - text: Anne Hill\n    reason: A private person.\n')
  wrong = () => 'verify-web-text'
  expect((await build(['web'])).outputs.map(({path}) => path)).toEqual(['unproved/dossier-unproved.html', 'unproved/unproved.md', 'unproved/manifest.json'])
  for (const name of readdirSync(out('unproved'))) expect(readFileSync(out(`unproved/${name}`), 'utf8')).not.toMatch(/Ann[ae] Hill/)
}, 60_000)

test('an output that cannot be made at all is an internal error, and the others come out', async () => {
  epubThrows = true
  const {code, out: said} = await run('build', 'in', '--only', 'epub,web', '--json')
  expect(code).toBe(70)
  expect(JSON.parse(said)).toMatchObject({ok: false, isProved: false, messages: [{file: 'epub', rule: 'render-output-is-made', reason: 'Internal error: Cannot read properties of undefined'}]})
  expect(readdirSync(out('unproved')).sort()).toEqual(['dossier-unproved.html', 'manifest.json', 'unproved.md'])
}, 60_000)

test('what throws in the proof is an internal error, and nothing is lost', async () => {
  wrong = () => {
    throw new RangeError('Invalid array length')
  }
  const {code, err} = await run('build', 'in', '--only', 'web')
  expect(code).toBe(70)
  expect(err).toContain('Internal error: Invalid array length')
  expect(readdirSync(out('unproved')).sort()).toEqual(['dossier-unproved.html', 'manifest.json', 'unproved.md'])
}, 60_000)
