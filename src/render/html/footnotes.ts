import type {Element, ElementContent} from 'hast'
import type {BookNote, Chapter} from '../../model/book.ts'
import {element} from '../edition/elements.ts'

/** What the notes of a chapter are written with. */
export interface FootnotesInput {
  readonly chapter: Chapter
  /** The words of a note as the file shows them. */
  readonly contentOf: (note: BookNote) => readonly ElementContent[]
  readonly words: Readonly<Record<string, string>>
}

/**
 * The notes at the end of a chapter's file (EPUB 3.3 §C, DPUB-ARIA 1.1): readers show them where they are called. The
 * label of each is the way back to its first call; further calls have arrows of their own.
 */
export function footnotes({chapter, contentOf, words}: FootnotesInput): Element[] {
  if (chapter.notes.length === 0) return []
  const titleId = `${chapter.id}-notes`
  const title = element('h2', {id: titleId, className: ['notes-title', 'furniture']}, [words['notes'] ?? ''])
  const asides = chapter.notes.map((note) => element('aside', {id: note.id, className: ['note', `note-${note.kind}`], 'epub:type': 'footnote', role: 'doc-footnote', ...(note.language !== chapter.language && {lang: note.language})},
    withLabel(contentOf(note), label(note, words), furtherWays(note, words))))
  return [element('section', {className: ['notes'], 'epub:type': 'footnotes', ariaLabelledBy: [titleId]}, [title, ...asides])]
}

function label({label: words, calls}: BookNote, {['back-to-call']: back = ''}: FootnotesInput['words']): Element {
  return element('a', {className: ['note-label', 'furniture'], role: 'doc-backlink', href: `#${calls[0] ?? ''}`, ariaLabel: `${back} ${words}`.trim()}, [words])
}

function furtherWays({label: words, calls}: BookNote, {['back-to-call']: back = ''}: FootnotesInput['words']): ElementContent[] {
  return calls.slice(1).flatMap((call, index): ElementContent[] => [
    {type: 'text', value: ' '},
    element('a', {className: ['back', 'furniture'], role: 'doc-backlink', href: `#${call}`, ariaLabel: `${back} ${words} (${index + 2})`.trim()}, ['\u2191', element('sup', {}, [String(index + 2)])]),
  ])
}

/** The label begins the first paragraph and further ways end the last one, or they have paragraphs of their own. */
function withLabel(content: readonly ElementContent[], labelled: Element, ways: readonly ElementContent[]): ElementContent[] {
  const space: ElementContent = {type: 'text', value: ' '}
  const blocks = content.filter((one): one is Element => one.type === 'element')
  const [first] = blocks
  const last = blocks.at(-1)
  const start = first?.tagName === 'p' ? [] : [element('p', {}, [labelled])]
  const end = ways.length === 0 || last?.tagName === 'p' ? [] : [element('p', {}, ways)]
  const inner = blocks.map((one) => ({
    ...one,
    children: [...(one === first && start.length === 0 ? [labelled, space] : []), ...one.children, ...(one === last && end.length === 0 ? ways : [])],
  }))
  return [...start, ...inner, ...end]
}
