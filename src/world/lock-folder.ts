import * as fs from 'node:fs/promises'
import {join} from 'node:path'
import {setTimeout as pause} from 'node:timers/promises'
import type {Refused} from '../model/world.ts'
import {isOfDead, workName} from './leftovers.ts'
import {refuse} from './refuse.ts'
import type {WriteSystem} from './write-system.ts'

/** How long another build that writes is waited for: milliseconds. */
const patienceMs = 10_000

/** What waiting needs. */
export interface LockOptions {
  readonly system: Pick<WriteSystem, 'open' | 'rm'>
  /** Milliseconds to wait for others. Default: ten seconds. */
  readonly patience?: number | undefined
}

/**
 * Does `work` while no other process that asks in the same way works in `folder`. Each lays a lock of a name of its own there, then looks for
 * others: of two at least one sees the other, takes its own away and tries again. So a lock that a dead process left can be
 * removed without mistaking it for a new one. Throws what the system says when no lock can be laid.
 *
 * @returns what `work` returns, or a refusal (`busy`) that names the one who works there
 */
export async function withLock<T>(folder: string, work: () => Promise<T>, {system, patience = patienceMs}: LockOptions): Promise<T | Refused> {
  const until = performance.now() + patience
  for (;;) {
    const name = workName('lock')
    const lock = join(folder, name)
    try {
      await layLock(lock, system)
      const other = await livingLock(folder, name)
      if (other === undefined) return await work()
      if (performance.now() > until) return busy(other)
    } finally {
      await system.rm(lock, {force: true}).catch(() => {})
    }
    // Not the same for both, or they would meet again.
    await pause(20 + Math.random() * 100)
  }
}

/** Waits until nobody works in `folder`, without a lock: for who only reads. `undefined`, or a refusal (`busy`). */
export async function awaitOthers(folder: string, patience = patienceMs): Promise<Refused | undefined> {
  const until = performance.now() + patience
  for (;;) {
    const other = await livingLock(folder)
    if (other === undefined) return undefined
    if (performance.now() > until) return busy(other)
    await pause(50)
  }
}

async function layLock(lock: string, system: Pick<WriteSystem, 'open'>): Promise<void> {
  const file = await system.open(lock, 'wx')
  try {
    await file.writeFile(`${new Date().toISOString()}\n`)
  } finally {
    await file.close()
  }
}

/** The name of a lock of another that lives; locks of the dead are removed. */
async function livingLock(folder: string, own?: string): Promise<string | undefined> {
  const names = await fs.readdir(folder).catch(() => [])
  let living: string | undefined
  for (const name of names) {
    if (name === own || !name.startsWith('.dossier-') || !name.endsWith('.lock')) continue
    const isDead = await isOfDead(folder, name)
    if (isDead === undefined) continue
    if (isDead) await fs.rm(join(folder, name), {force: true}).catch(() => {})
    else living = name
  }
  return living
}

function busy(lock: string): Refused {
  const [, , pid] = lock.split('-')
  return refuse('busy', `another build (process ${pid}) writes there; if there is none, remove ${lock}`)
}
