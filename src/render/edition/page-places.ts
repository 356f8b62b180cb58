import type {Element, ElementContent, Nodes, Root, Text} from 'hast'
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
    let page = 0
    const settle = (offset: number): void => {
      while ((starts[page + 1]?.offset ?? Infinity) <= offset) page++
      const folio = starts[page]?.folio ?? ''
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
 *
 * @param starts in order; several may begin at one place
 */
export function markPages(body: Root, starts: readonly PageStart[], nameOf: (folio: string) => string): void {
  const marks = starts.map(({folio, offset}) => ({offset, mark: pageMark(folio, nameOf(folio))}))
  const atOnce = marks.filter(({offset}) => offset === 0)
  const waiting = new MarksInOrder(marks.slice(atOnce.length))
  enter(body, waiting)
  body.children = [...atOnce.map(({mark}) => mark), ...body.children, ...waiting.rest()]
}

/** Marks that still wait for their place, while the texts of a chapter go by. */
class MarksInOrder {
  private before = 0
  private next = 0
  private readonly marks: readonly {readonly offset: number; readonly mark: Element}[]

  constructor(marks: MarksInOrder['marks']) {
    this.marks = marks
  }

  /** Where marks stand in the next text: before its first character that shows at or behind their offset. */
  take(text: string, holdsWords: boolean): {readonly cut: number; readonly mark: Element}[] {
    const taken: {cut: number; mark: Element}[] = []
    for (let one = this.marks[this.next]; holdsWords && one && one.offset < this.before + text.length; one = this.marks[this.next]) {
      const cut = Math.max(0, one.offset - this.before)
      if (text.slice(cut).trim() === '') break
      taken.push({cut, mark: one.mark})
      this.next++
    }
    this.before += text.length
    return taken
  }

  rest(): Element[] {
    return this.marks.slice(this.next).map(({mark}) => mark)
  }
}

/** Its folio is shown by the style sheet, so that it is no part of the text that a reader searches or copies. */
function pageMark(folio: string, name: string): Element {
  return element('span', {className: ['page-mark'], id: `page-${folio}`, role: 'doc-pagebreak', title: name, dataFolio: folio})
}

/** Elements that a mark goes before, not into: a name would change, or what holds together would be parted or taken out. */
const whole = new Set(['a', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'svg'])
const wholeClasses = ['glue', 'item', 'page-part']
/** Elements that may hold no words. */
const wordless = new Set(['table', 'thead', 'tbody', 'tfoot', 'tr', 'ul', 'ol', 'dl', 'colgroup'])

/** @param outside takes the marks of what stays whole; `undefined`: they stand where they are found */
function enter(parent: Root | Element, waiting: MarksInOrder, outside?: Element[]): void {
  const holdsWords = parent.type === 'root' || !wordless.has(parent.tagName)
  parent.children = (parent.children as ElementContent[]).flatMap((child): ElementContent[] => {
    if (child.type === 'text') return withMarks(child, waiting.take(child.value, holdsWords), outside)
    if (child.type !== 'element' || isPageNumber(child)) return [child]
    const staysWhole = whole.has(child.tagName) || wholeClasses.some((name) => hasClass(child, name))
    const before: Element[] = []
    enter(child, waiting, outside ?? (staysWhole ? before : undefined))
    return [...before, child]
  })
}

function withMarks(text: Text, taken: readonly {readonly cut: number; readonly mark: Element}[], outside?: Element[]): ElementContent[] {
  if (taken.length === 0) return [text]
  if (outside) {
    outside.push(...taken.map(({mark}) => mark))
    return [text]
  }
  const pieces = taken.flatMap(({cut, mark}, index): ElementContent[] => [{type: 'text', value: text.value.slice(taken[index - 1]?.cut ?? 0, cut)}, mark])
  return [...pieces, {type: 'text' as const, value: text.value.slice(taken.at(-1)?.cut)}].filter((one) => one.type !== 'text' || one.value !== '')
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
