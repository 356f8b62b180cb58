import {join} from 'node:path'
import {VFile} from 'vfile'
import {manifestName} from '../model/manifest.ts'
import type {Entry, World} from '../model/world.ts'
import {report} from '../report/report.ts'
import {compareNames} from './compare-names.ts'
import {kindWords} from './kinds/file-kind.ts'
import {tellKind} from './kinds/tell-kind.ts'
import {largestFileBytes} from './refusals.ts'

/** Where to look, and what is known of it. */
export interface UnreadInput {
  readonly world: World
  /** The source folder, absolute. */
  readonly folder: string
  /** Paths of all files that the dossier is made from, and of those that a message names already. */
  readonly known: ReadonlySet<string>
  /** The folder of the outputs, absolute; nothing in it is a source. Default: none. */
  readonly out?: string | undefined
}

/** Most files that are named one by one. */
const mostNamed = 20
/** “dossier init” puts it there for editors of the settings. */
const schemaName = 'dossier.schema.json'
/** Folders deep. */
const deepest = 16

/**
 * Every file of a source folder that no part of the dossier reads, each with `read-file-is-used`; of more than twenty the
 * rest is counted, on the folder (path `.`). Hidden files, the schema of the settings, installed packages (`node_modules`), and
 * folders of outputs are no sources, and are passed over.
 */
export async function findUnread(input: UnreadInput): Promise<VFile[]> {
  const paths = await unreadIn(input)
  const named: VFile[] = []
  for (const path of paths.slice(0, mostNamed)) named.push(await name(path, input))
  if (paths.length <= mostNamed) return named
  const rest = new VFile({path: '.', cwd: input.folder})
  report(rest, 'read-file-is-used', `Unexpected ${paths.length - mostNamed} more files that no part of the dossier reads, from ${paths[mostNamed] ?? ''} on, expected sources alone`, {
    hint: 'Give the dossier a folder of its own.',
  })
  return [...named, rest]
}

/** The nearest first, in each folder by name. */
async function unreadIn({world, folder, known, out}: UnreadInput): Promise<string[]> {
  const found: string[] = []
  const waiting = ['']
  for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
    const listed = await world.disk.list(folder, path)
    const entries = listed.ok ? listed.entries.filter(({name}) => !name.startsWith('.')) : []
    if (path !== '' && isOutputs(entries)) continue
    for (const {name, kind} of [...entries].sort((a, b) => compareNames(a.name, b.name))) {
      const own = path === '' ? name : `${path}/${name}`
      if (known.has(own) || own === schemaName) continue
      if (kind !== 'folder') found.push(own)
      else if (name !== 'node_modules' && join(folder, own) !== out && own.split('/').length < deepest) waiting.push(own)
    }
  }
  return found
}

function isOutputs(entries: readonly Entry[]): boolean {
  return entries.some(({name}) => name === manifestName) && entries.some(({name}) => /^dossier\.|^html$/.test(name))
}

async function name(path: string, {world, folder}: UnreadInput): Promise<VFile> {
  const file = new VFile({path, cwd: folder})
  const read = await world.disk.read(folder, path, largestFileBytes)
  const kind = read.ok ? await tellKind(read.bytes, path) : undefined
  const what = kind === undefined ? 'file' : kindWords[kind].name
  report(file, 'read-file-is-used', `Unexpected ${what} that no part of the dossier reads, expected sources, what they show, settings or originals`, {
    hint: kind === undefined || kind === 'data' ? 'Move it to where it is read (README, “Sources”), or out of the folder.' : kindWords[kind].wayOut,
  })
  return file
}
