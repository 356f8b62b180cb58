import type {Nodes, Parents, PhrasingContent, Text} from 'mdast'
import {toString} from 'mdast-util-to-string'
import {isBody, type Passage} from './texts.ts'

/** The end of a passage: the child of `parent` that holds its last character, and the offset after it there. */
export interface Found {
  readonly content: Passage['content']
  readonly parent: {children: PhrasingContent[]}
  readonly index: number
  readonly offset: number
}

/** A character of a block and where it stands. */
interface Letter {
  readonly folded: string
  readonly parent: Parents
  readonly node: Text
  readonly offset: number
}

const blocks = new Set(['paragraph', 'heading', 'tableCell'])

/** Every place where the words stand, white space and the form of quotation marks aside; within one block. */
export function findPassage(words: string, content: Passage['content']): Found[] {
  const wanted = [...words].map(fold).join('')
  if (wanted === '') return []
  if (!isBody(content)) {
    return [...content.value].map(fold).join('').includes(wanted) ? [{content, parent: {children: []}, index: 0, offset: 0}] : []
  }
  return blocksOf(content).flatMap((block) => findInBlock(wanted, lettersOf(block), content))
}

/** The block that shares the most character pairs with the words; `undefined` when none shares a third of them. */
export function nearestPassage(words: string, contents: readonly Passage['content'][]): string | undefined {
  const wanted = pairs(words)
  let best = {share: 1 / 3, text: undefined as string | undefined}
  for (const text of contents.flatMap((content) => (isBody(content) ? blocksOf(content).map((block) => toString(block)) : [content.value]))) {
    const there = pairs(text)
    const share = [...wanted].filter((pair) => there.has(pair)).length / Math.max(1, wanted.size)
    if (share > best.share) best = {share, text}
  }
  return best.text && best.text.length > 120 ? `${best.text.slice(0, 119)}…` : best.text
}

function findInBlock(wanted: string, letters: readonly Letter[], content: Passage['content']): Found[] {
  const kept = letters.filter((letter) => letter.folded !== '')
  const text = kept.map((letter) => letter.folded).join('')
  const found: Found[] = []
  for (let at = text.indexOf(wanted); at !== -1; at = text.indexOf(wanted, at + 1)) {
    const last = kept[at + wanted.length - 1]
    if (!last) continue
    const index = (last.parent.children as Nodes[]).indexOf(last.node)
    found.push({content, parent: last.parent as Found['parent'], index, offset: last.offset + 1})
  }
  return found
}

function blocksOf(node: Nodes): Parents[] {
  if (!('children' in node)) return []
  if (blocks.has(node.type)) return [node]
  return node.children.flatMap((child) => blocksOf(child))
}

function lettersOf(node: Parents): Letter[] {
  return (node.children as Nodes[]).flatMap((child) => {
    if (child.type === 'text') return lettersOfText(child, node)
    return 'children' in child ? lettersOf(child) : []
  })
}

function lettersOfText(node: Text, parent: Parents): Letter[] {
  return Array.from({length: node.value.length}, (_, offset) => ({folded: fold(node.value.charAt(offset)), parent, node, offset}))
}

/** White space counts for nothing, and a quotation mark is as good as another. */
function fold(character: string): string {
  if (/\s/.test(character)) return ''
  return /["“”„«»「」『』＂]/.test(character) ? '"' : /['‘’＇]/.test(character) ? "'" : character
}

function pairs(text: string): Set<string> {
  const folded = Array.from(text, fold).join('')
  return new Set(Array.from({length: Math.max(0, folded.length - 1)}, (_, index) => folded.slice(index, index + 2)))
}
