import {mkdtempSync, readdirSync, readFileSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {deflateSync, strToU8, zipSync} from 'fflate'
import {VFile} from 'vfile'
import {afterAll, beforeAll, expect, test} from 'vitest'
import {buildDossier, type BuildResult} from '../../src/build.ts'
import {messagesAsJson} from '../../src/report/messages-as-json.ts'
import {verifyRedactions} from '../../src/verify/verify-redactions.ts'
import {diskWorld} from '../../src/world.ts'

const sources = 'tests/apparatus/sources'
const redactions = ['Tobias Ferreira-Lund', '14 Tannery Lane'].map((text) => ({text, reason: 'A private person.', place: {file: 'dossier.yaml', line: 1}}))
let folder: string
let result: BuildResult

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'dossier-test-'))
  result = await buildDossier({world: diskWorld(), folder: join(process.cwd(), sources), out: folder})
}, 120_000)
afterAll(() => rmSync(folder, {recursive: true}))

function made() {
  return readdirSync(folder, {recursive: true, withFileTypes: true}).flatMap((entry) => {
    const path = join(entry.parentPath, entry.name)
    return entry.isFile() ? [{path: path.slice(folder.length + 1), content: readFileSync(path)}] : []
  })
}

/** What is said of outputs in which these words were taken out. */
function say(outputs: Parameters<typeof verifyRedactions>[0], words: readonly string[] = redactions.map(({text}) => text)): string[] {
  const file = new VFile({path: 'dossier.yaml'})
  verifyRedactions(outputs, words.map((text) => ({text, reason: 'One.', place: {file: 'dossier.yaml', line: 1}})), file)
  return file.messages.map((one) => `${one.ruleId} ${one.reason}`)
}

test('the words are in the sources and in no byte of any output', () => {
  const all = readdirSync(sources, {recursive: true, withFileTypes: true}).flatMap((entry) => (entry.isFile() ? [readFileSync(join(entry.parentPath, entry.name), 'utf8')] : [])).join('')
  for (const {text} of redactions) expect(all).toContain(text)
  expect(messagesAsJson(result.files).filter((one) => one.severity === 'error')).toEqual([])
  const outputs = made()
  expect(outputs.map(({path}) => path).filter((path) => !path.startsWith('html/')).sort()).toEqual(['dossier.epub', 'dossier.html', 'dossier.pdf', 'manifest.json'])
  expect(say(outputs)).toEqual([])
})

test('words that are in an output are found there: print, e-book, markup, log, manifest', () => {
  const found = say(made(), ['gate must not be relied'])
  const where = found.map((one) => /words in (.*) that a redaction/.exec(one)?.[1] ?? '')
  expect(where).toContain('the text of dossier.pdf')
  expect(where).toContain('dossier.html')
  expect(where.filter((one) => one.startsWith('dossier.epub, EPUB/'))).toHaveLength(1)
  expect(say(made(), ['tests private'])).toEqual([])
  expect(say(made(), ['The Weir Gate Papers']).map((one) => /words in (.*) that/.exec(one)?.[1])).toContain('manifest.json')
  expect(found.join()).not.toContain('relied')
})

test.each([
  ['a.xhtml', '<p>Tobias <em>Ferreira</em>-&#76;und</p>'],
  ['editorial-log.json', '{"before": "Tobias  Ferreira – Lund"}'],
  ['html/tobias-ferreira-lund.png', 'x'],
])('of %s', (path, content) => {
  expect(say([{path, content}])).toHaveLength(1)
})

test('words are found in what is packed', () => {
  const packed = zipSync({'EPUB/a.xhtml': strToU8('<p>14 Tan&#x6e;ery Lane</p>')})
  expect(say([{path: 'dossier.epub', content: packed}])).toHaveLength(1)
  const pdf = Buffer.from(readFileSync(join(folder, 'dossier.pdf')))
  const stream = Buffer.concat([Buffer.from('\n999 0 obj\n<</Filter /FlateDecode>>\nstream\n', 'latin1'), Buffer.from([0x78, 0x9c]), deflateSync(strToU8('14 Tannery Lane')), Buffer.from('\nendstream\nendobj\n')])
  const at = pdf.lastIndexOf('\nxref') === -1 ? pdf.lastIndexOf('\nstartxref') : pdf.lastIndexOf('\nxref')
  expect(say([{path: 'dossier.pdf', content: Buffer.concat([pdf.subarray(0, 20), pdf.subarray(20, at), pdf.subarray(at), stream])}])[0]).toContain('the bytes of dossier.pdf')
})
