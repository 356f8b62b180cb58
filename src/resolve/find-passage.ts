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

/** The same, with the words. */
export interface FoundWords extends Found {
  /** As they stand there; of a header line all of it. */
  readonly words: string
}

/** Makes alike what counts as alike: of one character, or of many. */
type Fold = (text: string) => string

/** A character of a block and where it stands; of a link's characters the link as a whole. */
interface Letter {
  readonly letter: string
  readonly parent: Parents
  readonly node: Nodes
  readonly offset: number
}

const blocks = new Set(['paragraph', 'heading', 'tableCell'])

/** Every place where the words stand, white space and the form of quotation marks aside (or what `fold` makes alike); within one block. */
export function findPassage(words: string, passage: Passage, fold: Fold = foldAll): FoundWords[] {
  const wanted = fold(words)
  const {content} = passage
  if (wanted === '') return []
  if (!isBody(content)) {
    const at = fold(content.value).indexOf(wanted)
    return at === -1 ? [] : [{passage, parent: {children: []}, index: 0, offset: at + wanted.length, line: undefined, words: content.value}]
  }
  return blocksIn(content).filter((block) => fold(toString(block, {includeImageAlt: false})).includes(wanted)).flatMap((block) => findInBlock(wanted, block, {passage, fold}))
}

/** Whether the words stand in two or more blocks of a body, one after the other. */
export function spansBlocks(words: string, {content}: Passage, fold: Fold = foldAll): boolean {
  return isBody(content) && fold(words) !== '' && fold(blocksIn(content).map((block) => toString(block, {includeImageAlt: false})).join('')).includes(fold(words))
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

/** Letters and digits alone, full-width ones as plain ones. */
export function foldToLetters(text: string): string {
  return text.normalize('NFKC').replace(/[^\p{L}\p{N}]+/gu, '')
}

function findInBlock(wanted: string, block: Parents, {passage, fold}: {readonly passage: Passage; readonly fold: Fold}): FoundWords[] {
  const all = lettersOf(block)
  const folded = all.map(({letter}) => fold(letter))
  // The character of each unit of the folded text: one may fold to several, or to none.
  const owners = folded.flatMap((units, number) => Array.from({length: units.length}, () => number))
  const text = folded.join('')
  const found: FoundWords[] = []
  for (let at = text.indexOf(wanted); at !== -1; at = text.indexOf(wanted, at + 1)) {
    const [from = 0, to = 0] = [owners[at], owners[at + wanted.length - 1]]
    const last = all[to]
    if (!last) continue
    const words = all.slice(from, to + 1).map(({letter}) => letter).join('')
    found.push({passage, ...positionOf(last), line: last.node.position?.start.line ?? block.position?.start.line, words})
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
  return Array.from({length: value.length}, (_, offset) => ({letter: value.charAt(offset), parent, node, offset}))
}
