import {after, before, kindOf} from '../model/script.ts'
import {blocksOf, BlockText} from './block-text.ts'
import type {Edit, Journal} from './journal.ts'
import type {Block} from './block-text.ts'
import type {Transform} from './transform.ts'

/** Characters without width or meaning in running text: zero-width spaces, soft hyphens, controls, noncharacters. */
const invisible = /[\u00AD\u200B\u2060\uFEFF\u0000-\u0008\u000B-\u001F\u007F-\u009F\uFFFE\uFFFF]/g
/** Marks of direction: needed beside letters that run from right to left, else only good for hiding things. */
const direction = /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/g
const rightToLeft = /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u
/** Joiners do nothing behind these; elsewhere (emoji, Indic, Persian) they shape what is read. */
const idleJoiner = /(?<![^\p{Script=Latin}\p{Script=Han}\p{P}\p{Z}\p{N}\p{Cc}\u200C\u200D])[\u200C\u200D]/gu

/**
 * Runs of spaces become one; invisible characters, the space before a note's call and the ideographic spaces that indent
 * a paragraph go.
 * A no-break space stays, and no space is ever put or taken away between Han and Latin.
 */
export const spaces: Transform = {
  id: 'spaces',
  says: 'Runs of spaces become one; invisible characters, spaces before the calls of notes, and spaces that indent a paragraph, go.',
  plugin: ({journal}) => tree => {
    for (const block of blocksOf(tree)) {
      removeInvisible(block, journal)
      removeBeforeCalls(block, journal)
      removeSurplus(block, journal)
    }
  }
}

/** One kind after the other, since a joiner is judged by what stands before it when the others are gone. */
function removeInvisible(block: Block, journal: Journal): void {
  const {text} = new BlockText(block, journal)
  if (![invisible, direction, idleJoiner].some(pattern => text.search(pattern) >= 0)) return
  const keepDirection = rightToLeft.test(text)
  for (const pattern of keepDirection ? [invisible, idleJoiner] : [invisible, direction, idleJoiner]) {
    const words = new BlockText(block, journal)
    words.edit('spaces', [...words.text.matchAll(pattern)].map(removal))
  }
}

/** A call stands behind its word: the space before it goes where there is one behind it, or a mark, or nothing more. */
function removeBeforeCalls(block: Block, journal: Journal): void {
  const words = new BlockText(block, journal)
  const {text, calls} = words
  if (calls.length === 0) return
  // Calls one after the other, with or without spaces between them, are one for what follows.
  const behind = [...calls]
  for (let index = calls.length - 2; index >= 0; index--) {
    if (text.slice(calls[index], calls[index + 1]).trim() === '') behind[index] = behind[index + 1] ?? 0
  }
  const edits: Edit[] = []
  let done = 0
  calls.forEach((at, index) => {
    let start = at
    while (start > done && blanks.test(text.charAt(start - 1))) start--
    if (start > 0 && start < at && isParted(text, start, behind[index] ?? at)) edits.push(...eachUnit(start, at))
    done = at
  })
  words.edit('spaces', edits)
}

/** White space that may stand before a call. */
const blanks = /[ \t\n\u00A0\u202F]/

/** Whether the word before a call stays apart from what follows it. */
function isParted(text: string, start: number, behind: number): boolean {
  const next = after(text, behind)
  if (next === undefined || blanks.test(next) || /[\p{Pe}\p{Pf}\p{Po}\u2028]/u.test(next)) return true
  return kindOf(before(text, start)) === 'han' && kindOf(next) === 'han'
}

function removeSurplus(block: Block, journal: Journal): void {
  const words = new BlockText(block, journal)
  // What the pattern below finds has one of these; looking behind at every place takes long, and few blocks have any.
  if (!/[\t\u3000]|^[ \n]|[ \n]$| {2}/.test(words.text)) return
  const edits = [...words.text.matchAll(/^[ \t\n\u3000]+|(?<![ \t\n])[ \t\n]+$|(?<=[ \t])[ \t]+|(?<![ \t])\t/g)].flatMap(found => {
    const {start, end} = removal(found)
    // Behind a call that begins the block the space stays.
    if (start === 0 && words.calls[0] === 0) return []
    const isLoneTab = found[0] === '\t' && start > 0 && end < words.text.length && !/[ \t]/.test(words.text.charAt(start - 1))
    if (isLoneTab) return [{start, end, after: ' '}]
    return eachUnit(start, end)
  })
  words.edit('spaces', edits)
}

function removal(found: RegExpExecArray): Edit {
  return {start: found.index, end: found.index + found[0].length, after: ''}
}

/** One by one, because a run may begin in one node and end in another. */
function eachUnit(start: number, end: number): Edit[] {
  return Array.from({length: end - start}, (_, index) => ({start: start + index, end: start + index + 1, after: ''}))
}
