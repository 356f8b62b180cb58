import type {World} from '../model/world.ts'

/** Takes the time of every stage of a run, from the start of the program on. */
export function timeStages({elapsedMs}: World): {begin(stage: string): void; seconds(): Readonly<Record<string, number>>} {
  const spent = new Map<string, number>()
  let current = {stage: 'start', from: 0}
  const end = (): void => {
    spent.set(current.stage, (spent.get(current.stage) ?? 0) + elapsedMs() - current.from)
  }
  return {
    begin(stage) {
      end()
      current = {stage, from: elapsedMs()}
    },
    /** Ends the last stage. In the order in which they began, to the millisecond. */
    seconds() {
      end()
      return Object.fromEntries([...spent].map(([stage, ms]) => [stage, Math.round(ms) / 1000]))
    },
  }
}
