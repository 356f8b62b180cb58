import type {Nodes} from 'hast'
import type {VFile} from 'vfile'
import type {Book} from '../model/book.ts'
import {redactorFor} from '../model/redaction.ts'
import type {Redaction} from '../model/settings.ts'
import {report} from '../report/report.ts'

/**
 * Looks for words that the editor had taken out in everything that a Book holds: texts, also across elements, attributes,
 * titles, authors, settings, names of pictures and attachments.
 *
 * Reports `layout-redaction-holds` with the chapter, never with the words.
 */
export function checkRedactions(book: Book, redactions: readonly Redaction[], file: VFile): void {
  if (redactions.length === 0) return
  const redactor = redactorFor(redactions.map(({text}) => text))
  const {chapters, attachments, ...rest} = book
  const texts = [
    {where: 'what the dossier says of itself', texts: stringsIn({...rest, pictures: rest.pictures.map(({name, reference}) => ({name, reference}))})},
    {where: 'the attachments', texts: attachments.flatMap((one) => [one.file, new TextDecoder().decode(one.bytes)])},
    ...chapters.map(({body, notes, ...chapter}) => ({where: `the chapter “${redactor.redact(chapter.title)}”`, texts: [...stringsIn(chapter), ...textsOf(body), ...notes.flatMap((note) => note.children.flatMap(textsOf))]})),
  ]
  for (const {where, texts: own} of texts) {
    if (own.some((text) => redactor.holds(text))) report(file, 'layout-redaction-holds', `Unexpected words in ${where} that a redaction takes out, expected none`, {hint: 'They came in by a template, a word of the interface, the name of a file, a reason, or in another spelling (with other marks, or a part of a name alone): name that spelling in “redactions”, too, or change it.'})
  }
}

/** All text of a tree as one, each text and each attribute by itself. */
function textsOf(node: Nodes): string[] {
  return [wordsOf(node), ...attributesOf(node)]
}

function wordsOf(node: Nodes): string {
  if (node.type === 'text') return node.value
  return 'children' in node ? node.children.map(wordsOf).join('') : ''
}

function attributesOf(node: Nodes): string[] {
  const own = node.type === 'element' ? Object.values(node.properties).map(String) : []
  return 'children' in node ? [...own, ...node.children.flatMap(attributesOf)] : own
}

function stringsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  if (typeof value !== 'object' || value === null || value instanceof Uint8Array) return []
  return Object.entries(value).flatMap(([key, one]) => [key, ...stringsIn(one)])
}
