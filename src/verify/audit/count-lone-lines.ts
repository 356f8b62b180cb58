import type {TextStream} from './text-stream.ts'

/**
 * First and last lines of blocks that a page end parts from all other lines of their block. The texts agree: only where
 * blocks end is known of the expected one, where lines and pages begin of the painted one.
 */
export function countLoneLines(expected: string, {text, notes}: TextStream): number {
  const ends = blockEnds(expected)
  const lines = notes.flatMap(({at, what}) => (isNoteOf(what, 'baseline') ? [at] : []))
  const pages = notes.flatMap(({at, what}, index) => (index > 0 && isNoteOf(what, 'page') ? [at] : []))
  // Both counted in characters, white space aside: lines and gaps are no part of them.
  const counts = charactersBefore(text, [...lines, ...pages])
  const lineAt = lines.map((at) => counts.get(at) ?? 0)
  let lone = 0
  let block = 0
  let line = 0
  for (const at of pages) {
    const page = counts.get(at) ?? 0
    while ((ends[block] ?? Infinity) <= page) block++
    const [begins, over] = [ends[block - 1] ?? 0, ends[block] ?? Infinity]
    if (begins === page) continue
    while (line > 0 && (lineAt[line - 1] ?? 0) >= begins) line--
    while ((lineAt[line] ?? Infinity) < begins) line++
    let [before, after] = [0, 0]
    for (let index = line; (lineAt[index] ?? Infinity) < over; index++) {
      if ((lineAt[index] as number) < page) before++
      else after++
    }
    if (before + after > 2 && (before === 1 || after === 1)) lone++
  }
  return lone
}

/** Characters before each block's end, white space aside. */
function blockEnds(text: string): number[] {
  const ends: number[] = []
  let count = 0
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code === 0x0a) ends.push(count)
    else if (code !== 0x20) count++
  }
  return [...ends, count]
}

function charactersBefore(text: string, offsets: readonly number[]): ReadonlyMap<number, number> {
  const sorted = [...new Set(offsets)].sort((a, b) => a - b)
  const counts = new Map<number, number>()
  let count = 0
  let next = 0
  for (let at = 0; at <= text.length && next < sorted.length; at++) {
    if (at === sorted[next]) {
      counts.set(at, count)
      next++
    }
    const code = text.charCodeAt(at)
    if (code !== 0x0a && code !== 0x20) count++
  }
  return counts
}

function isNoteOf(what: unknown, key: 'baseline' | 'page'): boolean {
  return typeof what === 'object' && what !== null && key in what
}
