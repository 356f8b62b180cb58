/** How an item of a list of pages is shown: by itself, as the end of a range (`12–15`), or not at all. */
export type FolioState = 'shown' | 'joined' | 'hidden'

/** Pages in a row from which on a list that joins has a range. */
const leastInRange = 3

/**
 * Each page once; where the list joins them, pages in a row as a range of its first and last.
 *
 * @param folios in the order of the list; empty ones are not shown
 */
export function showFolios(folios: readonly string[], joins: boolean): FolioState[] {
  const seen = new Set([''])
  const states = folios.map((folio): FolioState => {
    const isNew = !seen.has(folio)
    seen.add(folio)
    return isNew ? 'shown' : 'hidden'
  })
  if (!joins) return states
  const shown = states.flatMap((state, index) => (state === 'shown' ? [index] : []))
  let start = 0
  for (let at = 1; at <= shown.length; at++) {
    const [before, here] = [numberAt(folios, shown[at - 1]), numberAt(folios, shown[at])]
    if (before !== undefined && here === before + 1) continue
    if (at - start >= leastInRange) {
      for (const index of shown.slice(start + 1, at - 1)) states[index] = 'hidden'
      states[shown[at - 1] ?? 0] = 'joined'
    }
    start = at
  }
  return states
}

function numberAt(folios: readonly string[], index: number | undefined): number | undefined {
  const folio = index === undefined ? undefined : folios[index]
  return folio !== undefined && /^\d+$/.test(folio) ? Number(folio) : undefined
}
