import type {Parents} from 'mdast'
import {quotationSpans} from '../model/quotation-spans.ts'
import type {Block} from './blocks.ts'
import {wordsAroundCitations} from './words-around-citations.ts'

/** Words that an article gives as those of another. */
export interface FoundQuotation {
  readonly kind: 'marks' | 'block'
  /** Blocks that hold it: one for words in marks, those of the block quotation otherwise. */
  readonly blocks: readonly Block[]
  /** Offsets of its words in the text of the first block; the whole block for a block quotation. */
  readonly start: number
  readonly end: number
  /** White space as one space. */
  readonly words: string
}

/** Every passage in quotation marks and every block quotation, in the order of the text. Marks within marks belong to what is around them. */
export function findQuotations(blocks: readonly Block[]): FoundQuotation[] {
  const quoted = new Map<Parents, Block[]>()
  for (const block of blocks) if (block.quotation) quoted.set(block.quotation, [...(quoted.get(block.quotation) ?? []), block])
  return blocks.flatMap((block) => {
    if (!block.quotation) return inMarks(block)
    const own = quoted.get(block.quotation) ?? []
    if (own[0] !== block) return []
    const words = own.map((one) => wordsAroundCitations(one)).join(' ').trim()
    return words === '' ? [] : [{kind: 'block' as const, blocks: own, start: 0, end: block.text.length, words}]
  })
}

function inMarks(block: Block): FoundQuotation[] {
  return quotationSpans(block.text).flatMap(({start, end, isClosed}) => {
    const to = isClosed ? end - 1 : end
    const words = wordsAroundCitations(block, {from: start + 1, to})
    return words !== '' ? [{kind: 'marks' as const, blocks: [block], start: start + 1, end: to, words}] : []
  })
}
