import {Worker} from 'node:worker_threads'
import type {SecondThread} from '../model/world.ts'

/**
 * Starts a second thread of the program.
 *
 * @param entry absolute path of its script
 */
export function startThread(entry: string): SecondThread {
  const worker = new Worker(entry)
  worker.unref()
  const broken = new Promise<never>((_, reject) => worker.once('error', reject))
  broken.catch(() => {})
  let last: Promise<unknown> = Promise.resolve()
  return {
    run(task, input) {
      const done = last.then(() => {
        worker.ref()
        worker.postMessage({task, input})
        return Promise.race([new Promise((resolve) => worker.once('message', resolve)), broken]).finally(() => worker.unref())
      })
      last = done.catch(() => {})
      return done
    },
    async end() {
      await worker.terminate()
    },
  }
}
