import {createHash} from 'node:crypto'
import {cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join, resolve} from 'node:path'
import {unzipSync, zipSync} from 'fflate'
import {VFile} from 'vfile'
import {afterAll, beforeAll, expect, test} from 'vitest'
import {buildDossier} from '../../src/build.ts'
import type {Manifest} from '../../src/model/manifest.ts'
import {messagesAsJson} from '../../src/report/messages-as-json.ts'
import {readPdf} from '../../src/verify/pdf/read-pdf.ts'
import {verifyAttachments} from '../../src/verify/verify-manifest.ts'
import {verifyOutputs} from '../../src/verify-outputs.ts'
import {diskWorld} from '../../src/world.ts'

let folder: string
let made: string
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'dossier-test-'))
  made = join(folder, 'made')
  await buildDossier({world: diskWorld(), folder: resolve('sources'), out: made, only: ['pdf']})
})
afterAll(() => rmSync(folder, {recursive: true}))

/** What is said of a copy of the outputs that was changed. */
async function saidOf(change: (copy: string) => void, sources?: string): Promise<string[]> {
  const copy = mkdtempSync(join(folder, 'copy-'))
  cpSync(made, copy, {recursive: true})
  change(copy)
  const {files} = await verifyOutputs({world: diskWorld(), folder: copy, sources})
  return [...new Set(messagesAsJson(files).map(({rule}) => String(rule)))].sort()
}

function editManifest(copy: string, edit: (manifest: Manifest & Record<string, unknown>) => object): void {
  const path = join(copy, 'manifest.json')
  writeFileSync(path, JSON.stringify(edit(JSON.parse(readFileSync(path, 'utf8')) as Manifest & Record<string, unknown>)))
}

