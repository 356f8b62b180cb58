import {readdirSync, readFileSync} from 'node:fs'

/** Milliseconds between two looks: a page grows by some hundred megabytes in that time at most. */
const interval = 500

/**
 * Watches the memory of a process and all beneath it. Where the system does not tell (only Linux has `/proc`), nothing
 * is watched.
 *
 * @param root number of the process
 * @param onOver called once, when they hold more than the limit
 * @returns ends the watch
 */
export function watchMemory(root: number, limitBytes: number, onOver: () => void): () => void {
  const timer = setInterval(() => {
    const bytes = memoryBeneath(root)
    if (bytes !== undefined && bytes <= limitBytes) return
    clearInterval(timer)
    if (bytes !== undefined) onOver()
  }, interval)
  timer.unref()
  return () => clearInterval(timer)
}

/**
 * Bytes that a process and all beneath it hold in memory for themselves: not what is read from files. `undefined`
 * where the system does not tell, or when it has ended. A hundred small files are read, none of them from a disk: waiting
 * for each takes less time than being called back.
 */
function memoryBeneath(root: number): number | undefined {
  let total = memoryOf(root)
  const waiting = childrenOf(root)
  for (let next = waiting.pop(); total !== undefined && next !== undefined; next = waiting.pop()) {
    total += memoryOf(next) ?? 0
    waiting.push(...childrenOf(next))
  }
  return total
}

function memoryOf(process: number): number | undefined {
  const status = contentOf(`/proc/${process}/status`)
  return status === undefined ? undefined : [...status.matchAll(/^Rss(?:Anon|Shmem):\s+(\d+) kB/gm)].reduce((sum, [, kilobytes]) => sum + Number(kilobytes) * 1024, 0)
}

/** Each thread has the children that it started. */
function childrenOf(process: number): number[] {
  const lists = threadsOf(process).map((thread) => contentOf(`/proc/${process}/task/${thread}/children`) ?? '')
  return lists.flatMap((list) => list.split(' ').filter(Boolean).map(Number))
}

function threadsOf(process: number): string[] {
  try {
    return readdirSync(`/proc/${process}/task`)
  } catch {
    return []
  }
}

function contentOf(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return undefined
  }
}
