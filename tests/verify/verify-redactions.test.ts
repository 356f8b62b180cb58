import {mkdtempSync, readdirSync, readFileSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join, resolve} from 'node:path'
import {deflateSync, strFromU8, strToU8, unzipSync, zipSync} from 'fflate'
import {VFile} from 'vfile'
import {afterAll, beforeAll, expect, test} from 'vitest'
import {buildDossier, type BuildResult} from '../../src/build.ts'
import {messagesAsJson} from '../../src/report/messages-as-json.ts'
import {readPdf} from '../../src/verify/pdf/read-pdf.ts'
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
  return filesIn(folder)
}

function filesIn(within: string) {
  return readdirSync(within, {recursive: true, withFileTypes: true}).flatMap((entry) => {
    const path = join(entry.parentPath, entry.name)
    return entry.isFile() ? [{path: path.slice(within.length + 1), content: readFileSync(path)}] : []
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

test('a name goes with every spelling of it from every output, and a short word that styles have is no alarm', async () => {
  const out = mkdtempSync(join(tmpdir(), 'dossier-test-'))
  const built = await buildDossier({world: diskWorld(), folder: resolve('tests/redact/cases/name-in-every-spelling-warning/sources'), out})
  expect(messagesAsJson(built.files).filter(({rule}) => rule !== 'resolve-redaction-picture')).toEqual([])
  expect(built.outputs.map(({path}) => path)).toEqual(expect.arrayContaining(['dossier.pdf', 'dossier.epub', 'dossier.html', 'manifest.json']))
  for (const {path, content} of filesIn(out)) {
    const parts = path.endsWith('.epub') ? Object.entries(unzipSync(content)).map(([name, bytes]) => name + strFromU8(bytes, true)) : [path + content.toString('latin1').replace(/;base64,[\w+/=]+/g, '')]
    for (const part of parts) expect(part.match(/jonas|weber|jw77/i), path).toBeNull()
  }
  const {pages, attachments, outline, metadata, title, links} = readPdf(readFileSync(join(out, 'dossier.pdf')))
  const said = JSON.stringify([pages.map(({runs}) => runs.map(({text, actualText}) => [text, actualText])), attachments.map(({name, content}) => [name, Buffer.from(content).toString()]), outline, metadata, title, links])
  expect(said).not.toMatch(/jonas|weber|jw77/i)
  expect(said).toContain('████')
  rmSync(out, {recursive: true})
}, 120_000)

test('one short word is found as a word, not in styles, tags and bytes', () => {
  expect(say([{path: 'dossier.html', content: '<style>p { max-width: 1em }</style><p class="max">Maximum</p>'}, {path: 'a.css', content: 'max-width'}], ['Max'])).toEqual([])
  expect(say([{path: 'dossier.html', content: '<p>To M<b>a</b>x.</p>'}], ['Max'])).toHaveLength(1)
  expect(say([{path: 'dossier.html', content: '<img alt="Max">'}], ['Max'])).toHaveLength(1)
  expect(say([{path: 'dossier.html', content: '<a href="https://x.org/max">x</a>'}], ['Max'])).toHaveLength(1)
  expect(say(made(), ['Annots', 'Lang', 'Root'])).toEqual([])
})

test('the end of one paragraph and the beginning of the next are no words', () => {
  expect(say([{path: 'dossier.html', content: '<p>桃李</p><p>明天</p>'}], ['李明'])).toEqual([])
  expect(say([{path: 'dossier.html', content: '<p>桃李<br>明天</p>'}, {path: 'b.html', content: '<p>桃<em>李</em>明天</p>'}], ['李明'])).toHaveLength(1)
})

test('words are found in what is packed', () => {
  const packed = zipSync({'EPUB/a.xhtml': strToU8('<p>14 Tan&#x6e;ery Lane</p>')})
  expect(say([{path: 'dossier.epub', content: packed}])).toHaveLength(1)
  const pdf = Buffer.from(readFileSync(join(folder, 'dossier.pdf')))
  const stream = Buffer.concat([Buffer.from('\n999 0 obj\n<</Filter /FlateDecode>>\nstream\n', 'latin1'), Buffer.from([0x78, 0x9c]), deflateSync(strToU8('14 Tannery Lane')), Buffer.from('\nendstream\nendobj\n')])
  const at = pdf.lastIndexOf('\nxref') === -1 ? pdf.lastIndexOf('\nstartxref') : pdf.lastIndexOf('\nxref')
  expect(say([{path: 'dossier.pdf', content: Buffer.concat([pdf.subarray(0, 20), pdf.subarray(20, at), pdf.subarray(at), stream])}])[0]).toContain('the bytes of dossier.pdf')
})
