import type {Change} from '../../../model/change.ts'

/** Changes of one source that have not been found in the book yet, by the line they stand in. */
export interface ChangeStock {
  /** Uses up one change of a line that `fits`, and gives it; `undefined` when there is none. */
  take(line: number, fits: (change: Change) => boolean): Change | undefined
  /** Puts back what was taken too early. */
  put(change: Change): void
  /** True while a line has changes that have not been found. */
  has(line: number): boolean
  /** Whether a line has one that `fits`. */
  some(line: number, fits: (change: Change) => boolean): boolean
  /** True when all have been found. */
  readonly isEmpty: boolean
  /** What has not been found. */
  left(): readonly Change[]
}

/** @param changes of one source */
export function changeStock(changes: readonly Change[]): ChangeStock {
  const lines = new Map<number, Map<string, Change[]>>()
  const put = (change: Change): void => {
    const kinds = lines.get(change.place.line) ?? new Map<string, Change[]>()
    const key = `${change.before}\u0000${change.after}`
    const same = kinds.get(key)
    if (same) same.push(change)
    else kinds.set(key, [change])
    lines.set(change.place.line, kinds)
  }
  changes.forEach(put)
  return {
    put,
    take(line, fits) {
      const kinds = lines.get(line)
      if (!kinds) return undefined
      for (const [key, same] of kinds) {
        const [first] = same
        if (!first || !fits(first)) continue
        const taken = same.pop()
        if (same.length === 0) kinds.delete(key)
        if (kinds.size === 0) lines.delete(line)
        return taken
      }
      return undefined
    },
    has: (line) => lines.has(line),
    some: (line, fits) => [...(lines.get(line)?.values() ?? [])].some(([first]) => first !== undefined && fits(first)),
    get isEmpty() {
      return lines.size === 0
    },
    left: () => [...lines.values()].flatMap((kinds) => [...kinds.values()].flat()),
  }
}
