import type {Element, ElementContent, Nodes, Root, RootContent, Text} from 'hast'
import type {Book} from '../../model/book.ts'
import type {PageStart} from '../../model/page-start.ts'
import {element, hasClass, pageTargetOf} from './elements.ts'

/** Printed page by anchor. */
export type Folios = ReadonlyMap<string, string>

/** Finds the printed page of every anchor: that of the first character at or after it. Without pages there are none. */
export function foliosOf(book: Book, pages: readonly PageStart[] = []): Folios {
  const folios = new Map<string, string>()
  for (const chapter of book.chapters) {
    const starts = pages.filter((one) => one.chapter === chapter.id)
    if (starts.length === 0) continue
    const waiting = [chapter.id]
    let at = 0
    const settle = (offset: number): void => {
      const folio = starts.findLast((one) => one.offset <= offset)?.folio ?? starts[0]?.folio ?? ''
      for (const anchor of waiting.splice(0)) folios.set(anchor, folio)
    }
    walkTexts(chapter.body, (text) => {
      const first = text.value.search(/\S/)
      if (first >= 0 && waiting.length > 0) settle(at + first)
      at += text.value.length
    }, (one) => {
      if (one.properties['id'] !== undefined) waiting.push(String(one.properties['id']))
    })
    settle(at)
  }
  return folios
}

/**
 * Marks in a chapter where each of its printed pages begins, between its words and never within a link. To be done
 * before anything else changes its texts.
 */
export function markPages(body: Root, starts: readonly PageStart[], nameOf: (folio: string) => string): void {
  let first = 0
  for (const {folio, offset} of starts) {
    const mark = pageMark(folio, nameOf(folio))
    // Marks have no text: they do not move what comes after. Several may stand at one place, in their order.
    if (offset === 0) body.children.splice(first++, 0, mark)
    else if (!insertAt(body, offset, mark)) body.children.push(mark)
  }
}

/** Its folio is shown by the style sheet, so that it is no part of the text that a reader searches or copies. */
function pageMark(folio: string, name: string): Element {
  return element('span', {className: ['page-mark'], id: `page-${folio}`, role: 'doc-pagebreak', title: name, dataFolio: folio})
}

/** Elements that a mark goes before, not into: a name would change, or a line that holds together would be parted. */
const whole = new Set(['a', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6'])
/** Elements that may hold no words. */
const wordless = new Set(['table', 'thead', 'tbody', 'tfoot', 'tr', 'ul', 'ol', 'dl', 'colgroup'])

function insertAt(body: Root, offset: number, mark: Element): boolean {
  let at = 0
  const enter = (parent: Root | Element, isWhole: boolean): boolean => {
    for (const [index, child] of parent.children.entries()) {
      if (child.type === 'text') {
        const end = at + child.value.length
        const cut = offset - at
        at = end
        if (end <= offset || (parent.type === 'element' && wordless.has(parent.tagName))) continue
        // Before the first character that shows: white space belongs to what it follows.
        if (child.value.slice(Math.max(0, cut)).trim() === '') continue
        if (isWhole) return true
        splice(parent, index, {child, cut: Math.max(0, cut), mark})
        return true
      }
      if (child.type !== 'element' || isPageNumber(child)) continue
      const keepsWhole = whole.has(child.tagName) || hasClass(child, 'glue')
      if (!enter(child, isWhole || keepsWhole)) continue
      if (keepsWhole && !isWhole) (parent.children as (ElementContent | RootContent)[]).splice(index, 0, mark)
      return true
    }
    return false
  }
  return enter(body, false)
}

function splice(parent: Root | Element, index: number, {child, cut, mark}: {child: Text; cut: number; mark: Element}): void {
  const parts: ElementContent[] = [{type: 'text', value: child.value.slice(0, cut)}, mark, {type: 'text', value: child.value.slice(cut)}]
  ;(parent.children as (ElementContent | RootContent)[]).splice(index, 1, ...parts.filter((one) => one.type !== 'text' || one.value !== ''))
}

/** What a page number is written into is no text of the Book. */
function isPageNumber(node: Element): boolean {
  return hasClass(node, 'page-ref') || pageTargetOf(node) !== undefined
}

function walkTexts(node: Nodes, onText: (text: Text) => void, onElement: (one: Element) => void): void {
  if (node.type === 'text') onText(node)
  if (node.type === 'element') {
    onElement(node)
    if (isPageNumber(node)) return
  }
  if ('children' in node) for (const child of node.children) walkTexts(child, onText, onElement)
}
