import {createHash} from 'node:crypto'
import {mkdir, readFile, rename, rm, writeFile} from 'node:fs/promises'
import {join} from 'node:path'

/** Keeps what is costly to make, by name. What it can't keep or find again is only made anew. */
export interface FontCache {
  read(name: string): Promise<Uint8Array | undefined>
  write(name: string, bytes: Uint8Array): Promise<void>
}

const hashBytes = 32

/** A cache in a folder. Each file starts with the SHA-256 of the rest, so that a damaged one counts as none. */
export function fontCacheIn(folder: () => Promise<string>): FontCache {
  const path = async (name: string): Promise<string> => join(await folder(), 'fonts', name)
  return {
    async read(name) {
      const kept = await readFile(await path(name)).catch(() => undefined)
      const bytes = kept?.subarray(hashBytes)
      return bytes && sha256(bytes).equals(kept?.subarray(0, hashBytes) ?? Buffer.alloc(0)) ? bytes : undefined
    },
    async write(name, bytes) {
      const place = await path(name)
      const beside = `${place}.${process.pid}-${++written}`
      try {
        await mkdir(join(place, '..'), {recursive: true, mode: 0o700})
        await writeFile(beside, Buffer.concat([sha256(bytes), bytes]))
        await rename(beside, place)
      } catch {
        await rm(beside, {force: true}).catch(() => {})
      }
    },
  }
}

let written = 0

function sha256(bytes: Uint8Array): Buffer {
  return createHash('sha256').update(bytes).digest()
}

/** A cache for the length of a test. */
export function fontCacheInMemory(): FontCache {
  const kept = new Map<string, Uint8Array>()
  return {
    read: async name => kept.get(name),
    write: async (name, bytes) => void kept.set(name, bytes),
  }
}
