/** A word, a character of Han or kana, or a sign that counts, and where it stands in its text. */
export interface Word {
  readonly key: string
  readonly start: number
  readonly end: number
}

/** Words of a copy, from `from` to before `to`, that stand in the place of those of the original, likewise; one of the two may be empty. */
export interface Difference {
  readonly copy: {readonly from: number; readonly to: number}
  readonly original: {readonly from: number; readonly to: number}
}

const word = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]|[\p{L}\p{M}\p{N}]+(?:[.,:'’][\p{L}\p{M}\p{N}]+)*|[$€£¥%‰█]|[−-](?=\d)/gu
/** More steps than this, and the two are no copies of each other. */
const mostSteps = 1200

/** The words of a text; marks and spaces between them count for nothing. */
export function wordsIn(text: string): Word[] {
  return [...text.matchAll(word)].map(({0: found, index}) => ({key: found.normalize('NFKC').replace(/’/g, "'").replace('−', '-'), start: index, end: index + found.length}))
}

/**
 * What differs between a copy and its original, in order: Myers' shortest edit between what begins and ends alike.
 * `undefined` where more than 1,200 words differ.
 */
export function alignWords(copy: readonly Word[], original: readonly Word[]): Difference[] | undefined {
  let head = 0
  while (head < copy.length && head < original.length && copy[head]?.key === original[head]?.key) head += 1
  let tail = 0
  while (tail < copy.length - head && tail < original.length - head && copy[copy.length - 1 - tail]?.key === original[original.length - 1 - tail]?.key) tail += 1
  const [a, b] = [copy.slice(head, copy.length - tail), original.slice(head, original.length - tail)]
  if (a.length === 0 && b.length === 0) return []
  if (a.length === 0 || b.length === 0) return [{copy: {from: head, to: head + a.length}, original: {from: head, to: head + b.length}}]
  const pairs = pairWords(a, b)
  return pairs && gapsBetween(pairs, {head, copy: a.length, original: b.length})
}

/** Pairs of indexes of equal words, in order. */
function pairWords(a: readonly Word[], b: readonly Word[]): (readonly [number, number])[] | undefined {
  const traces: Int32Array[] = []
  let ends = new Int32Array([0, 0, 0])
  for (let steps = 0; steps <= Math.min(mostSteps, a.length + b.length); steps += 1) {
    // Of diagonal k from -steps - 1 to steps + 1, the farthest place in a, at index k + steps + 1.
    const next = new Int32Array(2 * steps + 5)
    for (let k = -steps; k <= steps; k += 2) {
      const at = (diagonal: number): number => ends[diagonal + steps] ?? 0
      let x = steps === 0 ? 0 : k === -steps || (k !== steps && at(k - 1) < at(k + 1)) ? at(k + 1) : at(k - 1) + 1
      while (x < a.length && x - k < b.length && a[x]?.key === b[x - k]?.key) x += 1
      next[k + steps + 1] = x
      if (x >= a.length && x - k >= b.length) return walkBack([...traces, ends], a.length, b.length)
    }
    traces.push(ends)
    ends = next
  }
  return undefined
}

function walkBack(traces: readonly Int32Array[], aLength: number, bLength: number): (readonly [number, number])[] {
  const pairs: (readonly [number, number])[] = []
  let [x, y] = [aLength, bLength]
  for (let steps = traces.length - 1; steps >= 0; steps -= 1) {
    const ends = traces[steps] as Int32Array
    const at = (diagonal: number): number => ends[diagonal + steps] ?? 0
    const k = x - y
    const before = k === -steps || (k !== steps && at(k - 1) < at(k + 1)) ? k + 1 : k - 1
    const [fromX, fromY] = steps === 0 ? [0, 0] : [at(before), at(before) - before]
    while (x > fromX && y > fromY) pairs.push([--x, --y])
    ;[x, y] = [fromX, fromY]
  }
  return pairs.reverse()
}

function gapsBetween(pairs: readonly (readonly [number, number])[], {head, copy, original}: {head: number; copy: number; original: number}): Difference[] {
  const found: Difference[] = []
  let [x, y] = [0, 0]
  for (const [nextX, nextY] of [...pairs, [copy, original] as const]) {
    if (nextX > x || nextY > y) found.push({copy: {from: head + x, to: head + nextX}, original: {from: head + y, to: head + nextY}})
    ;[x, y] = [nextX + 1, nextY + 1]
  }
  return found
}
