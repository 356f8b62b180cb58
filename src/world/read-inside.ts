import {constants} from 'node:fs'
import {lstat, open, readdir, realpath, stat} from 'node:fs/promises'
import type {FileHandle} from 'node:fs/promises'
import {join, relative, isAbsolute, sep} from 'node:path'
import {pathInside} from '../model/path-inside.ts'
import type {Entry, EntryKind, Listed, Read, Refused} from '../model/world.ts'
import {refusalOf, refuse} from './refuse.ts'

/**
 * Reads one plain file beneath `folder`. The real path, with every link followed, must lie beneath the real path of
 * `folder`; it is then opened without following links again, so that nothing can be put there in between, and without
 * waiting, so that a pipe cannot hold the program.
 */
export async function readInside(folder: string, path: string, limitBytes: number): Promise<Read> {
  const found = await findInside(folder, path)
  if (!found.ok) return found
  try {
    // Opening some devices has effects, so look before.
    if (!(await lstat(found.real)).isFile()) return await notAFile(found.real)
    const file = await open(found.real, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK)
    try {
      return await readOpened(file, limitBytes)
    } finally {
      await file.close()
    }
  } catch (error) {
    return refusalOf(error)
  }
}

/** The entries of a folder beneath `folder`, in code-unit order. */
export async function listInside(folder: string, path: string): Promise<Listed> {
  const found = await findInside(folder, path)
  if (!found.ok) return found
  try {
    const entries: Entry[] = []
    for (const entry of await readdir(found.real, {withFileTypes: true})) {
      const kind = entry.isSymbolicLink() ? await kindOfLink(folder, join(path, entry.name)) : kindOfEntry(entry)
      entries.push({name: entry.name, kind})
    }
    return {ok: true, entries: entries.sort((a, b) => (a.name < b.name ? -1 : 1))}
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'ENOTDIR'
      ? refuse('wrong-kind', 'it is no folder')
      : refusalOf(error)
  }
}

/** What stands at an absolute path, links followed. */
export async function kindAt(absolute: string): Promise<EntryKind> {
  try {
    return kindOfEntry(await stat(absolute))
  } catch {
    return 'missing'
  }
}

/** Whether `path` lies in `folder` or is it; both real paths. */
export function liesWithin(folder: string, path: string): boolean {
  const way = relative(folder, path)
  return way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way)
}

async function findInside(folder: string, path: string): Promise<{ok: true; real: string} | Refused> {
  const inside = pathInside(path)
  if (inside === undefined) return refuse('outside', 'it leads out of the folder')
  try {
    const root = await realpath(folder)
    const real = await realpath(join(root, inside))
    return liesWithin(root, real) ? {ok: true, real} : refuse('outside', 'it is a link that leads out of the folder')
  } catch (error) {
    return refusalOf(error)
  }
}

async function readOpened(file: FileHandle, limitBytes: number): Promise<Read> {
  const {size} = await file.stat()
  if (size > limitBytes) return refuse('too-large', `${size} bytes`)
  // A file may grow, and some files of the system give no size: so the limit holds while reading, too.
  const chunks: Uint8Array[] = []
  let total = 0
  for (let expected = size; ; expected = 0) {
    const buffer = new Uint8Array(Math.max(expected, 65_536))
    const {bytesRead} = await file.read(buffer, 0, buffer.length, null)
    if (bytesRead === 0) break
    total += bytesRead
    if (total > limitBytes) return refuse('too-large', `more than ${limitBytes} bytes`)
    chunks.push(buffer.subarray(0, bytesRead))
  }
  return {ok: true, bytes: Buffer.concat(chunks)}
}

async function notAFile(real: string): Promise<Refused> {
  const kind = await kindAt(real)
  return refuse('wrong-kind', kind === 'folder' ? 'it is a folder' : 'it is a pipe, a socket or a device')
}

async function kindOfLink(folder: string, path: string): Promise<EntryKind> {
  const found = await findInside(folder, path)
  return found.ok ? kindAt(found.real) : 'outside'
}

function kindOfEntry(entry: {isFile(): boolean; isDirectory(): boolean}): EntryKind {
  if (entry.isFile()) return 'file'
  return entry.isDirectory() ? 'folder' : 'other'
}
