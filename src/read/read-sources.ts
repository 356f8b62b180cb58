import {basename, dirname} from 'node:path'
import {VFile} from 'vfile'
import {nearestName} from '../model/nearest-name.ts'
import type {Entry, World} from '../model/world.ts'
import {report} from '../report/report.ts'
import {compareNames} from './compare-names.ts'
import {isText} from './kinds/is-text.ts'
import {listNames as editorsLists} from './read-lists.ts'
import {largestFileBytes, reportRefusal} from './refusals.ts'

/** What a source folder holds. Paths of the files are relative to it, with forward slashes; values are bytes. */
export interface Sources {
  /** The source folder, absolute. */
  readonly folder: string
  /** Articles, exhibits, notes: in this order, within it by name, numbers by value. */
  readonly files: readonly VFile[]
  /** `dossier.yaml`; `undefined` when there is none. */
  readonly settings?: VFile
  /** Lists of the editor: people, events, terms; those that are there. */
  readonly lists: readonly VFile[]
  /** What was imported, untouched. */
  readonly originals: readonly VFile[]
  /** What could not be read, and the folder itself (path `.`) when something about it is to be said. */
  readonly troubled: readonly VFile[]
}

/**
 * Reads a source folder, or a single Markdown file as a dossier of its own.
 *
 * Articles are `*.md` in the folder itself (`article.md` first) and in `articles/`, exhibits in `exhibits/`, notes in
 * `notes/`; everything in `originals/` is kept byte for byte. Names that begin with a dot are passed over, `README.md`
 * only where there is another article. A folder with one Markdown file is enough.
 *
 * Reports `read-folder-exists`, `read-sources-present`, `read-folder-name`, `read-settings-name` and, for a file that
 * is not read, `read-file-exists`, `read-file-inside`, `read-file-is-plain`, `read-file-size`, `read-file-kind`.
 *
 * @param path absolute
 */
export async function readSources(world: World, path: string): Promise<Sources> {
  if ((await world.disk.kindOf(path)) === 'file') return readSingle(world, path)
  const reader: Reader = {world, folder: path, troubled: []}
  const top = await listNames(reader, '')
  const isTop = (name: string) => isMarkdown(name) && (!/^readme\./i.test(name) || isOnlyReadme(top))
  const names = [
    ...sorted(namesOf(top).filter(isTop)).sort((a, b) => rank(a) - rank(b)),
    ...(await markdownIn(reader, 'articles', top)),
    ...(await markdownIn(reader, 'exhibits', top)),
    ...(await markdownIn(reader, 'notes', top)),
  ]
  const files = await readTexts(reader, names)
  const originals = await readAll(reader, await everythingIn(reader, 'originals', top))
  const [settings] = await readAll(reader, namesOf(top).filter(name => name === settingsName))
  const lists = await readAll(reader, editorsLists.filter(name => namesOf(top).includes(name)))
  if (top && names.length === 0) reportEmpty(reader)
  await reportMisnamed(reader, top ?? [])
  return {folder: path, files, originals, lists, troubled: reader.troubled, ...(settings && {settings})}
}

const settingsName = 'dossier.yaml'
const folders = ['articles', 'exhibits', 'notes', 'originals', 'templates', 'styles']

interface Reader {
  readonly world: World
  readonly folder: string
  readonly troubled: VFile[]
}

async function readSingle(world: World, path: string): Promise<Sources> {
  const reader: Reader = {world, folder: dirname(path), troubled: []}
  const files = await readTexts(reader, [basename(path)])
  const beside = (await listNames(reader, '')) ?? []
  const [settings] = await readAll(reader, namesOf(beside).filter(name => name === settingsName))
  return {folder: reader.folder, files, originals: [], lists: [], troubled: reader.troubled, ...(settings && {settings})}
}

/** `undefined`: not readable, which is reported when it is the source folder itself or was seen in it. */
async function listNames(reader: Reader, path: string): Promise<readonly Entry[] | undefined> {
  const listed = await reader.world.disk.list(reader.folder, path)
  if (listed.ok) return listed.entries.filter(entry => !entry.name.startsWith('.'))
  const file = new VFile({path: path || '.', cwd: reader.folder})
  reader.troubled.push(file)
  if (path) reportRefusal(file, listed)
  else {
    report(file, 'read-folder-exists', `Unexpected failure to read ${reader.folder}, expected a folder with sources: ${listed.says}`, {
      hint: 'Name a folder that exists, or make one with “dossier init FOLDER”.',
    })
  }
  return undefined
}

