import {readdirSync, readFileSync} from 'node:fs'
import {posix} from 'node:path'
import {pathInside} from '../src/model/path-inside.ts'
import type {Entry, EntryKind, FileContent, Read, Refused, World, Written} from '../src/model/world.ts'

/** What a path of the memory disk holds; a link's way is absolute or from its own folder. */
export type Stored = string | Uint8Array | Link | Special
type Link = {readonly link: string}
type Special = {readonly is: 'pipe' | 'forbidden'}

/** A memory world and what happened in it. */
export interface MemoryWorld extends World {
  /** By absolute path. Plain data: read it after a run, change it before the next. */
  readonly stored: Map<string, Stored>
  readonly said: {out: string; err: string}
}

/** Marks for {@link memoryWorld}: what is no plain file. */
export const special = {pipe: {is: 'pipe'}, forbidden: {is: 'forbidden'}} as const

/**
 * A world without a machine. Reads and writes answer as the real disk does, down to the words.
 *
 * @param files content by absolute path; the built-in templates and styles join them unless there is a `/package/templates/`
 * @param options `roomBytes`: how much may still be written; `current`: the current folder, `/work` by default
 */
export function memoryWorld(
  files: Readonly<Record<string, Stored>>,
  options: {roomBytes?: number; current?: string; environment?: Record<string, string>} = {},
): MemoryWorld {
  const hasPackage = Object.keys(files).some((path) => path.startsWith('/package/templates/'))
  const stored = new Map(Object.entries(hasPackage ? files : {...packageFiles, ...files}))
  const said = {out: '', err: ''}
  let clock = 0
  let folders = 0
  const folder = async () => `/tmp/${++folders}`
  return {
    stored,
    said,
    disk: {
      read: async (root, path, limit) => read(stored, {root, path, limit}),
      list: async (root, path) => list(stored, root, path),
      kindOf: async path => kindOf(stored, path),
      write: async (root, all, stale) => write(stored, {root, all, stale: await stale?.() ?? [], room: options.roomBytes ?? Infinity}),
      finish: async () => ({ok: true}),
    },
    terminal: {
      write: text => void (said.out += text),
      writeError: text => void (said.err += text),
      isTerminal: false,
      isErrorTerminal: false,
    },
    environment: options.environment ?? {},
    currentFolder: options.current ?? '/work',
    packageFolder: '/package',
    cacheFolder: folder,
    temporaryFolder: folder,
    elapsedMs: () => ++clock,
  }
}

/** The built-in templates and styles, which every world has in its package. */
const packageFiles: Readonly<Record<string, Stored>> = Object.fromEntries(['templates', 'templates/words', 'styles', 'src/render/web/scripts'].flatMap((folder) => {
  const onDisk = new URL(`../${folder}/`, import.meta.url)
  const names = readdirSync(onDisk).filter((name) => /\.(hbs|yaml|css|js)$/.test(name))
  return names.map((name) => [`/package/${folder}/${name}`, readFileSync(new URL(name, onDisk), 'utf8')])
}))

/** The text at an absolute path of a memory world. */
export function textAt(world: MemoryWorld, path: string): string | undefined {
  const found = world.stored.get(path)
  if (found instanceof Uint8Array) return new TextDecoder().decode(found)
  return typeof found === 'string' ? found : undefined
}

function read(stored: Map<string, Stored>, {root, path, limit}: {root: string; path: string; limit: number}): Read {
  const real = findInside(stored, root, path)
  if (typeof real !== 'string') return real
  const content = stored.get(real)
  if (content === undefined && isFolder(stored, real)) return refuse('wrong-kind', 'it is a folder')
  if (content === undefined) return refuse('missing', 'there is nothing by that name')
  if (isSpecial(content)) {
    return content.is === 'pipe' ? refuse('wrong-kind', 'it is a pipe, a socket or a device') : refuse('forbidden', 'permission denied')
  }
  if (isLink(content)) return refuse('outside', 'it is a link that leads nowhere')
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content
  return bytes.length > limit ? refuse('too-large', `${bytes.length} bytes`) : {ok: true, bytes}
}

function list(stored: Map<string, Stored>, root: string, path: string) {
  const real = findInside(stored, root, path)
  if (typeof real !== 'string') return real
  if (stored.has(real)) return refuse('wrong-kind', 'it is no folder')
  if (!isFolder(stored, real)) return refuse('missing', 'there is nothing by that name')
  const names = new Set([...stored.keys()].filter(key => key.startsWith(`${real}/`)).map(key => key.slice(real.length + 1).split('/')[0] ?? ''))
  const entries = [...names].sort().map((name): Entry => {
    const found = findInside(stored, root, posix.join(path, name))
    return {name, kind: typeof found === 'string' ? kindOf(stored, found) : 'outside'}
  })
  return {ok: true as const, entries}
}

function kindOf(stored: Map<string, Stored>, path: string): EntryKind {
  const content = stored.get(path)
  if (content === undefined) return isFolder(stored, path) ? 'folder' : 'missing'
  return isSpecial(content) && content.is === 'pipe' ? 'other' : 'file'
}

function write(
  stored: Map<string, Stored>,
  {root, all, stale, room}: {root: string; all: readonly FileContent[]; stale: readonly string[]; room: number},
): Written {
  const encoded = all.map(({path, content}) => ({
    path,
    bytes: typeof content === 'string' ? new TextEncoder().encode(content) : content,
  }))
  let left = room
  for (const {path, bytes} of encoded) {
    const inside = pathInside(path)
    if (!inside) return {...refuse('outside', 'it leads out of the folder'), path}
    if (isFolder(stored, posix.join(root, inside))) return {...refuse('wrong-kind', 'it is a folder'), path}
    left -= bytes.length
    if (left < 0) return {...refuse('disk-full', 'the disk is full'), path}
  }
  for (const {path, bytes} of encoded) stored.set(posix.join(root, path), bytes)
  for (const path of stale) stored.delete(posix.join(root, path))
  return {ok: true, files: encoded.map(({path, bytes}) => ({path, bytes: bytes.length}))}
}

function findInside(stored: Map<string, Stored>, root: string, path: string): string | Refused {
  const inside = pathInside(path)
  if (inside === undefined) return refuse('outside', 'it leads out of the folder')
  const real = follow(stored, posix.join(root, inside))
  if (isLink(stored.get(real))) return refuse('outside', 'it is a link that leads nowhere')
  if (real !== root && !real.startsWith(`${root}/`)) return refuse('outside', 'it is a link that leads out of the folder')
  return real
}

/** Follows links in every step of a path, as `realpath` does; a ring of links ends after a few rounds. */
function follow(stored: Map<string, Stored>, path: string, rounds = 8): string {
  const steps = path.split('/')
  for (let end = 2; end <= steps.length; end++) {
    const head = steps.slice(0, end).join('/')
    const content = stored.get(head)
    if (!isLink(content) || rounds === 0) continue
    return follow(stored, posix.join(posix.resolve(posix.dirname(head), content.link), ...steps.slice(end)), rounds - 1)
  }
  return path
}

function isLink(content: Stored | undefined): content is Link {
  return typeof content === 'object' && !(content instanceof Uint8Array) && 'link' in content
}

function isSpecial(content: Stored): content is Special {
  return typeof content === 'object' && !(content instanceof Uint8Array) && 'is' in content
}

function isFolder(stored: Map<string, Stored>, path: string): boolean {
  return [...stored.keys()].some(key => key.startsWith(`${path}/`))
}

function refuse(why: Refused['why'], says: string): Refused {
  return {ok: false, why, says}
}
