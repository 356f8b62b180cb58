import type {Element, ElementContent, Nodes, Root} from 'hast'
import type {Book, BookNote, Chapter} from '../../model/book.ts'
import {showFolios} from '../../model/folio-ranges.ts'
import {markupText} from '../../model/markup-text.ts'
import {StreamBuilder, type LanguageHere, type TextStream} from './text-stream.ts'

/** What the print adds to the Book, as its maker says: folios in their places, and notes at the feet in their order. */
export interface PrintedAdditions {
  /** Folio by anchor. */
  readonly folios: Readonly<Record<string, string>>
  /** Every printing of every note; one that is printed again has `-again-…` behind its anchor. */
  readonly notes: readonly {readonly id: string; readonly place: {readonly page: number; readonly y?: number | undefined}}[]
}

/** Noted in a stream: a chapter or note begins. */
export interface ChapterBegins {
  readonly chapter: Chapter
  readonly note?: BookNote
}

/** Whether what is noted in a stream is a {@link ChapterBegins}. */
export function isChapterBegins(what: unknown): what is ChapterBegins {
  return typeof what === 'object' && what !== null && 'chapter' in what
}

/** Noted in a stream: an anchor. */
export interface AnchorHere {
  readonly anchor: string
}

/** Elements that begin and end blocks: no word goes on across their edges. */
export const blockTags = new Set(['div', 'section', 'header', 'footer', 'aside', 'nav', 'main', 'article', 'blockquote', 'ul', 'ol', 'li', 'dl', 'dd', 'dt', 'figure', 'figcaption', 'table',
  'thead', 'tbody', 'tfoot', 'tr', 'td', 'th', 'caption', 'p', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'pre', 'hr', 'br', 'body', 'html'])

/** The whole book as it is printed: each chapter's text, then the notes of its pages from first to last. */
export function printedText(book: Book, {folios, notes}: PrintedAdditions): TextStream {
  const stream = new StreamBuilder({isPrint: true})
  const printings = [...notes].sort((a, b) => a.place.page - b.place.page || (b.place.y ?? 0) - (a.place.y ?? 0))
  const chapterOf = new Map(book.chapters.flatMap((chapter) => chapter.notes.map((note) => [note.id, {chapter, note}] as const)))
  const feet = new Map<Chapter, BookNote[]>()
  for (const {id} of printings) {
    const placed = chapterOf.get(id.replace(/-again-\d+$/, ''))
    if (placed) feet.set(placed.chapter, [...(feet.get(placed.chapter) ?? []), placed.note])
  }
  for (const chapter of book.chapters) {
    stream.block()
    stream.note({chapter} satisfies ChapterBegins)
    stream.note({anchor: chapter.id} satisfies AnchorHere)
    stream.note({language: chapter.language} satisfies LanguageHere)
    addNodes(chapter.body.children, stream, {folios, language: chapter.language})
    for (const note of feet.get(chapter) ?? []) {
      stream.block()
      stream.note({chapter, note} satisfies ChapterBegins)
      // A number is in no language.
      stream.add(note.label)
      stream.block()
      stream.note({language: chapter.language} satisfies LanguageHere)
      addNodes(note.children, stream, {folios, language: chapter.language})
    }
  }
  return stream.finish()
}

/** What holds for a part of the text. */
interface Around {
  readonly folios: PrintedAdditions['folios']
  readonly language: string
}

function addNodes(nodes: readonly (ElementContent | Root['children'][number])[], stream: StreamBuilder, around: Around): void {
  for (const node of nodes) {
    if (node.type === 'text') stream.add(markupText(node.value))
    else if (node.type === 'element') addElement(node, stream, around)
  }
}

function addElement(node: Element, stream: StreamBuilder, around: Around): void {
  const {folios} = around
  const {tagName, properties, children} = node
  const isBlock = blockTags.has(tagName)
  if (isBlock) stream.block()
  if (properties['id'] !== undefined) stream.note({anchor: String(properties['id'])} satisfies AnchorHere)
  const own = properties['lang']
  const language = own === undefined ? around.language : String(own)
  if (language !== around.language) stream.note({language} satisfies LanguageHere)
  const target = properties['dataPageOf']
  if (target !== undefined) stream.add(folios[String(target)] ?? '')
  else addNodes(hasClass(node, 'folios') ? shownItems(node, (item) => folioIn(item, folios)) : children, stream, {folios, language})
  if (language !== around.language) stream.note({language: around.language} satisfies LanguageHere)
  if (isBlock) stream.block()
}

/** Of a list of pages each number is shown once, and those in a row as a range, where the list joins them. */
export function shownItems(list: Element, folioOf: (item: ElementContent) => string): ElementContent[] {
  const items = list.children.filter((child) => hasClass(child, 'item'))
  const states = showFolios(items.map(folioOf), hasClass(list, 'ranges'))
  let at = 0
  return list.children.flatMap((child) => {
    const state = hasClass(child, 'item') ? states[at++] : 'shown'
    if (state === 'hidden') return []
    return [state === 'joined' && child.type === 'element' ? joinedItem(child) : child]
  })
}

function joinedItem(item: Element): Element {
  const joined = item.children.map((child): ElementContent => (hasClass(child, 'separator') ? {...child, children: [{type: 'text', value: '–'}]} : child))
  return {...item, children: joined}
}

function folioIn(node: Nodes, folios: PrintedAdditions['folios']): string {
  if (node.type === 'element' && node.properties['dataPageOf'] !== undefined) return folios[String(node.properties['dataPageOf'])] ?? ''
  return 'children' in node ? node.children.map((child) => folioIn(child, folios)).find((one) => one !== '') ?? '' : ''
}

/** Whether a node is an element with a class. */
export function hasClass(node: Nodes | undefined, name: string): node is Element {
  if (node?.type !== 'element') return false
  const {className} = node.properties
  return Array.isArray(className) && className.includes(name)
}
