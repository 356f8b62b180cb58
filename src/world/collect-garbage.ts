import {setFlagsFromString} from 'node:v8'
import {runInNewContext} from 'node:vm'

/** Milliseconds to let what was just begun get under way: collecting stops this thread for a while. */
const head = 200

/** Gives memory back while this thread has nothing to do but to wait for another process. */
export function collectGarbageSoon(): void {
  setTimeout(() => {
    setFlagsFromString('--expose-gc')
    ;(runInNewContext('gc') as () => void)()
  }, head).unref()
}
