import {closeSync, constants, fstatSync, lstatSync, openSync, readdirSync, readSync, realpathSync, statSync} from 'node:fs'
import {join, relative, isAbsolute, sep} from 'node:path'
import {pathInside} from '../model/path-inside.ts'
import type {Entry, EntryKind, Listed, Read, Refused} from '../model/world.ts'
import {refusalOf, refuse} from './refuse.ts'

// Files are asked for one by one, in calls that wait: a dossier has many small ones, and handing each of ten calls for
// every one of them to another thread and back takes longer than the disk does.

/**
 * Reads one plain file beneath `folder`. The real path, with every link followed, must lie beneath the real path of
 * `folder`; it is then opened without following links again, so that nothing can be put there in between, and without
 * waiting, so that a pipe cannot hold the program.
 */
export function readInside(folder: string, path: string, limitBytes: number): Promise<Read> {
  return Promise.resolve(readPlain(folder, path, limitBytes))
}

function readPlain(folder: string, path: string, limitBytes: number): Read {
  const found = findInside(folder, path)
  if (!found.ok) return found
  try {
    // Opening some devices has effects, so look before.
    if (!lstatSync(found.real).isFile()) return notAFile(found.real)
    const file = openSync(found.real, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK)
    try {
      return readOpened(file, limitBytes)
    } finally {
      closeSync(file)
    }
  } catch (error) {
    return refusalOf(error)
  }
}

/** The entries of a folder beneath `folder`, in code-unit order. */
export function listInside(folder: string, path: string): Promise<Listed> {
  return Promise.resolve(listEntries(folder, path))
}

function listEntries(folder: string, path: string): Listed {
  const found = findInside(folder, path)
  if (!found.ok) return found
  try {
    const entries = readdirSync(found.real, {withFileTypes: true}).map((entry): Entry => ({
      name: entry.name,
      kind: entry.isSymbolicLink() ? kindOfLink(folder, join(path, entry.name)) : kindOfEntry(entry),
    }))
    return {ok: true, entries: entries.sort((a, b) => (a.name < b.name ? -1 : 1))}
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'ENOTDIR'
      ? refuse('wrong-kind', 'it is no folder')
      : refusalOf(error)
  }
}

/** What stands at an absolute path, links followed. */
export function kindAt(absolute: string): Promise<EntryKind> {
  return Promise.resolve(kindOf(absolute))
}

function kindOf(absolute: string): EntryKind {
  try {
    return kindOfEntry(statSync(absolute))
  } catch {
    return 'missing'
  }
}

/** Whether `path` lies in `folder` or is it; both real paths. */
export function liesWithin(folder: string, path: string): boolean {
  const way = relative(folder, path)
  return way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way)
}

function findInside(folder: string, path: string): {ok: true; real: string} | Refused {
  const inside = pathInside(path)
  if (inside === undefined) return refuse('outside', 'it leads out of the folder')
  try {
    const root = realpathSync.native(folder)
    const real = realpathSync.native(join(root, inside))
    return liesWithin(root, real) ? {ok: true, real} : refuse('outside', 'it is a link that leads out of the folder')
  } catch (error) {
    return refusalOf(error)
  }
}

function readOpened(file: number, limitBytes: number): Read {
  const {size} = fstatSync(file)
  if (size > limitBytes) return refuse('too-large', `${size} bytes`)
  // A file may grow, and some files of the system give no size: so the limit holds while reading, too.
  const chunks: Uint8Array[] = []
  let total = 0
  for (let expected = size; ; expected = 0) {
    const buffer = new Uint8Array(expected > 0 ? expected + 1 : 65_536)
    const bytesRead = readSync(file, buffer, 0, buffer.length, null)
    if (bytesRead === 0) break
    total += bytesRead
    if (total > limitBytes) return refuse('too-large', `more than ${limitBytes} bytes`)
    chunks.push(buffer.subarray(0, bytesRead))
  }
  return {ok: true, bytes: Buffer.concat(chunks)}
}

function notAFile(real: string): Refused {
  const kind = kindOf(real)
  return refuse('wrong-kind', kind === 'folder' ? 'it is a folder' : 'it is a pipe, a socket or a device')
}

function kindOfLink(folder: string, path: string): EntryKind {
  const found = findInside(folder, path)
  return found.ok ? kindOf(found.real) : 'outside'
}

function kindOfEntry(entry: {isFile(): boolean; isDirectory(): boolean}): EntryKind {
  if (entry.isFile()) return 'file'
  return entry.isDirectory() ? 'folder' : 'other'
}
