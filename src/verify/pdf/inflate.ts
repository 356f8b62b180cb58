import {inflateSync} from 'node:zlib'

/** Most bytes that one stream may hold: a picture of 50 megapixels has 150 MB. */
const mostBytes = 256 * 2 ** 20
/** Most bytes of a file in streams that are packed tighter than text and pictures are. */
const mostTight = 512 * 2 ** 20
const tightness = 200

/** How much of what it may unpack a file has unpacked. */
export interface InflateBudget {
  tight: number
}

/**
 * Unpacks a stream (RFC 1950), within bounds: a few bytes may stand for as many as fill the memory.
 *
 * @throws Error when it is damaged, or when it or all such streams of the file hold too much
 */
export function inflate(packed: Uint8Array, budget: InflateBudget): Uint8Array {
  const left = Math.max(1, mostTight - budget.tight)
  // What is not tight is no longer than this.
  const plain = inflateSync(packed, {maxOutputLength: Math.min(mostBytes, Math.max(left, tightness * packed.length, 1))})
  if (plain.length > tightness * packed.length) budget.tight += plain.length
  return plain
}
