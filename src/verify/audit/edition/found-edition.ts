import {blockTags} from '../printed-text.ts'
import {StreamBuilder, type TextStream} from '../text-stream.ts'
import type {TreeNode} from './edition-tree.ts'
import {pageClasses, type PictureHere} from './expected-edition.ts'

/** Noted in a stream: a printed page begins. */
export interface PageMark {
  readonly folio: string
}

/** A chapter of an edition: its words, its notes, and what the edition adds. */
export interface FoundChapter {
  readonly text: TextStream
  /** By the label that stands at each. */
  readonly notes: readonly FoundNote[]
  /** Words of what is added: titles of notes, ways back, lists that name the chapter. */
  readonly added: readonly Added[]
}

/** A note, and what is added to it: the ways back to its calls. */
export interface FoundNote {
  readonly label: string
  readonly text: TextStream
  readonly waysBack: readonly string[]
}

/** Something that an edition adds. */
export interface Added {
  readonly classes: readonly string[]
  readonly words: string
  /** Characters of the chapter before it, white space aside; 0 in a note. */
  readonly at: number
}

/** Elements whose text nobody reads. */
const silent = new Set(['script', 'style', 'template'])

/** Reads a chapter of an edition. */
export function foundChapter(section: TreeNode, hasPages: boolean): FoundChapter {
  const added: Added[] = []
  const notes: FoundNote[] = []
  const text = wordsIn(section, {hasPages, added, notes})
  return {text, notes, added}
}

interface Found {
  readonly hasPages: boolean
  readonly added: Added[]
  readonly notes: FoundNote[]
}

function wordsIn(root: TreeNode, found: Found): TextStream {
  const stream = new StreamBuilder()
  let size = 0
  const walk = (node: TreeNode): void => {
    if (node.tag === '') {
      size += node.text.replace(/\s+/g, '').length
      return stream.add(node.text)
    }
    if (silent.has(node.tag)) return
    const is = (name: string): boolean => node.classes.includes(name)
    if (node !== root && is('note')) return addNote(node, found)
    if (is('furniture')) return void found.added.push({classes: node.classes, words: plainWords(node), at: size})
    if (!found.hasPages && pageClasses.some(is)) return
    const isBlock = blockTags.has(node.tag) || node.tag === 'summary' || node.tag === 'details'
    if (isBlock) stream.block()
    if (node.folio !== '') stream.note({folio: node.folio} satisfies PageMark)
    if (node.tag === 'img') stream.note({alt: node.alt} satisfies PictureHere)
    node.children.forEach(walk)
    if (isBlock) stream.block()
  }
  walk(root)
  return stream.finish()
}

function addNote(node: TreeNode, found: Found): void {
  const added: Added[] = []
  const text = wordsIn(node, {...found, added})
  const label = added.find(({classes}) => classes.includes('note-label'))?.words ?? ''
  const further = added.filter(({classes}) => !classes.includes('note-label'))
  found.added.push(...further.map((one) => ({...one, at: 0})))
  found.notes.push({label, text, waysBack: further.map(({words}) => words)})
}

/** All words of an element, white space as one space. */
export function plainWords(node: TreeNode): string {
  const parts: string[] = []
  const walk = (one: TreeNode): void => {
    if (silent.has(one.tag)) return
    if (one.tag === '') parts.push(one.text)
    else one.children.forEach(walk)
  }
  walk(node)
  return parts.join('').replace(/\s+/g, ' ').trim()
}
