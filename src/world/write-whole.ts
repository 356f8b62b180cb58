import * as fs from 'node:fs/promises'
import {join} from 'node:path'
import type {FileContent, Refused, Written} from '../model/world.ts'
import {findPlace} from './find-place.ts'
import {finishLocked, journalName, removeStaging, rollBack, rollForward, switchName, type Journal, type Undo} from './finish-switch.ts'
import {leftoverName, sweepLeftovers} from './leftovers.ts'
import {withLock} from './lock-folder.ts'
import {makeFolder} from './make-folder.ts'
import {refusalOf} from './refuse.ts'
import {flushFolder, writeFlushed, type WriteSystem} from './write-system.ts'

export type {WriteSystem}

/** How files are written. */
export interface WriteOptions {
  /** Files that go when the others have come; asked for while nobody else writes there. Default: none */
  readonly stale?: (() => Promise<readonly string[]>) | undefined
  readonly system?: WriteSystem
  /** Milliseconds to wait for others who write there. Default: ten seconds */
  readonly patience?: number
}

/**
 * Writes files into `folder`, all or none. They are written into a hidden folder in it and flushed, with a journal of where
 * they belong; renaming that folder decides on them. Then they are moved into place, and what is moved is taken back when a
 * move fails. After a kill, `finishSwitch` moves what was decided on, and removes what was not.
 */
export async function writeWhole(folder: string, files: readonly FileContent[], {stale, system = fs, patience}: WriteOptions = {}): Promise<Written> {
  if (files.length === 0 && !stale) return {ok: true, files: []}
  const staging = join(folder, leftoverName())
  let path = files[0]?.path ?? ''
  try {
    await makeFolder(folder, system)
    await sweepLeftovers(folder)
    const encoded: {path: string; content: Uint8Array}[] = []
    for (const file of files) {
      path = file.path
      const place = await findPlace(folder, path, system)
      if (!place.ok) return {...place, path}
      encoded.push({path: place.path, content: typeof file.content === 'string' ? Buffer.from(file.content, 'utf8') : file.content})
    }
    await system.mkdir(staging)
    for (const [index, file] of encoded.entries()) {
      path = file.path
      await writeFlushed(join(staging, String(index)), file.content, system)
    }
    path = files[0]?.path ?? ''
    const paths = encoded.map((one) => one.path)
    const refused = await withLock(folder, () => switchTo(folder, paths, {staging, stale, system}), {system, patience})
    if (refused) return {path, ...refused}
    return {ok: true, files: encoded.map((one) => ({path: one.path, bytes: one.content.length}))}
  } catch (error) {
    return {...refusalOf(error), path}
  } finally {
    await system.rm(staging, {recursive: true, force: true}).catch(() => {})
  }
}

interface SwitchOptions extends Pick<WriteOptions, 'stale'> {
  /** Where the new files are. */
  readonly staging: string
  readonly system: WriteSystem
}

/** From old to new, by who holds the lock. Throws what the system says until the new files are decided on. */
async function switchTo(folder: string, files: readonly string[], {staging, stale, system}: SwitchOptions): Promise<(Refused & {path?: string}) | undefined> {
  const finished = await finishLocked(folder, system)
  if (!finished.ok) return finished
  const leaving = (await stale?.() ?? []).filter((path) => !files.includes(path))
  const journal: Journal = {files, stale: leaving}
  await writeFlushed(join(staging, journalName), JSON.stringify(journal), system)
  await flushFolder(staging, system)
  await system.rename(staging, join(folder, switchName))
  await flushFolder(folder, system)
  const undo: Undo = []
  const refused = await rollForward(folder, journal, {system, undo})
  if (refused && !(await rollBack(undo))) return {...refused, why: 'unfinished'}
  await removeStaging(folder, system)
  return refused
}
