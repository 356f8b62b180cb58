import {readdir, readFile} from 'node:fs/promises'

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
  let isOver = false
  const timer = setInterval(() => {
    memoryBeneath(root).then((bytes) => {
      if (bytes <= limitBytes || isOver) return
      isOver = true
      clearInterval(timer)
      onOver()
    }, () => clearInterval(timer))
  }, interval)
  timer.unref()
  return () => {
    isOver = true
    clearInterval(timer)
  }
}

/** Bytes that a process and all beneath it hold in memory for themselves: not what is read from files. Rejects where there is no `/proc`. */
async function memoryBeneath(root: number): Promise<number> {
  let total = await memoryOf(root)
  const waiting = await childrenOf(root)
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    // It may have ended since.
    const [own, children] = await Promise.all([memoryOf(next).catch(() => 0), childrenOf(next).catch(() => [])])
    total += own
    waiting.push(...children)
  }
  return total
}

async function memoryOf(process: number): Promise<number> {
  const status = await readFile(`/proc/${process}/status`, 'utf8')
  return [...status.matchAll(/^Rss(?:Anon|Shmem):\s+(\d+) kB/gm)].reduce((sum, [, kilobytes]) => sum + Number(kilobytes) * 1024, 0)
}

/** Each thread has the children that it started. */
async function childrenOf(process: number): Promise<number[]> {
  const threads = await readdir(`/proc/${process}/task`)
  const lists = await Promise.all(threads.map((thread) => readFile(`/proc/${process}/task/${thread}/children`, 'utf8').catch(() => '')))
  return lists.flatMap((list) => list.split(' ').filter(Boolean).map(Number))
}
