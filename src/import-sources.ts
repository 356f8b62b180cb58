import {basename, dirname, join, relative} from 'node:path'
import {VFile} from 'vfile'
import {importClipping, type ImportedFile} from './import/import-clipping.ts'
import type {AuditedOriginals} from './model/audit-summary.ts'
import type {World} from './model/world.ts'
import type {Sources} from './read/read-sources.ts'
import {isText} from './read/kinds/is-text.ts'
import {largestFileBytes, reportRefusal} from './read/refusals.ts'
import {countFaults} from './report/faults.ts'
import {report} from './report/report.ts'
import {auditImport} from './verify/audit/original/audit-import.ts'
import {sumOfOriginals} from './verify/audit/original/audit-originals.ts'

/** What to import, and into which folder. */
export interface ImportInput {
  readonly world: World
  /** Clipped pages; absolute paths. */
  readonly files: readonly string[]
  /** Source folder; absolute. */
  readonly into: string
  /** Write over sources that are there already. Originals are never written over. */
  readonly force?: boolean | undefined
}

/** What came of an import. */
export interface ImportResult {
  /** The files imported, with what is to be said of them. An error among the messages that is not a fault of the program: nothing was written. */
  readonly files: readonly VFile[]
  /** Files written, relative to the source folder. Files that were there with the same content are not among them. */
  readonly written: readonly {readonly path: string; readonly bytes: number}[]
  /** The pages against what was made of them; `undefined` where nothing was. */
  readonly audit: AuditedOriginals | undefined
}

/**
 * Turns clipped pages into source files that a person then reviews. All are written or none. A page that is not
 * found in them again is an error, a fault of ours: they are written all the same, for a person to compare.
 *
 * Reports what `readSources` reports of a file that is not read, what the import reports, `verify-audit-import`,
 * `import-source-is-new` and `import-source-written`.
 */
export async function importSources({world, files: paths, into, force}: ImportInput): Promise<ImportResult> {
  // What stands in the way is told when it is written.
  await world.disk.finish(into)
  const files: VFile[] = []
  const wanted = new Map<string, ImportedFile>()
  const audited: AuditedOriginals[] = []
  for (const path of paths) {
    const file = new VFile({path: relative(world.currentFolder, path), cwd: world.currentFolder})
    files.push(file)
    const read = await world.disk.read(dirname(path), basename(path), largestFileBytes)
    if (!read.ok) {
      reportRefusal(file, read)
      continue
    }
    file.value = read.bytes
    if (!(await isText(file))) continue
    const imported = importClipping({name: basename(path), bytes: read.bytes, file}).files
    if (imported.length > 0) audited.push(auditImport(new TextDecoder().decode(read.bytes), imported, {file, rule: () => 'verify-audit-import'}))
    for (const made of imported) {
      const state = await stateOf({world, into, force, wanted}, made)
      if (state === 'free') wanted.set(made.path, made)
      if (state === 'taken') reportTaken(file, made.path)
    }
  }
  const audit = sumOfOriginals(audited)
  if (countFaults(files).others > 0) return {files, written: [], audit}
  const result = await world.disk.write(into, [...wanted.values()])
  if (result.ok) return {files, written: result.files, audit}
  const unwritten = new VFile({path: join(relative(world.currentFolder, into), result.path), cwd: world.currentFolder})
  report(unwritten, 'import-source-written', `Unexpected failure to write, expected a place that can be written: ${result.says}`, {
    hint: 'Make room, change the permissions, or choose another folder with --into.',
  })
  return {files: [...files, unwritten], written: [], audit}
}

interface Target extends Pick<ImportInput, 'world' | 'into' | 'force'> {
  readonly wanted: ReadonlyMap<string, ImportedFile>
}

/** `present`: it is there already and may stay; `taken`: something else is in its place. */
async function stateOf({world, into, force, wanted}: Target, made: ImportedFile): Promise<'free' | 'present' | 'taken'> {
  if (wanted.has(made.path)) return made.unlessPresent ? 'present' : 'taken'
  if ((await world.disk.kindOf(join(into, made.path))) === 'missing') return 'free'
  const there = await world.disk.read(into, made.path, largestFileBytes)
  if (made.unlessPresent || (there.ok && isSame(there.bytes, made.content))) return 'present'
  return force === true && !made.path.startsWith('originals/') ? 'free' : 'taken'
}

function isSame(bytes: Uint8Array, content: ImportedFile['content']): boolean {
  return Buffer.compare(bytes, typeof content === 'string' ? Buffer.from(content, 'utf8') : content) === 0
}

function reportTaken(file: VFile, path: string): void {
  const isOriginal = path.startsWith('originals/')
  report(file, 'import-source-is-new', `Unexpected file ${path}, which is there already and differs, expected none of that name`, {
    hint: isOriginal ? 'Rename the clipped page: originals are never written over.' : 'Move it away, or write over it with --force.',
  })
}

/**
 * A single clipped page, imported in memory: what `importSources` would write, without writing it. A file that is a
 * source of ours, or shows no sign of a clipped page, stays as it is.
 *
 * Reports what the import reports, on the file itself.
 */
export function unfoldClipping(sources: Sources): Sources & {readonly isUnfolded: boolean} {
  const [file] = sources.files
  const bytes = typeof file?.value === 'string' ? Buffer.from(file.value) : file?.value
  if (!file || !bytes || isSource(bytes)) return {...sources, isUnfolded: false}
  const clipped = new VFile({path: file.path, cwd: file.cwd})
  const made = importClipping({name: basename(file.path), bytes, file: clipped}).files
  if (!made.some(isSignOfClipping)) return {...sources, isUnfolded: false}
  const unfolded = made.map(({path, content}) => new VFile({path, cwd: file.cwd, value: content}))
  const settings = sources.settings ?? unfolded.find(({path}) => path === 'dossier.yaml')
  return {
    ...sources,
    files: unfolded.filter(({path}) => path.endsWith('.md') && !path.startsWith('originals/')),
    originals: unfolded.filter(({path}) => path.startsWith('originals/')),
    troubled: [...sources.troubled, clipped],
    isUnfolded: true,
    ...(settings && {settings}),
  }
}

/** Frontmatter of ours; clipping tools put the address of the page in theirs. */
function isSource(bytes: Uint8Array): boolean {
  const start = new TextDecoder().decode(bytes.subarray(0, 65_536))
  const frontmatter = /^\uFEFF?---\r?\n([^]*?)\r?\n---\r?(?:\n|$)/.exec(start)?.[1]
  return frontmatter !== undefined && !/^(source|url|clipped)\s*:/im.test(frontmatter)
}

/** An exhibit, or an article with more at its head or left out at its end than a plain text has. */
function isSignOfClipping({path, content}: ImportedFile): boolean {
  if (path.startsWith('exhibits/')) return true
  return path === 'article.md' && /^(author|published|place|link|cover|dropped):/m.test(String(content).split('\n---\n')[0] ?? '')
}
