import type {Parents} from 'mdast'
import type {Block} from './blocks.ts'
import {tokensOf} from './scan-tokens.ts'

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

const closers: ReadonlyMap<string, string> = new Map([['“', '”'], ['„', '“”'], ['«', '»'], ['「', '」'], ['『', '』'], ['"', '"'], ['＂', '＂'], ['‘', '’']])
/** Words in single marks that are fewer than these may be anything. */
const leastInSingles = 3

/** Every passage in quotation marks and every block quotation, in the order of the text. Marks within marks belong to what is around them. */
export function findQuotations(blocks: readonly Block[]): FoundQuotation[] {
  const quoted = new Map<Parents, Block[]>()
  for (const block of blocks) if (block.quotation) quoted.set(block.quotation, [...(quoted.get(block.quotation) ?? []), block])
  return blocks.flatMap((block) => {
    if (!block.quotation) return inMarks(block)
    const own = quoted.get(block.quotation) ?? []
    if (own[0] !== block) return []
    const words = tidy(own.map((one) => one.text).join(' '))
    return words === '' ? [] : [{kind: 'block' as const, blocks: own, start: 0, end: block.text.length, words}]
  })
}

function inMarks(block: Block): FoundQuotation[] {
  const {text} = block
  const found: FoundQuotation[] = []
  for (let at = 0; at < text.length; at++) {
    const closing = closers.get(text[at] ?? '')
    if (closing === undefined || !mayOpen(text, at)) continue
    const end = endOf(text, at, closing)
    if (end === undefined) continue
    const words = tidy(text.slice(at + 1, end))
    if (words !== '' && (text[at] !== '‘' || tokensOf(words).length >= leastInSingles)) found.push({kind: 'marks', blocks: [block], start: at + 1, end, words})
    at = end
  }
  return found
}

/** A single or straight mark after a letter is an apostrophe or an inch. */
function mayOpen(text: string, at: number): boolean {
  return !/["‘]/.test(text[at] ?? '') || at === 0 || !/[\p{L}\p{N}]/u.test(text[at - 1] ?? '') || /\p{Script=Han}/u.test(text[at - 1] ?? '')
}

/** Where a quotation ends; at the end of the block where a double mark is not closed in it: it goes on in the next one. */
function endOf(text: string, from: number, closing: string): number | undefined {
  const opening = text[from] ?? ''
  let depth = 1
  for (let at = from + 1; at < text.length; at++) {
    const character = text[at] ?? ''
    if (closing.includes(character) && !isApostrophe(text, at)) {
      if (--depth === 0) return at
    } else if (character === opening && !closing.includes(opening)) depth++
  }
  return opening === '“' ? text.length : undefined
}

function isApostrophe(text: string, at: number): boolean {
  return text[at] === '’' && /[\p{L}\p{N}]/u.test(text[at + 1] ?? '') && !/\p{Script=Han}/u.test(text[at + 1] ?? '')
}

function tidy(words: string): string {
  return words.replace(/\s+/g, ' ').trim()
}
