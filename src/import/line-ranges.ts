import type {LineRange} from '../model/place.ts'
import {plainWords} from '../model/mail/plain-words.ts'
import type {Block} from '../model/mail/split-blocks.ts'

/** From the first to the last line of blocks that hold anything; `undefined` when none does. */
export function rangeOf(blocks: readonly Block[]): LineRange | undefined {
  const full = blocks.filter((block) => block.kind === 'verbatim' || block.lines.some((line) => plainWords(line.text) !== ''))
  const first = full[0]?.lines[0]?.number
  const last = full.at(-1)?.lines.at(-1)?.number
  return first === undefined || last === undefined ? undefined : {first, last}
}

/** Line numbers as ranges; lines that are empty in the original don't part them. */
export function rangesOf(numbers: readonly number[], isEmpty: (line: number) => boolean): LineRange[] {
  const ranges: {first: number; last: number}[] = []
  for (const number of [...numbers].sort((a, b) => a - b)) {
    const range = ranges.at(-1)
    if (range && joins(range.last, number, isEmpty)) range.last = number
    else ranges.push({first: number, last: number})
  }
  return ranges
}

function joins(last: number, next: number, isEmpty: (line: number) => boolean): boolean {
  for (let line = last + 1; line < next; line += 1) if (!isEmpty(line)) return false
  return true
}
