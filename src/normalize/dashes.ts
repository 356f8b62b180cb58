import {blocksOf, BlockText} from './block-text.ts'
import type {Edit} from './journal.ts'
import {isChineseAt} from '../model/script.ts'
import type {Transform} from './transform.ts'

/** Two or three hyphens, but not the beginning of a command's option. */
const hyphens = /(?<![-—<!])-{2,3}(?![-—>])|(?<!－)－{2}(?!－)/g
const option = /(?:^|[\s\u2028([])$/
/** A line of hyphens alone: the mark above a signature of mail. */
const alone = /^[ \t]*[-－]+[ \t]*$/
/** A range that the words around it call one: pages, lines …, or years in brackets. */
const range = /(?<=\b(?:pp?\.|pages?|lines?|chapters?|vols?\.|nos\.|§§?)\s?\d{1,5})-(?=\d{1,5}(?![\d—–-]))|(?<=\([12]\d{3})-(?=[12]\d{3}\))/giu

/**
 * Hyphens typed for a dash become the dash of the language: `—`, in Chinese text `——`; number ranges take `–`. Hyphens
 * alone on their line stay.
 */
export const dashes: Transform = {
  id: 'dashes',
  says: 'Hyphens in a row become a dash, and the hyphen in a range of pages or years an en dash.',
  plugin: ({journal}) => tree => {
    for (const block of blocksOf(tree)) {
      const words = new BlockText(block, journal)
      const edits = [...longDashes(words), ...ranges(words.text)].sort((a, b) => a.start - b.start)
      words.edit('dashes', edits)
    }
  }
}

function longDashes(words: BlockText): Edit[] {
  const {text} = words
  return [...text.matchAll(hyphens)].flatMap(({index: start, 0: found}) => {
    const end = start + found.length
    if (words.block.type === 'paragraph' && alone.test(lineAround(text, start, end))) return []
    if (found === '--' && /\d/.test(text.charAt(start - 1)) && /\d/.test(text.charAt(end))) return [{start, end, after: '–'}]
    const isOption = option.test(text.slice(Math.max(0, start - 1), start)) && /^[A-Za-z]/.test(text.slice(end, end + 1))
    if (isOption) return []
    return [{start, end, after: found.startsWith('－') || isChineseAt(words, start, end) ? '——' : '—'}]
  })
}

/** Within a few characters on each side, which is as far as blanks reach. */
function lineAround(text: string, start: number, end: number): string {
  const left = /[^\n\u2028]*$/.exec(text.slice(Math.max(0, start - 8), start))?.[0] ?? ''
  const right = /^[^\n\u2028]*/.exec(text.slice(end, end + 8))?.[0] ?? ''
  return left + text.slice(start, end) + right
}

function ranges(text: string): Edit[] {
  return [...text.matchAll(range)].flatMap(({index}) => {
    const [from = ''] = /\d+$/.exec(text.slice(Math.max(0, index - 5), index)) ?? []
    const [to = ''] = /^\d+/.exec(text.slice(index + 1, index + 6)) ?? []
    // `00-4471` is the number of a thing; `123-7` ends at 127.
    const rises = !/^0/.test(from) && !/^0/.test(to) && (to.length < from.length || Number(to) > Number(from))
    return rises ? [{start: index, end: index + 1, after: '–'}] : []
  })
}
