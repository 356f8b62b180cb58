import {dirname} from 'node:path'
import type * as fs from 'node:fs/promises'

/** Makes a folder step by step: Node's own way of making several at once never ends where the system makes no folder (`/proc`). */
export async function makeFolder(path: string, system: Pick<typeof fs, 'mkdir'>, mode?: number): Promise<void> {
  const code = await codeOf(system.mkdir(path, {mode}))
  if (code === undefined) return
  if (code !== 'ENOENT' || dirname(path) === path) return void (await system.mkdir(path, {recursive: true, mode}))
  await makeFolder(dirname(path), system, mode)
  await system.mkdir(path, {mode})
}

async function codeOf(work: Promise<unknown>): Promise<string | undefined> {
  return work.then(() => undefined, (error: unknown) => (error instanceof Error && 'code' in error ? String(error.code) : ''))
}
