import type {Element as HastElement, Nodes as HastNodes} from 'hast'
import type {Element, Nodes} from 'xast'
import type {Chapter} from '../../model/book.ts'
import {markupText} from '../../model/markup-text.ts'
import {hasWord, type XmlFile} from './read-publication.ts'

/** What is of the print or of the file, not of the text: page numbers with their words, and what the file adds. */
const aside = ['page-ref', 'page-part', 'page-column', 'item', 'folio', 'leader', 'pages-only', 'furniture']

/** A chapter or a note of it whose words are not those of the Book; white space counts as one space. */
export function textTroubles(chapter: Chapter, document: XmlFile): string[] {
  const section = document.elements.find((one) => one.name === 'section')
  const notes = document.elements.filter((one) => one.name === 'aside' && hasWord(one, 'class', 'note'))
  return [
    ...compare(`the chapter “${chapter.title}”`, bookWords(chapter.body), section),
    ...chapter.notes.flatMap(({label, children}, index) => compare(`note ${label}`, bookWords({type: 'root', children: [...children]}), notes[index])),
  ]
}

function compare(name: string, expected: string, element: Element | undefined): string[] {
  if (!element) return [`Unexpected lack of ${name}`]
  const found = oneSpace(writtenPieces(element).join(''))
  if (found === expected) return []
  let at = 0
  while (found[at] === expected[at]) at++
  const around = (text: string): string => text.slice(Math.max(0, at - 12), at + 12)
  return [`Unexpected words in ${name}: “${around(found)}”, expected “${around(expected)}”`]
}

/** The words of a tree of the Book that an e-book has to have. */
function bookWords(tree: HastNodes): string {
  const pieces: string[] = []
  const walk = (one: HastNodes): void => {
    if (one.type === 'text') pieces.push(markupText(one.value))
    if (one.type === 'element' && isBookAside(one)) return
    if ('children' in one) one.children.forEach(walk)
  }
  walk(tree)
  return oneSpace(pieces.join(''))
}

function isBookAside({properties: {className, dataPageOf}}: HastElement): boolean {
  return dataPageOf !== undefined || (Array.isArray(className) && aside.some((name) => className.includes(name)))
}

/** The same of what was written; notes are compared on their own. */
function writtenPieces(element: Element): string[] {
  const pieces: string[] = []
  const walk = (one: Nodes): void => {
    if (one.type === 'text' || one.type === 'cdata') pieces.push(one.value)
    if (one.type === 'element' && one !== element && (hasWord(one, 'class', 'notes') || aside.some((name) => hasWord(one, 'class', name)))) return
    if ('children' in one) one.children.forEach(walk)
  }
  walk(element)
  return pieces
}

function oneSpace(words: string): string {
  return words.replace(/\s+/g, ' ').trim()
}
