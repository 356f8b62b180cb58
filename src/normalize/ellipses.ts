import {blocksOf, BlockText} from './block-text.ts'
import {isChineseAt} from '../model/script.ts'
import type {Transform} from './transform.ts'

/** Three dots, and no more; in Chinese text up to six, or full stops. */
const dots = /(?<![.…])(?:\.{3}|\.{6})(?![.…])|。{3,}/g

/** Dots typed one by one become the ellipsis of the language: `…` in Latin text, `……` in Chinese (GB/T 15834 §4.11). */
export const ellipses: Transform = {
  id: 'ellipses',
  says: 'Dots in a row become an ellipsis.',
  plugin: ({journal}) => tree => {
    for (const block of blocksOf(tree)) {
      const words = new BlockText(block, journal)
      const edits = [...words.text.matchAll(dots)].flatMap(({index: start, 0: found}) => {
        const end = start + found.length
        if (found.startsWith('。') || isChineseAt(words, start, end)) return [{start, end, after: '……'}]
        return found.length === 3 ? [{start, end, after: '…'}] : []
      })
      words.edit('ellipses', edits)
    }
  }
}
