import type {Nodes, Parents, PhrasingContent} from 'mdast'
import {toString} from 'mdast-util-to-string'
import {isBody, type Passage} from './texts.ts'

/** The end of a passage: the child of `parent` that holds its last character, and the offset after it there. */
export interface Found {
  readonly passage: Passage
  readonly parent: {children: PhrasingContent[]}
  readonly index: number
  readonly offset: number
  /** Line of the file; `undefined` in a header line. */
  readonly line: number | undefined
}

/** A character of a block and where it stands; of a link's characters the link as a whole. */
interface Letter {
  readonly folded: string
  readonly parent: Parents
  readonly node: Nodes
  readonly offset: number
}

const blocks = new Set(['paragraph', 'heading', 'tableCell'])

/** Every place where the words stand, white space and the form of quotation marks aside; within one block. */
export function findPassage(words: string, passage: Passage): Found[] {
  const wanted = foldAll(words)
  const {content} = passage
  if (wanted === '') return []
  if (!isBody(content)) {
    const at = foldAll(content.value).indexOf(wanted)
    return at === -1 ? [] : [{passage, parent: {children: []}, index: 0, offset: at + wanted.length, line: undefined}]
  }
  return blocksIn(content).filter((block) => foldAll(toString(block, {includeImageAlt: false})).includes(wanted)).flatMap((block) => findInBlock(wanted, block, passage))
}

/** Whether the words stand in two or more blocks of a body, one after the other. */
export function spansBlocks(words: string, {content}: Passage): boolean {
  return isBody(content) && foldAll(blocksIn(content).map((block) => toString(block, {includeImageAlt: false})).join('')).includes(foldAll(words))
}

/** Paragraphs and headings of a body, as they are counted. */
export function blocksIn(node: Nodes): Parents[] {
  if (!('children' in node)) return []
  if (blocks.has(node.type)) return [node]
  return node.children.flatMap((child) => blocksIn(child))
}

/** Text without white space, every quotation mark as good as another. */
export function foldAll(text: string): string {
  return text.replace(/\s+/g, '').replace(/["“”„«»「」『』＂]/g, '"').replace(/['‘’＇]/g, "'")
}

function findInBlock(wanted: string, block: Parents, passage: Passage): Found[] {
  const kept = lettersOf(block).filter((letter) => letter.folded !== '')
  const text = kept.map((letter) => letter.folded).join('')
  const found: Found[] = []
  for (let at = text.indexOf(wanted); at !== -1; at = text.indexOf(wanted, at + 1)) {
    const last = kept[at + wanted.length - 1]
    if (last) found.push({passage, ...positionOf(last), line: last.node.position?.start.line ?? block.position?.start.line})
  }
  return found
}

function positionOf({parent, node, offset}: Letter): Pick<Found, 'parent' | 'index' | 'offset'> {
  return {parent: parent as Found['parent'], index: (parent.children as Nodes[]).indexOf(node), offset: offset + 1}
}

/** A call within a link would be a link in a link: it stands behind it. */
function lettersOf(node: Parents): Letter[] {
  return (node.children as Nodes[]).flatMap((child) => {
    if (child.type === 'text' || child.type === 'inlineCode') return lettersOfText(child.value, child, node)
    if (child.type === 'link') return lettersOfText(toString(child), child, node)
    return 'children' in child ? lettersOf(child) : []
  })
}

function lettersOfText(value: string, node: Nodes, parent: Parents): Letter[] {
  return Array.from({length: value.length}, (_, offset) => ({folded: foldAll(value.charAt(offset)), parent, node, offset}))
}
