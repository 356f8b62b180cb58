import type {Element, ElementContent} from 'hast'
import {toString} from 'hast-util-to-string'
import type {AnnotationKind} from '../model/annotation.ts'
import type {BookNote} from '../model/book.ts'
import type {Citation, Exhibit, Note} from '../model/dossier.ts'
import type {Paraphrase} from '../model/quotation.ts'
import type {Bench} from './bench.ts'
import {bodyToHast} from './body-to-hast.ts'
import {fillWord} from './compile-templates.ts'
import {exhibitName, headOf, momentWords, senderWords} from './words-of.ts'

/** Every note with its words, by id. A citation's note names the exhibit, its date, sender, subject and page; a name that
 * an earlier note has explained points at that note; those of a paraphrase lead to each other. */
export function layOutNotes(bench: Bench): Map<string, BookNote> {
  const citations = new Map(bench.dossier.citations.map((one) => [one.id, one]))
  const exhibits = new Map(bench.dossier.exhibits.map((one) => [one.id, one]))
  const paraphrases = new Map(bench.dossier.paraphrases.map((one) => [one.id, one]))
  const byId = new Map(bench.dossier.notes.map((one) => [one.id, one]))
  return new Map(bench.dossier.notes.map((note) => {
    const citation = note.citation === undefined ? undefined : citations.get(note.citation)
    const exhibit = citation && exhibits.get(citation.exhibit)
    const first = note.first === undefined ? undefined : byId.get(note.first)
    const paraphrase = note.paraphrase && paraphrases.get(note.paraphrase.id)
    const children = citation && exhibit ? citationWords(bench, citation, exhibit) : note.paraphrase && paraphrase ? paraphraseWords(bench, paraphrase, note.paraphrase.at) : first ? referenceWords(bench, note, first) : ownWords(bench, note)
    return [note.id, {id: note.id, label: String(note.number), kind: note.kind, calls: note.calls, language: bench.dossier.language, children}]
  }))
}

function citationWords(bench: Bench, citation: Citation, exhibit: Exhibit): ElementContent[] {
  const head = headOf(exhibit)
  const view = {
    citation: citation.id,
    exhibit: {id: exhibit.id, name: exhibitName(exhibit, bench.words), title: exhibit.title},
    date: head?.date ? momentWords(head.date, bench.words) : '',
    sender: senderWords(head ?? {from: []}, bench.words),
    count: exhibit.messages.length,
    several: exhibit.messages.length > 1,
  }
  return bench.fill('note-citation', view).children as ElementContent[]
}

/** From the words of the article to the passage of the exhibit, and back. */
function paraphraseWords(bench: Bench, {id: own, exhibit: id, passage}: Paraphrase, at: 'article' | 'exhibit'): ElementContent[] {
  const exhibit = bench.dossier.exhibits.find((one) => one.id === id)
  const name = exhibit ? exhibitName(exhibit, bench.words) : ''
  return bench.fill('note-paraphrase', {inArticle: at === 'article', name, target: at === 'article' ? (passage?.id ?? id) : own}).children as ElementContent[]
}

/** Points at the note that says it: at its call, which every output has in sight. */
function referenceWords(bench: Bench, {annotation, about = ''}: Note, first: Note): ElementContent[] {
  const children = bench.fill('note-reference', {about, number: first.number, call: first.calls[0] ?? ''}).children as ElementContent[]
  if (annotation !== undefined) putSign(children, annotation, bench)
  return children
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
  addPages(body, bench.words)
  if (note.annotation !== undefined) putSign(body, note.annotation, bench)
  return bench.fill('note', {kind: note.kind, annotation: note.annotation ?? '', editor: note.kind === 'editor', by: note.by ?? ''}, {body}).children as ElementContent[]
}

/** Letters of a link that are kept on one line. */
const longestReference = 20

/** Adds the printed page to links that lead to another place of the dossier. */
function addPages(nodes: ElementContent[], words: Bench['words']): void {
  for (const [index, node] of [...nodes.entries()].reverse()) {
    if (node.type !== 'element') continue
    const {href, className} = node.properties
    if (node.tagName === 'a' && className === undefined && typeof href === 'string' && href.startsWith('#')) {
      // Broken over two lines, the number of an exhibit would be read as that of a page.
      if (toString(node).length <= longestReference) node.properties.className = ['reference']
      nodes.splice(index + 1, 0, pageReference(href.slice(1), words))
    }
    else addPages(node.children, words)
  }
}

function pageReference(anchor: string, words: Bench['words']): Element {
  const [before = '', after = ''] = (words['page-in-brackets'] ?? ' ({})').split('{}')
  const link: Element = {type: 'element', tagName: 'a', properties: {className: ['folio'], href: `#${anchor}`, dataPageOf: anchor}, children: []}
  return {type: 'element', tagName: 'span', properties: {className: ['page-ref']}, children: [{type: 'text', value: before}, link, {type: 'text', value: after}]}
}

/** Puts the sign of its kind before a note's first words. */
function putSign(body: ElementContent[], kind: AnnotationKind, {words}: Bench): void {
  const sign: Element = {type: 'element', tagName: 'span', properties: {className: ['note-kind', `note-kind-${kind}`]}, children: [{type: 'text', value: words[`note-kind-${kind}`] ?? ''}]}
  const [first] = body
  if (first?.type === 'element' && first.tagName === 'p') first.children.unshift(sign, {type: 'text', value: words['note-kind-gap'] ?? ''})
  else body.unshift({type: 'element', tagName: 'p', properties: {}, children: [sign]})
}

/** Puts who wrote a note at the end of its last paragraph. */
function sign(body: ElementContent[], words: string): void {
  // In English it begins with a space, at which its line may break.
  const className = ['signed', ...(/^\p{P}?\p{Script=Han}.{0,15}$/u.test(words) ? ['glue'] : [])]
  const signature: Element = {type: 'element', tagName: 'span', properties: {className}, children: [{type: 'text', value: words}]}
  const last = body.at(-1)
  if (last?.type === 'element' && last.tagName === 'p') last.children.push(signature)
  else body.push({type: 'element', tagName: 'p', properties: {}, children: [signature]})
}
