import type {Element, ElementContent} from 'hast'
import type {BookNote} from '../model/book.ts'
import type {Citation, Exhibit, Note} from '../model/dossier.ts'
import type {Bench} from './bench.ts'
import {bodyToHast} from './body-to-hast.ts'
import {fillWord} from './compile-templates.ts'
import {exhibitName, momentWords, senderWords} from './words-of.ts'

/** Every note with its words, by id. A citation's note names the exhibit, its date, sender, subject and page. */
export function layOutNotes(bench: Bench): Map<string, BookNote> {
  const citations = new Map(bench.dossier.citations.map((one) => [one.id, one]))
  const exhibits = new Map(bench.dossier.exhibits.map((one) => [one.id, one]))
  return new Map(bench.dossier.notes.map((note) => {
    const citation = note.citation === undefined ? undefined : citations.get(note.citation)
    const exhibit = citation && exhibits.get(citation.exhibit)
    const children = citation && exhibit ? citationWords(bench, citation, exhibit) : ownWords(bench, note)
    return [note.id, {id: note.id, label: String(note.number), kind: note.kind, calls: note.calls, language: bench.dossier.language, children}]
  }))
}

function citationWords(bench: Bench, citation: Citation, exhibit: Exhibit): ElementContent[] {
  const message = exhibit.messages[0]
  const view = {
    citation: citation.id,
    exhibit: {id: exhibit.id, name: exhibitName(exhibit, bench.words), title: exhibit.title},
    date: message?.date ? momentWords(message.date, bench.words) : '',
    sender: message ? senderWords(message, bench.words) : '',
    count: exhibit.messages.length,
    several: exhibit.messages.length > 1,
  }
  return bench.fill('note-citation', view).children as ElementContent[]
}

function ownWords(bench: Bench, note: Note): ElementContent[] {
  let count = 0
  const body = bodyToHast(note.body, {
    language: bench.dossier.language,
    source: note.source.file,
    pictures: bench.dossier.pictures,
    numberOf: bench.numberOf,
    headingId: () => `${note.id}-heading-${++count}`,
    topLevel: 4,
    pictureMissing: bench.words['picture-missing'] ?? '',
  })
  if (note.kind === 'editor') sign(body, fillWord(bench.words, note.by === undefined ? 'note-by-editor' : 'note-by', [note.by]))
  return bench.fill('note', {kind: note.kind, editor: note.kind === 'editor', by: note.by ?? ''}, {body}).children as ElementContent[]
}

/** Puts who wrote a note at the end of its last paragraph. */
function sign(body: ElementContent[], words: string): void {
  const signature: Element = {type: 'element', tagName: 'span', properties: {className: ['signed']}, children: [{type: 'text', value: words}]}
  const last = body.at(-1)
  if (last?.type === 'element' && last.tagName === 'p') last.children.push(signature)
  else body.push({type: 'element', tagName: 'p', properties: {}, children: [signature]})
}
