import {findLiterals} from './literal-runs.ts'
import type {Block} from '../model/mail/split-blocks.ts'
import type {Line} from '../model/mail/split-lines.ts'

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
  const isApart = apartFromLiterals(text)
  /** Marks of emphasis so far, by their length. */
  const marks = new Map<number, number>()
  const isOpen = (length: number): boolean => (marks.get(length) ?? 0) % 2 === 1
  const escaped = text.replace(/\*+/g, (stars, at: number) => {
    const {length} = stars
    // `**one****two**`: four may close what is bold and open it again.
    if (!isOpen(length) && !(length === 4 && isOpen(2)) && isMask(text, at, length) && isApart(at)) return '\\*'.repeat(length)
    marks.set(length, (marks.get(length) ?? 0) + 1)
    return stars
  })
  return escaped === text ? line : {...line, text: escaped}
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

/** Whether a run of asterisks that closes nothing stands in a number or an address, or after a family name, where none can open anything. */
function isMask(text: string, at: number, length: number): boolean {
  const before = text[at - 1] ?? ''
  const after = text[at + length] ?? ''
  if (wordLike.test(before) && wordLike.test(after)) {
    const isInAddress = before === '@' || /^[A-Za-z0-9._-]{0,64}@/.test(text.slice(at + length, at + length + 65))
    return length > 3 || isInAddress || (/\d/.test(before) && /\d/.test(after))
  }
  return length < 4 && han.test(before) && endsName.test(after) && isShortName(text, at)
}

/** A family name of one or two characters before which something else ended. */
function isShortName(text: string, at: number): boolean {
  return /(?:^|[\s,，、;；:：（(])\p{Script=Han}{1,2}$/u.test(text.slice(Math.max(0, at - 4), at))
}
