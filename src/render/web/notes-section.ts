import type {Element, ElementContent} from 'hast'
import type {BookNote} from '../../model/book.ts'
import {element} from '../edition/elements.ts'

/** What the notes of a chapter are written with. */
export interface NotesInput {
  /** Anchor of the chapter. */
  readonly chapter: string
  /** Name of the chapter, which no other has. */
  readonly name: string
  readonly notes: readonly BookNote[]
  /** The words of a note as the page shows them. */
  readonly contentOf: (note: BookNote) => readonly ElementContent[]
  readonly language: string
  readonly words: Readonly<Record<string, string>>
}

/** The notes at the end of a chapter, each with the way back to its calls (DPUB-ARIA 1.1, doc-endnotes, doc-backlink). */
export function notesSection({chapter, name, notes, contentOf, language, words}: NotesInput): Element[] {
  if (notes.length === 0) return []
  const titleId = `${chapter}-notes`
  const title = element('h2', {id: titleId, className: ['notes-title', 'furniture']}, [words['notes'] ?? ''])
  const items = notes.map((note) => element('li', {id: note.id, className: ['note', `note-${note.kind}`], ...(note.language !== language && {lang: note.language})}, [
    element('span', {className: ['note-label', 'furniture']}, [note.label]),
    element('div', {className: ['note-text']}, contentOf(note)),
    ...waysBack(note, words),
  ]))
  return [element('section', {className: ['notes'], role: 'doc-endnotes', ariaLabel: `${words['notes'] ?? ''}${words['colon'] ?? ': '}${name}`}, [title, element('ol', {role: 'list'}, items)])]
}

function waysBack(note: BookNote, words: Readonly<Record<string, string>>): Element[] {
  const several = note.calls.length > 1
  const links = note.calls.map((call, index) => element('a', {className: ['back'], role: 'doc-backlink', href: `#${call}`}, [
    element('span', {className: ['unseen']}, [`${words['back-to-call'] ?? ''} ${note.label} `]),
    element('span', {ariaHidden: 'true'}, ['\u2191']),
    ...(several ? [element('sup', {}, [String(index + 1)])] : []),
  ]))
  return [element('p', {className: ['ways-back', 'furniture']}, links.flatMap((link, index) => (index === 0 ? [link] : [' ', link])))]
}
