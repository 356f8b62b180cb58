import {constants} from 'node:fs'
import {dirname, join} from 'node:path'
import {pathInside} from '../model/path-inside.ts'
import type {Refused} from '../model/world.ts'
import {liesWithin} from './read-inside.ts'
import {refuse} from './refuse.ts'
import {findAt, type WriteSystem} from './write-system.ts'

/** Where a file may be written, or a plain file taken away. */
export interface Place {
  readonly ok: true
  /** As given, made plain. */
  readonly path: string
  readonly target: string
  /** What is there now. */
  readonly has: 'nothing' | 'file' | 'other'
}

/**
 * The place that a path names beneath `folder`, which is there. Nothing is made. Refused when it leads out, when a folder is
 * there or something else where a folder should be, or what is there may not be changed. Throws what else the system says.
 */
export async function findPlace(folder: string, path: string, system: WriteSystem): Promise<Place | Refused> {
  const inside = pathInside(path)
  if (!inside) return refuse('outside', 'it leads out of the folder')
  // Names that begin so are for work under way.
  if (inside.startsWith('.dossier-')) return refuse('wrong-kind', 'the name is kept for work under way')
  const target = join(folder, inside)
  let parent = dirname(target)
  while (parent !== folder && !(await findAt(parent, system))) parent = dirname(parent)
  const real = await system.realpath(parent)
  if (!liesWithin(await system.realpath(folder), real)) return refuse('outside', 'a link leads out of the folder')
  if (!(await system.lstat(real)).isDirectory()) return refuse('wrong-kind', 'something else of that name is in the way')
  await system.access(parent, constants.W_OK)
  const old = await findAt(target, system)
  if (old?.isDirectory()) return refuse('wrong-kind', 'it is a folder')
  // Renaming would replace a file that its owner has made read-only.
  if (old?.isFile()) await system.access(target, constants.W_OK)
  return {ok: true, path: inside, target, has: old ? (old.isFile() ? 'file' : 'other') : 'nothing'}
}
