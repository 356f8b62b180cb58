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
  let last: Promise<unknown> | undefined
  const send = async (task: string, input: unknown): Promise<unknown> => {
    worker.ref()
    // Sent at once: whoever asks goes on with work of its own, and a message of the next turn would wait for its end.
    worker.postMessage({task, input})
    return Promise.race([new Promise((resolve) => worker.once('message', resolve)), broken]).finally(() => worker.unref())
  }
  return {
    run(task, input) {
      const done = last === undefined ? send(task, input) : last.then(() => send(task, input))
      const settled: Promise<unknown> = done.catch(() => {}).then(() => {
        if (last === settled) last = undefined
      })
      last = settled
      return done
    },
    async end() {
      await worker.terminate()
    },
  }
}
