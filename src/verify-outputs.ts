import {unzipSync} from 'fflate'
import {VFile} from 'vfile'
import {hashFile} from './model/input-file.ts'
import {manifestName, unprovedFolder, type Manifest} from './model/manifest.ts'
import type {FileContent, World} from './model/world.ts'
import {rebuildOutputs} from './rebuild-outputs.ts'
import {orInternal} from './report/report-internal.ts'
import {report} from './report/report.ts'
import {countCharacters} from './verify/audit/compare-texts.ts'
import {paintedText} from './verify/audit/painted-text.ts'
import {verifyAlone} from './verify/form/verify-alone.ts'
import {isDamage} from './verify/pdf/pdf-damage.ts'
import {readPdf, readPdfAccess, readPdfStructure} from './verify/pdf/read-pdf.ts'
import {readManifest} from './verify/read-manifest.ts'
import {verifyAuditResult, verifyCharacterCount, verifyDigest, verifyEpubAgrees, verifyPdfAgrees, verifyUnchanged} from './verify/verify-manifest.ts'

export interface VerifyInput {
  readonly world: World
  /** Output folder, absolute. */
  readonly folder: string
  /** A source folder of one's own to compare with, absolute. Default: none. */
  readonly sources?: string | undefined
  /** Whether the outputs are built again from their sources and compared. Default: false, nothing is built. */
  readonly rebuild?: boolean | undefined
}

export interface VerifyResult {
  /** The manifest, the outputs, and the sources compared, with what is to be said of them. No error: all is verified. */
  readonly files: readonly VFile[]
  /** `undefined` when there is none that can be read. */
  readonly manifest: Manifest | undefined
  /** What was verified, in words of the manifest: paths of outputs and inputs. */
  readonly verified: {readonly outputs: readonly string[]; readonly inputs: readonly string[]; readonly rebuilt: readonly string[]}
}

/** Outputs and manifests larger than this are not read: 1 GiB. */
const largestOutputBytes = 2 ** 30

/**
 * Verifies an output folder without building: every output is the one that the manifest tells of, the manifest's digest
 * follows from its inputs and is the one printed in the PDF, its audit left nothing unexplained, attached files are those
 * inputs, and the PDF by itself is sound. Outputs of a build that was killed as it wrote them are first moved into place. With `sources`, these
 * inputs are also compared with files that the reader has from elsewhere; with `rebuild`, all is made again and compared. Never throws for what the folder may hold.
 */
export async function verifyOutputs({world, folder, sources, rebuild}: VerifyInput): Promise<VerifyResult> {
  const file = new VFile({path: manifestName, cwd: folder})
  const files = [file]
  const verified = {outputs: [] as string[], inputs: [] as string[], rebuilt: [] as string[]}
  const found: FileContent[] = []
  const finished = await world.disk.finish(folder)
  if (!finished.ok) {
    report(file, 'verify-build-is-finished', `Unexpected build under way or interrupted in ${folder}, expected outputs of one build: ${finished.says}`, {hint: finishHints[finished.why] ?? 'Build again, or verify where the folder can be written: that finishes what was begun.'})
    return {files, manifest: undefined, verified}
  }
  const read = await world.disk.read(folder, manifestName, largestOutputBytes)
  if (!read.ok) {
    report(file, 'verify-manifest-is-valid', `Unexpected lack of ${manifestName} in ${folder}: ${read.says}`, {hint: (await hasUnproved(world, folder)) ? `What lies in ${unprovedFolder}/ was not proved when it was made, and is not verified.` : 'Name the folder that “dossier build” wrote.'})
    return {files, manifest: undefined, verified}
  }
  file.value = read.bytes
  const manifest = readManifest(file)
  if (!manifest) return {files, manifest, verified}
  verifyDigest(manifest, file)
  verifyAuditResult(manifest, file)
  for (const expected of manifest.outputs) {
    const output = new VFile({path: expected.file, cwd: folder})
    files.push(output)
    const content = await world.disk.read(folder, expected.file, largestOutputBytes)
    if (!content.ok) report(output, 'verify-output-exists', `Unexpected lack of ${expected.file}, expected the output that the manifest tells of: ${content.says}`)
    else if (verifyUnchanged(expected, content.bytes, output)) verified.outputs.push(expected.file)
    if (content.ok) found.push({path: expected.file, content: content.bytes})
    if (content.ok && expected.file.endsWith('.pdf')) await verifyPdfFile(content.bytes, manifest, output)
    if (content.ok && expected.file.endsWith('.epub')) await verifyEpubFile(content.bytes, manifest, output)
  }
  files.push(...await findUnproved(world, folder), ...await findUnnamed(world, folder, manifest))
  if (sources !== undefined) verified.inputs.push(...await compareSources(world, {manifest, sources, files}))
  if (rebuild) verified.rebuilt.push(...await rebuildOutputs({world, manifest, outputs: found, sources, files}))
  return {files, manifest, verified}
}

