import type * as fs from 'node:fs/promises'

/** The calls to the system that writing makes, so that a test can let each of them fail. */
export type WriteSystem = Pick<typeof fs, 'access' | 'link' | 'lstat' | 'mkdir' | 'open' | 'realpath' | 'rename' | 'rm' | 'rmdir'>

/** What stands at a path, links not followed; `undefined` when nothing does. Throws what else the system says. */
export async function findAt(path: string, system: Pick<WriteSystem, 'lstat'>) {
  try {
    return await system.lstat(path)
  } catch (error) {
    if (error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR')) return undefined
    throw error
  }
}

/** Writes a new file and flushes it. Throws what the system says, and when something of that name is there. */
export async function writeFlushed(path: string, content: Uint8Array | string, system: Pick<WriteSystem, 'open'>): Promise<void> {
  const file = await system.open(path, 'wx')
  try {
    await file.writeFile(content)
    await file.sync()
  } finally {
    await file.close()
  }
}

/** Makes what was renamed in a folder survive a loss of power, where the system knows how to flush a folder. */
export async function flushFolder(folder: string, system: Pick<WriteSystem, 'open'>): Promise<void> {
  const handle = await system.open(folder, 'r').catch(() => undefined)
  await handle?.sync().catch(() => {})
  await handle?.close().catch(() => {})
}
