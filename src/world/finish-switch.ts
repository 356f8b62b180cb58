import * as fs from 'node:fs/promises'
import {dirname, join} from 'node:path'
import type {Finished, Refused} from '../model/world.ts'
import {findPlace} from './find-place.ts'
import {leftoverName, sweepLeftovers} from './leftovers.ts'
import {awaitOthers, withLock, type LockOptions} from './lock-folder.ts'
import {readInside} from './read-inside.ts'
import {refusalOf, refuse} from './refuse.ts'
import {findAt, flushFolder, type WriteSystem} from './write-system.ts'

/**
 * The folder of new files that wait to be moved into place, and of the journal that says where to. Whoever writes makes it by
 * another name and gives it this one when it is whole: by this one step the new files are decided on.
 */
export const switchName = '.dossier-switch'
export const journalName = 'journal.json'

/** What is to be moved and removed. The new file for the n-th path is named `n`. */
export interface Journal {
  readonly files: readonly string[]
  readonly stale: readonly string[]
}

/** Steps that take back what was done, in the order in which it was done. */
export type Undo = (() => Promise<void>)[]

/** No journal of ours comes near. */
const largestJournalBytes = 64 * 2 ** 20

/**
 * Rolls forward what a killed run had decided on in `folder`, and removes what it left undecided. Nothing is touched where there is nothing of
 * the kind. The folder may be hostile: only plain files within it are moved or removed.
 */
export async function finishSwitch(folder: string, {system = fs, patience}: Partial<Omit<LockOptions, 'system'>> & {readonly system?: WriteSystem} = {}): Promise<Finished> {
  try {
    const names = await fs.readdir(folder).catch(() => [])
    if (!names.some((name) => name.startsWith('.dossier-'))) return {ok: true}
    const busy = await awaitOthers(folder, patience)
    if (busy) return busy
    await sweepLeftovers(folder)
    if (!(await findAt(join(folder, switchName), system))) return {ok: true}
    return await withLock(folder, () => finishLocked(folder, system), {system, patience})
  } catch (error) {
    return refusalOf(error)
  }
}

/** The same for who holds the lock. Throws what the system says. */
export async function finishLocked(folder: string, system: WriteSystem): Promise<Finished> {
  const staging = join(folder, switchName)
  const found = await findAt(staging, system)
  if (!found) return {ok: true}
  if (!found.isDirectory()) return refuse('wrong-kind', `${switchName} is no folder; remove it`)
  if (await findAt(join(staging, journalName), system)) {
    const journal = await readJournal(folder)
    if (!journal) return refuse('failed', `what a build was to write is not told by ${switchName}/${journalName}; remove ${switchName} and build again`)
    const refused = await rollForward(folder, journal, {system})
    if (refused) return refuse(refused.why, `${refused.path}: ${refused.says}`)
  }
  await removeStaging(folder, system)
  return {ok: true}
}

/**
 * Moves files into place and stale ones out of it; what was moved before is fine.
 *
 * @param options `undo`: filled with what takes it all back; when missing, old files are not kept
 * @returns what stood in the way
 */
export async function rollForward(folder: string, {files, stale}: Journal, {system, undo}: {system: WriteSystem; undo?: Undo}): Promise<(Refused & {path: string}) | undefined> {
  const parents = new Set<string>()
  for (const [index, path] of files.entries()) {
    const moved = await orRefusal(() => moveIn(folder, path, {index, system, undo}))
    if (!moved.ok) return {...moved, path}
    parents.add(moved.parent)
  }
  const left = new Set<string>()
  for (const [index, path] of stale.entries()) {
    const moved = await orRefusal(() => moveOut(folder, path, {index, system, undo}))
    if (!moved.ok) return {...moved, path}
    left.add(moved.parent)
  }
  for (const parent of new Set([...parents, ...left])) await flushFolder(parent, system)
  // A folder that holds anything stays.
  for (const parent of left) if (parent !== folder) await system.rmdir(parent).catch(() => {})
  return undefined
}

/** Takes back, last step first. False when a step failed: then what was decided stays so, and is finished later. */
export async function rollBack(undo: Undo): Promise<boolean> {
  for (const step of [...undo].reverse()) {
    const isDone = await step().then(() => true, () => false)
    if (!isDone) return false
  }
  return true
}

/** Ends the switch: from the first step on it is not decided any more. */
export async function removeStaging(folder: string, system: WriteSystem): Promise<void> {
  const staging = join(folder, switchName)
  const last = join(folder, leftoverName())
  const isRenamed = await system.rename(staging, last).then(() => true, () => false)
  if (!isRenamed) await system.rm(join(staging, journalName), {force: true}).catch(() => {})
  await system.rm(isRenamed ? last : staging, {recursive: true, force: true}).catch(() => {})
}

interface MoveOptions {
  readonly index: number
  readonly system: WriteSystem
  readonly undo: Undo | undefined
}

type Moved = {readonly ok: true; readonly parent: string} | Refused

async function moveIn(folder: string, path: string, {index, system, undo}: MoveOptions): Promise<Moved> {
  const staged = join(folder, switchName, String(index))
  const place = await findPlace(folder, path, system)
  if (!place.ok) return place
  const {target} = place
  const moved = {ok: true, parent: dirname(target)} as const
  const waiting = await findAt(staged, system)
  if (!waiting) return moved
  if (!waiting.isFile()) return refuse('wrong-kind', `${switchName}/${index} is no plain file`)
  await makeParent(target, system, undo)
  if (undo && place.has !== 'nothing') {
    const old = join(folder, switchName, `old-${index}`)
    // Not every file system has hard links; there the old file is away for a moment.
    await system.link(target, old).catch(() => system.rename(target, old))
    undo.push(() => system.rename(old, target))
  }
  await system.rename(staged, target)
  undo?.push(() => system.rename(target, staged))
  return moved
}

/** A plain file goes; what is another thing, or lies elsewhere, stays. */
async function moveOut(folder: string, path: string, {index, system, undo}: MoveOptions): Promise<Moved> {
  const away = join(folder, switchName, `stale-${index}`)
  const place = await findPlace(folder, path, system)
  if (!place.ok || place.has === 'other') return {ok: true, parent: folder}
  const moved = {ok: true, parent: dirname(place.target)} as const
  if (place.has === 'nothing') return (await findAt(away, system)) ? moved : {ok: true, parent: folder}
  await system.rename(place.target, away)
  undo?.push(() => system.rename(away, place.target))
  return moved
}

async function makeParent(target: string, system: WriteSystem, undo: Undo | undefined): Promise<void> {
  const missing: string[] = []
  for (let at = dirname(target); !(await findAt(at, system)); at = dirname(at)) missing.unshift(at)
  for (const at of missing) {
    await system.mkdir(at)
    undo?.push(() => system.rmdir(at))
  }
}

async function readJournal(folder: string): Promise<Journal | undefined> {
  const read = await readInside(folder, `${switchName}/${journalName}`, largestJournalBytes)
  if (!read.ok) return undefined
  try {
    const journal = JSON.parse(new TextDecoder().decode(read.bytes)) as Partial<Record<keyof Journal, unknown>> | null
    const {files, stale} = journal ?? {}
    return isList(files) && isList(stale) ? {files, stale} : undefined
  } catch {
    return undefined
  }
}

function isList(value: unknown): value is string[] {
  return Array.isArray(value) && value.every((one) => typeof one === 'string')
}

async function orRefusal<T>(work: () => Promise<T>): Promise<T | Refused> {
  try {
    return await work()
  } catch (error) {
    return refusalOf(error)
  }
}
