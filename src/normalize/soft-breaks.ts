import {blocksOf, BlockText} from './block-text.ts'
import {keepLines} from './kept-lines.ts'
import type {Transform} from './transform.ts'
import {after, before, kindOf} from '../model/script.ts'

/**
 * A line break inside a block becomes what the writer meant by it: nothing between two Han characters or beside a
 * full-width mark, one space elsewhere. A Latin word that was broken behind its hyphen is put together again.
 * In mail, the line ends of a signature and of a closing stay.
 */
export const softBreaks: Transform = {
  id: 'soft-breaks',
  says: 'A line break inside a paragraph becomes a space, or nothing between Chinese characters.',
  plugin: ({meta, journal}) => tree => {
    if (meta.kind === 'exhibit') keepLines(tree, journal)
    for (const block of blocksOf(tree)) {
      const words = new BlockText(block, journal)
      const edits = [...words.text.matchAll(/(?<![ \t])[ \t]*\n[ \t\n]*/g)].map(({index, 0: found}) => {
        const end = index + found.length
        return {start: index, end, after: joint(words.text, index, end)}
      })
      words.edit('soft-breaks', edits)
    }
  }
}

function joint(text: string, start: number, end: number): string {
  const left = kindOf(before(text, start))
  const right = kindOf(after(text, end))
  if (left === 'blank' || right === 'blank') return ''
  if (left === 'cjk-mark' || right === 'cjk-mark') return ''
  if (isHanSide(left, right, before(text, start - 1)) && isHanSide(right, left, after(text, end + 1))) return ''
  return isBrokenWord(text, start, end) ? '' : ' '
}

/** A mark that both scripts share belongs to Han when Han stands on the other side of the break, or behind it. */
function isHanSide(side: string, other: string, behind: string | undefined): boolean {
  return side === 'han' || (side === 'shared-mark' && (other === 'han' || kindOf(behind) === 'han'))
}

function isBrokenWord(text: string, start: number, end: number): boolean {
  return /\p{L}-$/u.test(text.slice(Math.max(0, start - 3), start)) && /^\p{L}/u.test(text.slice(end, end + 2))
}
