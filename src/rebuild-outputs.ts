import {join} from 'node:path'
import {unzipSync} from 'fflate'
import {VFile} from 'vfile'
import {buildDossier} from './build.ts'
import {hashFile} from './model/input-file.ts'
import {manifestName, type Manifest} from './model/manifest.ts'
import {outputOf, outputs, type Output} from './model/outputs.ts'
import type {FileContent, World} from './model/world.ts'
import {hasInternalError} from './report/faults.ts'
import {report} from './report/report.ts'
import {isDamage} from './verify/pdf/pdf-damage.ts'
import {readPdf} from './verify/pdf/read-pdf.ts'

/** Outputs that are to be made again. */
export interface RebuildInput {
  readonly world: World
  readonly manifest: Manifest
  /** The outputs that are there. */
  readonly outputs: readonly FileContent[]
  /** Source folder of one's own, absolute. Default: the files that the outputs carry along. */
  readonly sources?: string | undefined
  /** The manifest's file, and others as they are complained about. */
  readonly files: VFile[]
}

/** No input is larger: as for the outputs. */
const largestInputBytes = 2 ** 30

/**
 * Builds the outputs again from the sources that they carry along, or from those of a folder, and compares every byte:
 * the proof for whoever trusts neither the sender nor the manifest. Needs the browser, the program and the fonts that
 * the manifest names.
 *
 * Reports `verify-rebuild-has-sources` and `verify-output-is-rebuilt`.
 *
 * @returns paths of outputs that came out the same
 */
export async function rebuildOutputs(input: RebuildInput): Promise<string[]> {
  const {world, manifest, outputs, files} = input
  const [file] = files
  if (!file) return []
  const inputs = await inputsOf(input)
  const lacking = manifest.inputs.filter((one) => !inputs.has(one.file))
  if (lacking.length > 0 || !manifest.inputs.some(({kind}) => kind === 'source')) {
    report(file, 'verify-rebuild-has-sources', `Unexpected lack of ${lacking.map((one) => one.file).slice(0, 3).join(', ') || 'sources'}, expected all files that the dossier was made from`, {hint: 'Name a folder that has them with --sources.'})
    return []
  }
  const folder = await world.temporaryFolder()
  await world.disk.write(join(folder, 'sources'), [...inputs].map(([path, content]) => ({path, content})))
  const out = join(folder, 'out')
  const result = await buildDossier({world, folder: join(folder, 'sources'), out, only: outputsIn(manifest)})
  if (result.outputs.length === 0 && !hasInternalError(result.files)) {
    report(file, 'verify-output-is-rebuilt', 'Unexpected failure to build the dossier again from its sources, expected the outputs that the manifest tells of', {hint: result.missingTool ?? 'Build the sources with “dossier build” to see why.'})
    return []
  }
  if (!result.isProved) {
    files.push(...result.files.filter(({messages}) => messages.some(({fatal}) => fatal)))
    report(file, 'verify-output-is-rebuilt', 'Unexpected findings of the proof when the dossier is built again, expected none: nothing was compared', {hint: 'That is a fault of the program, and says nothing of these outputs.'})
    return []
  }
  const made = await world.disk.read(out, manifestName, largestInputBytes)
  const others = made.ok ? differingTools(manifest, JSON.parse(new TextDecoder().decode(made.bytes)) as Manifest) : []
  const same: string[] = []
  for (const {path, content} of outputs) {
    const again = await world.disk.read(out, path, largestInputBytes)
    if (again.ok && Buffer.compare(Buffer.from(content), Buffer.from(again.bytes)) === 0) same.push(path)
    else report(fileFor(files, path, file.cwd), 'verify-output-is-rebuilt', `Unexpected bytes of ${path}, expected those that its sources give when they are built again`, {hint: others.length > 0 ? `It was made with another ${others.join(', another ')}: then bytes may differ although nothing is wrong.` : 'It is not what these sources give.'})
  }
  return same
}

/** Contents by path, as far as they are those that the manifest tells of. */
async function inputsOf({world, manifest, outputs, sources}: RebuildInput): Promise<Map<string, Uint8Array>> {
  const byHash = sources === undefined ? new Map(outputs.flatMap(attachmentsOf).map((content) => [hashFile('', content).sha256, content])) : undefined
  const inputs = new Map<string, Uint8Array>()
  for (const {file, sha256} of manifest.inputs) {
    const read = sources === undefined ? undefined : await world.disk.read(sources, file, largestInputBytes)
    const content = read ? (read.ok ? read.bytes : undefined) : byHash?.get(sha256)
    if (content && hashFile(file, content).sha256 === sha256) inputs.set(file, content)
  }
  return inputs
}

function attachmentsOf({path, content}: FileContent): Uint8Array[] {
  const bytes = typeof content === 'string' ? Buffer.from(content) : content
  try {
    if (path.endsWith('.pdf')) return readPdf(bytes).attachments.map((one) => one.content)
    if (path.endsWith('.epub')) return Object.entries(unzipSync(bytes)).filter(([name]) => name.startsWith('EPUB/attachments/')).map(([, one]) => one)
  } catch (error) {
    // What cannot be read carries nothing; that it cannot be read is said elsewhere.
    if (path.endsWith('.pdf') && !isDamage(error)) throw error
  }
  return []
}

/** In the order in which a build makes them. */
function outputsIn(manifest: Manifest): Output[] {
  const made = new Set(manifest.outputs.map(({file}) => outputOf(file)))
  return outputs.filter((one) => made.has(one))
}

/** What the outputs were made with that is another one here. */
function differingTools(then: Manifest, now: Manifest): string[] {
  const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other)
  return [
    ...(same(then.program, now.program) ? [] : [`version of the program (${then.program.version})`]),
    ...(same(then.browser, now.browser) ? [] : [`browser (${then.browser ?? 'none'})`]),
    ...(same(then.templates, now.templates) ? [] : ['set of templates and styles']),
    ...(same(then.fontPackages, now.fontPackages) ? [] : ['version of the fonts']),
  ]
}

function fileFor(files: VFile[], path: string, cwd: string): VFile {
  const known = files.find((one) => one.path === path)
  if (known) return known
  const made = new VFile({path, cwd})
  files.push(made)
  return made
}
