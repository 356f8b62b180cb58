/**
 * Names the elements of the structure tree anew, by their order. Chromium names them after its own count of nodes
 * (`(node00000206)`), which differs from run to run; where they are sorted (in the tree of ids, ISO 32000-1 §7.9.6) they
 * stay sorted, and every name keeps its length, so that nothing moves in the file.
 */
export function settleIds(printed: Uint8Array): Uint8Array {
  const bytes = Buffer.from(printed)
  const places: {readonly at: number; readonly id: string}[] = []
  for (let at = bytes.indexOf(opening); at >= 0; at = bytes.indexOf(opening, at + 1)) {
    const id = bytes.toString('latin1', at + opening.length, at + opening.length + digits)
    if (/^\d{8}$/.test(id) && bytes[at + opening.length + digits] === closing) places.push({at, id})
  }
  const names = [...new Set(places.map((place) => place.id))].sort()
  const ranks = new Map(names.map((id, rank) => [id, String(rank + 1).padStart(digits, '0')]))
  for (const {at, id} of places) bytes.write(ranks.get(id) ?? id, at + opening.length, 'latin1')
  return bytes
}

const opening = '(node'
const digits = 8
/** `)`. */
const closing = 0x29
