import type {Element, Nodes} from 'hast'
import type {Book, BookNote, Chapter} from '../../../model/book.ts'
import {markupText} from '../../../model/markup-text.ts'
import type {PageStart} from '../../../model/page-start.ts'
import {blockTags, hasClass, shownItems} from '../printed-text.ts'
import {StreamBuilder, type TextStream} from '../text-stream.ts'

/** Noted in a stream: a picture with its alternative text. */
export interface PictureHere {
  readonly alt: string
}

/** Printed page by anchor: that of the first character at or behind it. */
export function foliosByAnchor(book: Book, pages: readonly PageStart[]): ReadonlyMap<string, string> {
  const folios = new Map<string, string>()
  for (const chapter of book.chapters) {
    const starts = pages.filter((one) => one.chapter === chapter.id)
    const waiting = [chapter.id]
    let at = 0
    const settle = (offset: number): void => {
      const folio = starts.findLast((one) => one.offset <= offset)?.folio ?? starts[0]?.folio
      for (const anchor of waiting.splice(0)) if (folio !== undefined) folios.set(anchor, folio)
    }
    const walk = (node: Nodes): void => {
      if (node.type === 'text') {
        const first = node.value.search(/\S/)
        if (first >= 0 && waiting.length > 0) settle(at + first)
        at += node.value.length
      } else if (node.type === 'element') {
        if (node.properties['id'] !== undefined) waiting.push(String(node.properties['id']))
        if (node.properties['dataPageOf'] !== undefined || isPageReference(node)) return
      }
      if ('children' in node) node.children.forEach(walk)
    }
    walk(chapter.body)
    settle(at)
  }
  return folios
}

/** A type guard of `never` would be left of an element that is none. */
function isPageReference(node: Element): boolean {
  return hasClass(node, 'page-ref')
}

/** What stands for a printed page, and is another's to judge where an edition has no pages. */
export const pageClasses = ['page-ref', 'page-part', 'page-column', 'item', 'folio', 'leader', 'pages-only'] as const

/**
 * The words of a chapter as an edition has them.
 *
 * @param folios printed pages; `undefined` where the edition has none: then nothing of pages is in the stream
 */
export function expectedChapter({body}: Pick<Chapter, 'body'>, folios: ReadonlyMap<string, string> | undefined): TextStream {
  return expectedWords(body, folios)
}

/** The words of a note as an edition has them. */
export function expectedNote({children}: BookNote, folios: ReadonlyMap<string, string> | undefined): TextStream {
  return expectedWords({type: 'root', children: [...children]}, folios)
}

function expectedWords(tree: Nodes, folios: ReadonlyMap<string, string> | undefined): TextStream {
  const stream = new StreamBuilder()
  const walk = (node: Nodes): void => {
    if (node.type === 'text') stream.add(markupText(node.value))
    else if (node.type === 'element') addElement(node)
    else if ('children' in node) node.children.forEach(walk)
  }
  const addElement = (node: Element): void => {
    const target = node.properties['dataPageOf']
    if (!folios && (target !== undefined || pageClasses.some((name) => hasClass(node, name)))) return
    const isBlock = blockTags.has(node.tagName)
    if (isBlock) stream.block()
    if (node.tagName === 'img') stream.note({alt: markupText(String(node.properties['alt'] ?? ''))} satisfies PictureHere)
    if (target !== undefined) stream.add(folios?.get(String(target)) ?? '')
    else if (folios && hasClass(node, 'folios')) addList(node, folios)
    else node.children.forEach(walk)
    if (isBlock) stream.block()
  }
  /** Of a list of pages each number once, or a range; nothing stands before the first. */
  const addList = (list: Element, known: ReadonlyMap<string, string>): void => {
    let isFirst = true
    for (const child of shownItems(list, (item) => folioIn(item, known))) {
      if (isFirst && hasClass(child, 'item')) {
        const from = child.children.findIndex((one) => folioIn(one, known) !== '')
        child.children.slice(Math.max(0, from)).forEach(walk)
        isFirst = false
      } else walk(child)
    }
  }
  walk(tree)
  return stream.finish()
}

function folioIn(node: Nodes, folios: ReadonlyMap<string, string>): string {
  if (node.type === 'element' && node.properties['dataPageOf'] !== undefined) return folios.get(String(node.properties['dataPageOf'])) ?? ''
  return 'children' in node ? node.children.map((child) => folioIn(child, folios)).find((one) => one !== '') ?? '' : ''
}
