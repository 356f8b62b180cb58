/** Names longer than this are nobody's typing mistake, and would make the table below costly. */
const longestName = 64

/**
 * The known name that a person most likely meant, by the number of slips between the two: a letter missing,
 * added, wrong, or swapped with its neighbour. Case and the form of Unicode count for nothing.
 *
 * @returns `undefined` when no name is near: more than a third of the letters would be slips. Of names equally near
 * the first is taken.
 */
export function nearestName(wanted: string, names: Iterable<string>): string | undefined {
  const folded = fold(wanted)
  if (folded.length === 0 || folded.length > longestName) return undefined
  let best: {name: string; slips: number} | undefined
  for (const name of names) {
    const candidate = fold(name)
    const allowed = Math.max(1, Math.floor(Math.max(folded.length, candidate.length) / 3))
    if (candidate.length > longestName || Math.abs(candidate.length - folded.length) > allowed) continue
    const slips = countSlips(folded, candidate)
    if (slips <= allowed && slips < candidate.length && (!best || slips < best.slips)) best = {name, slips}
  }
  return best?.name
}

/** The hint for a name that does not exist: the nearest one, else all of them when they are few. */
export function hintNearest(wanted: string, names: Iterable<string>): string | undefined {
  const known = [...names]
  const near = nearestName(wanted, known)
  if (near !== undefined) return `Did you mean “${near}”?`
  if (known.length === 0 || known.length > 12) return undefined
  return `Known here: ${known.join(', ')}.`
}

function fold(name: string): string[] {
  return [...name.normalize('NFC').toLowerCase()]
}

/** Distance of the optimal string alignment: three rows of the usual table are enough. */
function countSlips(a: readonly string[], b: readonly string[]): number {
  let beforeLast: number[] = []
  let last = Array.from({length: b.length + 1}, (_, column) => column)
  for (let row = 1; row <= a.length; row++) {
    const current = [row]
    for (let column = 1; column <= b.length; column++) {
      const wrong = a[row - 1] === b[column - 1] ? 0 : 1
      let slips = Math.min(at(last, column) + 1, at(current, column - 1) + 1, at(last, column - 1) + wrong)
      const swapped = row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1]
      if (swapped) slips = Math.min(slips, at(beforeLast, column - 2) + 1)
      current.push(slips)
    }
    beforeLast = last
    last = current
  }
  return at(last, b.length)
}

function at(row: readonly number[], index: number): number {
  return row[index] ?? Infinity
}
