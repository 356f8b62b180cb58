import {findLiterals} from './literal-runs.ts'
import type {Block} from './split-blocks.ts'
import type {Line} from './split-lines.ts'

/** Part of a number, of an address, of a file name. */
const wordLike = /[A-Za-z0-9@._-]/
const han = /\p{Script=Han}/u
/** What a name ends before. */
const endsName = /^(?:$|[\s,，、;；:：.。!！?？<（(）)|/&])/

/**
 * Asterisks that stand for characters the publisher left out (`138****5678`, `li***@example.com`, `刘**`), as escapes, so
 * that none is taken for a mark of emphasis. Code, tables and HTML stay as they are.
 */
export function escapeMasks(block: Block): Block {
  if (block.kind === 'verbatim' || block.kind === 'rule' || !block.lines.some(({text}) => text.includes('*'))) return block
  return {...block, lines: block.lines.map(escapeLine)}
}

function escapeLine(line: Line): Line {
  const {text} = line
  const runs = [...text.matchAll(/\*+/g)]
  if (runs.length === 0) return line
  const times = new Map<number, number>()
  const last = new Map<number, number>()
  for (const {index, 0: {length}} of runs) {
    times.set(length, (times.get(length) ?? 0) + 1)
    last.set(length, index)
  }
  const isApart = apartFromLiterals(text)
  const masks = runs.filter(({index, 0: {length}}) => isMask(text, index, length, (times.get(length) ?? 0) % 2 === 1 && last.get(length) === index) && isApart(index))
  let from = 0
  const pieces: string[] = []
  for (const {index, 0: stars} of masks) {
    pieces.push(text.slice(from, index), '\\*'.repeat(stars.length))
    from = index + stars.length
  }
  return masks.length === 0 ? line : {...line, text: [...pieces, text.slice(from)].join('')}
}

/** Asked for places in their order: whether none of what is no prose stands there. An address with a mask is prose. */
function apartFromLiterals(text: string): (at: number) => boolean {
  const {literals} = findLiterals(text)
  let next = 0
  return (at) => {
    while ((literals[next]?.end ?? Infinity) <= at) next++
    const literal = literals[next]
    return !literal || literal.start > at || text.slice(literal.start, Math.min(literal.end, literal.start + longestAddress)).includes('@')
  }
}

/** Of an address of mail, in UTF-16 units. */
const longestAddress = 320

/** @param isAlone it is the last run of its length in the line, and the others are two by two: it has no partner to be a mark with */
function isMask(text: string, at: number, length: number, isAlone: boolean): boolean {
  const before = text[at - 1] ?? ''
  const after = text[at + length] ?? ''
  if (wordLike.test(before) && wordLike.test(after)) return length > 3 || before === '@' || /^[A-Za-z0-9._-]{0,64}@/.test(text.slice(at + length, at + length + 65)) || isAlone
  return isAlone && length < 4 && han.test(before) && endsName.test(after) && isShortName(text, at)
}

/** A family name of one or two characters before which something else ended. */
function isShortName(text: string, at: number): boolean {
  return /(?:^|[\s,，、;；:：（(])\p{Script=Han}{1,2}$/u.test(text.slice(Math.max(0, at - 4), at))
}
