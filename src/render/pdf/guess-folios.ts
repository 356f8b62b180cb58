import type {Nodes} from 'hast'
import type {Book} from '../../model/book.ts'

/** Printed page numbers by anchor. */
export type Folios = ReadonlyMap<string, string>

/** Letters of an alphabet on a page of text; a Han character takes the room of two. */
const lettersPerPage = 2300

/**
 * Guesses the printed page of every anchor from the length of the text before it. All that counts is how many digits it
 * has: a number of the right width, put in before the text is measured, moves no line when the true one takes its place.
 */
export function guessFolios(book: Book): Folios {
  const folios = new Map<string, string>()
  let pages = 0
  for (const chapter of book.chapters) {
    if (chapter.part === 'front') continue
    const place = (letters: number): string => String(Math.floor(pages + letters / lettersPerPage) + 1)
    folios.set(chapter.id, place(0))
    let letters = 0
    const walk = (node: Nodes): void => {
      if (node.type === 'text') letters += roomOf(node.value)
      if (node.type === 'element' && typeof node.properties['id'] === 'string') folios.set(node.properties['id'], place(letters))
      if ('children' in node) for (const child of node.children) walk(child)
    }
    walk(chapter.body)
    for (const note of chapter.notes) for (const child of note.children) walk(child)
    pages += Math.ceil(letters / lettersPerPage)
  }
  return folios
}

/** A letter of an alphabet is one byte of UTF-8 or two, a Han character three. */
function roomOf(text: string): number {
  return (text.length + Buffer.byteLength(text)) / 2
}
