import type {Block, Reading} from './blocks.ts'
import {hashTable} from './hash-table.ts'
import {joinHashes, scanTokens, tokensOf, type Token} from './scan-tokens.ts'

/** The exhibits as one run of tokens, with what is needed to find words in it. */
export interface ExhibitIndex {
  /** Hashes of all tokens, exhibit after exhibit. */
  readonly hashes: Int32Array
  readonly blocks: readonly IndexedBlock[]
  /** Number of a feature by its hash. */
  readonly features: ReadonlyMap<number, number>
  /** Numbers of the blocks that hold a feature, by its number. */
  readonly blocksOf: readonly (readonly number[])[]
  /** First block of each stretch, and that after its last. */
  readonly stretches: readonly {readonly first: number; readonly end: number}[]
  /** Where two tokens stand side by side that begin a part of a quotation, by their joined hashes. */
  readonly beginnings: ReadonlyMap<number, readonly number[]>
}

export interface IndexedBlock {
  readonly block: Block
  readonly reading: Reading
  /** Its place in the list of all blocks. */
  readonly number: number
  /** Index of its first token, and that after its last. */
  readonly first: number
  readonly end: number
  /** Number of the message or other run of blocks that it belongs to: a passage may go on in the next block, but not in another message. */
  readonly stretch: number
}

/** What is looked for. */
export interface Sought {
  /** Number by hash: words, and pairs of Han characters. */
  readonly features: ReadonlyMap<number, number>
  /** Joined hashes of the first two tokens of each part. */
  readonly beginnings: ReadonlySet<number>
}

/** Reads the exhibits once. Takes time in step with their length, whatever is looked for. */
export function indexExhibits(readings: readonly Reading[], {features, beginnings}: Sought): ExhibitIndex {
  const exhibits = readings.filter(({passage}) => passage.kind === 'exhibit')
  const length = exhibits.reduce((sum, {blocks}) => sum + blocks.reduce((all, {text}) => all + text.length, 0), 0)
  const hashes = new Int32Array(length)
  const blocks: IndexedBlock[] = []
  const blocksOf: number[][] = Array.from({length: features.size}, () => [])
  const numbers = hashTable(features)
  const lastBlock = new Int32Array(features.size).fill(-1)
  const lists = [...beginnings].map((): number[] => [])
  const listOf = hashTable([...beginnings].map((hash, index) => [hash, index] as const))
  const stretches: {first: number; end: number}[] = []
  let count = 0
  let number = 0
  const enter = (feature: number): void => {
    const found = numbers.get(feature)
    if (found < 0 || lastBlock[found] === number) return
    lastBlock[found] = number
    blocksOf[found]?.push(number)
  }
  for (const [stretch, reading] of exhibits.entries()) {
    const firstBlock = number
    for (const block of reading.blocks) {
      const first = count
      let before = 0
      let isHanBefore = false
      scanTokens(block.text, (hash, _start, _end, isHan) => {
        hashes[count] = hash
        if (!isHan) enter(hash)
        if (count > first) {
          const joined = joinHashes(before, hash)
          if (isHan && isHanBefore) enter(joined)
          const list = listOf.get(joined)
          if (list >= 0) lists[list]?.push(count - 1)
        }
        before = hash
        isHanBefore = isHan
        count++
      })
      blocks.push({block, reading, number, first, end: count, stretch})
      number++
    }
    stretches.push({first: firstBlock, end: number})
  }
  const starts = new Map([...beginnings].map((hash, index) => [hash, lists[index] ?? []]))
  return {hashes: hashes.subarray(0, count), blocks, features, blocksOf, stretches, beginnings: starts}
}

/** Words that do not stand in Chinese, and pairs of Han characters: what a passage is known by. */
export function featuresOf(tokens: readonly {readonly hash: number; readonly isHan: boolean}[]): number[] {
  return tokens.flatMap((token, index) => {
    const before = tokens[index - 1]
    if (!token.isHan) return [token.hash]
    return before?.isHan ? [joinHashes(before.hash, token.hash)] : []
  })
}

/** The block that holds a token. */
export function blockAt({blocks}: ExhibitIndex, token: number): IndexedBlock {
  let low = 0
  let high = blocks.length - 1
  while (low < high) {
    const middle = (low + high) >> 1
    if ((blocks[middle]?.end ?? 0) <= token) low = middle + 1
    else high = middle
  }
  return blocks[low] as IndexedBlock
}

/** Id of the exhibit that a block stands in. */
export function exhibitOf({reading}: IndexedBlock): string {
  return reading.passage.within
}

/** Blocks of one message as one text. */
export interface Region {
  /** Words of the blocks, a line feed between two. */
  readonly text: string
  readonly tokens: readonly Token[]
  /** Index of its first token in {@link ExhibitIndex.hashes}. */
  readonly base: number
  /** The block that holds an offset of the text, and the offset in the block. */
  placeOf(offset: number): {readonly block: IndexedBlock; readonly offset: number}
}

/** The blocks that hold the tokens `from` … `to - 1`, all of one stretch. */
export function readRegion(index: ExhibitIndex, from: number, to: number): Region {
  const first = blockAt(index, from)
  const last = blockAt(index, Math.max(from, to - 1))
  const blocks = index.blocks.slice(first.number, last.number + 1)
  const text = blocks.map(({block}) => block.text).join('\n')
  return {
    text,
    tokens: tokensOf(text),
    base: first.first,
    placeOf: (offset) => {
      let left = offset
      for (const block of blocks) {
        if (left <= block.block.text.length) return {block, offset: left}
        left -= block.block.text.length + 1
      }
      return {block: last, offset: 0}
    },
  }
}