async function markdownIn(reader: Reader, name: string, top: readonly Entry[] | undefined): Promise<string[]> {
  if (!top?.some(entry => entry.name === name)) return []
  const entries = await listNames(reader, name)
  return sorted(namesOf(entries).filter(isMarkdown)).map(file => `${name}/${file}`)
}

/** Paths of all files in a folder and the folders in it, eight deep. */
async function everythingIn(reader: Reader, path: string, siblings: readonly Entry[] | undefined): Promise<string[]> {
  if (path.split('/').length > 8 || !siblings?.some(entry => entry.name === basename(path))) return []
  const entries = (await listNames(reader, path)) ?? []
  const found: string[] = []
  for (const name of sorted(namesOf(entries))) {
    const isFolder = entries.some(entry => entry.name === name && entry.kind === 'folder')
    if (isFolder) found.push(...(await everythingIn(reader, `${path}/${name}`, entries)))
    else found.push(`${path}/${name}`)
  }
  return found
}

async function readAll(reader: Reader, paths: readonly string[]): Promise<VFile[]> {
  const files: VFile[] = []
  const all = await Promise.all(paths.map((path) => reader.world.disk.read(reader.folder, path, largestFileBytes)))
  for (const [index, read] of all.entries()) {
    const file = new VFile({path: paths[index] as string, cwd: reader.folder})
    if (read.ok) {
      file.value = read.bytes
      files.push(file)
    } else {
      reportRefusal(file, read)
      reader.troubled.push(file)
    }
  }
  return files
}

/** Those that are Markdown or plain text. */
async function readTexts(reader: Reader, paths: readonly string[]): Promise<VFile[]> {
  const texts: VFile[] = []
  for (const file of await readAll(reader, paths)) (await isText(file) ? texts : reader.troubled).push(file)
  return texts
}

function reportEmpty(reader: Reader): void {
  const file = new VFile({path: '.', cwd: reader.folder})
  reader.troubled.push(file)
  report(file, 'read-sources-present', `Unexpected folder without sources, expected at least one Markdown file in ${reader.folder}`, {
    hint: 'Put article.md there, or import a clipping with “dossier import FILE”.',
  })
}

/** Folders and settings that are passed over, but for a slip in their names. */
async function reportMisnamed(reader: Reader, top: readonly Entry[]): Promise<void> {
  const names = namesOf(top)
  for (const {name, kind} of top) {
    const near = nearestName(name, name.includes('.') ? [settingsName, ...editorsLists] : folders)
    if (near === undefined || near === name || (kind === 'folder') !== folders.includes(near)) continue
    if (kind === 'folder' && !(await listNames(reader, name))?.some(entry => isMarkdown(entry.name))) continue
    const file = new VFile({path: name, cwd: reader.folder})
    reader.troubled.push(file)
    const rule = kind === 'folder' ? 'read-folder-name' : 'read-settings-name'
    const hint = !names.includes(near) ? `Rename it to “${near}”.` : kind === 'folder' ? `Move what is in it to “${near}”.` : `Put what it says into “${near}”.`
    report(file, rule, `Unexpected name “${name}”, which is not read, expected “${near}”`, {hint})
  }
}

function namesOf(entries: readonly Entry[] | undefined): string[] {
  return (entries ?? []).map(entry => entry.name)
}

function sorted(names: readonly string[]): string[] {
  return [...names].sort(compareNames)
}

function rank(name: string): number {
  return /^article\.(md|markdown)$/i.test(name) ? 0 : 1
}

function isMarkdown(name: string): boolean {
  return /\.(md|markdown)$/i.test(name)
}

function isOnlyReadme(top: readonly Entry[] | undefined): boolean {
  return !namesOf(top).some(name => name === 'articles' || (isMarkdown(name) && !/^readme\./i.test(name)))
}
