import {entriesOf, latin1} from './scan-value.ts'

/** Objects by number; those that change are replaced. */
export type Bodies = (Uint8Array | undefined)[]

/** Bytes. An element with more has many kids: a chapter, a table. */
export const longestElement = 100_000

/** Numbers of the elements of the structure tree, in ascending order, by their kind (`S`, ISO 32000-2 §14.7.2); but for the longest. */
export function elementsByKind(bodies: Bodies): ReadonlyMap<string, readonly number[]> {
  const found = new Map<string, number[]>()
  for (const [number, body] of bodies.entries()) {
    const kind = body && body.length <= longestElement ? kindOf(body) : undefined
    if (kind === undefined) continue
    const known = found.get(kind)
    if (known) known.push(number)
    else found.set(kind, [number])
  }
  return found
}

/** Chromium writes type and kind first. */
function kindOf(body: Uint8Array): string | undefined {
  const head = latin1(body, 0, Math.min(64, body.length))
  if (!head.includes('/StructElem')) return undefined
  const kind = /^<<\/Type \/StructElem\s*\/S\s*\/(\w+)\s/.exec(head)?.[1]
  if (kind !== undefined) return kind
  const entry = entriesOf(body).get('S')
  return entry && latin1(body, entry.start + 1, entry.end)
}
