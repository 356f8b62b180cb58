import {rmSync} from 'node:fs'
import * as fs from 'node:fs/promises'
import {homedir, tmpdir} from 'node:os'
import {join} from 'node:path'
import {leftoverName, sweepLeftovers} from './leftovers.ts'
import {makeFolder} from './make-folder.ts'

/** A new empty folder beneath the system's temporary folder, readable by this user alone, gone when the process ends. */
export async function makeTemporaryFolder(): Promise<string> {
  if (open.size === 0) {
    await sweepLeftovers(tmpdir())
    process.once('exit', removeAll)
  }
  const folder = join(tmpdir(), leftoverName())
  await fs.mkdir(folder, {mode: 0o700})
  open.add(folder)
  return folder
}

/** The first of the usual places for a cache that can be made and written to. */
export async function makeCacheFolder(environment: Readonly<Record<string, string | undefined>>): Promise<string> {
  const {DOSSIER_CACHE, XDG_CACHE_HOME} = environment
  const candidates = [DOSSIER_CACHE, XDG_CACHE_HOME && join(XDG_CACHE_HOME, 'dossier'), join(homedir(), '.cache', 'dossier')]
  for (const candidate of candidates) {
    if (!candidate) continue
    const made = await makeFolder(candidate, fs, 0o700).then(() => fs.access(candidate, fs.constants.W_OK)).then(() => true, () => false)
    if (made) return candidate
  }
  return makeTemporaryFolder()
}

const open = new Set<string>()

function removeAll(): void {
  for (const folder of open) {
    try {
      rmSync(folder, {recursive: true, force: true, maxRetries: 3})
    } catch {
      // A browser that is still writing its profile wins this race; the next run sweeps.
    }
  }
}
