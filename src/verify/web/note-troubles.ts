import type {Book} from '../../model/book.ts'
import {elementsIn} from '../../model/elements-in.ts'
import {hasClass, type WebPage} from './read-web-page.ts'

/** Notes without a call that leads to them, or without a way back to it. */
export function noteTroubles({byId}: WebPage, book: Book): string[] {
  const notes = new Map(book.chapters.flatMap((chapter) => chapter.notes).map((note) => [note.id, note]))
  return [...notes.values()].flatMap(({id, label, calls}) => {
    const note = byId.get(id)
    if (!note) return [`Unexpected lack of note ${label}, expected it at the end of its chapter`]
    const waysBack = elementsIn(note).filter((one) => one.properties['role'] === 'doc-backlink').map((one) => String(one.properties['href']))
    return calls.flatMap((call) => {
      const found = byId.get(call)
      const isCall = found?.tagName === 'a' && hasClass(found, 'call') && found.properties['href'] === `#${id}`
      return [
        ...(isCall ? [] : [`Unexpected lack of the call ${call}, expected one that leads to note ${label}`]),
        ...(waysBack.includes(`#${call}`) ? [] : [`Unexpected lack of a way back from note ${label} to its call ${call}`]),
      ]
    })
  })
}
