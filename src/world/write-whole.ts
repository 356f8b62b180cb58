import * as fs from 'node:fs/promises'
import {constants} from 'node:fs'
import {dirname, join} from 'node:path'
import {pathInside} from '../model/path-inside.ts'
import type {FileContent, Refused, Written} from '../model/world.ts'
import {leftoverName, sweepLeftovers} from './leftovers.ts'
import {makeFolder} from './make-folder.ts'
import {liesWithin} from './read-inside.ts'
import {refusalOf, refuse} from './refuse.ts'

/** The calls to the system that writing makes, so that a test can let each of them fail. */
export type WriteSystem = Pick<typeof fs, 'access' | 'link' | 'lstat' | 'mkdir' | 'open' | 'realpath' | 'rename' | 'rm' | 'rmdir'>

/**
 * Writes files into `folder`, all or none as far as a file system allows: each is written beside its place and flushed;
 * only when all are there are they renamed, and when a renaming fails the ones before it are taken back.
 *
 * @param options `stale`: files that go when the others have come; none by default
 */
export async function writeWhole(
  folder: string,
  files: readonly FileContent[],
  {stale = [], system = fs}: {stale?: readonly string[] | undefined; system?: WriteSystem} = {},
): Promise<Written> {
  const steps: Step[] = []
  let path = ''
  try {
    for (const file of files) {
      path = file.path
      const refused = await writeBeside(folder, file, {steps, system})
      if (refused) return {...refused, path}
    }
    for (path of stale) await addLeaving(folder, path, {steps, system})
    for (const step of steps) {
      path = step.path
      await moveIntoPlace(step, steps.length > 1, system)
    }
    for (const parent of new Set(steps.map(step => dirname(step.target)))) await flushFolder(parent, system)
    return {ok: true, files: steps.filter(({leaves}) => !leaves).map(({path, bytes}) => ({path, bytes}))}
  } catch (error) {
    for (const step of steps) await takeBack(step, system)
    return {...refusalOf(error), path}
  } finally {
    for (const step of steps) await tidy(step, system)
  }
}

/** One file on its way. */
interface Step {
  readonly path: string
  readonly bytes: number
  readonly target: string
  /** The new content, until it is renamed. */
  readonly part: string
  /** A second name of the old content, until all is done. */
  readonly backup: string
  hadOld: boolean
  moved: boolean
  /** Nothing comes in its place. */
  readonly leaves: boolean
}

async function writeBeside(
  folder: string,
  {path, content}: FileContent,
  {steps, system}: {steps: Step[]; system: WriteSystem},
): Promise<Refused | undefined> {
  const inside = pathInside(path)
  if (!inside) return refuse('outside', 'it leads out of the folder')
  const target = join(folder, inside)
  const parent = dirname(target)
  await makeFolder(parent, system)
  if (!liesWithin(await system.realpath(folder), await system.realpath(parent))) return refuse('outside', 'a link leads out of the folder')
  const old = await findOld(target, system)
  if (old?.isDirectory()) return refuse('wrong-kind', 'it is a folder')
  // Renaming would replace a file that its owner has made read-only.
  if (old?.isFile()) await system.access(target, constants.W_OK)
  await sweepLeftovers(parent)
  const bytes = typeof content === 'string' ? Buffer.from(content, 'utf8') : content
  const step = {path: inside, bytes: bytes.length, target, part: join(parent, leftoverName()), backup: join(parent, leftoverName())}
  steps.push({...step, hadOld: old !== undefined, moved: false, leaves: false})
  const file = await system.open(step.part, 'wx')
  try {
    await file.writeFile(bytes)
    await file.sync()
  } finally {
    await file.close()
  }
  return undefined
}

/** A plain file that is to go; what is another thing, or lies elsewhere, stays. */
async function addLeaving(folder: string, path: string, {steps, system}: {steps: Step[]; system: WriteSystem}): Promise<void> {
  const inside = pathInside(path)
  if (!inside) return
  const target = join(folder, inside)
  const old = await findOld(target, system)
  if (!old?.isFile() || !liesWithin(await system.realpath(folder), await system.realpath(dirname(target)))) return
  steps.push({path: inside, bytes: 0, target, part: join(dirname(target), leftoverName()), backup: join(dirname(target), leftoverName()), hadOld: true, moved: false, leaves: true})
}

async function findOld(target: string, system: WriteSystem) {
  try {
    return await system.lstat(target)
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined
    throw error
  }
}

async function moveIntoPlace(step: Step, needsBackup: boolean, system: WriteSystem): Promise<void> {
  if (step.leaves) {
    await system.rename(step.target, step.backup)
    step.moved = true
    return
  }
  if (needsBackup && step.hadOld) {
    // Not every file system has hard links; there the old file is away for a moment.
    await system.link(step.target, step.backup).catch(() => system.rename(step.target, step.backup))
  }
  await system.rename(step.part, step.target)
  step.moved = true
}

async function takeBack(step: Step, system: WriteSystem): Promise<void> {
  if (step.hadOld) await system.rename(step.backup, step.target).catch(() => {})
  else if (step.moved) await system.rm(step.target, {force: true}).catch(() => {})
}

async function tidy(step: Step, system: WriteSystem): Promise<void> {
  await system.rm(step.part, {force: true}).catch(() => {})
  await system.rm(step.backup, {force: true}).catch(() => {})
  // A folder that holds anything stays.
  if (step.leaves) await system.rmdir(dirname(step.target)).catch(() => {})
}

/** Makes the renaming itself survive a loss of power, where the system knows how to flush a folder. */
async function flushFolder(folder: string, system: WriteSystem): Promise<void> {
  const handle = await system.open(folder, 'r').catch(() => undefined)
  await handle?.sync().catch(() => {})
  await handle?.close().catch(() => {})
}
