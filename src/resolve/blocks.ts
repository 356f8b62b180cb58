import type {FootnoteReference, Link, Nodes, Parents, Root, RootContent, Text} from 'mdast'
import {isCallout} from '../model/callout.ts'
import type {AnchorNode, CitationNode} from '../model/body-nodes.ts'
import {isBody, type Passage, type Texts} from './texts.ts'

/** A paragraph, heading or cell as one line of text, and the way back from the text to its nodes. */
export interface Block {
  readonly node: Parents
  /** Words of all its text, calls and citations left out; a line break is a space. */
  readonly text: string
  readonly runs: readonly Run[]
  /** Citations and calls in their order, each with the offset in the text at which it stands. */
  readonly citations: readonly Standing<CitationNode>[]
  /** Citations of what is not among the exhibits: their words, so many characters, are part of the text. */
  readonly absent: readonly (Standing<AnchorNode> & {readonly length: number})[]
  readonly references: readonly Standing<FootnoteReference>[]
  /** True within a block quotation. */
  readonly quoted: boolean
  /** The block quotation around it, the outermost; `undefined` where there is none. */
  readonly quotation?: Parents
}

/** A node without text of its own. */
interface Standing<Node> {
  readonly node: Node
  readonly offset: number
}

/** Where a node's text begins in that of its block. */
interface Run {
  readonly start: number
  readonly node: Text
  readonly parent: Parents
  /** The outermost link around it; `undefined` where there is none. */
  readonly link: {readonly node: Link; readonly parent: Parents} | undefined
}

/** A body and its blocks. */
export interface Reading {
  readonly passage: Passage
  readonly blocks: readonly Block[]
}

const blockTypes = new Set(['paragraph', 'heading', 'tableCell'])

/** Every body of the dossier in reading order; of a header line there is one block without nodes. */
export function readBlocks(texts: Texts): Reading[] {
  return texts.passages.map((passage) => ({passage, blocks: isBody(passage.content) ? blocksOf(passage.content) : [headerBlock(passage.content.value)]}))
}

/** The blocks of a tree in order. */
export function blocksOf(tree: Root): Block[] {
  const blocks: Block[] = []
  collect(tree, undefined, blocks)
  return blocks
}

function collect(node: Nodes, quotation: Parents | undefined, blocks: Block[]): void {
  if (!('children' in node)) return
  if (blockTypes.has(node.type)) {
    blocks.push(blockOf(node, quotation))
    return
  }
  const around = quotation ?? (node.type === 'blockquote' && !isCallout(node) ? node : undefined)
  for (const child of node.children) collect(child, around, blocks)
}

function blockOf(node: Parents, quotation: Parents | undefined): Block {
  const found: FoundNodes = {runs: [], citations: [], absent: [], references: []}
  const text = textOf(node, {found, start: 0, link: undefined})
  return {node, text, ...found, quoted: quotation !== undefined, ...(quotation && {quotation})}
}

/** What is collected on the way through a block. */
interface FoundNodes {
  readonly runs: Run[]
  readonly citations: Standing<CitationNode>[]
  readonly absent: Block['absent'][number][]
  readonly references: Standing<FootnoteReference>[]
}

function textOf(parent: Parents, {found, start, link}: {found: FoundNodes; start: number; link: Run['link']}): string {
  let text = ''
  for (const child of parent.children as Nodes[]) {
    const offset = start + text.length
    if (child.type === 'text') {
      found.runs.push({start: offset, node: child, parent, link})
      text += child.value
    } else if (child.type === 'inlineCode') text += child.value
    else if (child.type === 'break') text += ' '
    else if (child.type === 'citation') found.citations.push({node: child, offset})
    else if (child.type === 'anchor' && child.id.startsWith('absent-')) found.absent.push({node: child, offset, length: child.length ?? 0})
    else if (child.type === 'footnoteReference') found.references.push({node: child, offset})
    else if ('children' in child) text += textOf(child, {found, start: offset, link: link ?? (child.type === 'link' ? {node: child, parent} : undefined)})
  }
  return text
}

function headerBlock(value: string): Block {
  return {node: {type: 'root', children: []}, text: value, runs: [], citations: [], absent: [], references: [], quoted: false}
}

/** Anchors to be put into blocks, all at once: a block's runs are only true until then. */
export type AnchorPlan = Map<Block, {readonly offset: number; readonly id: string}[]>

/** Notes down that an anchor is to stand before the character at an offset of a block's text. */
export function planAnchor(plan: AnchorPlan, block: Block, anchor: {readonly offset: number; readonly id: string}): void {
  const list = plan.get(block)
  if (list) list.push(anchor)
  else plan.set(block, [anchor])
}

/** Puts all anchors where they belong; several may stand at one place. */
export function putAnchors(plan: AnchorPlan): void {
  for (const [block, anchors] of plan) {
    // From the end on, so that offsets of the runs before stay true.
    for (const {offset, id} of anchors.sort((a, b) => b.offset - a.offset)) putAnchor(block, offset, id)
  }
}

function putAnchor({runs, node}: Block, offset: number, id: string): void {
  const anchor: AnchorNode = {type: 'anchor', id}
  const run = runs.findLast((one) => one.start <= offset)
  if (!run) {
    ;(node.children as RootContent[]).unshift(anchor)
    return
  }
  const children = run.parent.children as RootContent[]
  const index = children.indexOf(run.node)
  const {value} = run.node
  const at = Math.min(offset - run.start, value.length)
  if (at === 0) children.splice(index, 0, anchor)
  else if (at === value.length) children.splice(index + 1, 0, anchor)
  else {
    // The node keeps the words before the anchor: anchors still to come stand there.
    children.splice(index + 1, 0, anchor, {...run.node, value: value.slice(at)})
    run.node.value = value.slice(0, at)
  }
}
