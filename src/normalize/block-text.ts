import type {Heading, Nodes, Paragraph, PhrasingContent, Root, TableCell, Text} from 'mdast'
import {toString} from 'mdast-util-to-string'
import {SKIP, visit} from 'unist-util-visit'
import {nodesIn} from '../model/nodes-in.ts'
import type {Place} from '../model/place.ts'
import {hasHan} from '../model/script.ts'
import type {Edit, Journal} from './journal.ts'

/** Stands in a block's text for what is no text: code, a picture, an address. */
export const object = '\uFFFC'
/** Stands in a block's text for a break. */
const lineBreak = '\u2028'

export type Block = Paragraph | Heading | TableCell

interface Segment {
  readonly node: Text
  readonly start: number
}

/** Addresses in running text, which no transform may touch: letters, digits and marks of ASCII without spaces or quotes. */
const address = /(?:https?:\/\/|www\.)[!#-&(-;=?-~]+|(?<![\w.+-])[\w.+-]{1,64}@[\w-]+(?:\.[\w-]+)+/g
/** What every address has: asked first, since looking for a whole one takes long. */
const mayHaveAddress = /:\/\/|www\.|@/

/** Every block of a tree whose children are words: paragraphs, headings, cells. */
export function blocksOf(tree: Root): Block[] {
  return nodesIn(tree, 'paragraph', 'heading', 'tableCell')
}

/**
 * The words of one block as one string, across emphasis and links, and the way back to the nodes. Note calls count for
 * nothing; code, pictures and addresses are one {@link object} each, breaks one {@link lineBreak}.
 */
export class BlockText {
  readonly text: string
  /** Where note calls stand, as offsets in the text, in order. */
  readonly calls: readonly number[]
  private readonly segments: Segment[] = []
  private readonly guarded: {start: number; end: number}[]
  private han: boolean | undefined

  constructor(readonly block: Block, private readonly journal: Journal) {
    const parts: string[] = []
    const calls: number[] = []
    let length = 0
    const add = (node: Nodes): void => {
      if ('children' in node && !isAddress(node)) {
        for (const child of node.children) add(child)
        return
      }
      if (node.type === 'footnoteReference') return void calls.push(length)
      if (node.type === 'text') this.segments.push({node, start: length})
      const part = node.type === 'text' ? node.value : node.type === 'break' ? lineBreak : object
      parts.push(part)
      length += part.length
    }
    add(block)
    this.text = parts.join('')
    this.calls = calls
    this.guarded = mayHaveAddress.test(this.text) ? [...this.text.matchAll(address)].map(({index, 0: found}) => ({start: index, end: index + found.length})) : []
  }

  /** Whether there is any Han, kana or bopomofo in the block. */
  get hasHan(): boolean {
    return (this.han ??= hasHan(this.text))
  }

  /** Whether a stretch is text, of one node, and no address. */
  isFree(start: number, end: number): boolean {
    const segment = this.segmentAt(start)
    if (!segment || end > segment.start + segment.node.value.length) return false
    const range = this.guarded[lastAtOrBefore(this.guarded, end - 1)]
    return !range || start >= range.end
  }

  placeOf(start: number): Place {
    const segment = this.segmentAt(start)
    if (segment) return this.journal.placeIn(segment.node, start - segment.start)
    return {file: this.journal.file, line: this.block.position?.start.line ?? 1}
  }

  /** Applies edits, in order; those that are not free are left out. The text of this object stays as it was. */
  edit(rule: string, edits: readonly Edit[]): void {
    const byNode = new Map<Text, Edit[]>()
    for (const {start, end, after} of edits) {
      const segment = this.segmentAt(start)
      if (!segment || !this.isFree(start, end)) continue
      const list = byNode.get(segment.node) ?? []
      addEdit(list, {start: start - segment.start, end: end - segment.start, after})
      byNode.set(segment.node, list)
    }
    for (const [node, list] of byNode) this.journal.edit(rule, node, list)
  }

  /**
   * Puts a hard break in place of each stretch, in its first text. The text of this object stays as it was, and it is
   * of no more use.
   *
   * @param stretches in order, none touching another
   */
  breakAt(stretches: readonly {readonly start: number; readonly end: number}[]): void {
    if (stretches.length === 0) return
    const starts = new Map(this.segments.map(({node, start}) => [node, start]))
    visit(this.block, 'text', (node, index, parent) => {
      const start = starts.get(node)
      if (start === undefined || !parent || index === undefined) return
      const last = lastAtOrBefore(stretches, start + node.value.length - 1)
      if ((stretches[last]?.end ?? 0) <= start) return
      const cuts = stretches.slice(Math.max(0, lastAtOrBefore(stretches, start)), last + 1)
      const pieces = this.cut(node, cuts.map(cut => ({start: cut.start - start, end: cut.end - start})))
      ;(parent.children as PhrasingContent[]).splice(index, 1, ...pieces)
      return [SKIP, index + pieces.length]
    })
  }

  private cut(node: Text, cuts: readonly {readonly start: number; readonly end: number}[]): PhrasingContent[] {
    const pieces: PhrasingContent[] = []
    let from = 0
    for (const {start, end} of [...cuts, {start: node.value.length, end: Infinity}]) {
      if (start > from) pieces.push(this.journal.piece(node, from, start))
      if (start >= 0 && start < node.value.length) pieces.push({type: 'break'})
      from = Math.max(from, end)
    }
    return pieces
  }

  private segmentAt(offset: number): Segment | undefined {
    // Of an empty text and its neighbour, which begin at the same place, the later one holds the character.
    const segment = this.segments[lastAtOrBefore(this.segments, offset)]
    return segment && offset < segment.start + segment.node.value.length ? segment : undefined
  }
}

/** A link that shows its own address. */
function isAddress(node: Nodes): boolean {
  if (node.type !== 'link') return false
  const shown = toString(node)
  return node.url === shown || node.url.endsWith(`//${shown}`) || node.url === `mailto:${shown}`
}

/** Adds an edit to a list in order; one that touches the last becomes one with it, so that the log has it once. */
function addEdit(list: Edit[], edit: Edit): void {
  const last = list.at(-1)
  if (last?.end === edit.start && last.after === '' && edit.after === '') list[list.length - 1] = {...last, end: edit.end}
  else list.push(edit)
}

/** Index of the last of the ranges that begins at or before an offset, -1 when there is none. */
function lastAtOrBefore(ranges: readonly {readonly start: number}[], offset: number): number {
  let low = 0
  let high = ranges.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((ranges[middle]?.start ?? Infinity) <= offset) low = middle + 1
    else high = middle
  }
  return low - 1
}