const finishHints: Readonly<Record<string, string>> = {
  busy: 'Wait until it has ended and verify again.',
  'disk-full': 'Make room on the disk and verify again: that finishes what was begun.',
}

/** Most files that are told one by one. */
const mostUnnamed = 20

async function hasUnproved(world: World, folder: string): Promise<boolean> {
  return (await world.disk.list(folder, unprovedFolder)).ok
}

/** The folder of outputs that were not proved, where there is one. Reports `verify-unproved-beside`. */
async function findUnproved(world: World, folder: string): Promise<VFile[]> {
  if (!(await hasUnproved(world, folder))) return []
  const file = new VFile({path: unprovedFolder, cwd: folder})
  report(file, 'verify-unproved-beside', `Unexpected folder ${unprovedFolder}/, whose outputs the proof disagreed with, expected proved outputs alone`, {hint: 'Nothing in it was verified, and it says nothing of what lies beside it; the next build that is proved takes it away.'})
  return [file]
}

/** Files in the folder that its manifest does not name; hidden ones are the system's. Reports `verify-output-is-named`. */
async function findUnnamed(world: World, folder: string, {outputs}: Manifest): Promise<VFile[]> {
  const named = new Set([manifestName, ...outputs.map((one) => one.file)])
  const found: VFile[] = []
  const waiting = ['']
  for (let path = waiting.shift(); path !== undefined && found.length < mostUnnamed; path = waiting.shift()) {
    const listed = await world.disk.list(folder, path)
    for (const {name, kind} of listed.ok ? listed.entries : []) {
      const own = path === '' ? name : `${path}/${name}`
      if (name.startsWith('.') || named.has(own) || (own === unprovedFolder && kind === 'folder')) continue
      if (kind === 'folder') waiting.push(own)
      else found.push(new VFile({path: own, cwd: folder}))
    }
  }
  const shown = found.slice(0, mostUnnamed)
  for (const file of shown) report(file, 'verify-output-is-named', 'Unexpected file that the manifest does not tell of, expected outputs of this build alone', {hint: 'It may be of another build, or put here by someone: do not rely on it.'})
  return shown
}

async function verifyPdfFile(bytes: Uint8Array, manifest: Manifest, file: VFile): Promise<void> {
  await orInternal(file, 'verify-comes-to-end', () => {
    const read = readSound(bytes)
    if (!read) return void report(file, 'verify-output-is-unchanged', 'Unexpected content, expected a PDF that can be read')
    verifyPdfAgrees(read.facts, manifest, file)
    verifyCharacterCount(countCharacters(paintedText(read.facts, read.structure, 'codes').stream.text), manifest, file)
    verifyAlone(read, file, {known: 'proved'})
  })
}

/** `undefined` for bytes that are no sound PDF. */
function readSound(bytes: Uint8Array) {
  try {
    return {facts: readPdf(bytes), structure: readPdfStructure(bytes), access: readPdfAccess(bytes)}
  } catch (error) {
    if (!isDamage(error)) throw error
    return undefined
  }
}

async function verifyEpubFile(bytes: Uint8Array, manifest: Manifest, file: VFile): Promise<void> {
  await orInternal(file, 'verify-comes-to-end', () => {
    const files = unzipped(bytes)
    if (files) verifyEpubAgrees(new Map(Object.entries(files)), manifest, file)
    else report(file, 'verify-output-is-unchanged', 'Unexpected content, expected an e-book that can be read')
  })
}

function unzipped(bytes: Uint8Array): ReturnType<typeof unzipSync> | undefined {
  try {
    return unzipSync(bytes)
  } catch {
    return undefined
  }
}

/** Inputs that a folder holds as they were. Reports `verify-input-agrees`. */
async function compareSources(world: World, {manifest, sources, files}: {manifest: Manifest; sources: string; files: VFile[]}): Promise<string[]> {
  const agreed: string[] = []
  for (const input of manifest.inputs) {
    const file = new VFile({path: input.file, cwd: sources})
    files.push(file)
    const read = await world.disk.read(sources, input.file, largestOutputBytes)
    if (!read.ok) report(file, 'verify-input-agrees', `Unexpected lack of ${input.file} in ${sources}, expected the file that the dossier was made from: ${read.says}`)
    else {
      const found = hashFile(input.file, read.bytes)
      if (found.sha256 === input.sha256) agreed.push(input.file)
      else report(file, 'verify-input-agrees', `Unexpected content (SHA-256 ${found.sha256}), expected SHA-256 ${input.sha256}: the dossier was made from another ${input.file}`)
    }
  }
  return agreed
}

