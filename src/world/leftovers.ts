import {createHash, randomUUID} from 'node:crypto'
import {readdir, rm, stat} from 'node:fs/promises'
import {hostname} from 'node:os'
import {join} from 'node:path'

/**
 * Names of files and folders that must not outlive the run that made them: `.dossier-HOST-PID-RANDOM.part`. A run that
 * is killed leaves them; the next one sees from the name that their maker is gone.
 */
export function leftoverName(): string {
  return workName('part')
}

/** The same with another ending: `lock` for a lock, which is no rest to be swept but a sign to be heeded. */
export function workName(ending: 'part' | 'lock'): string {
  const name = `.dossier-${host}-${process.pid}-${randomUUID()}.${ending}`
  own.add(name)
  return name
}

/** Removes from `folder` what dead runs left there. What may belong to a living run stays. */
export async function sweepLeftovers(folder: string): Promise<void> {
  const names = await readdir(folder).catch(() => [])
  for (const name of names) {
    if (name.endsWith('.part') && (await isOfDead(folder, name))) await rm(join(folder, name), {recursive: true, force: true}).catch(() => {})
  }
}

/** Whether the run is gone that gave a thing in `folder` its name; `undefined` for names that none of them gives. */
export async function isOfDead(folder: string, name: string): Promise<boolean | undefined> {
  const [, maker, pid] = /^\.dossier-([0-9a-f]{8})-(\d+)-[0-9a-f-]{36}\.(?:part|lock)$/.exec(name) ?? []
  if (maker === undefined) return undefined
  if (own.has(name)) return false
  return (maker === host && !isAlive(Number(pid))) || isOld(join(folder, name))
}

/** Which machine this is, in eight hex digits: process ids mean something only on the machine (or in the container) that gave them. */
export const host = createHash('sha256').update(hostname()).digest('hex').slice(0, 8)

const own = new Set<string>()

/** No run takes that long; by then a process id may have been given to another program. */
const oldAfterMs = 6 * 60 * 60 * 1000

function isAlive(pid: number): boolean {
  if (pid === process.pid) return false
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

async function isOld(path: string): Promise<boolean> {
  const found = await stat(path).catch(() => undefined)
  return found !== undefined && Date.now() - found.mtimeMs > oldAfterMs
}
