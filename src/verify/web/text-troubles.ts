import type {Element, Nodes} from 'hast'
import type {Book} from '../../model/book.ts'
import {markupText} from '../../model/markup-text.ts'
import {hasClass, type WebPage} from './read-web-page.ts'

/** What is of the print or of the page, not of the text: page numbers with their words, and what the page adds. */
const aside = ['page-ref', 'page-part', 'page-column', 'item', 'folio', 'leader', 'pages-only', 'furniture']

/** Chapters and notes whose words are not those of the Book, or not there; white space counts as one space. */
export function textTroubles({byId}: WebPage, book: Book): string[] {
  const notes = new Map(book.chapters.flatMap((chapter) => chapter.notes).map((note) => [note.id, note]))
  return [
    ...book.chapters.flatMap(({id, title, body}) => compare(`the chapter “${title}”`, wordsOf(body), byId.get(id))),
    ...[...notes.values()].flatMap(({id, label, children}) => compare(`note ${label}`, wordsOf({type: 'root', children}), byId.get(id))),
  ]
}

function compare(name: string, expected: string, element: Element | undefined): string[] {
  if (!element) return [`Unexpected lack of ${name}`]
  const found = wordsOf({type: 'root', children: element.children})
  if (found === expected) return []
  let at = 0
  while (found[at] === expected[at]) at++
  const around = (text: string): string => text.slice(Math.max(0, at - 12), at + 12)
  return [`Unexpected words in ${name}: “${around(found)}”, expected “${around(expected)}”`]
}

function wordsOf(node: Nodes): string {
  const pieces: string[] = []
  const walk = (one: Nodes): void => {
    if (one.type === 'text') pieces.push(markupText(one.value))
    if (one.type === 'element' && isAside(one)) return
    if ('children' in one) one.children.forEach(walk)
  }
  walk(node)
  return pieces.join('').replace(/\s+/g, ' ').trim()
}

function isAside(one: Element): boolean {
  return one.properties['dataPageOf'] !== undefined || one.properties['role'] === 'doc-endnotes' || aside.some((name) => hasClass(one, name))
}