/** As a cheat would: the manifest tells of the changed file. */
function adopt(copy: string, bytes: Uint8Array): void {
  writeFileSync(join(copy, 'dossier.pdf'), bytes)
  editManifest(copy, (manifest) => ({...manifest, outputs: [{file: 'dossier.pdf', bytes: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex')}]}))
}

test('outputs as they were built are verified, with the sources too', async () => {
  expect(await saidOf(() => {}, resolve('sources'))).toEqual([])
})

test('the digest is what sha256sum gives, sorted by path, and is in the PDF with the files themselves', () => {
  const {inputs, digest} = JSON.parse(readFileSync(join(made, 'manifest.json'), 'utf8')) as Manifest
  const lines = inputs.map(({file}) => `${createHash('sha256').update(readFileSync(join('sources', file))).digest('hex')}  ${file}\n`)
  expect(createHash('sha256').update(lines.join('')).digest('hex')).toBe(digest)
  const {attachments, metadata} = readPdf(readFileSync(join(made, 'dossier.pdf')))
  expect(metadata.xmp).toContain(digest)
  const log = attachments.find(({name}) => name === 'editorial-log.json')
  expect(JSON.parse(Buffer.from(log?.content ?? []).toString())).toHaveProperty('changes.length', 2)
  const others = attachments.filter((one) => one !== log)
  expect(others.map(({name}) => name)).toEqual(inputs.map(({file}) => file))
  for (const {name, content} of others) expect(Buffer.from(content).equals(readFileSync(join('sources', name)))).toBe(true)
})

/** The smallest PDF there is, made by hand. */
function foreignPdf(): Buffer {
  const objects = ['<</Type/Catalog/Pages 2 0 R>>', '<</Type/Pages/Kids[3 0 R]/Count 1>>', '<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>'].map((body, index) => `${index + 1} 0 obj${body}endobj\n`)
  const offsets = objects.map((_, index) => '%PDF-1.4\n'.length + objects.slice(0, index).join('').length)
  const start = '%PDF-1.4\n'.length + objects.join('').length
  const rows = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`)
  return Buffer.from(`%PDF-1.4\n${objects.join('')}xref\n0 4\n0000000000 65535 f \n${rows.join('')}trailer<</Root 1 0 R/Size 4>>\nstartxref\n${start}\n%%EOF`)
}

const pdf = (): Buffer => readFileSync(join(made, 'dossier.pdf'))
test.each<[string, (copy: string) => void, string[]]>([
  ['a flipped bit', (copy) => {
    const bytes = pdf()
    bytes[bytes.length >> 1] = (bytes[bytes.length >> 1] ?? 0) ^ 1
    writeFileSync(join(copy, 'dossier.pdf'), bytes)
  }, ['verify-output-is-unchanged']],
  ['a file cut short', (copy) => writeFileSync(join(copy, 'dossier.pdf'), pdf().subarray(0, 5000)), ['verify-output-is-unchanged']],
  ['a renamed file', (copy) => renameSync(join(copy, 'dossier.pdf'), join(copy, 'other.pdf')), ['verify-output-exists', 'verify-output-is-named']],
  ['a file that was put there', (copy) => writeFileSync(join(copy, 'addendum.pdf'), pdf()), ['verify-output-is-named']],
  ['a file that was put into a folder there', (copy) => cpSync('sources/notes', join(copy, 'html', 'notes'), {recursive: true}), ['verify-output-is-named']],
  ['an empty file', (copy) => writeFileSync(join(copy, 'dossier.pdf'), ''), ['verify-output-is-unchanged']],
  ['no manifest', (copy) => rmSync(join(copy, 'manifest.json')), ['verify-manifest-is-valid']],
  ['a manifest that is none', (copy) => writeFileSync(join(copy, 'manifest.json'), '{"manifest": 1, "outputs": 5}'), ['verify-manifest-is-valid']],
  ['bytes in place of a manifest', (copy) => writeFileSync(join(copy, 'manifest.json'), Buffer.from([0xff, 0xfe, 0, 1])), ['verify-manifest-is-valid']],
  ['a path out of the folder', (copy) => editManifest(copy, (one) => ({...one, outputs: one.outputs.map((output) => ({...output, file: '../dossier.pdf'}))})), ['verify-manifest-is-valid']],
  ['an absolute path', (copy) => editManifest(copy, (one) => ({...one, outputs: one.outputs.map((output) => ({...output, file: '/etc/passwd'}))})), ['verify-manifest-is-valid']],
  ['an output named twice', (copy) => editManifest(copy, (one) => ({...one, outputs: [...one.outputs, ...one.outputs]})), ['verify-manifest-is-valid']],
  ['an input with another hash', (copy) => editManifest(copy, (one) => ({...one, inputs: one.inputs.map((input, index) => (index === 0 ? {...input, sha256: '0'.repeat(64)} : input))})), ['verify-attachment-is-input', 'verify-digest-holds']],
  ['an input left out', (copy) => editManifest(copy, (one) => ({...one, inputs: one.inputs.slice(1)})), ['verify-attachment-is-input', 'verify-digest-holds']],
  ['another title', (copy) => editManifest(copy, (one) => ({...one, title: 'Another'})), ['verify-digest-holds']],
  ['another number of pages', (copy) => editManifest(copy, (one) => ({...one, counts: {...one.counts, pages: 3}})), ['verify-digest-holds']],
  ['an audit that left something', (copy) => editManifest(copy, (one) => ({...one, audit: {...one.audit, unexplained: 3}})), ['verify-manifest-audit']],
  ['an audit without one output', (copy) => editManifest(copy, (one) => ({...one, audit: {...one.audit, outputs: {}}})), ['verify-manifest-audit']],
  ['no audit at all', (copy) => editManifest(copy, ({audit: _, ...one}) => one), ['verify-manifest-audit']],
  ['another number of characters', (copy) => editManifest(copy, (one) => ({...one, audit: {...one.audit, outputs: {pdf: {characters: 9, found: 9, unexplained: 0}}}})), ['verify-manifest-audit']],
  ['an audit that is none', (copy) => editManifest(copy, (one) => ({...one, audit: 'fine'})), ['verify-manifest-is-valid']],
  ['a PDF of other makers that the manifest adopts', (copy) => adopt(copy, foreignPdf()), ['verify-attachment-is-input', 'verify-digest-holds', 'verify-manifest-audit', 'verify-pdf-names-itself', 'verify-pdf-tagged']],
  ['a text that is called a PDF', (copy) => adopt(copy, Buffer.from('not a PDF')), ['verify-output-is-unchanged']],
])('%s is found', async (_, change, rules) => {
  expect(await saidOf(change)).toEqual(rules)
})

/** A build that was killed after it had decided on a PDF, and before it moved it. */
function interrupt(copy: string, journal = '{"files": ["dossier.pdf", "manifest.json"], "stale": ["old.html"]}'): void {
  mkdirSync(join(copy, '.dossier-switch'))
  renameSync(join(copy, 'dossier.pdf'), join(copy, '.dossier-switch', '0'))
  writeFileSync(join(copy, 'dossier.pdf'), 'of an earlier build')
  writeFileSync(join(copy, 'old.html'), 'of an earlier build')
  writeFileSync(join(copy, '.dossier-switch', 'journal.json'), journal)
}

test('a build that was interrupted as it wrote is finished, then verified', async () => {
  let names: string[] = []
  expect(await saidOf((copy) => {
    interrupt(copy)
    names = [copy]
  })).toEqual([])
  expect(readdirSync(names[0] ?? '').sort()).toEqual(['dossier.pdf', 'manifest.json'])
})

test('one that cannot be finished is not verified: a journal that is none, another build that writes', async () => {
  expect(await saidOf((copy) => interrupt(copy, 'words'))).toEqual(['verify-build-is-finished'])
  const busy = {...diskWorld(), disk: {...diskWorld().disk, finish: async () => ({ok: false, why: 'busy', says: 'another build (process 1) writes there'} as const)}}
  const {files, manifest} = await verifyOutputs({world: busy, folder: made})
  expect(manifest).toBeUndefined()
  expect(messagesAsJson(files)).toMatchObject([{rule: 'verify-build-is-finished', reason: expect.stringContaining('another build (process 1) writes there') as string}])
})

test('a print of another edition is found, whatever the manifest adopts', async () => {
  const [other, out] = [join(folder, 'edited'), join(folder, 'edited-out')]
  cpSync('sources', other, {recursive: true})
  writeFileSync(join(other, 'dossier.yaml'), `${readFileSync('sources/dossier.yaml', 'utf8')}\nsubtitle: Another edition\n`)
  await buildDossier({world: diskWorld(), folder: other, out, only: ['pdf']})
  const edited = readFileSync(join(out, 'dossier.pdf'))
  expect(await saidOf((copy) => writeFileSync(join(copy, 'dossier.pdf'), edited))).toContain('verify-output-is-unchanged')
  expect(await saidOf((copy) => adopt(copy, edited))).toEqual(['verify-attachment-is-input', 'verify-digest-holds', 'verify-manifest-audit'])
})

test('sources that differ, or are missing, are named', async () => {
  const other = join(folder, 'other-sources')
  cpSync('sources', other, {recursive: true})
  writeFileSync(join(other, 'article.md'), `${readFileSync('sources/article.md', 'utf8')}more`)
  rmSync(join(other, 'exhibits', '1.md'))
  const {files, verified} = await verifyOutputs({world: diskWorld(), folder: made, sources: other})
  const said = messagesAsJson(files).map(({file, rule}) => `${file} ${rule}`)
  expect(said).toEqual(['article.md verify-input-agrees', 'exhibits/1.md verify-input-agrees'])
  expect(verified.inputs.length).toBeGreaterThan(3)
})

test('an e-book is verified by what is in it, whatever the manifest adopts', async () => {
  const out = join(folder, 'with-epub')
  await buildDossier({world: diskWorld(), folder: resolve('sources'), out, only: ['epub']})
  const said = async (): Promise<unknown[]> => messagesAsJson((await verifyOutputs({world: diskWorld(), folder: out})).files).map(({rule}) => rule)
  expect(await said()).toEqual([])

  const entries = unzipSync(readFileSync(join(out, 'dossier.epub')))
  const attached = Object.keys(entries).filter((path) => path.startsWith('EPUB/attachments/'))
  expect(attached.length).toBeGreaterThan(5)
  entries[attached[0] ?? ''] = Buffer.from('other words')
  const changed = zipSync(entries)
  writeFileSync(join(out, 'dossier.epub'), changed)
  editManifest(out, (manifest) => ({...manifest, outputs: [{file: 'dossier.epub', bytes: changed.length, sha256: createHash('sha256').update(changed).digest('hex')}]}))
  expect(new Set(await said())).toEqual(new Set(['verify-attachment-is-input']))
})

test('outputs that are built again from what they carry have the same bytes; those of a cheat, who wrote the manifest anew, have not', async () => {
  const copy = mkdtempSync(join(folder, 'again-'))
  cpSync(made, copy, {recursive: true})
  const {verified, files} = await verifyOutputs({world: diskWorld(), folder: copy, rebuild: true})
  expect(messagesAsJson(files)).toEqual([])
  expect(verified.rebuilt).toEqual(['dossier.pdf'])

  const bytes = readFileSync(join(copy, 'dossier.pdf'))
  bytes.write('beef', bytes.indexOf('/ID [<') + 6, 'latin1')
  adopt(copy, bytes)
  const cheated = await verifyOutputs({world: diskWorld(), folder: copy, rebuild: true})
  expect(messagesAsJson(cheated.files).map(({rule}) => rule)).toContain('verify-output-is-rebuilt')
}, 60_000)

test('what is not carried along has to be named', async () => {
  const bare = join(folder, 'bare')
  const sources = join(folder, 'bare-sources')
  cpSync(resolve('sources'), sources, {recursive: true})
  writeFileSync(join(sources, 'dossier.yaml'), `${readFileSync(join(sources, 'dossier.yaml'), 'utf8')}\nattachments: none\n`)
  await buildDossier({world: diskWorld(), folder: sources, out: bare, only: ['web']})
  const without = await verifyOutputs({world: diskWorld(), folder: bare, rebuild: true})
  expect(messagesAsJson(without.files).map(({rule}) => rule)).toEqual(['verify-rebuild-has-sources'])
  const named = await verifyOutputs({world: diskWorld(), folder: bare, sources, rebuild: true})
  expect(messagesAsJson(named.files)).toEqual([])
  expect(named.verified.rebuilt).toEqual(['dossier.html'])
}, 60_000)

test('a PDF that carries nothing, although the options say that it carries its sources', () => {
  const file = new VFile({path: 'dossier.pdf'})
  const {inputs} = JSON.parse(readFileSync(join(made, 'manifest.json'), 'utf8')) as Manifest
  verifyAttachments([], {inputs, options: {attachments: 'none'}}, file)
  expect(file.messages).toEqual([])
  verifyAttachments([], {inputs, options: {attachments: 'sources'}}, file)
  expect(new Set(file.messages.map(({ruleId}) => ruleId))).toEqual(new Set(['verify-attachment-is-input']))
})
