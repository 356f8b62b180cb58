import type {Element, ElementContent, Nodes} from 'hast'
import type {BookNote, Chapter} from '../../../model/book.ts'
import {blockTags} from '../printed-text.ts'
import {StreamBuilder, type TextStream} from '../text-stream.ts'

/** What a chapter has from its source, piece by piece, in the order in which it is read. */
export interface ChapterItem {
  /** `label` and `value`: of a header line; `paper`: a field of a letter. */
  readonly role: 'title' | 'author' | 'published' | 'place' | 'preface' | 'paper' | 'label' | 'value' | 'body'
  /** Notes in it are {@link CallHere} and {@link PictureHere}. */
  readonly stream: TextStream
}

/** Noted in a stream: a note is called. */
export interface CallHere {
  /** Anchor of the note. */
  readonly calls: string
}

/** Noted in a stream: a picture, or the words in its place. */
export interface PictureHere {
  readonly picture: string
}

/** What the templates give a role, by class. */
const roleOf: Readonly<Record<string, ChapterItem['role']>> = {'article-title': 'title', 'exhibit-title': 'title', author: 'author', published: 'published', place: 'place', preface: 'preface', text: 'body'}

/** What is added to words of a source: signs and names of notes, printed pages, readings of dates. */
const additions = ['signed', 'note-kind', 'page-ref', 'reading']

/** The pieces of an article or an exhibit. All else in the chapter is made by the program. */
export function chapterItems({kind, body}: Chapter, words: Readonly<Record<string, string>>): ChapterItem[] {
  const items: ChapterItem[] = []
  // Its labels are words of the program.
  const addPaper = (node: Nodes): void => {
    if (node.type === 'element' && node.tagName === 'dd') items.push({role: 'paper', stream: wordsOf(node.children, words, false)})
    else if ('children' in node) node.children.forEach(addPaper)
  }
  const walk = (node: Nodes): void => {
    if (!('children' in node)) return
    if (node.type === 'element' && isOf(node, 'paper')) return node.children.forEach(addPaper)
    const role = node.type === 'element' ? roleOfElement(node, kind) : undefined
    if (role && node.type === 'element') items.push({role, stream: wordsOf(node.children, words, role === 'body')})
    else node.children.forEach(walk)
  }
  walk(body)
  return items.filter(({stream}) => stream.text !== '' || stream.notes.length > 0)
}

/** All words of a chapter. */
export function allWords({body}: Chapter): TextStream {
  return wordsOf(body.children as ElementContent[], {}, true)
}

/** The words of a note without what is added to them. */
export function noteWords({children}: BookNote, words: Readonly<Record<string, string>>): TextStream {
  return wordsOf(children as ElementContent[], words, true)
}

function roleOfElement(node: Element, kind: Chapter['kind']): ChapterItem['role'] | undefined {
  if (node.tagName === 'h1') return kind === 'article' ? 'title' : undefined
  if (node.tagName === 'dt') return 'label'
  if (node.tagName === 'dd') return 'value'
  const {className} = node.properties
  for (const name of Array.isArray(className) ? className : []) if (roleOf[String(name)]) return roleOf[String(name)]
  return undefined
}

function wordsOf(nodes: readonly ElementContent[], words: Readonly<Record<string, string>>, isBody: boolean): TextStream {
  const stream = new StreamBuilder()
  const add = (node: ElementContent, before?: ElementContent): void => {
    if (node.type === 'text') {
      if (!(before?.type === 'element' && isOf(before, 'note-kind')) || node.value !== words['note-kind-gap']) stream.add(node.value)
      return
    }
    if (node.type !== 'element' || additions.some((name) => isOf(node, name))) return
    if (isOf(node, 'call')) return stream.note({calls: String(node.properties['href']).slice(1)} satisfies CallHere)
    if (isOf(node, 'redacted') && !isBody) return stream.add('<>')
    if (node.tagName === 'img' || isOf(node, 'picture-missing')) return stream.note({picture: node.tagName === 'img' ? String(node.properties['alt'] ?? '') : lettersIn(node)} satisfies PictureHere)
    const isBlock = blockTags.has(node.tagName)
    if (isBlock) stream.block()
    node.children.forEach((child, index) => add(child, node.children[index - 1]))
    if (isBlock) stream.block()
  }
  nodes.forEach((node, index) => add(node, nodes[index - 1]))
  return stream.finish()
}

function isOf({properties: {className}}: Element, name: string): boolean {
  return Array.isArray(className) && className.includes(name)
}

function lettersIn(node: Nodes): string {
  if (node.type === 'text') return node.value
  return 'children' in node ? node.children.map(lettersIn).join('') : ''
}
